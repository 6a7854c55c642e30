"""Composes the plain text of a document that is not plain text, and keeps the place of everything in it.

Paragraphs are joined by line feeds. A table's row is a line, its cells joined by tabs; a merged cell's text stands
once, the places it covers are empty, so that columns stay in line. A page begins after a form feed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hengji.documents.document_read import MAX_CHARACTERS
from hengji.documents.headers import header_depth
from hengji.documents.table_captions import caption_and_unit
from hengji.facts.document import Cell, Document, Paragraph, Table

__all__ = ["Composer", "GridCell", "TooLong", "cell_text", "named_cells"]

_BLANK: Final = re.compile(r"[ \t\u00a0]+")
_WIDE: Final = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u2018-\u201d"
_BETWEEN_WIDE: Final = re.compile(rf"(?<=[{_WIDE}])\n(?=[{_WIDE}])")
_BREAKS: Final = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")


class TooLong(Exception):  # noqa: N818 - named for what happened
    """The document has more text than `MAX_CHARACTERS`."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell before it has a place in the text."""

    row: int
    column: int
    text: str
    row_span: int = 1
    column_span: int = 1
    address: str = ""
    page: int | None = None


def cell_text(text: str) -> str:
    """A cell's text on one line: a line break between two Chinese characters vanishes, any other is a space."""
    lines = (_BLANK.sub(" ", line).strip() for line in _BREAKS.split(text))
    return _BETWEEN_WIDE.sub("", "\n".join(line for line in lines if line)).replace("\n", " ")


def named_cells(cells: Iterable[Cell], number: int) -> tuple[Cell, ...]:
    """The cells with the addresses of table *number* (from 1), where they have none of their own."""
    return tuple(
        cell
        if "!" in cell.address or (cell.address and not cell.address.startswith("表"))
        else replace(cell, address=f"表{number}第{cell.row + 1}行第{cell.column + 1}列")
        for cell in cells
    )


class Composer:
    """Collects paragraphs, tables and pages in reading order."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs: list[Paragraph] = []
        self._tables: list[Table] = []
        self._pages: list[int] = []

    @property
    def tables(self) -> Sequence[Table]:
        return self._tables

    def new_page(self) -> None:
        """Begin a page: the first, or the next after a form feed."""
        if self._pages:
            self._write("\f")
        self._pages.append(self._length)

    def add_paragraph(self, text: str, level: int = 0) -> None:
        """Add a paragraph; its inner line breaks stay. Blank text adds nothing."""
        shown = "\n".join(line.rstrip() for line in _BREAKS.split(text)).strip("\n")
        if not shown.strip():
            return
        start = self._length
        self._write(shown)
        self._paragraphs.append(Paragraph(start, self._length, level, self._page))
        self._write("\n")

    def add_table(
        self, grid: Iterable[GridCell], *, header_rows: int | None = None, caption: str = "", unit: str = ""
    ) -> None:
        """Add a table; without *header_rows*, *caption* or *unit* they are read off its cells and what precedes it."""
        by_row: dict[int, list[GridCell]] = {}
        for cell in grid:
            by_row.setdefault(cell.row, []).append(cell)
        if not by_row:
            return
        start = self._length
        cells = [placed for row in range(max(by_row) + 1) for placed in self._add_row(by_row.get(row, []))]
        above = self._paragraphs[-3:]
        found_caption, found_unit = caption_and_unit([self._text_of(paragraph) for paragraph in above])
        table = Table(
            named_cells(cells, len(self._tables) + 1),
            start,
            self._length - 1,
            header_depth(cells) if header_rows is None else min(header_rows, cells[-1].row + 1),
            caption or found_caption,
            unit or found_unit,
        )
        self._tables.append(table)

    def document(self, name: str, kind: str, title: str = "") -> Document:
        """The document; without a *title* it is the first heading or line."""
        text = "".join(self._pieces)
        first = next((text[paragraph.start : paragraph.end] for paragraph in self._paragraphs), "")
        return Document(
            name,
            kind,
            text,
            tuple(self._paragraphs),
            tuple(self._tables),
            tuple(self._pages),
            cell_text(title or first)[:100],
        )

    @property
    def _page(self) -> int | None:
        return len(self._pages) or None

    def _text_of(self, paragraph: Paragraph) -> str:
        """A recent paragraph's text, found in the last pieces written."""
        pieces: list[str] = []
        position = self._length
        for piece in reversed(self._pieces):
            position -= len(piece)
            pieces.append(piece)
            if position <= paragraph.start:
                break
        return "".join(reversed(pieces))[paragraph.start - position : paragraph.end - position]

    def _add_row(self, row: list[GridCell]) -> list[Cell]:
        placed: list[Cell] = []
        column = 0
        for cell in sorted(row, key=lambda cell: cell.column):
            self._write("\t" * (cell.column - column))
            column = cell.column
            start = self._length
            text = cell_text(cell.text)
            self._write(text)
            page = cell.page if cell.page is not None else self._page
            placed.append(
                Cell(
                    cell.row,
                    cell.column,
                    start,
                    self._length,
                    text,
                    cell.row_span,
                    cell.column_span,
                    cell.address,
                    page,
                )
            )
        self._write("\n")
        return placed

    def _write(self, piece: str) -> None:
        if piece:
            self._pieces.append(piece)
            self._length += len(piece)
        if self._length > MAX_CHARACTERS:
            raise TooLong
