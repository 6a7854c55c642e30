"""Rows of one year each, one of which bears the year of the row above it: 2022年, 2023年, 2023年."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.relation import Relation

__all__ = ["find_year_rows"]

_HEAD: Final = re.compile(r"^(?:年度|年份|预算年度|实施年度|会计年度)$")
_YEAR: Final = re.compile(r"(20\d\d)\s*年?度?")
_FEWEST: Final = 3
_GAP: Final = 2
"""Years between the repeated row and the one behind it, as if the repeated one were a year later."""


def find_year_rows(context: Context) -> Iterator[Relation]:
    """One row of a column of years that repeats the year before, where all others go up by one."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            if part.grid.width and _HEAD.match(part.last_head(0)):
                yield from _of(context, part)


def _of(context: Context, part: Part) -> Iterator[Relation]:
    rows: list[tuple[int, Cell]] = []
    for row in part.body:
        cell = part.grid.cell(row, 0)
        match = _YEAR.fullmatch(cell.text.strip()) if cell is not None and cell.row_span == 1 else None
        if cell is not None and match is not None:
            rows.append((int(match[1]), cell))
    steps = [(later[0] - earlier[0], later[1]) for earlier, later in pairwise(rows)]
    twice = [(index, cell) for index, (step, cell) in enumerate(steps) if step == 0]
    rising = all(step in (1, 2) for step, _ in steps if step)
    if len(rows) < _FEWEST or len(twice) != 1 or not rising:
        return
    index, cell = twice[0]
    following = steps[index + 1][0] if index + 1 < len(steps) else _GAP
    if following != _GAP:
        return
    meant = rows[index + 1][0] + 1
    yield slip(
        context,
        [(cell.start, cell.end)],
        "error",
        f"这一行的年度是“{cell.text.strip()}”，与上一行相同，其他各行逐年递增。请核对，很可能应为{meant}年。",
        rule="各行年度不重复",
        expected=f"{meant}年",
        severity="high",
        kind="year",
    )
