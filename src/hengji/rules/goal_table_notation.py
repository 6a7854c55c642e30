"""How a goal table is written in YAML, and read back: money once, duties and key works once, rows below them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import Final

from hengji.facts.amounts import is_dash, read_amount
from hengji.facts.findings import Finding, Findings
from hengji.facts.goal_table import DEFAULT_TITLE, Expenditure, Funds, FundSource, GoalIndicator, GoalTable
from hengji.facts.numbers import plain
from hengji.facts.sources import Located, Mapping
from hengji.facts.targets import Target, read_target
from hengji.facts.wording import one_line, shortened
from hengji.rules.notation import Notation, Plain

__all__ = [
    "GOAL_TABLE",
    "GoalTableRead",
    "amount_at",
    "goal_table_data",
    "line_at",
    "read_goal_table",
    "target_at",
    "year_at",
]

GOAL_TABLE: Final = "goals"
"""What `table` says at the head of the file."""

_KEYS: Final = (
    "table", "organisation", "year", "title", "functions", "institutions", "funds", "medium_term", "annual",
    "indicators",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class GoalTableRead:
    """The table as far as it could be read (None where there is none at all) and everything that is wrong."""

    table: GoalTable | None
    findings: tuple[Finding, ...] = ()


def read_goal_table(located: Located) -> GoalTableRead:
    """The table that *located* writes. Rows and amounts that are wrong are left out and told; the others are kept."""
    findings = Findings()
    notation = Notation(findings)
    mapping = notation.mapping(located, "绩效目标表", _KEYS)
    organisation = line_at(mapping, "organisation", "单位名称 organisation", notation)
    table = GoalTable(
        organisation,
        year_at(mapping, notation),
        line_at(mapping, "title", "标题 title", notation) or DEFAULT_TITLE,
        line_at(mapping, "functions", "单位主要职能 functions", notation),
        line_at(mapping, "institutions", "机构设置 institutions", notation),
        _funds(mapping, notation),
        line_at(mapping, "medium_term", "中长期目标 medium_term", notation),
        line_at(mapping, "annual", "年度目标 annual", notation),
        _indicators(mapping.get("indicators"), notation),
        mapping.source,
    )
    return GoalTableRead(table, tuple(findings))


def line_at(mapping: Mapping, key: str, what: str, notation: Notation) -> str:
    """The text under *key* on one line; empty where it is not there."""
    return one_line(notation.text(mapping.get(key), what))


def year_at(mapping: Mapping, notation: Notation) -> int:
    """The year of the table; 0 (and a finding) where none is written."""
    located = mapping.get("year")
    text = notation.text(located, "年度 year").strip().removesuffix("年").removesuffix("年度")
    if text.isdecimal() and 1990 <= int(text[:6]) <= 2100:
        return int(text)
    source = located.source if located is not None else mapping.source
    notation.findings.error("年度 year 不是年份", source, found=f"“{shortened(text)}”", expected="如 2024")
    return 0


def amount_at(mapping: Mapping, key: str, what: str, notation: Notation) -> Fraction | None:
    """The amount under *key* in 万元; None where nothing is written (or, with a finding, what is no amount)."""
    located = mapping.get(key)
    text = notation.text(located, what)
    if located is None or is_dash(text):
        return None
    amount = read_amount(text)
    if amount is None:
        notation.findings.error(
            f"{what}不是金额", located.source, found=f"“{shortened(text)}”", expected="以万元计的数，如 1234.50"
        )
    return amount


def target_at(mapping: Mapping, key: str, what: str, notation: Notation) -> Target | None:
    """The target under *key*; None for a blank or a dash."""
    return read_target(line_at(mapping, key, what, notation))


def _funds(table: Mapping, notation: Notation) -> Funds:
    located = table.get("funds")
    if located is None:
        return Funds(source=table.source)
    mapping = notation.mapping(located, "部门整体资金 funds", ("total", "sources", "expenditures"))
    sources = []
    for entry in notation.listing(mapping.get("sources"), "资金来源 sources"):
        line = notation.mapping(entry, "资金来源的一行", ("name", "full_year"))
        name = _named(line, "资金来源", notation)
        if name:
            amount = amount_at(line, "full_year", f"“{name}”全年预算数 full_year", notation)
            sources.append(FundSource(name, amount, line.source))
    total = amount_at(mapping, "total", "资金总额 total", notation)
    return Funds(total, tuple(sources), _expenditures(mapping.get("expenditures"), notation), mapping.source)


def _expenditures(located: Located | None, notation: Notation, *, depth: int = 1) -> tuple[Expenditure, ...]:
    known = ("name", "half_year", "full_year", "items") if depth == 1 else ("name", "half_year", "full_year")
    found = []
    for entry in notation.listing(located, "支出 expenditures" if depth == 1 else "明细 items"):
        line = notation.mapping(entry, "支出的一行", known)
        name = _named(line, "支出", notation)
        if name:
            half = amount_at(line, "half_year", f"“{name}”半年计划执行数 half_year", notation)
            full = amount_at(line, "full_year", f"“{name}”全年预算数 full_year", notation)
            items = _expenditures(line.get("items"), notation, depth=2) if depth == 1 else ()
            found.append(Expenditure(name, half, full, items, line.source))
    return tuple(found)


def _named(line: Mapping, what: str, notation: Notation) -> str:
    name = line_at(line, "name", f"{what}名称 name", notation)
    if not name:
        notation.findings.error(f"{what}的一行没有名称 name", line.source, advice="请写上名称，或删去这一行")
    return name


def _indicators(located: Located | None, notation: Notation) -> tuple[GoalIndicator, ...]:
    rows: list[GoalIndicator] = []
    for entry in notation.listing(located, "指标 indicators"):
        rows += _group(notation.mapping(entry, "一组指标", ("under", "rows", "key_works")), notation)
    return tuple(rows)


def _group(group: Mapping, notation: Notation) -> list[GoalIndicator]:
    """The rows under one second level, and those under each key work of a duty."""
    under = tuple(one_line(level) for level in notation.texts(group.get("under"), "所属指标 under"))
    if len(under) != 2 or not all(under):
        notation.findings.error(
            "一组指标的 under 应写两级",
            group.source,
            found=f"“{'/'.join(under)}”",
            expected="[一级指标, 二级指标或职能]",
        )
        return []
    rows = [_indicator(entry, (*under, ""), notation) for entry in notation.listing(group.get("rows"), "各行指标 rows")]
    for entry in notation.listing(group.get("key_works"), "重点工作 key_works"):
        work = notation.mapping(entry, "一项重点工作", ("key_work", "rows"))
        key_work = line_at(work, "key_work", "重点工作 key_work", notation)
        listed = notation.listing(work.get("rows"), "各行指标 rows")
        rows += [_indicator(row, (*under, key_work), notation) for row in listed]
        if not listed:
            rows.append(GoalIndicator(*under, "", key_work=key_work, source=work.source))
    return rows or [GoalIndicator(*under, "", source=group.source)]


def _indicator(entry: Located, place: tuple[str, str, str], notation: Notation) -> GoalIndicator:
    row = notation.mapping(entry, "指标的一行", ("name", "half_year", "target", "grades", "project"))
    name = line_at(row, "name", "指标名称 name", notation)
    return GoalIndicator(
        place[0],
        place[1],
        name,
        target_at(row, "half_year", f"“{name}”半年指标值 half_year", notation),
        target_at(row, "target", f"“{name}”全年指标值 target", notation),
        place[2],
        line_at(row, "grades", f"“{name}”评判档次 grades", notation),
        row.source,
        line_at(row, "project", f"“{name}”取自的项目 project", notation),
    )


def goal_table_data(table: GoalTable) -> dict[str, Plain]:
    """The table as plain data that reads back as the same table; what is not written is left out."""
    data: dict[str, Plain] = {"table": GOAL_TABLE, "organisation": table.organisation, "year": str(table.year)}
    data["title"] = table.title
    data["functions"] = table.functions
    data["institutions"] = table.institutions
    funds: dict[str, Plain] = _written({"total": table.funds.total})
    funds["sources"] = [{"name": each.name, **_written({"full_year": each.full_year})} for each in table.funds.sources]
    funds["expenditures"] = [_expenditure_data(each) for each in table.funds.expenditures]
    data["funds"] = funds
    data["medium_term"] = table.medium_term
    data["annual"] = table.annual
    groups = groupby(table.indicators, lambda row: (row.first, row.second))
    data["indicators"] = [group for under, rows in groups for group in _group_data(under, tuple(rows))]
    return _filled(data)


def _written(amounts: dict[str, Fraction | None]) -> dict[str, Plain]:
    return {key: plain(amount) for key, amount in amounts.items() if amount is not None}


def _expenditure_data(each: Expenditure) -> dict[str, Plain]:
    data: dict[str, Plain] = {"name": each.name, **_written({"half_year": each.half_year, "full_year": each.full_year})}
    if each.items:
        data["items"] = [_expenditure_data(item) for item in each.items]
    return data


def _group_data(under: tuple[str, str], rows: tuple[GoalIndicator, ...]) -> Iterator[Plain]:
    """The groups of one second level: within a group, rows without a key work come first, so they begin a new one."""
    here: list[Plain] = []
    works: list[Plain] = []
    for key_work, found in groupby(rows, lambda row: row.key_work):
        written: list[Plain] = [_row_data(row) for row in found]
        if key_work:
            works.append({"key_work": key_work, "rows": written})
            continue
        if works:
            yield _filled({"under": [*under], "rows": here, "key_works": works})
        here, works = written, []
    yield _filled({"under": [*under], "rows": here, "key_works": works})


def _filled(data: dict[str, Plain]) -> dict[str, Plain]:
    return {key: value for key, value in data.items() if value not in ("", [], {})}


def _row_data(row: GoalIndicator) -> dict[str, Plain]:
    texts = {
        "name": row.name,
        "half_year": row.half_year.text if row.half_year is not None else "",
        "target": row.full_year.text if row.full_year is not None else "",
        "grades": row.grades,
        "project": row.project,
    }
    return {key: text for key, text in texts.items() if text}
