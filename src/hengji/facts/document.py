"""A document as the checker sees it: plain text with stable offsets, and what structure its file had.

All offsets are half-open character ranges into `Document.text`. For a .txt file the text is the decoded file
itself; for every other format it is what the reader composed, and what ``hengji read`` prints.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

__all__ = ["Cell", "Document", "Paragraph", "Place", "Table"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person finds something: a page (from 1), or a sheet or table with a cell."""

    page: int | None = None
    cell: str = ""

    def __str__(self) -> str:
        page = f"第{self.page}页" if self.page is not None else ""
        return " ".join(part for part in (page, self.cell) if part)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph outside tables. `level` is 0 for body text, 1… for headings (by style or by numbering)."""

    start: int
    end: int
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; merged cells stand once, at their first row and column (from 0), with their spans.

    `address` is what a person calls it: ``Sheet1!C5``, or ``表2第3行第4列``.
    """

    row: int
    column: int
    start: int
    end: int
    text: str
    row_span: int = 1
    column_span: int = 1
    address: str = ""
    page: int | None = None


@dataclass(frozen=True)
class Table:
    """A grid of cells. `header_rows` are the first rows that name the columns (one to three of them).

    A table broken across pages is one table. `rebuilt` marks one that was rebuilt from lines of plain text.
    """

    cells: tuple[Cell, ...]
    start: int
    end: int
    header_rows: int = 1
    caption: str = ""
    unit: str = ""
    rebuilt: bool = False

    @cached_property
    def rows(self) -> int:
        return max((cell.row + cell.row_span for cell in self.cells), default=0)

    @cached_property
    def columns(self) -> int:
        return max((cell.column + cell.column_span for cell in self.cells), default=0)

    @cached_property
    def _in_order(self) -> tuple[list[int], list[Cell]]:
        cells = sorted((cell for cell in self.cells if cell.start < cell.end), key=lambda cell: cell.start)
        return [cell.start for cell in cells], cells

    def cell_at(self, offset: int) -> Cell | None:
        """The cell that holds *offset*, if any."""
        starts, cells = self._in_order
        index = bisect_right(starts, offset) - 1
        return cells[index] if index >= 0 and offset < cells[index].end else None

    def grid(self) -> list[list[Cell | None]]:
        """Rows of cells; a merged cell stands in every place it covers."""
        grid: list[list[Cell | None]] = [[None] * self.columns for _ in range(self.rows)]
        for cell in self.cells:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    grid[row][column] = cell
        return grid


@dataclass(frozen=True)
class Document:
    """`pages` are the start offsets of the pages; empty where the format has none. `format` is the file's kind."""

    name: str
    format: str
    text: str
    paragraphs: tuple[Paragraph, ...] = ()
    tables: tuple[Table, ...] = ()
    pages: tuple[int, ...] = ()
    title: str = ""

    def page_at(self, offset: int) -> int | None:
        """The page (from 1) that holds *offset*."""
        return bisect_right(self.pages, offset) or None if self.pages else None

    def cell_at(self, offset: int) -> Cell | None:
        """The table cell that holds *offset*, if any."""
        starts, tables = self._tables_in_order
        index = bisect_right(starts, offset) - 1
        return tables[index].cell_at(offset) if index >= 0 and offset < tables[index].end else None

    @cached_property
    def _tables_in_order(self) -> tuple[list[int], list[Table]]:
        tables = sorted(self.tables, key=lambda table: table.start)
        return [table.start for table in tables], tables

    def place_at(self, offset: int) -> Place:
        """Page and cell of *offset*."""
        cell = self.cell_at(offset)
        page = cell.page if cell is not None and cell.page is not None else self.page_at(offset)
        return Place(page, cell.address if cell is not None else "")
