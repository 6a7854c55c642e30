"""The points of a heading against those of its row in a table of scores, where hardly any others differ."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.scores.totals.rows_of_headings import (
    leaf_headings,
    named_once,
    paired_rows,
    points_around,
    possible_points,
)
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation

__all__ = ["points_of_branches", "points_of_rows"]

_SHORTEST: Final = 3
_MOVED: Final = re.compile(
    "分值[^。；，]{0,8}(?:调|增|减|分摊|平均)|(?:调整|调|并入|分摊|平均)[到至入]|不适用|不涉及|折算|原分值"
)
_SECTION: Final = 600
"""Characters behind points and score that may say that the points were moved."""


def points_of_rows(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """Points of rows against those of their headings, where the scores agree and hardly any other points differ. The
    points of a branch may stand in the row of its first leaf; points that were moved differ in two places."""
    others = points_around(scored)
    told = [
        (points, one, row, possible_points(rubric, row, one, others))
        for rubric, row, one in paired_rows(context)
        if (points := _bare_points(rubric, row, one))
    ]
    differ = [(points, one, row) for points, one, row, own in told if points.value not in own]
    agree = len(told) - len(differ)
    if len(differ) != 1 or agree < _SHORTEST:
        return
    points, one, row = differ[0]
    score = next(score for score in reversed(row.scores) if score is not None)
    section = one.heading.end if one.heading is not None else one.end
    reasons = context.document.text[one.span[1] : min(section, one.span[1] + _SECTION)]
    reasons += row.remark.text if row.remark is not None else ""
    if score.value == one.score.value and not _MOVED.search(reasons):
        yield _of_points(one, points)


def points_of_branches(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """The figure right behind a branch's name in a table of scores, where it is none of the points above or below."""
    leaves = {one.score.key for one in leaf_headings(scored)}
    others = points_around(scored)
    branches = {name: one for name, one in named_once(scored).items() if one.score.key not in leaves}
    found = list(_behind(context, branches)) if branches else []
    times = Counter(name for name, _ in found)
    wrong = [
        (branches[name], points)
        for name, points in found
        if points.value != branches[name].points.value and points.value not in others[branches[name].score.key]
    ]
    if len(wrong) != 1 or times[bare_name(wrong[0][0].name)] > 1:
        return
    agree, one = len(found) - 1, wrong[0][0]
    if agree >= _SHORTEST or (agree and _adds_up(scored, one)):
        yield _of_points(*wrong[0])


def _bare_points(rubric: Rubric, row: RubricRow, one: Scored) -> Amount | None:
    """The points of a row, or what stands where they should, unless the row prints those of its heading elsewhere."""
    if row.points is None or row.points.is_rate or (row.points.unit is not None and "分" not in row.points.text):
        return None
    grid, scores = rubric.part.grid, {score.key for score in row.scores if score is not None}
    amounts = [amount for at in range(grid.width) if (amount := grid.amount(row.row, at)) and amount.key not in scores]
    same = [amount for amount in amounts if amount.value == one.points.value]
    return same[0] if same else row.points


def _adds_up(scored: Sequence[Scored], one: Scored) -> bool:
    """Whether the leaves under a heading make its points."""
    below = takewhile(lambda other: other.level > one.level, scored[scored.index(one) + 1 :])
    return sum((leaf.points.value for leaf in leaf_headings(list(below))), Fraction(0)) == one.points.value


def _behind(context: Context, branches: Mapping[str, Scored]) -> Iterator[tuple[str, Amount]]:
    for rubric in rubrics_of(context):
        grid = rubric.part.grid
        for row in rubric.part.body:
            for column in range(grid.width - 1):
                name = bare_name(grid.text(row, column))
                amount = grid.amount(row, column + 1) if name in branches and _begins(rubric, row, column) else None
                if amount is not None and not amount.is_rate:
                    yield name, amount


def _begins(rubric: Rubric, row: int, column: int) -> bool:
    cell = rubric.part.grid.cell(row, column)
    return cell is not None and cell.row == row and cell.column + cell.column_span == column + 1


def _of_points(one: Scored, points: Amount) -> Relation:
    message = f"“{one.name}”在分析中分值 {one.points.text} 分，在得分表中为 {points.text}。请核对后统一。"
    return Relation(
        "repeat", "error", (one.points.figure("told"), points.figure("stated")), f"{one.name}：分析与得分表的分值相等",
        one.points.text, points.text, message, severity="high",
    )  # fmt: skip
