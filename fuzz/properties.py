"""What holds for whatever was read from any bytes."""

from __future__ import annotations

from collections.abc import Callable

from hengji.documents.archive import ArchiveRefused
from hengji.documents.composing import TooLong
from hengji.documents.document_read import DocumentRead
from hengji.facts.document import Cell, Document, Table
from hengji.facts.findings import Finding

MAX_GRID = 200_000
"""Larger grids are not built, only because that would take the time of many inputs."""

Reader = Callable[[bytes, str], DocumentRead]


def reads_truly(read: Reader, name: str, *, may_refuse: bool = False) -> Callable[[bytes], None]:
    """The reader returns what is true of its own text. With *may_refuse* it may raise what `read_document` catches."""

    def hold(content: bytes) -> None:
        try:
            result = read(content, name)
        except (ArchiveRefused, TooLong):
            if not may_refuse:
                raise
            return
        check_read(result)

    return hold


def check_read(read: DocumentRead) -> None:
    check_findings(read.findings, is_refused=read.document is None)
    if read.document is not None:
        check_document(read.document)


def check_findings(findings: tuple[Finding, ...], *, is_refused: bool) -> None:
    assert is_refused == any(finding.severity == "error" for finding in findings), findings
    for finding in findings:
        assert finding.message, finding
        str(finding).encode()  # fails on halves of characters, which no terminal and no file takes


def check_document(document: Document) -> None:
    text = document.text
    text.encode()
    document.title.encode()
    assert list(document.pages) == sorted(document.pages), document.pages
    assert all(0 <= page <= len(text) for page in document.pages), document.pages
    end = 0
    for paragraph in document.paragraphs:
        assert end <= paragraph.start <= paragraph.end <= len(text), paragraph
        assert paragraph.level >= 0, paragraph
        end = paragraph.end
    end = 0
    for table in document.tables:
        assert end <= table.start <= table.end <= len(text), table
        end = table.end
        _check_table(document, table)


def _check_table(document: Document, table: Table) -> None:
    assert table.cells, table
    assert 0 <= table.header_rows <= table.rows, (table.header_rows, table.rows)
    places: set[tuple[int, int]] = set()
    for cell in table.cells:
        _check_cell(document, table, cell)
        assert (cell.row, cell.column) not in places, cell
        places.add((cell.row, cell.column))
    if table.rows * table.columns <= MAX_GRID:
        table.grid()
    if table.cells[0].text:
        document.place_at(table.cells[0].start)


def _check_cell(document: Document, table: Table, cell: Cell) -> None:
    assert table.start <= cell.start <= cell.end <= table.end, (cell, table.start, table.end)
    assert cell.row >= 0 and cell.column >= 0 and cell.row_span >= 1 and cell.column_span >= 1, cell
    written = document.text[cell.start : cell.end]
    # A cell of a table rebuilt from plain text may go on in other lines; its range is then its first piece.
    assert cell.text == written or (table.rebuilt and cell.text.startswith(written)), (cell, written)
    assert cell.address, cell
