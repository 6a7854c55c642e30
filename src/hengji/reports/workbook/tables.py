"""What the sheets have in common: a title, a hint, headings that stay, red cells, paper, protection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from hengji.reports.workbook.book import Book, quoted
from hengji.reports.workbook.inputs import ASK, BLANK, WRONG
from hengji.reports.workbook.shapes import height_of

__all__ = ["Column", "begin", "finish", "mark_checks", "protect", "set_page"]

_MARKS: Final = ((WRONG, "wrong"), (ASK, "ask"), (BLANK, "blank"))
"""How the text of a check begins → how it looks; an empty cell is no mistake and keeps its own colour."""


class Column(NamedTuple):
    heading: str
    width: float
    hidden: bool = False


def begin(book: Book, sheet: Worksheet, title: str, hint: str, columns: Sequence[Column], freeze: bool = True) -> int:
    """Writes the title, the hint and the headings; gives the first row below them."""
    for number, column in enumerate(columns):
        sheet.set_column(number, number, column.width, None, {"hidden": column.hidden})
    shown = [number for number, column in enumerate(columns) if not column.hidden]
    last = shown[-1]
    sheet.merge_range(0, 0, 0, last, title, book.look("title"))
    sheet.set_row(0, 30)
    sheet.merge_range(1, 0, 1, last, "", book.look("subtitle"))
    if book.status:
        formula = f"{quoted(hint)}&CHAR(10)&{book.status}"
        hint = f"{hint}\n{book.status_text}"
        book.formula(sheet, 1, 0, formula, book.look("subtitle"), hint)
    else:
        book.text(sheet, 1, 0, hint, book.look("subtitle"))
    sheet.set_row(1, height_of([(hint, sum(columns[number].width for number in shown))]))
    for number, column in enumerate(columns):
        book.text(sheet, 2, number, column.heading, book.look("heading"))
    sheet.set_row(2, 24)
    if freeze:
        sheet.freeze_panes(3, 1)
    set_page(sheet, 2 if freeze else None)
    return 3


def set_page(sheet: Worksheet, heading: int | None) -> None:
    """A4 landscape, as wide as the paper, headings on every page."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    sheet.set_footer("&C第 &P 页，共 &N 页")
    if heading is not None:
        sheet.repeat_rows(heading)


def mark_checks(book: Book, sheet: Worksheet, rows: tuple[int, int], check: int, columns: Sequence[int]) -> None:
    """Between the first and the last of *rows*, colours the checks, and the cells of *columns* that they find wrong."""
    first, last = rows
    if last < first:
        return
    cell = xl_rowcol_to_cell(first, check, row_abs=False, col_abs=True)
    for column in (*columns, check):
        for words, look in _MARKS if column == check else _MARKS[:2]:
            rule = {"type": "formula", "criteria": f"=LEFT({cell},{len(words)})={quoted(words)}"}
            sheet.conditional_format(first, column, last, column, rule | {"format": book.look(look)})


def finish(sheet: Worksheet, last_row: int, last_column: int) -> None:
    """The area that is printed, and the lock."""
    sheet.print_area(0, 0, max(last_row, 3), last_column)
    protect(sheet)


def protect(sheet: Worksheet) -> None:
    """Locks everything but the input cells; there is no password, widths and heights stay free."""
    sheet.protect("", {"format_columns": True, "format_rows": True, "format_cells": False})
