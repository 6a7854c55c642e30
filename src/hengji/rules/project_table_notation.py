"""How a project's self-evaluation table is written in YAML, and read back."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.facts.amounts import is_dash
from hengji.facts.findings import Finding, Findings
from hengji.facts.numbers import plain
from hengji.facts.project_table import DEFAULT_TITLE, ProjectFunds, ProjectIndicator, ProjectTable
from hengji.facts.sources import Located, Mapping
from hengji.facts.wording import one_line
from hengji.rules.goal_table_notation import amount_at, line_at, target_at, year_at
from hengji.rules.notation import Notation, Plain

__all__ = ["PROJECT_TABLE", "ProjectTableRead", "project_table_data", "read_project_table"]

PROJECT_TABLE: Final = "project"
"""What `table` says at the head of the file."""

_KEYS: Final = (
    "table", "project", "year", "title", "department", "unit", "funds", "execution", "expected", "achieved",
    "indicators", "total_score",
)  # fmt: skip
_AMOUNTS: Final = {"initial_budget": "年初预算数", "adjusted_budget": "全年预算数", "executed": "全年执行数"}


@dataclass(frozen=True, slots=True)
class ProjectTableRead:
    """The table as far as it could be read (None where there is none at all) and everything that is wrong."""

    table: ProjectTable | None
    findings: tuple[Finding, ...] = ()


def read_project_table(located: Located) -> ProjectTableRead:
    """The table that *located* writes. What is wrong in it is left out and told; the rest is kept."""
    findings = Findings()
    notation = Notation(findings)
    mapping = notation.mapping(located, "项目支出绩效自评表", _KEYS)
    funds = [_funds(entry, notation) for entry in notation.listing(mapping.get("funds"), "项目资金 funds")]
    execution = notation.mapping(mapping.get("execution"), "预算执行率 execution", ("points", "score"))
    table = ProjectTable(
        line_at(mapping, "project", "项目名称 project", notation),
        year_at(mapping, notation),
        line_at(mapping, "title", "标题 title", notation) or DEFAULT_TITLE,
        line_at(mapping, "department", "主管部门 department", notation),
        line_at(mapping, "unit", "实施单位 unit", notation),
        funds[0] if funds else ProjectFunds("年度资金总额", source=mapping.source),
        tuple(funds[1:]),
        _score_at(execution, "points", "预算执行率分值 points", notation),
        _score_at(execution, "score", "预算执行率得分 score", notation),
        line_at(mapping, "expected", "预期目标 expected", notation),
        line_at(mapping, "achieved", "实际完成情况 achieved", notation),
        tuple(_indicator(entry, notation) for entry in notation.listing(mapping.get("indicators"), "指标 indicators")),
        _score_at(mapping, "total_score", "总分 total_score", notation),
        mapping.source,
    )
    return ProjectTableRead(table, tuple(findings))


def _funds(entry: Located, notation: Notation) -> ProjectFunds:
    line = notation.mapping(entry, "项目资金的一行", ("name", *_AMOUNTS))
    name = line_at(line, "name", "资金名称 name", notation)
    if not name:
        notation.findings.error("项目资金的一行没有名称 name", line.source, advice="第一行写“年度资金总额”")
    initial, adjusted, executed = (
        amount_at(line, key, f"“{name}”{word} {key}", notation) for key, word in _AMOUNTS.items()
    )
    return ProjectFunds(name, initial, adjusted, executed, line.source)


def _score_at(mapping: Mapping, key: str, what: str, notation: Notation) -> Fraction | None:
    located = mapping.get(key)
    if located is None or is_dash(notation.text(located, what)):
        return None
    return notation.number(located, what)


def _indicator(entry: Located, notation: Notation) -> ProjectIndicator:
    row = notation.mapping(entry, "指标的一行", ("under", "name", "target", "actual", "points", "score", "reason"))
    under = notation.texts(row.get("under"), "所属指标 under")
    name = line_at(row, "name", "指标名称 name", notation)
    if len(under) != 2 or not all(under) or not name:
        notation.findings.error(
            f"指标“{name}”没有写全一、二、三级", row.source, found=f"“{'/'.join((*under, name))}”",
            expected="under: [一级指标, 二级指标] 和 name",
        )  # fmt: skip
    first, second = (one_line(level) for level in (*under, "", "")[:2])
    return ProjectIndicator(
        first,
        second,
        name,
        target_at(row, "target", f"“{name}”年度指标值 target", notation),
        line_at(row, "actual", f"“{name}”实际完成值 actual", notation),
        _score_at(row, "points", f"“{name}”分值 points", notation),
        _score_at(row, "score", f"“{name}”得分 score", notation),
        line_at(row, "reason", f"“{name}”偏差原因 reason", notation),
        row.source,
    )


def project_table_data(table: ProjectTable) -> dict[str, Plain]:
    """The table as plain data that reads back as the same table; what is not written is left out."""
    data: dict[str, Plain] = {"table": PROJECT_TABLE, "project": table.project, "year": str(table.year)}
    data |= {key: getattr(table, key) for key in ("title", "department", "unit")}
    data["funds"] = [_line_data(line) for line in (table.total, *table.funds)]
    data["execution"] = _numbers({"points": table.execution_points, "score": table.execution_score})
    data |= {"expected": table.expected, "achieved": table.achieved}
    data["indicators"] = [_row_data(row) for row in table.indicators]
    data |= _numbers({"total_score": table.total_score})
    return {key: value for key, value in data.items() if value not in ("", [], {})}


def _line_data(line: ProjectFunds) -> dict[str, Plain]:
    return {"name": line.name, **_numbers({key: getattr(line, key) for key in _AMOUNTS})}


def _numbers(numbers: dict[str, Fraction | None]) -> dict[str, Plain]:
    return {key: plain(number) for key, number in numbers.items() if number is not None}


def _row_data(row: ProjectIndicator) -> dict[str, Plain]:
    texts: dict[str, Plain] = {"name": row.name, "target": row.target.text if row.target is not None else ""}
    texts["actual"] = row.actual
    numbers = _numbers({"points": row.points, "score": row.score})
    data: dict[str, Plain] = {"under": [row.first, row.second], **texts, **numbers, "reason": row.reason}
    return {key: value for key, value in data.items() if value}
