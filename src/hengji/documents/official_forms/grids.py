"""A file's sheets as grids of cells with their places, whatever the file is: xlsx, xls, or a table in any other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from hengji.documents.archive import ArchiveRefused
from hengji.documents.composing import cell_text
from hengji.documents.document_read import DocumentRead, refused
from hengji.documents.reading import kind_of, read_document
from hengji.documents.sheets.sheet_composing import Sheet, cell_name
from hengji.documents.sheets.xlsx_reader import sheets_in_xlsx
from hengji.facts.document import Document, Paragraph, Table
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = ["Grid", "GridsRead", "read_grids"]

Place = tuple[int, int]

_MAX_COVERED: Final = 200_000
_LONGEST_TITLE: Final = 80


@dataclass(slots=True)
class Grid:
    """A sheet: texts by (row, column) from 0, each on one line; `rows` has only rows that hold something."""

    document: str
    name: str
    rows: dict[int, dict[int, str]] = field(default_factory=dict)
    stored: dict[Place, str] = field(default_factory=dict)
    uncomputed: set[Place] = field(default_factory=set)
    spans: dict[Place, Place] = field(default_factory=dict)
    """(height, width) of merged cells."""
    addresses: dict[Place, str] = field(default_factory=dict)
    """What people call a cell, where it is not by letter and number."""
    _covered: dict[Place, Place] | None = None

    def text(self, row: int, column: int) -> str:
        return self.rows.get(row, {}).get(column, "")

    def seen(self, row: int, column: int) -> str:
        """The text that a person sees there: that of the merged cell which covers the place, too."""
        origin = self._covering.get((row, column))
        return self.text(*origin) if origin is not None else self.text(row, column)

    def source(self, row: int, column: int) -> Source:
        address = self.addresses.get((row, column))
        if address is not None:
            return Source(self.document, cell=address)
        sheet, _, cell = cell_name(self.name, row, column).rpartition("!")
        return Source(self.document, sheet=sheet, cell=cell)

    @property
    def _covering(self) -> dict[Place, Place]:
        if self._covered is None:
            self._covered = dict(self._spread())
        return self._covered

    def _spread(self) -> Iterator[tuple[Place, Place]]:
        covered = 0
        for (top, left), (height, width) in self.spans.items():
            covered += height * width
            if covered > _MAX_COVERED:  # only a made-up file merges so much
                return
            if self.text(top, left):
                for row in range(top, top + height):
                    yield from (((row, column), (top, left)) for column in range(left, left + width))


@dataclass(frozen=True, slots=True)
class GridsRead:
    """The grids, or the findings that say why there are none."""

    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...] = ()


def read_grids(content: bytes, name: str) -> GridsRead:
    """Every sheet of the workbook *content*, or the tables of another document. Never raises for what a file holds."""
    kind = kind_of(content) if content else ""
    sheets: list[Sheet] | DocumentRead | None = None
    if kind == "xlsx":
        try:
            sheets = sheets_in_xlsx(content)
        except ArchiveRefused as problem:
            sheets = refused(name, problem.code, problem.message, problem.advice, problem.found)
    elif kind == "xls":
        from hengji.documents.sheets.xls_reader import sheets_in_xls  # noqa: PLC0415 - only when one comes

        sheets = sheets_in_xls(content, name)
    if isinstance(sheets, list):
        return GridsRead(tuple(_of_sheet(sheet, name) for sheet in sheets))
    read = sheets or read_document(content, name)
    # That the ending says another kind is how finance systems export: html called xls.
    findings = tuple(finding for finding in read.findings if finding.severity == "error")
    return GridsRead((_of_document(read.document),) if read.document is not None else (), findings)


def _of_sheet(sheet: Sheet, document: str) -> Grid:
    grid = Grid(document, sheet.name, stored=sheet.stored, uncomputed=sheet.uncomputed, spans=sheet.merges)
    for (row, column), text in sorted(sheet.texts.items()):
        if shown := cell_text(text):
            grid.rows.setdefault(row, {})[column] = shown
    return grid


def _of_document(document: Document) -> Grid:
    """Paragraphs and tables one below the other: a title is the paragraph above its table."""
    grid = Grid(document.name, "")
    pieces: list[Paragraph | Table] = sorted((*document.paragraphs, *document.tables), key=lambda each: each.start)
    for piece in pieces:
        below = max(grid.rows, default=-1) + 1
        if isinstance(piece, Paragraph):
            text = cell_text(document.text[piece.start : piece.end])
            if 0 < len(text) <= _LONGEST_TITLE:
                grid.rows[below] = {0: text}
                grid.addresses[below, 0] = str(replace(document.place_at(piece.start), cell=""))
            continue
        for cell in piece.cells:
            if cell.text:
                row = below + cell.row
                grid.rows.setdefault(row, {})[cell.column] = cell.text
                grid.addresses[row, cell.column] = cell.address
                grid.spans[row, cell.column] = (cell.row_span, cell.column_span)
    return grid
