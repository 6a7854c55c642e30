"""Where in a document an offset is, said so that a person finds it. Look-ups are by bisection."""

from __future__ import annotations

from bisect import bisect_right

from hengji.facts.document import Cell, Document, Place

__all__ = ["Places"]

_LONGEST_HEADING = 24


class Places:
    """The pages, cells, lines and headings of one document, indexed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        cells = ((cell, table) for table in document.tables for cell in table.cells if cell.end > cell.start)
        placed = sorted(cells, key=lambda each: each[0].start)
        self._cells = [cell for cell, _ in placed]
        self._tables = [table for _, table in placed]
        self._cell_starts = [cell.start for cell in self._cells]
        self._headings = [paragraph for paragraph in document.paragraphs if paragraph.level]
        self._heading_starts = [heading.start for heading in self._headings]
        text = document.text
        self._lines = [0, *(index + 1 for index, letter in enumerate(text) if letter == "\n")]

    def place(self, offset: int) -> Place:
        """Page and cell; the same as `Document.place_at`, only quick."""
        index = self._cell_index(offset)
        cell = self._cells[index] if index is not None else None
        page = cell.page if cell is not None and cell.page is not None else self._document.page_at(offset)
        return Place(page, cell.address if cell is not None else "")

    def row(self, offset: int) -> tuple[Cell, ...]:
        """The cells that have text in the table's row that holds *offset*; none outside of tables."""
        index = self._cell_index(offset)
        if index is None:
            return ()
        first = last = index
        while first > 0 and self._is_same_row(first - 1, index):
            first -= 1
        while last + 1 < len(self._cells) and self._is_same_row(last + 1, index):
            last += 1
        return tuple(self._cells[first : last + 1])

    def _is_same_row(self, one: int, other: int) -> bool:
        return self._tables[one] is self._tables[other] and self._cells[one].row == self._cells[other].row

    def _cell_index(self, offset: int) -> int | None:
        index = bisect_right(self._cell_starts, offset) - 1
        return index if index >= 0 and offset < self._cells[index].end else None

    def line(self, offset: int) -> int:
        """The line of the text, from 1."""
        return bisect_right(self._lines, offset)

    def heading(self, offset: int) -> str:
        """The nearest heading above, shortened; empty before the first."""
        index = bisect_right(self._heading_starts, offset) - 1
        if index < 0:
            return ""
        heading = self._headings[index]
        text = self._document.text[heading.start : heading.end].strip().split("\n")[0]
        return text if len(text) <= _LONGEST_HEADING else text[: _LONGEST_HEADING - 1] + "…"

    def where(self, offset: int) -> str:
        """Page and cell; where the format has neither, the line and the heading above it."""
        place = self.place(offset)
        is_text = self._document.format == "txt"
        line = f"第{self.line(offset)}行" if is_text or (place.page is None and not place.cell) else ""
        heading = "" if place.cell or place.page is not None else self.heading(offset)
        return " ".join(part for part in (line, str(place), f"“{heading}”" if heading else "") if part)
