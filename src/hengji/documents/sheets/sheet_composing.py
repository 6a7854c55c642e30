"""A worksheet's cells → paragraphs and tables. Used for xlsx and xls alike."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hengji.documents.composing import Composer, GridCell
from hengji.documents.document_read import MAX_CELLS
from hengji.documents.table_captions import unit_in

__all__ = ["Sheet", "add_sheet", "cell_name"]

_MAX_LABELS: Final = 3


@dataclass(slots=True)
class Sheet:
    """What a sheet shows: texts by (row, column) from 0, and merged ranges as (rows, columns) by first place.

    `stored` are numbers as the file keeps them, which may be finer than what is shown; `uncomputed` are the places of
    formulas without a result.
    """

    name: str
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    merges: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    is_hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    stored: dict[tuple[int, int], str] = field(default_factory=dict)
    uncomputed: set[tuple[int, int]] = field(default_factory=set)


def cell_name(sheet: str, row: int, column: int) -> str:
    """``Sheet1!C5``, as spreadsheets call it; sheet names with blanks or marks stand in quotes."""
    letters = ""
    number = column + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    plain = sheet.replace("_", "a").isalnum() and not sheet[:1].isdigit()
    quoted = sheet if plain else "'" + sheet.replace("'", "''") + "'"
    return f"{quoted}!{letters}{row + 1}"


def add_sheet(composer: Composer, sheet: Sheet, *, with_name: bool) -> None:
    """Write a sheet: its name, then per block of rows the title lines, the table, and the notes below it."""
    covered = set(_covered(sheet))
    rows: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(sheet.texts.items()):
        if text.strip() and (row, column) not in covered:
            rows.setdefault(row, {})[column] = text
    if not rows:
        return
    if with_name:
        composer.add_paragraph(sheet.name, 1)
    for block in _blocks(rows):
        _add_block(composer, sheet, block, rows)


def _covered(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """The written cells that a merge hides. Empty ones do not count: a merge may cover a whole sheet of them."""
    written: dict[int, list[int]] = {}
    for row, column in sorted(sheet.texts):
        written.setdefault(row, []).append(column)
    rows = list(written)
    looked_at = 0
    for (top, left), (height, width) in sheet.merges.items():
        below = rows[bisect_left(rows, top) : bisect_left(rows, top + height)]
        looked_at += len(below)
        if looked_at > MAX_CELLS:  # merges upon merges: only a made-up file has them
            return
        for row in below:
            columns = written[row]
            hidden = columns[bisect_left(columns, left) : bisect_left(columns, left + width)]
            yield from ((row, column) for column in hidden if (row, column) != (top, left))


def _blocks(rows: Mapping[int, Mapping[int, str]]) -> Iterator[list[int]]:
    """Runs of rows; an empty row ends one when a line of its own kind (a title, a unit) follows it."""
    block: list[int] = []
    for row in sorted(rows):
        if block and row > block[-1] + 1 and _is_label(rows[row]):
            yield block
            block = []
        block.append(row)
    if block:
        yield block


def _is_label(row: Mapping[int, str]) -> bool:
    """A title, a unit line or a note: one text, or a few that each say ``…：…``."""
    texts = list(row.values())
    if len(texts) == 1:
        return True
    return len(texts) <= _MAX_LABELS and all("：" in text or ":" in text or unit_in(text) for text in texts)


def _add_block(composer: Composer, sheet: Sheet, block: Sequence[int], rows: Mapping[int, Mapping[int, str]]) -> None:
    first, last = 0, len(block)
    while first < last and _is_label(rows[block[first]]):
        first += 1
    while last > first and len(rows[block[last - 1]]) == 1:
        last -= 1
    for row in block[:first]:
        composer.add_paragraph("  ".join(rows[row].values()))
    if first < last:
        composer.add_table(_grid(sheet, block[first:last], rows))
    for row in block[last:]:
        composer.add_paragraph("  ".join(rows[row].values()))


def _grid(sheet: Sheet, block: Sequence[int], rows: Mapping[int, Mapping[int, str]]) -> list[GridCell]:
    left = min(min(rows[row]) for row in block)
    number = {row: index for index, row in enumerate(block)}
    cells: list[GridCell] = []
    for row in block:
        for column, text in rows[row].items():
            height, width = sheet.merges.get((row, column), (1, 1))
            shown_rows = bisect_left(block, row + height) - number[row]
            address = cell_name(sheet.name, row, column)
            cells.append(GridCell(number[row], column - left, text, max(shown_rows, 1), width, address))
    return cells
