"""Pages of glyphs and rulings → one `Document`.

Page numbers and running headers are left out, wrapped lines become paragraphs, tables cut by page breaks are joined.
The document's pages keep their starts even where a page begins in the middle of a sentence or of a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, NamedTuple

from hengji.documents.composing import Composer
from hengji.documents.headings import heading_level
from hengji.documents.pages.page_content import PageContent
from hengji.documents.pages.page_furniture import Margins, is_page_number, running_lines, without_contents_number
from hengji.documents.pages.page_joining import OpenTable
from hengji.documents.pages.page_lines import Line, joined, lines_of
from hengji.documents.pages.page_paragraphs import TextArea, goes_on, text_area
from hengji.documents.pages.page_tables import PageTable, tables_of
from hengji.documents.pages.unruled_tables import may_hold_unruled, unruled_tables
from hengji.facts.document import Document, Table

__all__ = ["PageLayout", "compose", "laid_out"]

_LEAD_LINES: Final = 4
"""Lines above a table that may be its caption and unit."""


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A page's lines and tables; glyphs are no longer kept, so that 5,000 pages fit into memory."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
    tables: tuple[PageTable, ...] = ()


def laid_out(page: PageContent) -> PageLayout:
    """The lines and tables of one page."""
    tables, rest = tables_of(page)
    lines = lines_of(rest)
    if may_hold_unruled(lines):
        unruled, rest = unruled_tables(rest, page.number)
        tables, lines = (*tables, *unruled), lines_of(rest)
    return PageLayout(page.number, page.width, page.height, lines, tables)


def compose(pages: Sequence[PageLayout], name: str, kind: str) -> Document:
    """The document of all pages, in order. Raises `composing.TooLong`."""
    flow = _Flow()
    pages = _without_furniture(pages)
    shared = {
        size: text_area((line for page in group for line in page.lines), size[0])
        for size, group in _by_size(pages).items()
    }
    for page in pages:
        area = text_area(page.lines, page.width, shared[_size(page)])
        flow.take(_as_contents(page), area)
    return flow.document(name, kind, _title(pages), len(pages))


def _size(page: PageLayout) -> tuple[int, int]:
    return round(page.width), round(page.height)


def _by_size(pages: Iterable[PageLayout]) -> dict[tuple[int, int], list[PageLayout]]:
    return {size: list(group) for size, group in groupby(sorted(pages, key=_size), key=_size)}


def _without_furniture(pages: Sequence[PageLayout]) -> list[PageLayout]:
    outer = [[line.text for line in page.lines if Margins(page.height).hold(line)] for page in pages]
    running = running_lines(outer)
    cleaned = []
    for page in pages:
        margins = Margins(page.height)
        kept = tuple(
            line
            for line in page.lines
            if not (margins.hold(line) and (line.text in running or is_page_number(line.text)))
        )
        cleaned.append(replace(page, lines=kept))
    return cleaned


def _as_contents(page: PageLayout) -> PageLayout:
    """The page with its table of contents, if it holds one, freed of page numbers."""
    is_contents = any("".join(line.text.split()) in {"目录", "目次"} for line in page.lines[:3])
    lines = tuple(replace(line, text=without_contents_number(line.text, is_contents)) for line in page.lines)
    return replace(page, lines=tuple(line for line in lines if line.text))


def _title(pages: Iterable[PageLayout]) -> str:
    """The largest lines of the first page that has text."""
    lines = next((page.lines for page in pages if page.lines), ())
    largest = max((line.size for line in lines), default=0.0)
    title = ""
    for line in lines:
        if line.size > 0.9 * largest:
            title = joined(title, line.text)
        elif title:
            break
    return title


class _Mark(NamedTuple):
    """Where a page's text goes on: at an offset of a paragraph, or at a row of a table."""

    page: int
    in_table: bool
    block: int
    at: int


@dataclass(slots=True)
class _OpenParagraph:
    text: str
    last: Line
    pages: list[tuple[int, int]]
    """Each page and the offset in the text at which it begins."""


class _Flow:
    """Takes pages one by one; a paragraph or a table stays open until it is sure that it has ended."""

    def __init__(self) -> None:
        self._composer = Composer()
        self._paragraph: _OpenParagraph | None = None
        self._table: OpenTable | None = None
        self._marks: list[_Mark] = []
        self._paragraph_pages: list[int] = []

    def take(self, page: PageLayout, area: TextArea | None) -> None:
        """Add the lines and tables of *page* from top to bottom."""
        waiting: list[Line] = []
        blocks: list[Line | PageTable] = [*page.lines, *page.tables]
        for block in sorted(blocks, key=lambda block: block.top):
            if isinstance(block, Line):
                waiting.append(block)
                continue
            lead = [line.text for line in waiting]
            if self._table is None or not self._table.take(block, lead, page.number):
                if block.lines:
                    waiting += block.lines
                    continue
                self._take_lines(waiting, page.number, area)
                self._close()
                self._table = OpenTable.begin(block, lead[-_LEAD_LINES:], page.number)
            waiting = []
        self._take_lines(waiting, page.number, area)

    def document(self, name: str, kind: str, title: str, pages: int) -> Document:
        """The document of what was taken."""
        self._close()
        document = self._composer.document(name, kind, title)
        paragraphs = tuple(
            replace(paragraph, page=page)
            for paragraph, page in zip(document.paragraphs, self._paragraph_pages, strict=True)
        )
        return replace(document, paragraphs=paragraphs, pages=self._page_starts(document, pages))

    def _page_starts(self, document: Document, pages: int) -> tuple[int, ...]:
        """The start of each page; a page without text starts where the next one does."""
        rows = [_row_starts(table) for table in document.tables]
        starts: dict[int, int] = {}
        for page, in_table, block, at in self._marks:
            start = rows[block].get(at) if in_table else document.paragraphs[block].start + at
            if start is not None:
                starts[page] = min(starts.get(page, start), start)
        filled: list[int] = []
        following = len(document.text)
        for page in range(pages, 0, -1):
            following = min(starts.get(page, following), following)
            filled.append(following)
        return (0, *reversed(filled[:-1])) if filled else ()

    def _take_lines(self, lines: Sequence[Line], page: int, area: TextArea | None) -> None:
        for line in lines:
            self._close_table()
            wrapped = self._paragraph
            if wrapped is not None and goes_on(wrapped.last, line, area):
                longer = joined(wrapped.text, line.text)
                if wrapped.pages[-1][0] != page:
                    wrapped.pages.append((page, len(longer) - len(line.text)))
                wrapped.text, wrapped.last = longer, line
            else:
                self._close_paragraph()
                self._paragraph = _OpenParagraph(line.text, line, [(page, 0)])

    def _close(self) -> None:
        self._close_paragraph()
        self._close_table()

    def _close_paragraph(self) -> None:
        closing, self._paragraph = self._paragraph, None
        if closing is not None:
            index = len(self._paragraph_pages)
            self._marks += (_Mark(page, False, index, offset) for page, offset in closing.pages)
            self._composer.add_paragraph(closing.text, heading_level(closing.text))
            self._paragraph_pages.append(closing.pages[0][0])

    def _close_table(self) -> None:
        closing, self._table = self._table, None
        if closing is not None:
            index = len(self._composer.tables)
            self._marks += (_Mark(page, True, index, row) for page, row in closing.page_rows)
            self._composer.add_table(closing.cells)


def _row_starts(table: Table) -> dict[int, int]:
    """The offset of each row; one that only merged cells cover starts with the next row that has a cell."""
    starts: dict[int, int] = {}
    for cell in table.cells:
        starts.setdefault(cell.row, cell.start)
    following = table.end
    for row in range(table.rows - 1, -1, -1):
        following = starts.setdefault(row, following)
    return starts
