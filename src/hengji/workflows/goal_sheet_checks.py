"""What is wrong in the sheets of a goal table, each at its cell; what its money adds up to, what is covered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Any, Final

from hengji.facts.findings import Finding, Severity
from hengji.facts.goal_table import DEFAULT_TITLE, GoalTable
from hengji.facts.sources import Source
from hengji.workflows.contents import located_content, without
from hengji.workflows.goal_sheets import INDICATORS, SHEETS, Key, Sheet, SheetRow, sheet_rows, spelled_out
from hengji.workflows.goal_tables import check_table

__all__ = [
    "DEPARTMENT_TEXTS", "PROJECT_TEXTS", "PROJECT_TITLE", "CheckedSheets", "Covered", "Owner", "Problem", "Sums",
    "checked_sheets",
]  # fmt: skip

DEPARTMENT_TEXTS: Final = {
    "functions": "单位主要职能",
    "institutions": "机构设置及人员配置",
    "medium_term": "中长期目标",
    "annual": "年度目标",
}
PROJECT_TEXTS: Final = {"annual": "年度目标"}
PROJECT_TITLE: Final = "项目支出绩效目标表"

_FILE_KEYS: Final = re.compile(
    r" (?:organisation|year|title|functions|institutions|funds|total|sources|expenditures|items|medium_term|annual"
    r"|indicators|under|rows|key_works?|name|half_year|full_year|target|grades)(?![a-z_])"
)
"""The keys of the file's notation, which its findings name and a page's reader has never seen."""

_OF_ROW: Final = re.compile(r"^指标“[^”]*”[：的]?")
"""The row's own name, which stands beside the words anyway."""

_OF_TABLE: Final = frozenset({"goal.figures", "goal.empty"})
_COLUMNS: Final = {
    "goal.uncovered": "name", "goal.twice": "name", "goal.key_work": "key_work", "goal.grades": "grades",
    "goal.half_year": "half_year", "goal.execution": "half_year", "goal.funds_close": "full_year",
    "goal.funds": "full_year",
}  # fmt: skip
"""The cell that a finding about a row concerns, by its code; where the code does not tell, its words do."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose table it is: a department's, or one of its projects'."""

    organisation: str
    year: int
    project: str = ""

    @property
    def texts(self) -> dict[str, str]:
        """The goals in words that the table asks for: key → name."""
        return PROJECT_TEXTS if self.project else DEPARTMENT_TEXTS

    def heading(self) -> dict[str, str]:
        """What the notation says before the content."""
        name = f"{self.organisation}（{self.project}）" if self.project else self.organisation
        title = PROJECT_TITLE if self.project else DEFAULT_TITLE
        return {"table": "goals", "organisation": name, "year": str(self.year), "title": title}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding at its place: `row` is the row's path as text counting from 1 (empty: the whole table)."""

    severity: Severity
    words: str
    row: str = ""
    column: str = ""

    @property
    def cell(self) -> str:
        return f"{self.row}:{self.column}" if self.column else self.row


@dataclass(frozen=True, slots=True)
class Sums:
    """What the lines of money add up to, in 万元; `total` is 资金总额 as it is written."""

    total: Fraction | None
    sources: Fraction
    half_year: Fraction
    full_year: Fraction

    @property
    def sources_off(self) -> Fraction:
        return self.sources - (self.total or 0)

    @property
    def sources_gap(self) -> Fraction:
        return abs(self.sources_off)

    @property
    def full_year_gap(self) -> Fraction:
        return abs(self.full_year_off)

    @property
    def full_year_off(self) -> Fraction:
        return self.full_year - (self.total or 0)


@dataclass(frozen=True, slots=True)
class Covered:
    """A duty (职能) and its key works, each with how many indicators it has and how many of them are figures."""

    duty: str
    key_works: tuple[tuple[str, int, int], ...]

    @property
    def indicators(self) -> int:
        return sum(count for _, count, _ in self.key_works)


@dataclass(frozen=True, slots=True)
class CheckedSheets:
    """The table as far as it can be read, and everything that a page says beside it."""

    content: dict[str, Any]
    table: GoalTable
    problems: tuple[Problem, ...]
    sums: Sums
    covered: tuple[Covered, ...]

    def count(self, severity: Severity) -> int:
        return sum(problem.severity == severity for problem in self.problems)


def checked_sheets(content: dict[str, Any], owner: Owner) -> CheckedSheets:
    """Reads and checks what stands in the sheets. Blank rows are passed over; a cell that is wrong hides no other."""
    from hengji.rules.goal_table_notation import read_goal_table

    known = {key: content[key] for key in ("funds", "indicators", *owner.texts) if key in content}
    spelled = spelled_out(known)
    findings, left_out = _unplaced(spelled)
    located = without(located_content({**owner.heading(), **spelled}, ""), left_out)
    read = read_goal_table(located)
    table = read.table or GoalTable(owner.organisation, owner.year)
    every = (*findings, *read.findings, *check_table(table))
    rows = {_place(row.path): (row, sheet) for sheet in SHEETS for row in sheet_rows(spelled, sheet)}
    problems = tuple(problem for one in every if (problem := _problem(one, rows, owner)) is not None)
    return CheckedSheets(spelled, table, problems, _sums(table), _covered(table))


def _unplaced(content: dict[str, Any]) -> tuple[list[Finding], frozenset[str]]:
    """Rows that cannot be read because they do not say where they belong, and the places of those and of blank ones."""
    findings, places = [], set()
    for sheet in SHEETS:
        for row in sheet_rows(content, sheet):
            place = _place(row.path)
            if row.is_blank:
                places.add(place)
            elif sheet is INDICATORS and not (row.cells[0] and row.cells[1]):
                places.add(place)
                column = sheet.columns[0 if not row.cells[0] else 1]
                source = Source(cell=_place((*row.path, *column.within)))
                findings.append(Finding("error", f"没有写{column.name}", source, advice="请写上这一行属于哪一级指标"))
    return findings, frozenset(places)


def _place(path: tuple[Key, ...]) -> str:
    return "/".join(str(key + 1) if isinstance(key, int) else key for key in path)


def _problem(finding: Finding, rows: dict[str, tuple[SheetRow, Sheet]], owner: Owner) -> Problem | None:
    """The finding in words at its row and column; None for what this kind of table does not ask."""
    words = _words(finding)
    if finding.code == "goal.blank" and not finding.source.cell:
        key = next((key for key, name in DEPARTMENT_TEXTS.items() if name in finding.message), "")
        if key:
            return Problem(finding.severity, words, key, key) if key in owner.texts else None
    if finding.code == "goal.function":
        return Problem(finding.severity, words, "functions", "functions")
    if finding.code in _OF_TABLE or not finding.source.cell:
        return Problem(finding.severity, words)
    cell = finding.source.cell
    if cell.startswith("funds") and cell.count("/") < 2:
        return Problem(finding.severity, words, "funds/total", "total")
    place = cell
    while place:  # the deepest row that the cell lies in
        if place in rows:
            row, sheet = rows[place]
            return Problem(finding.severity, words, place, _column(finding, cell, row, sheet))
        place = place.rpartition("/")[0]
    return Problem(finding.severity, words, cell)


def _column(finding: Finding, cell: str, row: SheetRow, sheet: Sheet) -> str:
    keys = {column.key for column in sheet.columns}
    for column in sheet.columns:
        if cell == _place((*row.path, *column.within)):
            return column.key
    told = _COLUMNS.get(finding.code, "")
    if not told:
        told = "half_year" if "半年指标值" in finding.message else "target"
    elif "半年计划执行数" in finding.message:
        told = "half_year"
    return told if told in keys else sheet.columns[-1].key


def _words(finding: Finding) -> str:
    """What is wrong, what was found, what is expected, what to do, without the words of the file's notation."""
    parts = [finding.message]
    parts += [f"现为{finding.found}"] if finding.found else []
    parts += [f"应为{finding.expected}"] if finding.expected else []
    parts += [finding.advice] if finding.advice else []
    text = _OF_ROW.sub("", "；".join(part.rstrip("。；") for part in parts))
    return _FILE_KEYS.sub("", re.sub(r"indicators/(\d+)[/\w]*", r"第\1行", text))


def _sums(table: GoalTable) -> Sums:
    funds = table.funds

    def summed(amounts: Iterator[Fraction | None]) -> Fraction:
        return sum((amount for amount in amounts if amount is not None), Fraction(0))

    return Sums(
        funds.total,
        summed(line.full_year for line in funds.sources),
        summed(line.half_year for line in funds.expenditures),
        summed(line.full_year for line in funds.expenditures),
    )


def _covered(table: GoalTable) -> tuple[Covered, ...]:
    duties = table.duty_levels
    rows = [row for row in table.indicators if row.first in duties]
    found: dict[str, dict[str, tuple[int, int]]] = {}
    for duty, of_duty in groupby(rows, lambda row: row.second):
        works = found.setdefault(duty, {})
        for row in of_duty:
            count, figures = works.get(row.key_work, (0, 0))
            works[row.key_work] = (count + bool(row.name), figures + (bool(row.name) and row.is_quantitative))
    return tuple(
        Covered(duty, tuple((work, count, figures) for work, (count, figures) in works.items()))
        for duty, works in found.items()
    )
