"""A document as blocks to be printed: paragraphs and tables whose text is cut into runs, marked or not."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.facts.document import Cell, Document, Paragraph, Table
from hengji.reports.check_marks import Mark

__all__ = ["Block", "Run", "ShownCell", "blocks_of"]

_NUMERIC: Final = re.compile(r"[\s\d,，.．%％+\-−—]+")
_SHORT: Final = 8
_LONG: Final = 40


@dataclass(frozen=True, slots=True)
class Run:
    """Some text. *anchor* names the place where a mark begins, *page* the page that begins here."""

    text: str
    mark: Mark | None = None
    anchor: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell of a table, or the empty places of a row up to the next cell."""

    runs: tuple[Run, ...]
    columns: int
    rows: int = 1
    is_heading: bool = False
    look: str = ""
    """``number``, ``short`` (kept on one line), ``long`` (kept from being too narrow), or nothing special."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (a heading from level 1 on), or a table where there are rows."""

    runs: tuple[Run, ...] = ()
    level: int = 0
    rows: tuple[tuple[ShownCell, ...], ...] = ()


def blocks_of(document: Document, marks: Sequence[Mark]) -> Iterator[Block]:
    """All text of the document in order; what its reader put into no paragraph is a paragraph, too."""
    cutter = _Cutter(document, marks)
    structure: list[Paragraph | Table] = [*document.paragraphs, *document.tables]
    at = 0
    for item in sorted(structure, key=lambda item: item.start):
        if item.start < at:
            continue
        yield from cutter.loose(at, item.start)
        if isinstance(item, Table):
            yield Block(rows=tuple(cutter.rows(item)))
        else:
            yield Block(tuple(cutter.runs(item.start, item.end)), item.level)
        at = item.end
    yield from cutter.loose(at, len(document.text))


class _Cutter:
    """Cuts stretches of the text at marks and at the beginnings of pages."""

    def __init__(self, document: Document, marks: Sequence[Mark]) -> None:
        self._text = document.text
        self._marks = marks
        self._ends = [mark.end for mark in marks]
        self._pages = document.pages
        self._told = 0
        """Pages whose beginning has been told."""

    def loose(self, start: int, end: int) -> Iterator[Block]:
        """The text between paragraphs and tables, if any."""
        if self._text[start:end].strip():
            yield Block(tuple(self.runs(start, end)))

    def runs(self, start: int, end: int) -> Iterator[Run]:
        """The stretch in pieces, each marked or not marked as a whole."""
        page = self._page_begun(start)
        at = start
        for mark in self._marks[bisect_right(self._ends, start) :]:
            if mark.start >= end:
                break
            if mark.start > at:
                yield from self._plain(at, mark.start, page)
                page = None
            first, last = max(mark.start, start), min(mark.end, end)
            anchor = f"m{mark.start}" if first == mark.start else ""
            yield Run(self._text[first:last], mark, anchor, page)
            page, at = None, last
        if at < end or page is not None:
            yield from self._plain(at, end, page)

    def _plain(self, start: int, end: int, page: int | None) -> Iterator[Run]:
        """Unmarked text, cut where a page begins within it."""
        cuts = self._pages[bisect_right(self._pages, start) : bisect_left(self._pages, end)]
        for cut in (*cuts, end):
            yield Run(self._text[start:cut], page=page)
            start, page = cut, self._page_begun(cut) if cut < end else None

    def _page_begun(self, offset: int) -> int | None:
        """The page that has begun at *offset* or before it, told once."""
        page = bisect_right(self._pages, offset)
        if page <= self._told:
            return None
        self._told = page
        return page

    def rows(self, table: Table) -> Iterator[tuple[ShownCell, ...]]:
        """The rows, with empty cells where the grid has none, so that columns stay in line."""
        columns, by_row = table.columns, _by_row(table)
        hanging: list[Cell] = []
        for row in range(table.rows):
            hanging = [cell for cell in hanging if cell.row + cell.row_span > row]
            own = by_row.get(row, [])
            shown: list[ShownCell] = []
            at = 0
            for cell in sorted([*hanging, *own], key=lambda cell: cell.column):
                if cell.column > at:
                    shown.append(ShownCell((), cell.column - at))
                if cell.row == row:
                    shown.append(self._cell(cell, is_heading=row < table.header_rows))
                at = max(at, cell.column + cell.column_span)
            if at < columns:
                shown.append(ShownCell((), columns - at))
            hanging += [cell for cell in own if cell.row_span > 1]
            yield tuple(shown)

    def _cell(self, cell: Cell, *, is_heading: bool) -> ShownCell:
        runs = tuple(self.runs(cell.start, cell.end))
        return ShownCell(runs, cell.column_span, cell.row_span, is_heading, _look(cell.text))


def _look(text: str) -> str:
    if _NUMERIC.fullmatch(text) and not text.isspace():
        return "number"
    return "short" if len(text) <= _SHORT else "long" if len(text) > _LONG else ""


def _by_row(table: Table) -> dict[int, list[Cell]]:
    by_row: dict[int, list[Cell]] = {}
    for cell in table.cells:
        by_row.setdefault(cell.row, []).append(cell)
    return by_row
