"""Shows a piece of evidence as text and tables of ours, each paragraph and cell with the place it is cited by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from hengji.facts.findings import Finding

if TYPE_CHECKING:
    from hengji.facts.document import Document, Table

__all__ = ["Block", "Place", "Preview", "pdf_page", "preview"]

_MOST_BLOCKS: Final = 600
_MOST_CELLS: Final = 6_000


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph or a cell, and what it is cited by: 第3段, Sheet1!C5."""

    text: str
    place: str
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (`level` from 1: a heading), or a table with its rows."""

    paragraph: Place | None = None
    level: int = 0
    caption: str = ""
    rows: tuple[tuple[Place, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """`pages` counts the pages of a pdf, which are shown as pictures; `is_cut` says that not all of it is here."""

    blocks: tuple[Block, ...] = ()
    pages: int = 0
    findings: tuple[Finding, ...] = ()
    is_cut: bool = False


def preview(content: bytes, name: str, kind: str) -> Preview:
    """What can be shown of *content*. Never raises for what a file may contain."""
    from hengji.documents.pages.page_picture import page_count
    from hengji.documents.reading import read_document

    if kind == "pdf":
        return Preview(pages=page_count(content))
    read = read_document(content, name)
    if read.document is None:
        return Preview(findings=read.findings)
    blocks = tuple(_blocks(read.document))
    shown, cells = [], 0
    for block in blocks[:_MOST_BLOCKS]:
        cells += sum(map(len, block.rows))
        if cells > _MOST_CELLS:
            break
        shown.append(block)
    return Preview(tuple(shown), 0, read.findings, len(shown) < len(blocks))


def pdf_page(content: bytes, number: int, width: int = 1000) -> bytes | None:
    """A page of a pdf (from 1) as a png; None where there is no such page."""
    from hengji.documents.pages.page_picture import page_picture

    return page_picture(content, number, width)


def _blocks(document: Document) -> Iterator[Block]:
    """Paragraphs and tables in the order in which they stand."""
    items: list[tuple[int, Block]] = [(table.start, _table(table)) for table in document.tables]
    number = 0
    for paragraph in document.paragraphs:
        text = document.text[paragraph.start : paragraph.end].strip()
        if text:
            number += 1
            page = document.page_at(paragraph.start)
            place = f"第{page}页第{number}段" if page is not None else f"第{number}段"
            items.append((paragraph.start, Block(Place(text, place), paragraph.level)))
    yield from (block for _, block in sorted(items, key=lambda item: item[0]))


def _table(table: Table) -> Block:
    rows: list[list[Place]] = [[] for _ in range(table.rows)]
    for cell in sorted(table.cells, key=lambda cell: (cell.row, cell.column)):
        rows[cell.row].append(Place(cell.text, cell.address, cell.row_span, cell.column_span))
    return Block(caption=table.caption, rows=tuple(map(tuple, rows)))
