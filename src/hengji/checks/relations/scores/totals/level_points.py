"""The points of all headings of one level make 100, and the rubric gives the same points to the same names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.scores.reading.rubrics import Rubric
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation

__all__ = ["level_points"]

_HUNDRED: Final = Fraction(100)
_FEWEST: Final = 3
_RANKS: Final = ("一级", "二级", "三级", "四级")

Printed = dict[tuple[str, Fraction], Amount]


def level_points(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """One relation for each level whose points make 100; a level that stops short of it says nothing."""
    scored = [one for one in scored_headings(context) if one.heading is not None]
    levels = sorted({one.level for one in scored})
    printed = _printed(rubrics, {one.name for one in scored})
    totals = [
        amount
        for rubric in rubrics
        for row in rubric.rows
        if row.is_total and (amount := row.points) is not None and amount.value == _HUNDRED
    ]
    for rank, level in zip(_RANKS, levels, strict=False):
        standing = _standing(scored, level)
        if len(standing) >= _FEWEST and sum(one.points.value for one in standing) == _HUNDRED:
            yield _relation(rank, standing, printed, totals[:1])


def _standing(scored: Sequence[Scored], level: int) -> list[Scored]:
    """The headings of a level, with those above it that are not divided."""
    nexts = [*(one.level for one in scored[1:]), 0]
    return [
        one
        for one, following in zip(scored, nexts, strict=False)
        if one.level == level or (one.level < level and following <= one.level)
    ]


def _printed(rubrics: Sequence[Rubric], names: set[str]) -> Printed:
    """Figures of the rubrics that stand right behind one of *names*."""
    found: Printed = {}
    for rubric in rubrics:
        grid = rubric.part.grid
        for row in rubric.part.body:
            for column in range(grid.width - 1):
                name = grid.text(row, column)
                amount = grid.amount(row, column + 1) if name in names else None
                if amount is not None:
                    found.setdefault((name, amount.value), amount)
    return found


def _relation(rank: str, standing: Sequence[Scored], printed: Printed, totals: Sequence[Amount]) -> Relation:
    said = [printed.get((one.name, one.points.value)) for one in standing]
    figures = (
        *(one.points.figure("part") for one in standing),
        *(amount.figure("witness") for amount in said if amount is not None),
        *(amount.figure("total") for amount in totals),
    )
    formula = f"{' + '.join(one.points.text for one in standing)} = 100"
    message = f"{rank}指标分值之和为 100。"
    return Relation("score_sum", "ok", figures, formula, "100", "100", message, severity="low")
