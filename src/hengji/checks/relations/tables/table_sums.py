"""Sums in tables: down the columns, along the rows, and 收入总计 against 支出总计."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.coded_lines import coded_lines
from hengji.checks.relations.tables.column_sums import column_families
from hengji.checks.relations.tables.funds_by_nature import funds_by_nature
from hengji.checks.relations.tables.goal_accounts import goal_accounts
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.checks.relations.tables.row_sums import row_families
from hengji.checks.relations.tables.totals_over_sides import totals_over_sides
from hengji.checks.relations.tables.trials import Family, Sum, relations_of
from hengji.facts.document import Table
from hengji.facts.relation import Relation

__all__ = ["find"]

_LONGEST: Final = 200  # characters of a row
_ROW: Final = re.compile(r"[^\d\s，。；][^\s，。；]*[ \t][^\d\s，。；][^\s，。；]*(?:[ \t]+\d[\d,]*(?:\.\d+)?){2,6}")
_NOT_ADDED: Final = re.compile(
    r"率|[%％]|比例|比重|占比|占[^用]|增幅|单价|单[\u4e00-\u9fff]{1,3}(?:成本|造价|投资|费用|补助|面积)|标准|均|排名|指标值|目标|完成值|分值|权重|得分|满分|评分|分数|序号|年份|年龄|倍|百分点"
)
_WITH_ONE_PART: Final = 2  # figures: the part and the total
_TIMES: Final = 5
_INCOME: Final = re.compile("收入|来源")
_SPENDING: Final = re.compile("支出|运用")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``sum`` for every table. What the account of a form tells of a sum is told by it alone."""
    accounts = list(goal_accounts(context))
    told = {_cells(one) for one in accounts}
    for table in context.document.tables:
        if _is_cut_off(context, table):
            continue
        for part in parts_of(context, table):
            found = relations_of(list(_families(part, table)))
            yield from (one for one in found if _cells(one) not in told and not _lacks_rows(table, one))
    yield from accounts
    yield from funds_by_nature(context)
    yield from coded_lines(context)


def _lacks_rows(table: Table, one: Relation) -> bool:
    """Whether a table made of lines shows one small row alone above its total."""
    if not table.rebuilt or one.verdict in ("ok", "rounding") or len(one.figures) > _WITH_ONE_PART:
        return False
    values = [abs(figure.mention.value) for figure in one.figures if figure.mention is not None]
    return len(values) == _WITH_ONE_PART and 0 < values[0] * _TIMES < values[1]


def _cells(one: Relation) -> frozenset[int]:
    return frozenset(figure.start for figure in one.figures)


def _is_cut_off(context: Context, table: Table) -> bool:
    """Whether a table made of lines lacks its first row, which has one more name in front: 过程 完成率 5 4.5."""
    before = context.document.text[max(0, table.start - _LONGEST) : table.start]
    above = before.rstrip()
    beside = table.rebuilt and len(before) - len(above) <= 1
    return beside and _ROW.fullmatch(above.rpartition("\n")[2]) is not None


def _families(part: Part, table: Table) -> Iterator[Family]:
    sides = list(sides_of(part))
    for side in sides:
        columns = [column for column in side.columns if not _NOT_ADDED.search(part.heads[column])]
        amounts = [column for column in columns if not _holds_rates(side, column)]
        names = {column: f"的“{part.last_head(column)}”" for column in amounts if part.heads[column]}
        yield from column_families(side, amounts, names)
        yield from row_families(side, amounts)
    yield from totals_over_sides(sides)
    if len(sides) == 2:
        yield from _balance(sides[0], sides[1], table)


def _holds_rates(side: Side, column: int) -> bool:
    return any(amount.is_rate for line in side.lines if (amount := line.values.get(column)) is not None)


def _balance(left: Side, right: Side, table: Table) -> Iterator[Family]:
    """The grand totals of a table of income and expenditure are one figure."""
    heads = "".join(left.part.heads[: left.label + 1]) + left.lines[-1].label + table.caption
    other = "".join(right.part.heads[left.label + 1 :]) + right.lines[-1].label
    totals = [next((line for line in reversed(side.lines) if line.rank == 3), None) for side in (left, right)]
    if totals[0] is None or totals[1] is None or totals[0].row != totals[1].row:
        return
    incoming, outgoing = _first(totals[0], left), _first(totals[1], right)
    if incoming is None or outgoing is None:
        return
    sure = _INCOME.search(heads) is not None and _SPENDING.search(other + table.caption) is not None
    yield Family(sure, [Sum(outgoing, (incoming,), "收入总计与支出总计")])


def _first(line: Line, side: Side) -> Amount | None:
    return next((line.values[column] for column in side.columns if column in line.values), None)
