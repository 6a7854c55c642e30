"""Rows of funds in project forms: budget, outturn, rate of execution, and the points that the rate earns.

The form 项目支出绩效自评表 changes its columns in the middle: first 年初预算数 | 全年预算数 | 全年执行数 | 分值 |
执行率 | 得分, then the indicators. Its header may have one row or two, its columns any order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.laid_out import Grid, grid_of

__all__ = ["FundRow", "fund_rows", "funds_by_table"]

_RATE: Final = re.compile(r"(?:执行|支出|完成|使用|支付)(?:进度|率)")
_OF_RATE: Final = re.compile("得分|权重|分值")
_SPENT: Final = re.compile(
    r"执行数|执行额|执行[(（]|执行$|支出数|支出额|实际(?:支出|使用|支付)|决算数?|全年支出|支出金额"
)
_BUDGET: Final = re.compile(r"预算|安排|计划(?:数|金额)|下达|^调整后")
_ARRIVED: Final = re.compile(r"到位|拨付(?!率)|实际下拨|到账")
_POINTS: Final = re.compile(r"^(?:预算)?(?:执行率)?(?:分值|权重|满分|标准分)(?:[(（].*)?$")
_SCORE: Final = re.compile(r"^(?:自评|评价|核查|(?:预算)?执行率)?得分(?:[(（].*)?$")
_ADJUSTED: Final = re.compile("全年|调整")
_WHOLE: Final = re.compile("总额|合计|总计|小计|资金总|总预算|预算资金")
_INDICATORS: Final = re.compile("[一二三]级指标|绩效指标|指标名称|总体目标")
_MOST_ROWS: Final = 12


@dataclass(frozen=True, slots=True)
class FundRow:
    """`budgets`: the one to which a rate refers as a rule comes first (全年预算数 before 年初预算数). `whole` says
    that the row is that of all funds, not of one source. `score` and `points` are None where a dash stands. `arrived`:
    what had come in of the budget, of which the rate may be a part."""

    grid: Grid
    row: int
    name: str
    budgets: tuple[Amount, ...]
    spent: Amount
    points: Amount | None
    rate: Amount | None
    score: Amount | None
    whole: bool
    arrived: tuple[Amount, ...] = ()
    header: int = 0


def fund_rows(context: Context) -> tuple[FundRow, ...]:
    """Every row of funds with a budget and an outturn, in the order of the document."""
    return context.once(fund_rows, lambda: tuple(_found(context)))


def funds_by_table(context: Context) -> Mapping[int, Sequence[FundRow]]:
    """The rows of each table that has any, by its start."""
    return context.once(funds_by_table, lambda: _grouped(fund_rows(context)))


def _grouped(rows: Sequence[FundRow]) -> dict[int, list[FundRow]]:
    found: dict[int, list[FundRow]] = {}
    for row in rows:
        found.setdefault(row.grid.table.start, []).append(row)
    return found


def _found(context: Context) -> Iterator[FundRow]:
    for table in context.document.tables:
        grid = grid_of(context, table)
        row = 0
        while row < grid.height:
            columns = _columns(grid, row)
            row += 1
            if columns is None:
                continue
            end = min(grid.height, row + _MOST_ROWS)
            last = next((at for at in range(row, end) if _is_other(grid, at)), end)
            yield from _rows(grid, range(row, last), columns)
            row = last


def _is_other(grid: Grid, row: int) -> bool:
    """Whether another block of the form begins here."""
    return _columns(grid, row) is not None or any(
        _INDICATORS.search(text) for text in grid.words(row) if len(text) < 20
    )


def _columns(grid: Grid, row: int) -> Mapping[str, Sequence[int]] | None:
    """The columns that a header row names, by role; None where the row is no header of funds."""
    if grid.has_number(row):
        return None
    heads = [_head(grid, row, column) for column in range(grid.width)]
    found = {
        "rate": [c for c, head in enumerate(heads) if _RATE.search(head) and not _OF_RATE.search(head)],
        "points": [c for c, head in enumerate(heads) if _POINTS.search(head)],
        "score": [c for c, head in enumerate(heads) if _SCORE.search(head)],
    }
    taken = {column for columns in found.values() for column in columns}
    free = [c for c in range(grid.width) if c not in taken]
    found["spent"] = [c for c in free if _SPENT.search(heads[c]) and not re.search("率|情况|预计|计划|拟", heads[c])]
    free = [c for c in free if c not in found["spent"]]
    budgets = [c for c in free if _BUDGET.search(heads[c]) and not re.search("率|情况|项目|科目", heads[c])]
    found["arrived"] = [c for c in free if c not in budgets and _ARRIVED.search(heads[c]) and "率" not in heads[c]]
    found["budget"] = sorted(budgets, key=lambda c: (_ADJUSTED.search(heads[c]) is None, -c))
    complete = found["spent"] and found["budget"] and (found["rate"] or (found["points"] and found["score"]))
    return found if complete else None


def _head(grid: Grid, row: int, column: int) -> str:
    """The name of a column; where the cell is blank, the name above it that the file did not merge."""
    if not column and not any(grid.amount(below, 0) for below in range(row + 1, min(grid.height, row + _MOST_ROWS))):
        return ""  # the name of the whole block, which stands beside it
    text = grid.text(row, column)
    above = row - 1
    return text or (grid.text(above, column) if above >= 0 and not grid.has_number(above) else "")


def _rows(grid: Grid, rows: range, columns: Mapping[str, Sequence[int]]) -> Iterator[FundRow]:
    first = min(columns["budget"][0], columns["spent"][0], *columns["budget"])
    labels = {row: _label(grid, row, first) for row in rows}
    found = []
    for row in rows:
        budgets = tuple(one for column in columns["budget"] if (one := _value(grid, row, [column])) is not None)
        spent = _value(grid, row, columns["spent"])
        if spent is not None and budgets:
            rest = (_value(grid, row, columns[role]) for role in ("points", "rate", "score"))
            points, rate, score = rest
            arrived = tuple(one for column in columns["arrived"] if (one := _value(grid, row, [column])) is not None)
            found.append(
                FundRow(grid, row, labels[row], budgets, spent, points, rate, score, False, arrived, rows.start - 1)
            )
    named = [one for one in found if _WHOLE.search(one.name) and "其中" not in one.name]
    whole = next(iter(named or found), None)
    yield from (replace(row, whole=row is whole) for row in found)


def _label(grid: Grid, row: int, first: int) -> str:
    """What is written in front of the figures, a merged cell's words once; the whole block's name is none of it."""
    own = [cell for cell in grid.begun(row) if cell.column < first and cell.text.strip()]
    own = [cell for cell in own if cell.row_span == 1] or own
    return "".join(grid.text(row, cell.column) for cell in own)


def _value(grid: Grid, row: int, columns: Sequence[int]) -> Amount | None:
    return next((one for column in columns if (one := grid.amount(row, column)) is not None), None)
