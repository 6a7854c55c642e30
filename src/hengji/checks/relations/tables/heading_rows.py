"""Which rows of a table name its columns: its first ones, and those where a form begins a new block."""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.relations.tables.amounts import is_blank, tight
from hengji.checks.relations.tables.laid_out import Grid
from hengji.facts.document import Cell

__all__ = ["goes_on_below", "names_columns"]

_HEAD_WORD: Final = re.compile(
    r"(?:预算|决算|执行|支出|收入|调整|完成|调剂|实际|计划)数|预算金额|^金额|指标值$|完成值|目标值|分值|权重|得分|评分|"
    r"^(?:收入|支出|项目|科目|合计|小计|类|款|项|单位|备注)$|^(?:项目|科目|指标)名称$|比例$|占比$|^[一二三]级指标|^绩效指标$|执行情况$|完成情况$|^(?:偏差)?原因分析|增减|比上年|"
    r"^(?:数量|单价|标准)(?:[(（].*)?$|^(?:支出|采购|建设|补助|工程|设备|购置)(?:内容|对象|事项)$"
)
_ITEM: Final = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d(?!\d{3}年|[-—–~～至\d]{0,3}月)|其中"
)
_LONGEST_NAME: Final = 16
_FEWEST_NAMES: Final = 3


def names_columns(grid: Grid, row: int) -> bool:
    """Whether a row without figures names columns: most of its texts are words that head columns."""
    if grid.has_number(row):
        return False
    places: dict[int, str] = {
        cell.start: text
        for cell, text in zip(grid.cells[row], grid.texts[row], strict=True)
        if cell is not None and text
    }
    texts = list(places.values())
    if any(_ITEM.match(text) for text in texts):
        return False
    named = sum(_HEAD_WORD.search(text) is not None and len(text) <= _LONGEST_NAME for text in texts)
    return (named >= 1 and len(texts) >= 2 and named * 2 >= len(texts)) or _heads_figures(grid, row)


def goes_on_below(grid: Grid, row: int) -> bool:
    """Whether names of columns are merged from the row above down into this one, which parts the others: 偏差原因分析
    into 经费保障 | 制度保障 …."""
    merged = {
        cell.start: text
        for cell, text in zip(grid.cells[row], grid.texts[row], strict=True)
        if cell is not None and cell.row < row
    }
    named = sum(_HEAD_WORD.search(text) is not None for text in merged.values())
    return named >= _FEWEST_NAMES and not grid.has_number(row)


def _heads_figures(grid: Grid, row: int) -> bool:
    """Whether a row of short words, none of them merged, stands above figures in most of its places (a sheet that
    holds one table below the other).
    """
    named = [column for column, text in enumerate(grid.texts[row]) if text]
    names = [column for column in named if not _leads_block(grid.cells[row][column])]
    short = all(len(grid.text(row, column)) <= _LONGEST_NAME for column in names)
    if row + 1 >= grid.height or len(names) < _FEWEST_NAMES or not short:
        return False
    if any(is_blank(grid.text(row, column)) for column in names):
        return False  # 征地进度 | 不计分 | —: a row of the table that has nothing to count
    alone = all((cell := grid.cells[row][column]) is not None and cell.column_span == 1 for column in names)
    below = sum(grid.amount(row + 1, column) is not None for column in names)
    return alone and below >= 2 and below * 2 >= len(names)


def _leads_block(cell: Cell | None) -> bool:
    """Whether a cell names the whole block to its right: 楼堂馆所控制情况（2024年完工项目）, merged down over it."""
    return cell is not None and cell.column == 0 and cell.row_span > 1 and len(tight(cell.text)) > _LONGEST_NAME
