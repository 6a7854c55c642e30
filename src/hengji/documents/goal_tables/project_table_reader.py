"""A document → the project's self-evaluation table in it: every cell by its label, good rows kept."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from hengji.documents.goal_tables.heading import title_and_year
from hengji.documents.goal_tables.labels import (
    PROJECT_COLUMNS,
    PROJECT_FUND_COLUMNS,
    PROJECT_GOAL_COLUMNS,
    PROJECT_LABELS,
    SUM_LINES,
)
from hengji.documents.goal_tables.levels import Levels, cells_by_name
from hengji.documents.goal_tables.lines import Columns, Line, Reading, columns_of, lines_of
from hengji.facts.amounts import WAN_YUAN, is_dash
from hengji.facts.document import Cell, Document
from hengji.facts.figures import read_figure
from hengji.facts.findings import Finding
from hengji.facts.numbers import percent, round_half_up
from hengji.facts.project_table import DEFAULT_TITLE, ProjectFunds, ProjectIndicator, ProjectTable
from hengji.facts.sources import Source
from hengji.facts.targets import read_target
from hengji.facts.units import RATE, Unit, read_unit
from hengji.facts.wording import shortened

__all__ = ["ProjectTableFound", "find_project_table"]

_KIND: Final = re.compile(r"自评表")
_VALUES: Final = ("target", "actual", "points", "score", "reason")
_OF_THEM: Final = re.compile(r"^其\s*中[:：]?")
_UNIT: Final = re.compile(r"[（(](?:单位[:：]?)?(亿元|万元|千元|元)[)）]")
_LEAST_FUND_COLUMNS: Final = 2


@dataclass(frozen=True, slots=True)
class ProjectTableFound:
    """The table as far as it could be read (None where the document has none) and what is wrong."""

    table: ProjectTable | None
    findings: tuple[Finding, ...] = ()


def find_project_table(document: Document) -> ProjectTableFound:
    """The self-evaluation table of a project in *document*, wherever its columns stand."""
    reader = _Reader(Reading(document.name))
    for line in lines_of(document):
        reader.add(line)
    if "project" not in reader.texts or not reader.has_indicators:
        reader.reading.findings.error(
            "没有找到项目支出绩效自评表", Source(document.name), code="goal.none",
            expected="有“项目名称”和“三级指标”“实际完成值”表头的表", advice="请确认选对了文件",
        )  # fmt: skip
        return ProjectTableFound(None, tuple(reader.reading.findings))
    return ProjectTableFound(reader.table(document), tuple(reader.reading.findings))


@dataclass(slots=True)
class _Reader:
    reading: Reading
    texts: dict[str, str] = field(default_factory=dict)
    has_indicators: bool = False
    _fund_columns: Columns = field(default_factory=dict)
    _goal_columns: Columns = field(default_factory=dict)
    _columns: Columns = field(default_factory=dict)
    _unit: Unit = WAN_YUAN
    _funds: list[ProjectFunds] = field(default_factory=list)
    _execution: tuple[Fraction | None, Fraction | None] = (None, None)
    _total_score: Fraction | None = None
    _levels: Levels = field(default_factory=Levels)
    _rows: list[tuple[dict[str, Cell], Line]] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """One row: one of the three headings, a label with its text, or what stands under a heading."""
        if self._begins(line):
            return
        if self._columns:
            self._add_indicator(line)
        elif self._goal_columns:
            self._add_goal(line)
        elif self._add_labelled(line):
            return
        elif self._fund_columns:
            self._add_fund(line)

    def _begins(self, line: Line) -> bool:
        columns = columns_of(line, PROJECT_COLUMNS)
        if "name" in columns and {"target", "actual"} & columns.keys():
            self._columns, self.has_indicators = columns, True
            return True
        goals = columns_of(line, PROJECT_GOAL_COLUMNS)
        if len(goals) == len(PROJECT_GOAL_COLUMNS) and not self._columns:
            self._goal_columns = goals
            return True
        funds = columns_of(line, PROJECT_FUND_COLUMNS)
        if len(funds) >= _LEAST_FUND_COLUMNS and not self._columns:
            self._fund_columns = funds
            declared = _UNIT.search(" ".join(cell.text for cell in line.filled))
            unit = read_unit(declared[1] if declared else line.unit)
            self._unit = unit if unit is not None and unit.factor_to(WAN_YUAN) else WAN_YUAN
            return True
        return False

    def _add_labelled(self, line: Line) -> bool:
        filled = list(line.filled)
        found = False
        while filled:
            cell = filled.pop(0)
            name = next((name for name, pattern in PROJECT_LABELS.items() if pattern.fullmatch(cell.text)), None)
            if name is not None:
                found = True
                has_text = filled and not any(pattern.fullmatch(filled[0].text) for pattern in PROJECT_LABELS.values())
                self.texts.setdefault(name, filled.pop(0).text if has_text else "")
        return found

    def _add_fund(self, line: Line) -> None:
        """A line of money; the first is the total, with the points and the score of the execution rate."""
        first = min(self._fund_columns.values())
        named = [cell for cell in line.filled if cell.column < first and _OF_THEM.sub("", cell.text)]
        if not named:
            return
        name = _OF_THEM.sub("", named[-1].text)
        cells = {key: line.at(column) for key, column in self._fund_columns.items()}
        initial, adjusted, executed = (
            self.reading.amount(cells.get(key), f"“{name}”{word}", self._unit)
            for key, word in (
                ("initial_budget", "年初预算数"),
                ("adjusted_budget", "全年预算数"),
                ("executed", "全年执行数"),
            )
        )
        funds = ProjectFunds("" if is_dash(name) else name, initial, adjusted, executed, self.reading.place(named[-1:]))
        if not self._funds:
            points = self.reading.score(cells.get("points"), "预算执行率分值")
            self._execution = (points, self.reading.score(cells.get("score"), "预算执行率得分"))
        self._funds.append(funds)
        self._compare_rate(funds, cells.get("rate"))

    def _compare_rate(self, funds: ProjectFunds, cell: Cell | None) -> None:
        """The printed rate is not kept, for it follows from the figures beside it; a different one is told."""
        if cell is None or funds.execution_rate is None or is_dash(cell.text):
            return
        printed = read_figure(cell.text if cell.text.endswith(("%", "％")) else f"{cell.text}%")
        is_rate = printed is not None and printed.unit == RATE
        if is_rate and printed and round_half_up(funds.execution_rate, printed.decimals + 2) == printed.value:
            return
        self.reading.findings.error(
            f"“{funds.name}”的执行率与执行数、预算数不符", self.reading.place([cell]), code="goal.rate",
            found=f"“{shortened(cell.text)}”", expected=f" {percent(funds.execution_rate)}",
            advice="请核对后修改其中一处",
        )  # fmt: skip

    def _add_goal(self, line: Line) -> None:
        for name, column in self._goal_columns.items():
            cell = line.at(column)
            if cell is not None and not is_dash(cell.text):
                self.texts[name] = self.texts.get(name, "") + cell.text

    def _add_indicator(self, line: Line) -> None:
        filled = line.filled
        if SUM_LINES.fullmatch(filled[0].text):
            self._total_score = self.reading.score(line.at(self._columns.get("score", -1)), "总分")
            return
        cells = cells_by_name(line, self._columns, _VALUES)
        if "name" in cells:
            self._levels.add(cells, rebuilt=line.rebuilt)
            self._rows.append((cells, line))
            return
        said = shortened("　".join(cell.text for cell in filled))
        self.reading.findings.warning(
            "指标表里有一行没有指标名称，没有采用", self.reading.place(filled), code="goal.row", found=f"“{said}”",
            advice="是指标的请补上三级指标名称，是备注的不必处理",
        )  # fmt: skip

    def table(self, document: Document) -> ProjectTable:
        title, year = title_and_year(document, _KIND)
        if not year:
            self.reading.findings.error(
                "没有找到年度", Source(document.name), code="goal.year", expected="标题下写“2024年度”这样的一行"
            )
        return ProjectTable(
            self.texts["project"],
            year,
            title or DEFAULT_TITLE,
            self.texts.get("department", ""),
            self.texts.get("unit", ""),
            self._funds[0] if self._funds else ProjectFunds("年度资金总额", source=Source(document.name)),
            tuple(self._funds[1:]),
            *self._execution,
            self.texts.get("expected", ""),
            self.texts.get("achieved", ""),
            tuple(self._indicators()),
            self._total_score,
            Source(document.name),
        )

    def _indicators(self) -> list[ProjectIndicator]:
        found = []
        for (cells, _), place in zip(self._rows, self._levels.places, strict=True):
            texts = {name: "" if is_dash(cell.text) else cell.text for name, cell in cells.items()}
            name = texts["name"]
            row = ProjectIndicator(
                place.first or "",
                place.second,
                name,
                read_target(texts.get("target", "")),
                texts.get("actual", ""),
                self.reading.score(cells.get("points"), f"“{shortened(name)}”的分值"),
                self.reading.score(cells.get("score"), f"“{shortened(name)}”的得分"),
                texts.get("reason", ""),
                self.reading.place([cells["name"]]),
            )
            found.append(row)
        return found
