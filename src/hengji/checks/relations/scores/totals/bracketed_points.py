"""Points that the names of upper indicators print in brackets, 投入（20分）, against those of the indicators below."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.pairing import is_added
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE, Rubric
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.trials import Family, Sum
from hengji.facts.document import Cell

__all__ = ["bracketed_families"]

_NAME: Final = re.compile(
    r"([^（(]{2,16})[（(]\s*(?:共|计|分值|权重|满分)?\s*[:：]?\s*(\d{1,3}(?:\.\d{1,2})?)\s*分\s*[)）]\s*"
)


def bracketed_families(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Family]:
    """One family for each rubric: every bracket of a level against the brackets, or the points, of the next."""
    for rubric in rubrics:
        part = rubric.part
        points = [column for column in part.columns_named(POINTS) if not SCORE.search(part.heads[column])]
        if rubric.ragged or len(points) != 1:
            continue
        family = Family(True)
        totals = {row.row for row in rubric.rows if row.is_total}
        levels = [_bracketed(context, rubric, column) for column in range(points[0])]
        filled = [level for level in levels if level]
        for rank, level in enumerate(filled, start=1):
            below = filled[rank] if rank < len(filled) else {}
            family.sums += list(_sums(rubric, level, below, points[0], totals))
        yield family


def _bracketed(context: Context, rubric: Rubric, column: int) -> dict[int, tuple[Cell, Amount]]:
    """By its first row, every cell of *column* with points in brackets, and these points."""
    grid = rubric.part.grid
    found: dict[int, tuple[Cell, Amount]] = {}
    for row in rubric.part.body:
        cell = grid.cell(row, column)
        if cell is None or cell.row != row or cell.column != column:
            continue
        match = _NAME.fullmatch(cell.text)
        amount = amount_at(context, cell.start + match.start(2), cell.start + match.end(2)) if match else None
        if amount is not None:
            found[row] = (cell, amount)
    return found


def _rows(rubric: Rubric, cell: Cell, first: int, totals: set[int]) -> range:
    """The rows of an indicator: those that its cell covers, and those below whose cell is blank."""
    grid, end = rubric.part.grid, first + cell.row_span
    while end < rubric.part.last and end not in totals and not grid.text(end, cell.column):
        end += 1
    return range(first, min(end, rubric.part.last))


def _sums(
    rubric: Rubric, level: dict[int, tuple[Cell, Amount]], below: dict[int, tuple[Cell, Amount]], points: int,
    totals: set[int],
) -> Iterator[Sum]:  # fmt: skip
    grid = rubric.part.grid
    for first, (cell, whole) in level.items():
        rows = _rows(rubric, cell, first, totals)
        if any(row in totals or is_added(rubric.part, row) for row in rows):
            continue
        inner = [below[row] for row in rows if row in below]
        covered = sum(len(_rows(rubric, other, other.row, totals)) for other, _ in inner)
        parts = [amount for _, amount in inner] if inner and covered == len(rows) else []
        if not parts and not inner:
            leaves = [grid.amount(row, points) for row in rows]
            parts = [leaf for leaf in leaves if leaf is not None] if None not in leaves else []
        if parts and (len(parts) > 1 or len(rows) == 1):
            yield Sum(whole, tuple(parts), f"“{cell.text.strip()[:20]}”分值", exact=True)
