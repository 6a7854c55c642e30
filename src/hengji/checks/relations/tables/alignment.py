"""Rows of a rebuilt table whose cells slipped to the left or right of the names of their columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.checks.relations.tables.grids import Part
from hengji.facts.document import Cell

__all__ = ["offset", "value_cells"]

_VALUE: Final = re.compile(r"[≥≤><=＝＞＜]?[-+]?\d[\d,.]*[%％]?[\u4e00-\u9fff]{0,3}|[\u4e00-\u9fff]{2,3}")

_QUANTITY: Final = re.compile(r"[≥≤><=＝＞＜]?[-+]?\d[\d,]*\.?\d*[%％]?[\u4e00-\u9fff]{0,2}")


def offset(part: Part, row: int, columns: Sequence[int]) -> int:
    """By how many columns the values of *row* stand beside *columns*, which are named one next to the other."""
    grid = part.grid
    if not grid.table.rebuilt or not columns:
        return 0
    filled = [column for column in range(grid.width) if grid.text(row, column)]
    if not filled:
        return 0
    last, end = filled[-1], columns[-1]
    if last > end and all(head in {"", part.heads[end]} for head in part.heads[end + 1 : last + 1]):
        return last - end
    values = [grid.text(row, column + last - end) if column + last >= end else "" for column in columns]
    if (
        len(columns) > 1
        and last < columns[0]
        and len(filled) > len(columns)
        and all(_VALUE.fullmatch(text) for text in values)
    ):
        return last - end
    slipped = columns[0] <= last < end and len(columns) > 1 and len(filled) > len(columns)
    return last - end if slipped and all(_QUANTITY.fullmatch(text) for text in values) else 0


def value_cells(part: Part, row: int, columns: Sequence[int]) -> list[Cell | None]:
    """The cells of *columns* in *row*, wherever they slipped to."""
    shift = offset(part, row, columns)
    places = (column + shift for column in columns)
    return [part.grid.cell(row, place) if 0 <= place < part.grid.width else None for place in places]
