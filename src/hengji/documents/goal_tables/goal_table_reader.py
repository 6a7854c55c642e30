"""A document → the goal table in it: every cell by its label, all problems in one pass, good rows kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from hengji.documents.goal_tables.fund_lines import FundLines
from hengji.documents.goal_tables.heading import title_and_year
from hengji.documents.goal_tables.labels import GOAL_LABELS, INDICATOR_COLUMNS
from hengji.documents.goal_tables.levels import Levels, cells_by_name
from hengji.documents.goal_tables.lines import Columns, Line, Reading, columns_of, lines_of
from hengji.facts.amounts import is_dash
from hengji.facts.document import Cell, Document
from hengji.facts.findings import Finding
from hengji.facts.goal_table import DEFAULT_TITLE, GoalIndicator, GoalTable
from hengji.facts.sources import Source
from hengji.facts.targets import read_target
from hengji.facts.wording import shortened

__all__ = ["GoalTableFound", "find_goal_table"]

_KIND: Final = re.compile(r"绩效目标.*表|目标(?:申报)?表")
_VALUES: Final = ("half_year", "full_year", "grades")


@dataclass(frozen=True, slots=True)
class GoalTableFound:
    """The table as far as it could be read (None where the document has none) and what is wrong."""

    table: GoalTable | None
    findings: tuple[Finding, ...] = ()


def find_goal_table(document: Document) -> GoalTableFound:
    """The goal table in *document*, by its labels and headings wherever its columns stand."""
    reader = _Reader(Reading(document.name))
    for line in lines_of(document):
        reader.add(line)
    if not reader.heads and not reader.texts:
        reader.reading.findings.error(
            "没有找到绩效目标表", Source(document.name), code="goal.none",
            expected="有“单位名称”“年度目标”等栏目和“三级指标”“全年指标值”表头的表", advice="请确认选对了文件",
        )  # fmt: skip
        return GoalTableFound(None, tuple(reader.reading.findings))
    return GoalTableFound(reader.table(document), tuple(reader.reading.findings))


@dataclass(slots=True)
class _Reader:
    reading: Reading
    texts: dict[str, str] = field(default_factory=dict)
    heads: int = 0
    """How many headings of indicators there were."""
    funds: FundLines = field(init=False)
    _open_text: tuple[str, Cell] | None = None
    """The label whose text the next page may go on with, and where it began."""
    _columns: Columns = field(default_factory=dict)
    _names: tuple[str, ...] = ()
    _levels: Levels = field(default_factory=Levels)
    _rows: list[tuple[dict[str, Cell], Line]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.funds = FundLines(self.reading)

    def add(self, line: Line) -> None:
        """One row: a heading, a label with its text, an amount, or an indicator."""
        columns = columns_of(line, INDICATOR_COLUMNS)
        if "name" in columns and "full_year" in columns:
            self._begin_part(columns)
        elif self._columns:
            self._add_indicator(line)
        elif self._add_labelled(line):
            self.funds.is_open = False
        elif self.funds.begins(line):
            self._open_text = None
        elif self.funds.is_open:
            self.funds.add(line)
        else:
            self._go_on(line)

    def _begin_part(self, columns: Columns) -> None:
        """A heading; the same one again is only the next page's."""
        names = tuple(sorted(columns, key=columns.__getitem__))
        if names != self._names:
            self._levels.begin_part()
        self.heads += 1
        self._columns, self._names = columns, names

    def _add_labelled(self, line: Line) -> bool:
        """Texts behind their labels; a label without one is blank."""
        filled = list(line.filled)
        found = False
        while filled:
            cell = filled.pop(0)
            name = next((name for name, pattern in GOAL_LABELS.items() if pattern.fullmatch(cell.text)), None)
            if name is not None:
                found = True
                text = filled.pop(0) if filled else None
                self._open_text = (name, text) if text is not None and name not in self.texts else None
                self.texts.setdefault(name, text.text if text is not None else "")
        return found

    def _go_on(self, line: Line) -> None:
        """The rest of a text that a page break cuts: alone in its row, on a later page, where the text stood."""
        cell = line.filled[0]
        if self._open_text is None or len(line.filled) > 1:
            return
        name, text = self._open_text
        if cell.column == text.column and cell.page != text.page:
            self.texts[name] += cell.text

    def _add_indicator(self, line: Line) -> None:
        cells = cells_by_name(line, self._columns, _VALUES)
        if "name" in cells or "key_work" in cells or "second" in cells:
            self._levels.add(cells, rebuilt=line.rebuilt)
            self._rows.append((cells, line))
            return
        said = shortened("　".join(cell.text for cell in line.filled))
        self.reading.findings.warning(
            "指标表里有一行没有指标名称，没有采用", self.reading.place(line.filled), code="goal.row",
            found=f"“{said}”", advice="是指标的请补上三级指标名称，是备注的不必处理",
        )  # fmt: skip

    def table(self, document: Document) -> GoalTable:
        title, year = title_and_year(document, _KIND)
        if not year:
            self.reading.findings.error(
                "没有找到年度", Source(document.name), code="goal.year", expected="标题下写“2024年度”这样的一行"
            )
        return GoalTable(
            self.texts.get("organisation", ""),
            year,
            title or DEFAULT_TITLE,
            self.texts.get("functions", ""),
            self.texts.get("institutions", ""),
            self.funds.funds(),
            self.texts.get("medium_term", ""),
            self.texts.get("annual", ""),
            tuple(self._indicators()),
            Source(document.name),
        )

    def _indicators(self) -> list[GoalIndicator]:
        found = []
        for (cells, line), place in zip(self._rows, self._levels.places, strict=True):
            texts = {name: "" if is_dash(cell.text) else cell.text for name, cell in cells.items()}
            source = self.reading.place([cells["name"]] if "name" in cells else line.filled)
            row = GoalIndicator(
                place.first or "",
                place.second,
                texts.get("name", ""),
                read_target(texts.get("half_year", "")),
                read_target(texts.get("full_year", "")),
                place.key_work,
                texts.get("grades", ""),
                source,
            )
            found.append(row)
            if not row.first:
                message = f"指标“{shortened(row.name)}”不知道属于哪个一级指标"
                self.reading.findings.error(message, source, code="goal.level", advice="请在一级指标一栏写上")
        return found
