"""The cells of a paper's workbook: what they hold, how they look, how high their rows must be."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hengji.reports.paper.blocks import Cell, Tone, Typed
from hengji.reports.paper.grid import Place
from hengji.reports.paper.printable import printable, words
from hengji.reports.workbook.shapes import height_of

__all__ = ["Area", "Cells", "figure_in", "rows_high"]

Area = tuple[int, int, int, int]
"""First row, first column, last row, last column, from 0."""

_BODY, _HEAD, _TITLE = "宋体", "黑体", "方正小标宋简体"
_SIZE, _SMALL = 10, 9
_TYPED: Final = "#FFF2A8"
_FILLS: Final[dict[Tone, str]] = {
    "head": "#ECECEC",
    "total": "#F5F5F5",
    "good": "#E8F3E8",
    "warning": "#FFF4D6",
    "error": "#FBE3E0",
}
_LINES: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_name": _TITLE, "font_size": 18, "align": "center"},
    "subtitle": {"font_size": 12, "align": "center"},
    "caption": {"font_name": _HEAD, "font_size": 12, "align": "center"},
    "note": {},
    "right": {"align": "right"},
    "center": {"align": "center"},
    "body": {},
    "list": {},
}
_LONGEST: Final = 32_767
"""Characters that a cell takes."""
_CUT: Final = "……（余文从略，见本表的 Word 或 PDF 版）"
_DANGEROUS: Final = ("=", "+", "-", "@", "\t")
_FIGURE: Final = re.compile(r"-?(?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?%?")
_DIGITS: Final = 15
"""Significant digits that a spreadsheet keeps."""


def figure_in(text: str) -> tuple[Decimal, str] | None:
    """The number that *text* shows and the number format that shows it so again; None where it is no plain figure."""
    if not _FIGURE.fullmatch(text) or sum(character.isdigit() for character in text) > _DIGITS:
        return None
    plain = text.rstrip("%").replace(",", "")
    decimals = len(plain.partition(".")[2])
    shape = ("#,##0" if "," in text else "0") + (f".{'0' * decimals}" if decimals else "")
    if text.endswith("%"):
        return Decimal(plain) / 100, f"{shape}%"
    return Decimal(plain), shape


class Cells:
    """Writes cells into one workbook; every format is made once."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def look(self, name: str) -> Format:
        """The look of a line above or below a table."""
        return self._format({"font_name": _BODY, "font_size": _SIZE, "valign": "vcenter"} | _LINES[name])

    def line_height(self, text: str, name: str, width: float) -> float:
        """Points; *width* is the whole table's, in digits of size 10."""
        scale = float(_LINES[name].get("font_size", _SIZE)) / _SIZE
        return min(400.0, height_of([(text, width / scale)]) * scale + (6 if scale > 1 else 0))

    def cell(self, sheet: Worksheet, area: Area, cell: Cell, *, small: bool) -> None:
        """A cell of a table, merged where it reaches further."""
        text = words(cell.runs)
        figure = figure_in(text) if cell.tone != "head" else None
        look = self._format(_looks(cell, small) | ({"num_format": figure[1]} if figure else {}))
        if figure is None:
            self.words(sheet, area, text, look)
        else:
            self._merge(sheet, area, look)
            # At most 15 digits: the double and back is exact.
            sheet.write_number(area[0], area[1], float(figure[0]), look)
        if cell.note:
            sheet.write_comment(area[0], area[1], printable(cell.note)[:_LONGEST], {"author": "衡绩", "x_scale": 2})

    def words(self, sheet: Worksheet, area: Area, text: str, look: Format) -> None:
        """Text that stays text, whatever it begins with; marked so too for who saves the sheet as csv."""
        self._merge(sheet, area, look)
        if len(text) > _LONGEST:
            text = text[: _LONGEST - len(_CUT)] + _CUT
        if not text:
            sheet.write_blank(area[0], area[1], None, look)
        elif text.startswith(_DANGEROUS):
            sheet.write_string(area[0], area[1], text, self._quoted(look))
        else:
            sheet.write_string(area[0], area[1], text, look)

    def _merge(self, sheet: Worksheet, area: Area, look: Format) -> None:
        if area[:2] != area[2:]:
            sheet.merge_range(*area, "", look)

    def _quoted(self, look: Format) -> Format:
        key = next(key for key, made in self._formats.items() if made is look)
        return self._format(dict(key) | {"quote_prefix": True})

    def _format(self, looks: dict[str, Any]) -> Format:
        key = tuple(sorted({"text_wrap": True, **looks}.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(dict(key))
        return self._formats[key]


def _looks(cell: Cell, small: bool) -> dict[str, Any]:
    head = cell.tone == "head"
    looks: dict[str, Any] = {
        "font_name": _HEAD if head else _BODY,
        "font_size": _SMALL if small else _SIZE,
        "valign": "vcenter",
        "align": "center" if head else cell.align,
        "border": 1,
    }
    if cell.bold or cell.tone == "total":
        looks["bold"] = True
    if any(isinstance(run, Typed) for run in cell.runs):
        looks["bg_color"] = _TYPED
    elif cell.tone:
        looks["bg_color"] = _FILLS[cell.tone]
    return looks


def rows_high(rows: list[list[Place]], widths: list[float], *, small: bool) -> list[float]:
    """The heights in points. What a cell over several rows needs more than they have goes to the last of them."""
    scale = _SMALL / _SIZE if small else 1.0

    def needed(place: Place) -> float:
        width = sum(widths[place.column : place.column + place.columns])
        return height_of([(words(place.cell.runs), width / scale)]) * scale + 3

    heights = [
        max([18.0, *(needed(place) for place in places if not place.covered and place.cell.rows == 1)])
        for places in rows
    ]
    owed: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for number, places in enumerate(rows):
        for place in places:
            if not place.covered and place.cell.rows > 1:
                last = min(number + place.cell.rows, len(rows)) - 1
                owed[last].append((number, needed(place)))
    for last, debts in owed.items():
        for first, height in debts:
            heights[last] = min(400.0, max(heights[last], height - sum(heights[first:last])))
    return heights
