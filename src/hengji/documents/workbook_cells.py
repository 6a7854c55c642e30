"""Cells of an opened workbook as located text: tables found by their headings, every value as it was typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Final

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from hengji.facts.findings import Findings
from hengji.facts.sources import Source, Text

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Row", "Sheets"]

MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 40
_HEADING_WITHIN: Final = 400
"""Rows from the top of a sheet among which a table's headings are looked for."""

Value = str | int | float | bool | date | datetime | time | timedelta | Decimal | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: heading → cell."""

    cells: dict[str, Text]
    numbers: frozenset[str]
    """Headings whose cells hold numbers, not text."""

    def __getitem__(self, heading: str) -> Text:
        return self.cells[heading]

    @property
    def is_blank(self) -> bool:
        return not any(cell.text for cell in self.cells.values())


class Sheets:
    """Reads each sheet once, within bounds; what cannot stand in a cell is reported with the cell's name."""

    def __init__(self, workbook: Workbook, document: str, findings: Findings) -> None:
        self._workbook, self._document, self._findings = workbook, document, findings
        self._read: dict[str, list[tuple[Value, ...]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._workbook.sheetnames

    def source(self, sheet: str, row: int, column: int) -> Source:
        """Row and column count from 0."""
        return Source(self._document, sheet=sheet, cell=f"{get_column_letter(column + 1)}{row + 1}")

    def labelled(self, sheet: str) -> dict[str, Text]:
        """The first column as labels of the second; the first of a label counts."""
        found: dict[str, Text] = {}
        for number, values in enumerate(self._values(sheet)):
            label = values[0] if values else None
            if isinstance(label, str) and label not in found and len(values) > 1:
                found[label] = self._text(sheet, number, 1, values[1], typed=True)
        return found

    def table(self, sheet: str, headings: Sequence[str], typed: Sequence[str]) -> Iterator[Row] | None:
        """The rows below *headings*; None where the sheet or the headings are missing. *typed*: input columns.

        The table ends where another heading row of the same sheet begins: that is a row whose cells are all text
        and whose first column is empty of data, which the caller recognises by a blank row.
        """
        values = self._values(sheet)
        for number, row in enumerate(values[:_HEADING_WITHIN]):
            columns = {str(value).strip(): column for column, value in enumerate(row) if isinstance(value, str)}
            if all(heading in columns for heading in headings):
                places = {heading: columns[heading] for heading in headings}
                return self._rows(sheet, number + 1, places, frozenset(typed))
        return None

    def _rows(self, sheet: str, first: int, columns: dict[str, int], typed: frozenset[str]) -> Iterator[Row]:
        for number, values in enumerate(self._values(sheet)[first:], first):
            cells, numbers = {}, set()
            for heading, column in columns.items():
                value = values[column] if column < len(values) else None
                cells[heading] = self._text(sheet, number, column, value, heading in typed)
                if isinstance(value, int | float) and not isinstance(value, bool):
                    numbers.add(heading)
            yield Row(cells, frozenset(numbers))

    def _values(self, sheet: str) -> list[tuple[Value, ...]]:
        if sheet not in self._read:
            self._read[sheet] = []
            if sheet in self:
                rows = self._workbook[sheet].iter_rows(
                    max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS, values_only=True
                )
                self._read[sheet] = list(rows)
            if len(self._read[sheet]) > MAX_ROWS:
                source = Source(self._document, sheet=sheet)
                message = f"工作表“{sheet}”的行太多，只读前 {MAX_ROWS:,} 行"
                self._findings.error(message, source, code="workbook.rows", advice="请删去多余的空行")
                del self._read[sheet][MAX_ROWS:]
        return self._read[sheet]

    def _text(self, sheet: str, row: int, column: int, value: Value, typed: bool) -> Text:
        """The value as text. In cells that people fill in, formulas, errors and dates are refused."""
        source = self.source(sheet, row, column)
        problem = _problem(value) if typed else None
        if problem is not None:
            message, advice = problem
            self._findings.error(message, source, code="workbook.cell", found=f"“{value}”", advice=advice)
            return Text("", source)
        return Text(_shown(value), source)


def _problem(value: Value) -> tuple[str, str] | None:
    if isinstance(value, str) and value.startswith("="):
        return "应填写的格子里是公式", "请填数值本身，可用“选择性粘贴—数值”"
    if isinstance(value, str) and value.startswith("#") and value.rstrip("!?").isupper():
        return "格子里是计算错误", "请改填数值本身"
    if isinstance(value, date | datetime | time | timedelta):
        return "格子里的内容被表格软件当成了日期或时间", "请把格子改为“常规”或“文本”格式后重填"
    return None


def _shown(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return decimal_text(value)
    return str(value).strip()


def decimal_text(value: float) -> str:
    """The shortest decimal that is this double: what was typed, for Excel stores 3.94 as 3.9399999999999999.

    People type at most 15 significant digits; what a spreadsheet computes may have more.
    """
    shortest = Decimal(repr(value))
    if len(shortest.as_tuple().digits) > 15:
        shortest = Decimal(f"{value:.15g}")
    text = f"{shortest:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
