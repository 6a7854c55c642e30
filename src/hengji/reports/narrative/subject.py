"""What a report is about: an evaluation with its scorecard, and the others it is held against, ready to be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

from hengji.facts.evaluation import DataItem, Evaluation
from hengji.facts.figures import read_figure
from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.units import RATE, Unit, unit_of
from hengji.reports.narrative.references import safe
from hengji.rules.indicator_notation import resolve
from hengji.rules.scheme import Scheme

__all__ = ["LAST_YEAR", "Figures", "Subject"]

LAST_YEAR = "上年"
"""What stands before the name of a figure of the year before: 上年全年执行数."""


@dataclass(frozen=True, slots=True)
class Figures:
    """A named figure: its value and unit (a rate is a ratio), the decimals it was written with, where it stands."""

    value: Fraction | bool
    unit: Unit
    decimals: int
    origin: str = ""


@dataclass(frozen=True)
class Subject:
    """*evaluation* scored by *scheme* as *card*; `own` is the department's own card beside a verification.

    `previous` are the evaluations of earlier years with their cards, the latest first.
    """

    evaluation: Evaluation
    scheme: Scheme
    card: Scorecard
    own: Scorecard | None = None
    previous: tuple[tuple[Evaluation, Scorecard], ...] = ()

    @cached_property
    def figures(self) -> Mapping[str, Figures]:
        """Every figure by its name; last year's under 上年 and its name."""
        named: dict[str, Figures] = {}
        if self.previous:
            earlier, _ = self.previous[0]
            named |= {f"{LAST_YEAR}{item.name}": _figures(item) for item in earlier.data}
        named |= {item.name: _figures(item) for item in self.evaluation.data}
        for listed in self.evaluation.events:
            definition = self.scheme.definition(listed.name)
            unit = definition.unit if definition is not None else unit_of("项")
            named.setdefault(listed.name, Figures(Fraction(listed.count), unit, 0, str(listed.source)))
        return named

    @cached_property
    def missing(self) -> frozenset[str]:
        """Data items that the scheme knows and nobody has given."""
        return frozenset(definition.name for definition in self.scheme.data) - frozenset(self.figures)

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Figures of this year beside the same of last year, in the evaluation's order."""
        found = []
        for item in self.evaluation.data:
            then = f"{LAST_YEAR}{item.name.removeprefix('本年').removeprefix('当年')}"
            before = self.figures.get(then)
            if before is not None and before.unit == item.unit and not isinstance(item.value, bool):
                found.append((item.name, then))
        return tuple(found)

    def nodes_named(self, name: str, card: Scorecard | None = None) -> tuple[NodeScore, ...]:
        """The indicators that *name* can mean in *card*: a last name, or several joined by “/”."""
        nodes = (card or self.card).nodes
        exact = tuple(node for node in nodes if "/".join(_safe_path(node.path)) == name)
        if exact:
            return exact
        paths = {_safe_path(node.path): node for node in nodes}
        return tuple(paths[path] for path in resolve(name, paths))


@lru_cache(maxsize=4096)
def _safe_path(path: tuple[str, ...]) -> tuple[str, ...]:
    """Kept: every reference of a report asks for the paths of all nodes."""
    return tuple(safe("/".join(path)).split("/"))


def _figures(item: DataItem) -> Figures:
    written = read_figure(item.text)
    decimals = written.decimals if written is not None and written.unit in {None, item.unit} else _needed(item)
    origin = "；".join(part for part in (item.form, str(item.source)) if part)
    return Figures(item.value, item.unit, decimals, origin)


def _needed(item: DataItem) -> int:
    """The decimals that hold the value, at most eight: it was written in another unit than the scheme's."""
    value = Fraction(item.value) * (100 if item.unit == RATE else 1)
    return next((places for places in range(8) if (value * 10**places).denominator == 1), 8)
