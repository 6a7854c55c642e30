"""The analysis of an indicator against its row in the table of scores: “分值2分，评价得分2分” and 3.00 there.

A leaf's row is the one that holds the very name in a cell of its own, or the one that `pairing` finds for it; its last
figure is the score that counts. Where the points agree as well, both speak of one indicator, and another score is an
error of one of them; where the scores agree, so are other points. A branch's row is one with no other name in it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE, Rubric, RubricRow, rubrics_of
from hengji.checks.relations.scores.totals.points_of_headings import points_of_branches, points_of_rows
from hengji.checks.relations.scores.totals.rows_of_headings import (
    is_others_table,
    leaf_headings,
    named_once,
    paired_rows,
    points_around,
    possible_points,
)
from hengji.checks.relations.tables.amounts import Amount, read_amount, tight
from hengji.facts.document import Cell
from hengji.facts.relation import Relation, Verdict

__all__ = ["headings_and_rows"]

_SHORTEST: Final = 3
_FEWEST: Final = 2
"""Figures of a row that has points and a score."""


def headings_and_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: the row's score, and its points, are those stated."""
    scored = [one for one in scored_headings(context) if one.heading is not None]
    known: set[tuple[int, int]] = set()
    for relation in [*_named(context), *_paired(context, scored), *_branches(context, scored)]:
        place = (relation.figures[-1].start, relation.figures[0].start)
        if place not in known:
            known.add(place)
            yield relation
    of_branches = list(points_of_branches(context, scored))
    yield from of_branches
    places = {relation.figures[-1].start for relation in of_branches}
    yield from (relation for relation in points_of_rows(context, scored) if relation.figures[-1].start not in places)


def _named(context: Context) -> Iterator[Relation]:
    headings = [one for one in leaf_headings(list(scored_headings(context))) if len(one.name) >= _SHORTEST]
    if not headings:
        return
    named = _rows(context, {one.name for one in headings})
    twice = {name for name in named if sum(one.name == name for one in headings) > 1}
    for one in headings:
        rows = named.get(one.name, [])
        if len(rows) != 1 or one.name in twice:
            continue
        amounts = rows[0]
        if len(amounts) < _FEWEST or amounts[0].value != one.points.value:
            continue
        yield _of_scores(one, amounts[1:])


def _of_scores(one: Scored, scores: Sequence[Amount]) -> Relation:
    held = next((amount for amount in reversed(scores) if amount.value == one.score.value), None)
    verdict: Verdict = "error" if held is None else "ok" if held is scores[-1] else "suspicious"
    return _relation(one.name, one.score, scores[-1], verdict)


def _rows(context: Context, names: set[str]) -> dict[str, list[list[Amount]]]:
    """The figures behind each name, for every row that holds it as a cell of its own; a branch with points of its own
    stands in the row of its first leaf, and the score there is the leaf's."""
    found: dict[str, list[list[Amount]]] = defaultdict(list)
    branches = _branch_columns(context)
    others = {rubric.part.grid.table.start for rubric in rubrics_of(context) if is_others_table(context, rubric)}
    for table in context.document.tables if names else ():
        if table.start in others:
            continue
        rows: dict[int, list[Cell]] = defaultdict(list)
        for cell in table.cells:
            rows[cell.row].append(cell)
        for row in rows.values():
            ordered = sorted(row, key=lambda cell: cell.column)
            for place, cell in enumerate(ordered):
                if (name := tight(cell.text)) in names and cell.column >= branches.get(table.start, 0):
                    amounts = [read_amount(context, other) for other in ordered[place + 1 :]]
                    found[name].append([amount for amount in amounts if amount is not None and not amount.is_rate])
    return found


def _branch_columns(context: Context) -> dict[int, int]:
    """By table, the column of the branches' points, where the leaves have points in a column of their own."""
    columns = {
        rubric.part.grid.table.start: [
            column for column in rubric.part.columns_named(POINTS) if not SCORE.search(rubric.part.heads[column])
        ]
        for rubric in rubrics_of(context)
    }
    return {start: found[-2] for start, found in columns.items() if len(found) > 1}


def _paired(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """Rows without a name of their own that stand where their headings do."""
    others = points_around(scored)
    for rubric, row, one in paired_rows(context):
        scores = [score for score in row.scores if score is not None]
        if (
            row.points is not None
            and row.points.value in possible_points(rubric, row, one, others)
            and not is_others_table(context, rubric)
        ):
            yield _of_scores(one, scores)


def _branches(context: Context, scored: Sequence[Scored]) -> Iterator[Relation]:
    """Rows of one name and its figures, as a table of totals has them, against the headings of branches."""
    leaves = {one.score.key for one in leaf_headings(scored)}
    alone = named_once(scored)
    rows: dict[str, list[tuple[Rubric, RubricRow]]] = defaultdict(list)
    for rubric in rubrics_of(context):
        for row in rubric.rows if not rubric.ragged else ():
            if len(row.path) == 1 and bare_name(row.name) in alone and not row.is_total:
                rows[bare_name(row.name)].append((rubric, row))
    for name, found in rows.items():
        one, (rubric, row) = alone[name], found[0]
        points, scores = row.points, [score for score in row.scores if score is not None]
        if len(found) > 1 or one.score.key in leaves or points is None or _words_of(rubric, row) > 1:
            continue
        if points.value == one.points.value and scores and not is_others_table(context, rubric):
            yield _of_scores(one, scores)


def _words_of(rubric: Rubric, row: RubricRow) -> int:
    """How many cells of a row hold words."""
    grid = rubric.part.grid
    words = {
        id(grid.cell(row.row, at)) for at in range(grid.width) if re.search("[\u4e00-\u9fff]", grid.text(row.row, at))
    }
    return len(words)


def _relation(name: str, told: Amount, row: Amount, verdict: Verdict) -> Relation:
    message = f"“{name}”的得分与得分表一致。"
    if verdict != "ok":
        message = f"“{name}”在分析中得 {told.text} 分，在得分表中为 {row.text}。请核对后统一。"
    return Relation(
        "repeat",
        verdict,
        (told.figure("told"), row.figure("stated")),
        f"{name}：分析与得分表的得分相等",
        told.text,
        row.text,
        message,
        severity="high" if verdict == "error" else "medium",
    )
