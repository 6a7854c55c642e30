"""A paper's tables as a workbook: one sheet for each, ready to print on A4.

The papers' prose stays in Word; above and below a table stand its title and its notes (units, signatures).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Final

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from hengji.reports.paper.blocks import (
    Heading,
    Orientation,
    PageBreak,
    Paper,
    Paragraph,
    Section,
    Table,
)
from hengji.reports.paper.grid import Place, placed, widths_of
from hengji.reports.paper.printable import printable, words
from hengji.reports.paper.sheet_cells import Cells, rows_high

__all__ = ["write_xlsx"]

_WIDTHS: Final[dict[Orientation, float]] = {"portrait": 90.0, "landscape": 136.0}
"""Digits that fit between the margins of A4."""
_MARGINS: Final = {"left": 0.7, "right": 0.7, "top": 0.8, "bottom": 0.8}
"""Inches."""
_MOST_NAME: Final = 31
_FIXED: Final = datetime(2000, 1, 1)
"""The same paper gives the same bytes."""


@dataclass(slots=True)
class _Page:
    """A table with what stands above and below it."""

    table: Table
    orientation: Orientation
    name: str
    above: list[Paragraph] = field(default_factory=list)
    below: list[Paragraph] = field(default_factory=list)


def write_xlsx(paper: Paper) -> bytes:
    """The workbook. A paper without tables gives one sheet with its paragraphs."""
    written = BytesIO()
    book = xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    about = "；".join(printable(f"{name}：{value}") for name, value in paper.about)
    book.set_properties(
        {"title": printable(paper.title), "subject": printable(paper.subtitle), "author": printable(paper.author),
         "comments": about, "created": _FIXED}
    )  # fmt: skip
    cells = Cells(book)
    names: set[str] = set()
    pages = [page for section in paper.sections for page in _pages(section)]
    for number, page in enumerate(pages or [_prose(paper)], 1):
        sheet = book.add_worksheet(_sheet_name(page.name or f"表{number}", names))
        _print_setup(sheet, page.orientation)
        _write(sheet, cells, paper, page)
    book.close()
    return written.getvalue()


# ------------------------------------------------------------------------------------------- which table, which sheet
def _pages(section: Section) -> Iterator[_Page]:
    """Notes before the first table and after a heading stand above, notes after a table below it."""
    waiting: list[Paragraph] = []
    heading = ""
    page: _Page | None = None
    for block in section.blocks:
        match block:
            case Table():
                if page is not None:
                    yield page
                page = _Page(block, section.orientation, printable(block.caption) or heading, waiting)
                waiting, heading = [], ""
            case Heading():
                heading = words(block.runs)
                if page is not None:
                    yield page
                    page = None
                waiting = []
            case PageBreak():
                waiting = []
            case Paragraph(style="body" | "list"):
                pass
            case Paragraph():
                (waiting if page is None else page.below).append(block)
            case _:
                pass
    if page is not None:
        yield page


def _prose(paper: Paper) -> _Page:
    """What a paper without tables shows: its paragraphs, one below the other."""
    paragraphs = [
        Paragraph(block.runs, "body" if isinstance(block, Heading) else block.style)
        for section in paper.sections
        for block in section.blocks
        if isinstance(block, Heading | Paragraph)
    ]
    return _Page(Table((1,), (), 0), "portrait", "正文", paragraphs)


def _sheet_name(wanted: str, taken: set[str]) -> str:
    """A name that spreadsheets take, and that no other sheet has."""
    base = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", wanted).strip(" '")[:_MOST_NAME].strip(" '") or "表"
    name, number = base, 1
    while name.casefold() in taken or name.casefold() == "history":
        number += 1
        tail = f"（{number}）"
        name = base[: _MOST_NAME - len(tail)] + tail
    taken.add(name.casefold())
    return name


def _print_setup(sheet: Worksheet, orientation: Orientation) -> None:
    sheet.set_paper(9)  # A4
    if orientation == "landscape":
        sheet.set_landscape()
    else:
        sheet.set_portrait()
    sheet.set_margins(**_MARGINS)
    sheet.center_horizontally()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer('&C&"宋体"&11— &P —')
    sheet.hide_gridlines(2)


# --------------------------------------------------------------------------------------------------- one sheet's cells
def _write(sheet: Worksheet, cells: Cells, paper: Paper, page: _Page) -> None:
    widths = widths_of(page.table, _WIDTHS[page.orientation])
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    row = 0
    for text, look in ((paper.title, "title"), (paper.subtitle, "subtitle"), (page.table.caption, "caption")):
        if text and not (look == "caption" and text == paper.title):
            row = _line(sheet, cells, row, printable(text), look, widths)
    for paragraph in page.above:
        row = _line(sheet, cells, row, words(paragraph.runs), paragraph.style, widths)
    row = _table(sheet, cells, page.table, row, widths)
    for paragraph in page.below:
        row = _line(sheet, cells, row, words(paragraph.runs), paragraph.style, widths)
    sheet.print_area(0, 0, max(row - 1, 0), len(widths) - 1)


def _line(sheet: Worksheet, cells: Cells, row: int, text: str, look: str, widths: list[float]) -> int:
    """Text across the whole table; gives the next row."""
    cells.words(sheet, (row, 0, row, len(widths) - 1), text, cells.look(look))
    sheet.set_row(row, cells.line_height(text, look, sum(widths)))
    return row + 1


def _table(sheet: Worksheet, cells: Cells, table: Table, first: int, widths: list[float]) -> int:
    rows: list[list[Place]] = list(placed(table))
    for number, (places, height) in enumerate(zip(rows, rows_high(rows, widths, small=table.small), strict=True)):
        row = first + number
        sheet.set_row(row, height)
        for place in places:
            if place.covered:
                continue
            last = min(row + place.cell.rows - 1, first + len(rows) - 1)
            area = (row, place.column, last, place.column + place.columns - 1)
            cells.cell(sheet, area, place.cell, small=table.small)
    head = min(table.head_rows, len(rows))
    if head:
        sheet.repeat_rows(first, first + head - 1)
        sheet.freeze_panes(first + head, 0)
    return first + len(rows)
