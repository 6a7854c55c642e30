"""One name twice under two codes of one group: 208 05 05 and 208 05 06 are both 养老保险缴费, as in the row above.

A group and its only item may have one name (城乡社区环境卫生), and 行政运行 stands under many groups; two items of one
group never have the same.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.document import Cell, Table
from hengji.facts.relation import Relation

__all__ = ["code_names"]

_WHOLE: Final = re.compile(r"[2356]\d{2}(?:\d{2}){0,2}")
_CLASS: Final = re.compile(r"[2356]\d{2}")
_LOWER: Final = re.compile(r"\d{2}(?:\d{2})?")
_NAME: Final = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff（）()、“”]{1,39}")
_HEADS: Final = re.compile(r"科目|编码|代码|^[类款项]$")
_BOTH: Final = re.compile(r"项目名称|单位名称|部门名称|预算单位")
_HEAD_ROWS: Final = 3
_LOWEST: Final = 7  # digits of 类款项
_FEWEST: Final = 4  # codes of a table that holds each once


@dataclass(frozen=True, slots=True)
class _Item:
    """A row's code and the cell of its name."""

    code: str
    name: str
    cell: Cell
    code_cell: Cell


def code_names(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure`` in every table that begins with columns of codes."""
    for table in context.document.tables:
        grid = grid_of(context, table)
        heads = [grid.text(row, column) for row in range(min(grid.height, _HEAD_ROWS)) for column in range(grid.width)]
        if any(_HEADS.search(head) for head in heads) and not any(_BOTH.search(head) for head in heads):
            yield from _in_table(context, grid, table)


def _in_table(context: Context, grid: Grid, table: Table) -> Iterator[Relation]:
    seen: dict[tuple[str, str], _Item] = {}
    items = [item for row in range(table.header_rows, grid.height) if (item := _item(grid, row)) is not None]
    yield from _one_code(context, items)
    for item in items:
        if len(item.code) == 3:
            continue
        key = item.code[:-2], item.name
        first = seen.setdefault(key, item)
        if first.code != item.code and first.cell.start != item.cell.start:
            yield slip(
                context,
                [(first.cell.start, first.cell.end), (item.cell.start, item.cell.end)],
                "error",
                f"编码{first.code}与{item.code}不同，名称却都是“{item.name}”，像是沿用了另一行的名称。请核对后一行的名称。",
                rule="同一级科目的名称不应相同",
                expected=f"{item.code}自己的名称",
                likely="名称与上一行重复",
                severity="medium",
            )


def _one_code(context: Context, items: Sequence[_Item]) -> Iterator[Relation]:
    """One code for two items, where all other codes of the table stand once."""
    held = Counter(item.code for item in items)
    twice = [code for code, times in held.items() if times > 1 and len(code) == _LOWEST]
    if len(twice) != 1 or held[twice[0]] != 2 or len(held) < _FEWEST:
        return
    first, second = (item for item in items if item.code == twice[0])
    short, long = sorted((first.name, second.name), key=len)
    if not long.startswith(short):
        yield slip(
            context,
            [(cell.start, cell.end) for item in (first, second) for cell in (item.code_cell, item.cell)],
            "error",
            f"“{first.name}”与“{second.name}”的编码都是{first.code}，其中一个应另有编码。请核对。",
            rule="同一编码只对应一个科目",
            expected="各科目自己的编码",
            likely="编码与另一行重复",
            severity="medium",
        )


def _item(grid: Grid, row: int) -> _Item | None:
    """The code, in one cell or in columns 类 款 项, and the words right behind it."""
    code, last = "", None
    for column in range(grid.width):
        cell = grid.cell(row, column)
        if cell is None or (cell.row, cell.column) != (row, column):
            continue
        text = grid.text(row, column)
        if not code and _WHOLE.fullmatch(text):
            code, last = text, cell
        elif code and _CLASS.fullmatch(code[:3]) and _LOWER.fullmatch(text) and len(code) + len(text) <= 7:
            code, last = code + text, cell
        elif last is not None and text:
            return _Item(code, text, cell, last) if _NAME.fullmatch(text) else None
        elif text and not text.isdigit():
            return None
    return None
