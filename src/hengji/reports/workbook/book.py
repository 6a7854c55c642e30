"""One workbook in the making: safe text, exact numbers, formulas with their results, looks. The edge to XlsxWriter."""

from __future__ import annotations

from datetime import datetime
from fractions import Fraction
from io import BytesIO
from typing import Any, Final

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from hengji.facts.findings import Findings
from hengji.facts.numbers import plain
from hengji.facts.workbook_layout import CALCULATION
from hengji.rules.formula.pieces import MAX_LENGTH, TooLongError

__all__ = ["INK", "Book", "Result", "as_number", "at", "digits_of", "quoted"]

Result = Fraction | str | bool | None
"""What a formula is known to give: stored beside it for viewers that do not compute."""

RESULTS: Final = frozenset({"合计", "总分", "总分下限", "总分上限", "等级"})
"""Defined names of results."""

INK: Final = "#1F2933"
LINE: Final = "#9AA5B1"
HEADING_FILL: Final = "#E4EEF0"
INPUT_FILL: Final = "#FFF9E5"
LIVE_FILL: Final = "#F5F7FA"
BODY_FONT: Final = "宋体"
HEADING_FONT: Final = "黑体"

MOST_DIGITS: Final = 15
"""Significant digits that a spreadsheet keeps."""
LONGEST_TEXT: Final = 32_767
"""Characters that a cell takes."""

_LOOKS: Final[dict[str, dict[str, Any]]] = {
    "title": {"font_name": HEADING_FONT, "font_size": 16, "align": "center", "border": 0},
    "subtitle": {"font_size": 10, "border": 0, "text_wrap": True},
    "section": {"font_name": HEADING_FONT, "font_size": 11, "border": 0},
    "progress": {"bg_color": LIVE_FILL, "text_wrap": True},
    "prose": {"border": 0, "text_wrap": True, "valign": "top"},
    "heading": {
        "font_name": HEADING_FONT, "bg_color": HEADING_FILL, "align": "center", "text_wrap": True,
    },
    "text": {"text_wrap": True},
    "label": {"text_wrap": True, "align": "center"},
    "strong": {"text_wrap": True, "bold": True},
    "figure": {"align": "right"},
    "centred": {"align": "center"},
    "centred_live": {"align": "center", "bg_color": LIVE_FILL, "bold": True, "text_wrap": True},
    "live": {"align": "right", "bg_color": LIVE_FILL},
    "live_text": {"align": "center", "bg_color": LIVE_FILL, "text_wrap": True},
    "strong_live": {"align": "right", "bg_color": LIVE_FILL, "bold": True},
    "input": {"bg_color": INPUT_FILL, "locked": False, "align": "right"},
    "input_text": {"bg_color": INPUT_FILL, "locked": False, "text_wrap": True},
    "input_choice": {"bg_color": INPUT_FILL, "locked": False, "align": "center"},
    "input_prose": {"bg_color": INPUT_FILL, "locked": False, "text_wrap": True, "valign": "top"},
}  # fmt: skip

_MARKS: Final[dict[str, dict[str, Any]]] = {
    "wrong": {"bg_color": "#FBD5D5", "font_color": "#9B1C1C", "bold": True},
    "ask": {"bg_color": "#FDE8C8", "font_color": "#8A4B08"},
    "blank": {"font_color": "#B7791F"},
}
"""What a conditional format changes of a cell's look."""


class _Sheet(Worksheet):
    """Writes formulas as they are: ours hold no function that was added to Excel later, and there are many."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return formula.removeprefix("=")


class _Workbook(xlsxwriter.Workbook):
    """Can lock its structure, so that nobody renames or removes a sheet by mistake; there is no password."""

    is_locked = False

    def _write_workbook_pr(self) -> None:
        super()._write_workbook_pr()
        if self.is_locked:
            self._xml_empty_tag("workbookProtection", [("lockStructure", 1)])


class Book:
    """Wraps XlsxWriter: every text is a string, every number passes `as_number`, every format is made once."""

    def __init__(self, year: int, status: tuple[str, str] = ("", "")) -> None:
        self.findings = Findings()
        self.status, self.status_text = status
        """A formula that says how the whole stands, and what it says now; every sheet shows it below its hint."""
        self.status_of_goals = ""
        """The same of the goals' points, while goals are written."""
        self._buffer = BytesIO()
        self._workbook = _Workbook(self._buffer, {"in_memory": True})
        # A fixed date: the same evaluation gives the same bytes.
        self._workbook.set_properties({"created": datetime(min(max(year, 1990), 9998) + 1, 1, 1)})
        self._formats: dict[tuple[str, str], Format] = {}
        self._names: set[str] = set()

    def lock(self) -> None:
        """Keeps the sheets as they are: their number, order and names."""
        self._workbook.is_locked = True

    def sheet(self, name: str) -> Worksheet:
        return self._workbook.add_worksheet(name, worksheet_class=_Sheet)

    def look(self, name: str, number: str = "") -> Format:
        """The format called *name*, with a number format where one is given."""
        if (name, number) not in self._formats and name in _MARKS:
            self._formats[name, number] = self._workbook.add_format(_MARKS[name])
        elif (name, number) not in self._formats:
            base = {"font_name": BODY_FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            looks = base | {"border": 1, "border_color": LINE} | _LOOKS[name]
            if number:
                looks["num_format"] = number
            self._formats[name, number] = self._workbook.add_format(looks)
        return self._formats[name, number]

    def text(self, sheet: Worksheet, row: int, column: int, text: str, look: Format) -> None:
        """Text that stays text, whatever it begins with."""
        if not text:
            sheet.write_blank(row, column, None, look)
            return
        if len(text) > LONGEST_TEXT:
            self.findings.warning(f"文字太长，表格里只保留前 {LONGEST_TEXT:,} 个字", found=f"“{text[:20]}…”")
        sheet.write_string(row, column, text[:LONGEST_TEXT], look)

    def number(self, sheet: Worksheet, row: int, column: int, value: Fraction | None, look: Format) -> None:
        """A number cell, or a blank one; more digits than a spreadsheet keeps are reported."""
        if value is None:
            sheet.write_blank(row, column, None, look)
            return
        if digits_of(value) > MOST_DIGITS:
            self.findings.warning(
                f"数字超过 {MOST_DIGITS} 位有效数字，表格只能保留 {MOST_DIGITS} 位",
                found=plain(value),
                advice="请以系统计算的结果为准",
            )
        sheet.write_number(row, column, as_number(value), look)

    def formula(
        self, sheet: Worksheet, row: int, column: int, formula: str, look: Format, result: Result = None
    ) -> None:
        """A live formula. Raises `TooLongError` where a spreadsheet would not take it."""
        if len(formula) > MAX_LENGTH:
            raise TooLongError(f"{len(formula)} characters")
        stored: float | str = as_number(result) if isinstance(result, Fraction) else ""
        if isinstance(result, str):
            stored = result
        sheet.write_formula(row, column, f"={formula}", look, stored)

    def define(self, wanted: str, cell: str) -> str:
        """A defined name for *cell*, as near to *wanted* as spreadsheets allow; gives the name used.

        The names of results stay theirs: what is typed is defined first and may be called 总分 as well.
        """
        kept = "".join(character if character.isalnum() or character == "_" else "_" for character in wanted)
        # ASCII names could be cells (AB12), R1C1 references or TRUE; a digit or a sign may not come first.
        name = kept if kept[:1].isalpha() and not kept.isascii() else f"项_{kept}"
        name, number = name[:200], 1
        unique = name
        while unique.lower() in self._names or (unique in RESULTS and not cell.startswith(f"{CALCULATION}!")):
            number += 1
            unique = f"{name}_{number}"
        self._names.add(unique.lower())
        self._workbook.define_name(unique, f"={cell}")
        return unique

    def content(self) -> bytes:
        self._workbook.close()
        return self._buffer.getvalue()


def at(sheet: str, row: int, column: int) -> str:
    """An absolute reference; row and column count from 0."""
    return f"{sheet}!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


def quoted(text: str) -> str:
    """Text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def as_number(value: Fraction) -> float:
    """The double nearest to *value*: the only place where our numbers become floats."""
    return value.numerator / value.denominator


def digits_of(value: Fraction) -> int:
    """Significant digits of the value as written, at most eight decimals."""
    return len(plain(abs(value)).replace(".", "").strip("0"))
