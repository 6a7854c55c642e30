"""What one column is of others, whatever it is called: its rows tell, and the row that falls out is wrong.

Four laws: a sum of two columns (年初预算 + 调整数 = 调整后预算), a product of two (面积 × 标准 = 金额), a running total
(累计, row by row), and a fixed multiple of a column of whole numbers (人数 and the money at one rate). A law is
believed where at least four rows hold to every displayed digit, three of them with three digits or more, and at most a
fourth as many fail; a multiple only where no other law explains the column.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations, groupby, islice, pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount, significant
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.facts.relation import Relation, RelationKind

__all__ = ["column_laws"]

_RATE: Final = re.compile(r"率|比例|比重|占|[%％]|增幅|进度|得分|分值|权重|均|指标|目标|完成值")
_TOTAL: Final = re.compile(r"合计|总计|小计|总额")
_RUNNING: Final = re.compile(r"累计|滚存")
_SCALES: Final = (Fraction(1), Fraction(1, 10_000), Fraction(10_000))
_FEWEST: Final = 4
_TELLING: Final = 3
_MOST_COLUMNS: Final = 12


@dataclass(frozen=True, slots=True)
class _Trial:
    """A row under a law: the cells it is computed from, what they give, and what stands there."""

    line: Line
    parts: tuple[Amount, ...]
    stated: Amount
    computed: Fraction
    formula: str
    slack: Fraction = Fraction(0)
    """By how much what they give may be off because a rate among them was rounded."""

    @property
    def holds(self) -> bool:
        return abs(self.computed - self.stated.value) <= self.stated.step / 2 + self.slack

    @property
    def tells(self) -> bool:
        return self.holds and significant(self.stated.value) >= _TELLING


def column_laws(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``rate`` (products and multiples) and ``sum`` (two columns, running totals)."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            for side in sides_of(part):
                yield from _of_side(side)


def _of_side(side: Side) -> Iterator[Relation]:
    columns = [c for c in side.columns if not _RATE.search(side.part.last_head(c)) and not side.part.is_code(c)]
    lines = [line for line in side.lines if not line.is_total]
    if len(columns) > _MOST_COLUMNS or len(lines) < _FEWEST:
        return
    explained: set[int] = set()
    for column in columns:
        others = [each for each in columns if each != column]
        laws: Iterator[tuple[RelationKind, list[_Trial]]] = _laws(side, lines, column, others)
        kind, trials = next(((kind, trials) for kind, trials in laws if _is_believed(trials)), ("rate", []))
        if trials:
            explained.add(column)
            yield from (_relation(side, column, kind, trial, trials) for trial in trials)
    for first, second in combinations([each for each in columns if each not in explained], 2):
        trials = _multiples(lines, first, second)
        if _is_believed(trials):
            yield from (_relation(side, second, "rate", trial, trials) for trial in trials)


def _laws(
    side: Side, lines: Sequence[Line], column: int, others: Sequence[int]
) -> Iterator[tuple[RelationKind, list[_Trial]]]:
    if _RUNNING.search(side.part.last_head(column)):
        for one in others:
            yield "sum", _running(lines, one, column)
    for parts in combinations(others, 2):
        if not _TOTAL.search(side.part.last_head(column)):
            yield "sum", _while_hopeful(_added(lines, parts, column), len(lines))
        for scale in _SCALES:
            products = _products(lines, parts, column, scale)
            first = list(islice(products, _FEWEST))
            if any(trial.holds for trial in first):
                yield "rate", _while_hopeful(chain(first, products), len(lines))


def _while_hopeful(trials: Iterable[_Trial], rows: int) -> list[_Trial]:
    """All trials; none from the moment that too many have failed for `_is_believed`, whatever the other rows hold.

    Most pairs of columns have no law: without this each would be computed down to the last row.
    """
    found: list[_Trial] = []
    slips = 0
    for trial in trials:
        found.append(trial)
        slips += not trial.holds
        if slips * _FEWEST > max(rows - slips, _FEWEST):
            return []
    return found


def _products(lines: Sequence[Line], factors: tuple[int, int], column: int, scale: Fraction) -> Iterator[_Trial]:
    for line in lines:
        first, second, stated = (line.values.get(each) for each in (*factors, column))
        if first is not None and second is not None and stated is not None and stated.value:
            product = first.value * second.value * scale
            slack = sum((_slack(one, other) for one, other in ((first, second), (second, first))), Fraction(0)) * scale
            yield _Trial(line, (first, second), stated, product, f"{first.text} × {second.text}", slack)


def _slack(rate: Amount, times: Amount) -> Fraction:
    return rate.step / 2 * abs(times.value) if rate.is_rate else Fraction(0)


def _added(lines: Sequence[Line], parts: tuple[int, int], column: int) -> Iterator[_Trial]:
    """Rows where neither part is nothing: those where one is bear no witness."""
    for line in lines:
        first, second, stated = (line.values.get(each) for each in (*parts, column))
        if first is not None and second is not None and stated is not None and first.value and second.value:
            added = first.value + second.value
            yield _Trial(line, (first, second), stated, added, f"{first.text} + {second.text}")


def _running(lines: Sequence[Line], column: int, running: int) -> list[_Trial]:
    found = []
    for before, line in pairwise(lines):
        last, own, stated = before.values.get(running), line.values.get(column), line.values.get(running)
        if last is not None and own is not None and stated is not None:
            found.append(_Trial(line, (last, own), stated, last.value + own.value, f"{last.text} + {own.text}"))
    return found


def _multiples(lines: Sequence[Line], column: int, multiple: int) -> list[_Trial]:
    """By the factor of most rows; a column against itself, or rows that are all alike, say nothing."""
    pairs = [
        (line, line.values[column], line.values[multiple]) for line in lines if {column, multiple} <= {*line.values}
    ]
    filled = [(line, one, many) for line, one, many in pairs if one.value and many.value and not one.decimals]
    factors = Counter(many.value / one.value for _, one, many in filled)
    if not factors or len({one.value for _, one, _ in filled}) < _FEWEST:
        return []
    factor = factors.most_common(1)[0][0]
    if factor == 1 or (factor.numerator != 1 and factor.denominator not in {1, 2, 4, 5, 10, 20, 50, 100, 1000, 10_000}):
        return []
    said = _written(factor)
    return [_Trial(line, (one,), many, one.value * factor, f"{one.text} × {said}") for line, one, many in filled]


def _written(factor: Fraction) -> str:
    """A factor as people write it: 960, 0.5, 1/12."""
    scaled = factor * 10_000
    if scaled.denominator != 1:
        return f"{factor.numerator}/{factor.denominator}"
    whole, rest = divmod(scaled.numerator, 10_000)
    return f"{whole}.{rest:04d}".rstrip("0").rstrip(".") if rest else f"{whole}"


def _is_believed(trials: Sequence[_Trial]) -> bool:
    """Where each row goes on from the one before, one slip breaks two."""
    chained = len(trials) > 1 and trials[1].parts[0] is trials[0].stated
    holding = sum(trial.holds for trial in trials)
    telling = sum(trial.tells for trial in trials)
    runs = [len(list(run)) for holds, run in groupby(trials, key=lambda trial: trial.holds) if not holds]
    slips = sum((length + 1) // 2 if chained else length for length in runs)
    return holding >= _FEWEST and telling >= _TELLING and slips * _FEWEST <= max(holding, _FEWEST)


def _relation(side: Side, column: int, kind: RelationKind, trial: _Trial, trials: Sequence[_Trial]) -> Relation:
    name = f"“{trial.line.label or trial.line.code}”的“{side.part.last_head(column)}”"
    right = trial.stated.written(trial.computed)
    figures = (*(part.figure("part") for part in trial.parts), trial.stated.figure("stated"))
    if trial.holds:
        return Relation(kind, "ok", figures, trial.formula, right, trial.stated.text, f"{name} {right}，与表中一致。")
    rest = sum(each.holds for each in trials)
    slip = shape(trial.stated.text, right)
    return Relation(
        kind, "error", figures, trial.formula, right, trial.stated.text,
        f"{name}按 {trial.formula} 应为 {right}，表中为 {trial.stated.text}（其余 {rest} 行按此成立）。请核对这一行。",
        likely=mistaken(trial.stated.text, right, slip), severity="high",
    )  # fmt: skip
