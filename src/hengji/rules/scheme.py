"""A scheme: a tree of weighted indicators with their standards, citing its regulation. Frozen data only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from hengji.facts.sources import Source
from hengji.facts.units import Unit
from hengji.rules.formula.formula import Formula
from hengji.rules.formula.syntax import Number
from hengji.rules.intervals import Interval
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.parts import Part

__all__ = [
    "Adjustment",
    "DataDefinition",
    "DataKind",
    "GoalSlot",
    "Indicator",
    "Path",
    "Places",
    "Scheme",
    "Transfer",
    "Veto",
    "leaves",
    "walk",
]

Path = tuple[str, ...]
DataKind = Literal["figure", "truth", "events"]


@dataclass(frozen=True, slots=True)
class DataDefinition:
    """A data item that rules read: a figure, a yes/no, or a list of events that is counted.

    `form` is the source form and cell, `signed` allows negative figures.
    """

    name: str
    unit: Unit
    kind: DataKind = "figure"
    period: str = ""
    form: str = ""
    note: str = ""
    signed: bool = False
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Transfer:
    """What happens to the points of a leaf that does not apply.

    ``to``: they are added to the leaves `targets`, evenly or in proportion to their points;
    ``paid_at_rate_of``: the leaf itself earns them at the rate of the one leaf in `targets`.
    """

    how: Literal["to", "paid_at_rate_of"]
    targets: tuple[Path, ...]
    share: Literal["even", "proportional"] = "even"


@dataclass(frozen=True, slots=True)
class GoalSlot:
    """An indicator whose leaves are a department's own goals: rows with targets, actuals and points.

    `over` bounds over-fulfilment of quantitative goals; `tiers` judge qualitative ones.
    """

    tiers: Tiers
    over: Number | None = None


@dataclass(frozen=True, slots=True)
class Indicator:
    """A node of the tree: a branch with children, a leaf with parts, or a slot for a department's goals.

    `points` is None only for a goal row whose document prints no points.
    """

    name: str
    points: Fraction | None
    children: tuple[Indicator, ...] = ()
    parts: tuple[Part, ...] = ()
    slot: GoalSlot | None = None
    applies: Formula | None = None
    transfer: Transfer | None = None
    basis: tuple[str, ...] = ()
    meaning: str = ""
    note: str = ""
    source: Source = field(default=Source(), compare=False)

    @property
    def is_leaf(self) -> bool:
        return not self.children and self.slot is None


@dataclass(frozen=True, slots=True)
class Adjustment:
    """Outside the 100: `each` per event (negative for a penalty), `cap` with the same sign, one per matter."""

    name: str
    each: Fraction
    cap: Fraction
    one_per: str = ""
    text: str = ""
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Veto:
    """When an event of this name is recorded: the total becomes zero, or the grade is at most `grade_at_most`."""

    name: str
    grade_at_most: str = ""
    text: str = ""
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Places:
    """Decimals that scores, and rates where the standard prints rounded ones, are rounded to half-up."""

    score: int = 2
    rate: int | None = None


@dataclass(frozen=True, slots=True)
class Scheme:
    """A whole scheme. Leaves sum to `ceiling` points; grades cover every total from `floor` to `ceiling`."""

    id: str
    title: str
    jurisdiction: str
    valid_from: int
    valid_to: int | None
    basis: tuple[str, ...]
    places: Places
    grades: tuple[tuple[str, Interval], ...]
    data: tuple[DataDefinition, ...]
    indicators: tuple[Indicator, ...]
    adjustments: tuple[Adjustment, ...] = ()
    vetoes: tuple[Veto, ...] = ()
    floor: Fraction = Fraction(0)
    ceiling: Fraction = Fraction(100)
    note: str = ""
    grades_source: Source = field(default=Source(), compare=False)
    indicators_source: Source = field(default=Source(), compare=False)

    def definition(self, name: str) -> DataDefinition | None:
        return next((item for item in self.data if item.name == name), None)

    def grade_of(self, total: Fraction) -> str:
        """The grade of *total*; empty where the scheme's bands leave it without one."""
        return next((name for name, interval in self.grades if interval.contains(total)), "")


def walk(indicators: tuple[Indicator, ...], above: Path = ()) -> Iterator[tuple[Path, Indicator]]:
    """Every node with its path, parents before children, in the scheme's order."""
    for indicator in indicators:
        path = (*above, indicator.name)
        yield path, indicator
        yield from walk(indicator.children, path)


def leaves(indicators: tuple[Indicator, ...]) -> Iterator[tuple[Path, Indicator]]:
    """Every leaf with its path."""
    return ((path, indicator) for path, indicator in walk(indicators) if indicator.is_leaf)
