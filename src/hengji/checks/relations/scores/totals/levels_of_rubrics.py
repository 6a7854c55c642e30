"""Points and scores of a level of indicators against those of the level below, by the cells merged over their rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.scores.reading.pairing import is_added
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE, Rubric
from hengji.checks.relations.scores.totals.columns_of_points import is_scored
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["levels_of_points", "levels_of_scores"]

_DIGIT: Final = re.compile(r"\d")
_MOVED: Final = re.compile("调整|原始?分?值|核定|实际")


def levels_of_points(rubric: Rubric, page: Rubric | None) -> Iterator[Family]:
    """Points of 一级 against those of 二级, and of 二级 against 三级, by the cells that are merged over their rows."""
    points = _points_columns(rubric.part)
    if any(_MOVED.search(rubric.part.heads[column]) for column in points):
        return  # 分值, 调整后分值: one beside the other, not one above the other
    yield from _nested(rubric, page, points, "分值")


def levels_of_scores(rubric: Rubric, page: Rubric | None) -> Iterator[Family]:
    """Scores of 一级 against those of 二级 where every level has points and a score of its own."""
    points, part = _points_columns(rubric.part), rubric.part
    scores = [
        column for column in range(part.grid.width) if SCORE.search(part.last_head(column)) and column not in points
    ]
    scores = [column for column in scores if is_scored(part, column)]
    paired = len(points) == len(scores) > 1 and all(b == a + 1 for a, b in zip(points, scores, strict=True))
    if paired:
        yield from _nested(rubric, page, scores, "得分")


def _points_columns(part: Part) -> list[int]:
    return [column for column in part.columns_named(POINTS) if not SCORE.search(part.heads[column])]


def _nested(rubric: Rubric, page: Rubric | None, points: Sequence[int], said: str) -> Iterator[Family]:
    """Every figure of an outer column against those of the next one in its rows. The last may go on in the next table,
    on the next *page*, whose first row then has no figure of its own there."""
    if rubric.ragged:
        return
    part = rubric.part
    for place, outer in enumerate(points[:-1], start=1):
        family = Family(True)
        wholes = [row for row in part.body if part.grid.amount(row, outer) is not None]
        wholes = wholes[:-1] if page is not None and _goes_on(rubric, page, outer) else wholes
        for first in wholes:
            whole = part.grid.amount(first, outer)
            counted = [row for row in _below(rubric, first, outer) if not is_added(part, row)]
            if any(_says_more(part, row, points[place:]) for row in counted):
                continue
            parts = [amount for row in counted if (amount := _points_at(part, row, points[place:])) is not None]
            lost = len(parts) < len(counted) and part.grid.table.rebuilt and _lost(rubric, counted, points[place:])
            if lost and whole is not None and not Sum(whole, tuple(parts), "", exact=True).holds:
                continue
            if whole is not None and parts and first not in _totals(rubric):
                family.sums.append(
                    Sum(whole, tuple(parts), f"“{part.grid.text(first, max(outer - 1, 0))}”{said}", exact=True)
                )
        yield family


def _lost(rubric: Rubric, rows: Sequence[int], points: Sequence[int]) -> bool:
    """Whether a row with a score has lost its points, so that those left cannot make the whole."""
    scored = {row.row for row in rubric.rows if any(score is not None for score in row.scores)}
    return any(row in scored and _points_at(rubric.part, row, points) is None for row in rows)


def _goes_on(rubric: Rubric, page: Rubric, outer: int) -> bool:
    """Whether the next table has the same columns and begins inside of a branch."""
    same = rubric.score_heads == page.score_heads and outer < page.part.grid.width
    return same and page.part.grid.amount(page.part.first, outer) is None and not page.rows[0].is_total


def _below(rubric: Rubric, first: int, outer: int) -> range:
    """The rows of an upper indicator: up to the next one, to an undivided one beside it, or to the total."""
    part = rubric.part
    after = range(first + 1, part.last)
    ends = (row for row in after if part.grid.amount(row, outer) is not None or _is_covered(part, row, outer))
    return range(first, min(next(ends, part.last), _total_row(rubric, first, part.last)))


def _points_at(part: Part, row: int, columns: Sequence[int]) -> Amount | None:
    """The points in the first of *columns*; of an indicator that is not divided, behind its name that covers it."""
    at = next((column for column in columns if not _is_covered(part, row, column)), None)
    return part.grid.amount(row, at) if at is not None else None


def _says_more(part: Part, row: int, columns: Sequence[int]) -> bool:
    """Points that are no bare figure, as where they were moved (“5，调至8”): which of them counts is not known."""
    at = next((column for column in columns if not _is_covered(part, row, column)), None)
    cell = part.grid.cell(row, at) if at is not None else None
    if at is None or cell is None or (cell.row, cell.column) != (row, at):
        return False
    return part.grid.amount(row, at) is None and _DIGIT.search(part.grid.text(row, at)) is not None


def _is_covered(part: Part, row: int, column: int) -> bool:
    """Whether a name reaches from the left over the place of *column*, which its indicator does without."""
    cell = part.grid.cell(row, column)
    return cell is not None and cell.column < column and cell.row == row


def _totals(rubric: Rubric) -> set[int]:
    return {row.row for row in rubric.rows if row.is_total}


def _total_row(rubric: Rubric, first: int, last: int) -> int:
    return min((row for row in _totals(rubric) if first < row < last), default=last)
