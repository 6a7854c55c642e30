"""The sheet 叙述: the passages of the report that people write, one cell each; a long one goes on in the next row."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from xlsxwriter.worksheet import Worksheet

from hengji.facts.workbook_layout import NARRATIVE, NARRATIVE_HEADINGS
from hengji.reports.workbook.book import Book, at
from hengji.reports.workbook.form import Passage
from hengji.reports.workbook.inputs import ASK, BLANK
from hengji.reports.workbook.shapes import height_of
from hengji.reports.workbook.tables import Column, begin, finish, mark_checks

__all__ = ["write_narrative"]

_TITLE, _HINT, _TEXT, _CHECK, _KEY = range(5)
_WIDTHS: Final = (22, 34, 88, 16, 16)
_ROOM: Final = 30_000
"""Characters to a cell: a spreadsheet takes 32,767, and people go on writing."""


def write_narrative(book: Book, sheet: Worksheet, passages: tuple[Passage, ...]) -> None:
    hint = (
        "每段写在“正文”一格里，段内换行用 Alt+Enter；写不下的接着写在同一段的下一行。数字尽量引用“数据”表里已有的数。"
    )
    columns = [
        Column(heading, width, number == _KEY)
        for number, (heading, width) in enumerate(zip(NARRATIVE_HEADINGS, _WIDTHS, strict=True))
    ]
    first = row = begin(book, sheet, NARRATIVE, hint, columns)
    for passage in passages:
        for number, text in enumerate(_pieces(passage.text)):
            title = passage.title + (f"（续{number}）" if number else "")
            sheet.set_row(row, height_of([(title, 22), (passage.hint, 34), (text, 88)], 90))
            book.text(sheet, row, _TITLE, title, book.look("strong"))
            book.text(sheet, row, _HINT, passage.hint, book.look("text"))
            book.text(sheet, row, _TEXT, text, book.look("input_prose", "@"))
            cell = at(NARRATIVE, row, _TEXT)
            check = f'IF({cell}="","{BLANK}",IF(LEN({cell})>32000,"{ASK}快写满了",LEN({cell})&"字"))'
            book.formula(sheet, row, _CHECK, check, book.look("live_text"))
            book.text(sheet, row, _KEY, passage.key, book.look("text"))
            row += 1
    mark_checks(book, sheet, (first, row - 1), _CHECK, ())
    finish(sheet, row - 1, _CHECK)


def _pieces(text: str) -> Iterator[str]:
    """The text cut at line ends where a cell would not take it whole."""
    while len(text) > _ROOM:
        end = text.rfind("\n", 0, _ROOM)
        end = end if end > 0 else _ROOM
        yield text[:end]
        text = text[end:].removeprefix("\n")
    yield text
