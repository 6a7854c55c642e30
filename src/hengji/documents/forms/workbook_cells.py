"""Cells of an opened workbook as located text: tables found by their headings, every value as it was typed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook

from hengji.facts.findings import Findings
from hengji.facts.sources import Source, Text

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Row", "Sheets"]

MAX_ROWS: Final = 5_000
MAX_COLUMNS: Final = 40
_HEADING_WITHIN: Final = 400
"""Rows from the top of a sheet among which a table's headings are looked for."""

_NO_CELL: Final = "n"


class _Cell(NamedTuple):
    """What a cell holds, and openpyxl's letter for its kind: f is a formula, e an error."""

    value: object = None
    kind: str = _NO_CELL


class Row:
    """One row of a table. `row[heading]` is the cell as text; `typed` is for cells that people fill in."""

    def __init__(self, cells: dict[str, _Cell], sources: dict[str, Source], findings: Findings) -> None:
        self._cells, self._sources, self._findings = cells, sources, findings

    def __getitem__(self, heading: str) -> Text:
        return Text(_shown(self._cells[heading].value), self._sources[heading])

    def typed(self, heading: str) -> Text:
        """The text; formulas, errors and dates are reported and give an empty text."""
        return typed_text(self._cells[heading], self._sources[heading], self._findings)

    def is_number(self, heading: str) -> bool:
        value = self._cells[heading].value
        return isinstance(value, int | float) and not isinstance(value, bool)

    def is_blank(self, headings: Sequence[str]) -> bool:
        return not any(_shown(self._cells[heading].value) for heading in headings)


class Sheets:
    """Reads each sheet once, within bounds; what cannot stand in a cell is reported with the cell's name."""

    def __init__(self, workbook: Workbook, document: str, findings: Findings) -> None:
        self._workbook, self._document, self._findings = workbook, document, findings
        self._read: dict[str, list[tuple[_Cell, ...]]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._workbook.sheetnames

    def source(self, sheet: str, row: int, column: int) -> Source:
        """Row and column count from 0."""
        return Source(self._document, sheet=sheet, cell=f"{get_column_letter(column + 1)}{row + 1}")

    def labelled(self, sheet: str) -> dict[str, Text]:
        """The first column as labels of the second; the first of a label counts."""
        found: dict[str, Text] = {}
        for number, cells in enumerate(self._cells(sheet)):
            label = cells[0].value if cells else None
            if isinstance(label, str) and label not in found and len(cells) > 1:
                found[label] = typed_text(cells[1], self.source(sheet, number, 1), self._findings)
        return found

    def table(self, sheet: str, headings: Sequence[str]) -> list[Row] | None:
        """The rows below *headings*; None where the sheet has none."""
        cells = self._cells(sheet)
        for number, row in enumerate(cells[:_HEADING_WITHIN]):
            columns = {cell.value.strip(): at for at, cell in enumerate(row) if isinstance(cell.value, str)}
            if all(heading in columns for heading in headings):
                places = {heading: columns[heading] for heading in headings}
                below = enumerate(cells[number + 1 :], number + 1)
                return [self._row(sheet, at, found, places) for at, found in below]
        return None

    def _row(self, sheet: str, number: int, found: tuple[_Cell, ...], columns: dict[str, int]) -> Row:
        cells = {heading: found[column] if column < len(found) else _Cell() for heading, column in columns.items()}
        sources = {heading: self.source(sheet, number, column) for heading, column in columns.items()}
        return Row(cells, sources, self._findings)

    def _cells(self, sheet: str) -> list[tuple[_Cell, ...]]:
        if sheet not in self._read:
            self._read[sheet] = []
            if sheet in self:
                rows = self._workbook[sheet].iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
                self._read[sheet] = [tuple(_Cell(cell.value, str(cell.data_type)) for cell in row) for row in rows]
            if len(self._read[sheet]) > MAX_ROWS:
                source = Source(self._document, sheet=sheet)
                message = f"工作表“{sheet}”的行太多，只能读 {MAX_ROWS:,} 行"
                self._findings.error(message, source, code="workbook.rows", advice="请删去多余的空行")
                del self._read[sheet][MAX_ROWS:]
        return self._read[sheet]


def typed_text(cell: _Cell, source: Source, findings: Findings) -> Text:
    """What people typed, as text."""
    problem = _problem(cell)
    if problem is None:
        return Text(_shown(cell.value), source)
    message, advice = problem
    findings.error(message, source, code="workbook.cell", found=f"“{str(cell.value)[:40]}”", advice=advice)
    return Text("", source)


def _problem(cell: _Cell) -> tuple[str, str] | None:
    if cell.kind == "f":
        return "应填写的格子里是公式", "请填数值本身，可用“选择性粘贴—数值”"
    if cell.kind == "e":
        return "格子里是计算错误", "请改填数值本身"
    if isinstance(cell.value, date | time | timedelta):
        return "格子里的内容被表格软件当成了日期或时间", "请把格子改为“常规”或“文本”格式后重填"
    return None


def _shown(value: object) -> str:
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
