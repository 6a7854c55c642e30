"""A scorecard: the whole tree with every score, its inputs, its steps and what was lost. Values only."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from hengji.facts.evaluation import Evaluator, Reason
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = [
    "AdjustmentScore",
    "Comparison",
    "Gap",
    "Input",
    "NodeScore",
    "PartScore",
    "Scorecard",
    "Status",
    "WhatIfScore",
]

Path = tuple[str, ...]
Status = Literal["scored", "not_demonstrated", "not_applicable"]

STATUS_WORDS: dict[Status, str] = {
    "scored": "已评分",
    "not_demonstrated": "未佐证",
    "not_applicable": "不适用",
}


@dataclass(frozen=True, slots=True)
class Input:
    """A figure or an answer that a leaf's score rests on, as shown, with where it came from."""

    name: str
    value: str
    unit: str
    form: str = ""
    source: Source = field(default=Source(), compare=False)

    @property
    def origin(self) -> str:
        """The source form and the place in the file, whichever are known."""
        return "；".join(part for part in (self.form, str(self.source)) if part)


@dataclass(frozen=True, slots=True)
class PartScore:
    """One part of a leaf. `value` is the figure after rounding; `score` is None while an input is missing."""

    key: str
    points: Fraction
    score: Fraction | None
    low: Fraction
    high: Fraction
    value: Fraction | bool | None = None
    value_text: str = ""
    why: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NodeScore:
    """A branch or a leaf. `points` is what the scheme prints (None where a goal row prints none);
    `effective_points` is after transfers. `low`–`high` is what the score can still be.

    `stated` is the score that the document itself prints for this node.
    """

    path: Path
    points: Fraction | None
    effective_points: Fraction | None
    score: Fraction | None
    low: Fraction
    high: Fraction
    status: Status
    is_leaf: bool
    why: tuple[str, ...] = ()
    inputs: tuple[Input, ...] = ()
    reasons: tuple[Reason, ...] = ()
    parts: tuple[PartScore, ...] = ()
    standard: str = ""
    basis: tuple[str, ...] = ()
    meaning: str = ""
    stated: Fraction | None = None
    target: str = ""
    half_year_target: str = ""
    actual: str = ""
    attained: bool | None = None

    @property
    def name(self) -> str:
        return self.path[-1]

    @property
    def level(self) -> int:
        return len(self.path)

    @property
    def lost(self) -> Fraction | None:
        """Points lost against the effective points; None while the score is open."""
        if self.score is None or self.effective_points is None:
            return None
        return self.effective_points - self.score


@dataclass(frozen=True, slots=True)
class AdjustmentScore:
    """A bonus or penalty outside the 100: events counted once per matter, capped."""

    name: str
    count: int
    points: Fraction
    why: tuple[str, ...] = ()
    stated: Fraction | None = None


@dataclass(frozen=True, slots=True)
class WhatIfScore:
    """The same evaluation under another reading of some figures."""

    name: str
    note: str
    total: Fraction | None
    low: Fraction
    high: Fraction
    grade: str
    changed: tuple[NodeScore, ...] = ()
    """Leaves whose score differs."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The result. `total` is None while some leaf is not demonstrated; then `low`–`high` says what it can be.

    `uncapped` is the sum before the scheme's floor and ceiling. `is_stated` marks a column that the document
    only states (a self-evaluation's marks without their inputs): it is shown as stated and checked, and
    `total_by_scheme` is what the scheme's own caps make of it.
    """

    organisation: str
    year: int
    scheme: str
    scheme_title: str
    evaluator: Evaluator
    total: Fraction | None
    low: Fraction
    high: Fraction
    uncapped: Fraction | None
    total_by_scheme: Fraction | None
    grade: str
    possible_grades: tuple[str, ...]
    is_stated: bool
    nodes: tuple[NodeScore, ...]
    adjustments: tuple[AdjustmentScore, ...] = ()
    what_ifs: tuple[WhatIfScore, ...] = ()
    findings: tuple[Finding, ...] = ()
    score_places: int = 2
    full_points: Fraction = Fraction(100)
    stated_total: Fraction | None = None
    stated_grade: str = ""
    note: str = ""

    @property
    def leaves(self) -> tuple[NodeScore, ...]:
        return tuple(node for node in self.nodes if node.is_leaf)

    def node(self, path: Path) -> NodeScore | None:
        return next((node for node in self.nodes if node.path == path), None)


@dataclass(frozen=True, slots=True)
class Gap:
    """One node in two evaluations of the same department; `gap` is self minus verified, None while open."""

    path: Path
    points: Fraction | None
    is_leaf: bool
    self_score: Fraction | None
    verified_score: Fraction | None
    gap: Fraction | None
    reasons: tuple[Reason, ...] = ()
    why: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """A self-evaluation beside its verification, leaf by leaf, and what is wrong with either."""

    self_card: Scorecard
    verified_card: Scorecard
    nodes: tuple[Gap, ...]
    adjustments: tuple[Gap, ...]
    gap: Fraction | None
    findings: tuple[Finding, ...]
