"""The goal table as a paper, in the layout that provinces print: basic facts and money, then a table per kind of row.

Rows under duties have a column of key works; the others spread over it, so that the columns stay in line. Where any
row describes its grades, a last column holds them. A stroke stands where a row has nothing to say, so that an empty
place always belongs to the cell above it: what is printed can be read back.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby
from typing import Final

from hengji.facts.goal_table import Expenditure, Funds, GoalIndicator, GoalTable
from hengji.facts.numbers import plain
from hengji.facts.targets import Target
from hengji.reports.paper.blocks import Align, Block, Cell, Paper, Paragraph, Row, Section, Table, Text, Tone

__all__ = ["goal_table_paper"]

_BASICS: Final = (14, 8, 8, 38, 16, 16)
_WIDTHS: Final = (12, 20, 18, 24, 13, 13)
_GRADES_WIDTH: Final = 26
_NOTHING: Final = "/"


def goal_table_paper(table: GoalTable) -> Paper:
    """The paper: portrait, or landscape where grades need room beside the targets."""
    has_grades = any(row.grades for row in table.indicators)
    blocks: list[Block] = [_basics(table)]
    duties = table.duty_levels
    for is_duty, rows in groupby(table.indicators, lambda row: row.first in duties):
        blocks.append(Paragraph((Text(""),), "note"))
        blocks.append(_indicators(tuple(rows), is_duty=is_duty, has_grades=has_grades))
    return Paper(
        table.title,
        (Section(tuple(blocks), "landscape" if has_grades else "portrait"),),
        f"{table.year}年度",
        table.organisation,
    )


def _cell(text: str, align: Align = "left", *, rows: int = 1, columns: int = 1, tone: Tone = "") -> Cell:
    return Cell((Text(text),) if text else (), rows, columns, align, tone)


def _head(text: str, *, rows: int = 1, columns: int = 1) -> Cell:
    return _cell(text, "center", rows=rows, columns=columns, tone="head")


def _basics(table: GoalTable) -> Table:
    def line(label: str, text: str) -> Row:
        return (_head(label), _cell(text, columns=5))

    rows = [
        line("单位名称", table.organisation),
        line("单位主要职能", table.functions),
        line("机构设置及人员配置", table.institutions),
        *_funds(table.funds),
        line("中长期目标", table.medium_term),
        line("年度目标", table.annual),
    ]
    return Table(_BASICS, tuple(rows), head_rows=0, key="部门基本情况", small=True)


def _funds(funds: Funds) -> list[Row]:
    """Money by source and by expenditure. The parts of an expenditure stand one column further in, beside 其中."""
    spent = [row for each in funds.expenditures for row in _expenditure(each)]
    income: list[Row] = [
        (_head("收入", rows=len(funds.sources) + 2), _head("资金来源", columns=2), _head("全年预算数", columns=2)),
        (_cell("资金总额", columns=2), _amount(funds.total, columns=2)),
        *((_cell(each.name, columns=2), _amount(each.full_year, columns=2)) for each in funds.sources),
    ]
    heads = (_head("支出项目", columns=2), _head("半年计划执行数"), _head("全年预算数"))
    outgo: list[Row] = [(_head("支出", rows=len(spent) + 1), *heads), *spent]
    rows = [*income, *outgo]
    return [(_head("部门整体资金（万元）", rows=len(rows)), *rows[0]), *rows[1:]]


def _expenditure(each: Expenditure) -> Iterator[Row]:
    yield (_cell(each.name, columns=2), _amount(each.half_year), _amount(each.full_year))
    for number, item in enumerate(each.items):
        beside = (_cell("其中", "center", rows=len(each.items)),) if number == 0 else ()
        yield (*beside, _cell(item.name), _amount(item.half_year), _amount(item.full_year))


def _amount(amount: Fraction | None, *, columns: int = 1) -> Cell:
    return _cell(_NOTHING if amount is None else plain(amount), "right", columns=columns)


def _indicators(rows: Sequence[GoalIndicator], *, is_duty: bool, has_grades: bool) -> Table:
    heads = [_head("一级指标"), _head("二级指标")]
    heads += [_head("重点工作"), _head("三级指标")] if is_duty else [_head("三级指标", columns=2)]
    heads += [_head("半年指标值"), _head("全年指标值")]
    if has_grades:
        heads.append(_head("评判档次"))
    body: list[Row] = []
    for _, of_first in groupby(rows, lambda row: row.first):
        body += _first_level(tuple(of_first), is_duty=is_duty, has_grades=has_grades)
    widths = (*_WIDTHS, _GRADES_WIDTH) if has_grades else _WIDTHS
    return Table(widths, (tuple(heads), *body), key="／".join(dict.fromkeys(row.first for row in rows)), small=True)


def _first_level(rows: Sequence[GoalIndicator], *, is_duty: bool, has_grades: bool) -> Iterator[Row]:
    """The rows of one first level; each level's cell reaches down over the rows that it holds."""
    levels: list[list[Cell]] = [[] for _ in rows]
    _merge(levels, [(row.first,) for row in rows], "center")
    _merge(levels, [(row.first, row.second) for row in rows], "left" if is_duty else "center")
    if is_duty:
        _merge(levels, [(row.first, row.second, row.key_work) for row in rows], "left")
    for row, cells in zip(rows, levels, strict=True):
        targets = [_cell(_target(target), "center") for target in (row.half_year, row.full_year)]
        grades = (_cell(row.grades or _NOTHING),) if has_grades else ()
        yield (*cells, _cell(row.name or _NOTHING, columns=1 if is_duty else 2), *targets, *grades)


def _merge(levels: list[list[Cell]], places: Sequence[tuple[str, ...]], align: Align) -> None:
    """Give the first row of each run of equal *places* one cell over the run."""
    start = 0
    for place, run in groupby(places):
        length = len(list(run))
        levels[start].append(_cell(place[-1] or _NOTHING, align, rows=length))
        start += length


def _target(target: Target | None) -> str:
    return target.text if target is not None else _NOTHING
