"""Cells of an opened workbook as located text: tables found by their headings, every value as it was typed.

People insert rows, move columns, merge cells and paste from elsewhere: tables are found wherever they stand, and a
text that spans rows is read in each of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.workbook import Workbook

from hengji.facts.findings import Findings
from hengji.facts.numbers import read_number
from hengji.facts.sources import Source, Text
from hengji.facts.wording import shortened

__all__ = ["MAX_COLUMNS", "MAX_ROWS", "Row", "Sheets", "decimal_text"]

MAX_ROWS: Final = 30_000
MAX_COLUMNS: Final = 40
_HEADING_WITHIN: Final = 400
"""Rows from the top of a sheet among which a table's headings are looked for."""
_MAX_MERGED: Final = 100_000
_MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\b[^>]*?\bref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"')
_LABEL_REACH: Final = 3
"""Cells to the right of a label among which its value stands."""

_NO_CELL: Final = "n"


class _Cell(NamedTuple):
    """What a cell holds, openpyxl's letter for its kind (f is a formula, e an error), and whether it shows a %."""

    value: object = None
    kind: str = _NO_CELL
    percent: bool = False

    @property
    def is_number(self) -> bool:
        return isinstance(self.value, int | float) and not isinstance(self.value, bool)


class Row:
    """One row of a table. `row[heading]` is the cell as text; `typed` is for cells that people fill in."""

    def __init__(self, cells: dict[str, _Cell], sources: dict[str, Source], sheets: Sheets) -> None:
        self._cells, self._sources, self._sheets = cells, sources, sheets

    def __getitem__(self, heading: str) -> Text:
        return Text(_shown(self._cells[heading]), self._sources[heading])

    def typed(self, heading: str) -> Text:
        """The text; errors, dates and formulas without a result are reported and give an empty text."""
        return self._sheets.typed(self._cells[heading], self._sources[heading])

    def is_number(self, heading: str) -> bool:
        return self._sheets.resolved(self._cells[heading], self._sources[heading]).is_number

    def is_blank(self, headings: Sequence[str]) -> bool:
        return not any(_shown(self._cells[heading]) for heading in headings)

    def is_heading(self) -> bool:
        """Whether the headings stand here once more, as where they span two rows."""
        return all(_plain(self._cells[heading].value) == heading for heading in self._cells)


class Sheets:
    """Reads each sheet once, within bounds; what cannot stand in a cell is reported with the cell's name.

    *computed* opens the same file with what its formulas were last computed to.
    """

    def __init__(
        self, workbook: Workbook, document: str, findings: Findings, computed: Callable[[], Workbook] | None = None
    ) -> None:
        self._workbook, self._document, self._findings = workbook, document, findings
        self._computed = computed
        self._read: dict[str, list[tuple[_Cell, ...]]] = {}
        self._results: dict[str, dict[str, object]] = {}

    @property
    def document(self) -> str:
        return self._document

    def __contains__(self, name: str) -> bool:
        return name in self._workbook.sheetnames

    def source(self, sheet: str, row: int, column: int) -> Source:
        """Row and column count from 0."""
        return Source(self._document, sheet=sheet, cell=f"{get_column_letter(column + 1)}{row + 1}")

    def labelled(self, sheet: str, labels: Sequence[str]) -> dict[str, Text]:
        """What stands to the right of each label; the first of a label counts."""
        found: dict[str, Text] = {}
        for number, cells in enumerate(self._cells(sheet)):
            for at, cell in enumerate(cells):
                label = _plain(cell.value)
                if label in labels and label not in found:
                    beside = range(at + 1, min(at + 1 + _LABEL_REACH, len(cells)))
                    column = next((each for each in beside if cells[each].value is not None), at + 1)
                    value = cells[column] if column < len(cells) else _Cell()
                    found[label] = self.typed(value, self.source(sheet, number, column))
        return found

    def table(self, sheet: str, headings: Sequence[str]) -> tuple[list[Row], tuple[str, ...]]:
        """The rows below *headings*, and the headings that are missing: then there are no rows.

        The heading row is the one that has most of them.
        """
        cells = self._cells(sheet)
        best: tuple[int, dict[str, int]] = (0, {})
        for number, row in enumerate(cells[:_HEADING_WITHIN]):
            columns: dict[str, int] = {}
            for at, cell in enumerate(row):
                if _plain(cell.value) in headings:
                    columns.setdefault(_plain(cell.value), at)
            if len(columns) > len(best[1]):
                best = (number, columns)
        first, columns = best
        missing = tuple(heading for heading in headings if heading not in columns)
        if missing:
            return [], missing
        rows = [self._row(sheet, at, found, columns) for at, found in enumerate(cells[first + 1 :], first + 1)]
        return [row for row in rows if not row.is_heading()], ()

    def typed(self, cell: _Cell, source: Source) -> Text:
        """What people typed, as text; a formula of theirs by its result, which is said."""
        resolved = self.resolved(cell, source)
        found, advice = f"“{shortened(str(cell.value))}”", "请填数值本身，可用“选择性粘贴—数值”"
        problem = ""
        if cell.kind == "f" and resolved.value is None:
            problem = "应填写的格子里是公式，文件里没有它算出的值"
        elif resolved.kind == "e":
            problem = "格子里是计算错误"
        elif isinstance(resolved.value, date | time | timedelta):
            problem, advice = "格子里的内容被表格软件当成了日期或时间", "请把格子改为“常规”或“文本”格式后重填"
        if problem:
            self._findings.error(problem, source, code="workbook.cell", found=found, advice=advice)
            return Text("", source)
        text = _shown(resolved)
        if cell.kind == "f":
            message = f"格子里是公式，按它算出的“{shortened(text)}”读入"
            self._findings.warning(
                message, source, code="workbook.formula", found=found, advice="请核对，或改填数值本身"
            )
        return Text(text, source)

    def resolved(self, cell: _Cell, source: Source) -> _Cell:
        """The cell, a formula replaced by its stored result."""
        if cell.kind != "f":
            return cell
        value = self._result(source)
        is_error = isinstance(value, str) and value.startswith("#")
        return _Cell(value, "e" if is_error else "n", cell.percent)

    def _result(self, source: Source) -> object:
        if self._computed is None:
            return None
        if source.sheet not in self._results:
            sheet = self._computed()[source.sheet]
            rows = sheet.iter_rows(max_row=MAX_ROWS, max_col=MAX_COLUMNS)
            self._results[source.sheet] = {
                f"{get_column_letter(column)}{number}": cell.value
                for number, row in enumerate(rows, 1)
                for column, cell in enumerate(row, 1)
                if cell.value is not None
            }
        return self._results[source.sheet].get(source.cell)

    def _row(self, sheet: str, number: int, found: tuple[_Cell, ...], columns: dict[str, int]) -> Row:
        cells = {heading: found[column] if column < len(found) else _Cell() for heading, column in columns.items()}
        sources = {heading: self.source(sheet, number, column) for heading, column in columns.items()}
        return Row(cells, sources, self)

    def _cells(self, sheet: str) -> list[tuple[_Cell, ...]]:
        if sheet not in self._read:
            self._read[sheet] = []
            if sheet in self:
                rows = self._workbook[sheet].iter_rows(max_row=MAX_ROWS + 1, max_col=MAX_COLUMNS)
                self._read[sheet] = [tuple(map(_cell, row)) for row in rows]
                self._spread(sheet)
            if len(self._read[sheet]) > MAX_ROWS:
                source = Source(self._document, sheet=sheet)
                message = f"工作表“{sheet}”的行太多，只能读 {MAX_ROWS:,} 行"
                self._findings.error(message, source, code="workbook.rows", advice="请删去多余的空行")
                del self._read[sheet][MAX_ROWS:]
        return self._read[sheet]

    def _spread(self, sheet: str) -> None:
        """Gives a text that spans several rows to each of them; a figure stays where it was typed."""
        rows = self._read[sheet]
        for found in _MERGED.findall(self._xml(sheet))[:_MAX_MERGED]:
            left, top, _, bottom = (int(each or 0) for each in range_boundaries(found.decode()))
            if left > MAX_COLUMNS or top >= bottom or top > len(rows):
                continue
            origin = rows[top - 1][left - 1] if left <= len(rows[top - 1]) else _Cell()
            if origin.kind != "f" and isinstance(origin.value, str) and read_number(origin.value) is None:
                for number in range(top, min(bottom, len(rows))):
                    if left <= len(rows[number]):
                        rows[number] = (*rows[number][: left - 1], origin, *rows[number][left:])

    def _xml(self, sheet: str) -> bytes:
        """The sheet's own part: openpyxl does not tell merged cells while it only reads."""
        opened = self._workbook[sheet]
        archive, path = getattr(self._workbook, "_archive", None), getattr(opened, "_worksheet_path", None)
        if archive is None or path is None:
            return b""
        content: bytes = archive.read(path)
        return content


_EMPTY: Final = _Cell()


def _cell(cell: object) -> _Cell:
    value = getattr(cell, "value", None)
    if value is None:
        return _EMPTY
    kind = str(getattr(cell, "data_type", _NO_CELL))
    is_number = kind == "f" or (isinstance(value, int | float) and not isinstance(value, bool))
    return _Cell(value, kind, is_number and _shows_percent(cell))


def _shows_percent(cell: object) -> bool:
    try:
        return "%" in str(getattr(cell, "number_format", ""))
    except IndexError:
        # A file without its styles still numbers them.
        return False


def _plain(value: object) -> str:
    """A heading or a label without the spaces and line ends that people put into it."""
    return "".join(value.split()) if isinstance(value, str) else ""


def _shown(cell: _Cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if cell.percent and isinstance(value, int | float):
        return f"{_without_zeros(f'{Decimal(decimal_text(float(value))) * 100:f}')}%"
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
    return _without_zeros(f"{shortest:f}")


def _without_zeros(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
