"""Cells over several rows that a page break cuts: their text may stand only on the later page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from hengji.documents.goal_tables.labels import INDICATOR_COLUMNS
from hengji.facts.document import Cell

__all__ = ["with_texts_carried_back"]

_LEVELS: Final = tuple(INDICATOR_COLUMNS[name] for name in ("first", "second", "key_work"))

Breadth = tuple[int, int]
"""A cell's first column and how many it spans."""


def with_texts_carried_back(cells: Sequence[Cell], *, merges: bool) -> list[Cell]:
    """The cells of one table, each text in the piece of its cell that begins it.

    Such a cell's earlier piece is empty, reaches to the foot of its page, and does not begin at its head, where it
    would itself go on from the page before. Only columns whose cells merge rows are looked at, and those of levels if
    anything in the document *merges* rows: elsewhere an empty cell is empty.
    """
    found = list(cells)
    merging = _merging(cells, merges=merges)
    places = {(cell.row, cell.column, cell.column_span): place for place, cell in enumerate(cells)}
    for earlier, later in _breaks(cells):
        for breadth in merging:
            after = places.get((later, *breadth))
            before = next((place for row in earlier if (place := places.get((row, *breadth))) is not None), None)
            if after is None or before is None or found[before].text or not found[after].text:
                continue
            found[before] = replace(found[before], text=found[after].text)
            found[after] = replace(found[after], text="")
    return found


def _merging(cells: Sequence[Cell], *, merges: bool) -> set[Breadth]:
    levels = {(cell.column, cell.column_span) for cell in cells if merges and _is_level(cell)}
    return levels | {(cell.column, cell.column_span) for cell in cells if cell.row_span > 1}


def _is_level(cell: Cell) -> bool:
    return any(pattern.fullmatch(cell.text) for pattern in _LEVELS)


def _breaks(cells: Sequence[Cell]) -> list[tuple[list[int], int]]:
    """At each page break, the rows before it that may begin such a cell, the nearest first, and the row after it.

    Headings that the later page repeats are passed over. On a later page the first row may go on from the page before.
    """
    headings = {cell.row for cell in cells if _is_level(cell)}
    pages: dict[int | None, list[int]] = {}
    for row, page in sorted({cell.row: cell.page for cell in cells}.items()):
        if row not in headings:
            pages.setdefault(page, []).append(row)
    parts = list(pages.values())
    beginnings = [parts[0], *(rows[1:] for rows in parts[1:])] if parts else []
    return [(rows[::-1], later[0]) for rows, later in zip(beginnings, parts[1:], strict=False)]
