"""Tables whose cells stand one a line and whose rows blank lines set apart: as many cells in each as in the heading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.lines import Line
from hengji.documents.plain.listed_items import Item, cell_of, is_heading, item_of

__all__ = ["blocks_of", "tables_of_blocks"]

_MAX_COLUMNS: Final = 12
_ROWS: Final = 2


def blocks_of(run: Sequence[Item]) -> Iterator[list[Item]]:
    """Items that no blank line parts."""
    for _, block in groupby(enumerate(run), key=lambda each: each[1].line.number - each[0]):
        yield [item for _, item in block]


def tables_of_blocks(blocks: Sequence[list[Item]]) -> Iterator[tuple[list[Line], Rows]]:
    """The tables among *blocks*: the lines each takes, and its cells by row."""
    index = 0
    blocks = list(_with_gaps(blocks))
    while index < len(blocks):
        size = len(blocks[index])
        end = index + 1
        while end < len(blocks) and len(blocks[end]) == size:
            end += 1
        rows = blocks[index:end]
        cut = end < len(blocks) and size > len(blocks[end]) > 1 and any(item.is_figure for item in blocks[end])
        if _is_table(rows) and not cut:
            cells = [
                [cell_of(item.line, row, column) for column, item in enumerate(block)] for row, block in enumerate(rows)
            ]
            yield [item.line for block in rows for item in block], cells
        index = end


def _with_gaps(blocks: Sequence[list[Item]]) -> Iterator[list[Item]]:
    """Blocks as they stand; two that the blank line of an empty cell parts are one row, where with that cell they have
    as many as the heading above them: 产出小计, 35, nothing, 34.80 below 指标, 分值, 实际, 得分."""
    size, index = 0, 0
    while index < len(blocks):
        block, index = blocks[index], index + 1
        if is_heading(block) and len(block) > _ROWS:
            size = len(block)
        below = blocks[index] if index < len(blocks) else []
        torn = size and below and len(block) < size and len(block) + len(below) + 1 == size
        if torn and not block[0].is_figure and below[0].is_figure and below[0].line.number - block[-1].line.number == 2:
            yield [*block, _nothing(block[-1].line), *below]
            index += 1
        else:
            yield block


def _nothing(line: Line) -> Item:
    """The empty cell whose blank line follows *line*."""
    return item_of(Line(line.number + 1, line.end + 1, line.end + 1, "", line.page))


def _is_table(rows: Sequence[Sequence[Item]]) -> bool:
    heading, body = rows[0], rows[1:]
    if not _ROWS < len(heading) <= _MAX_COLUMNS or len(body) < _ROWS or not is_heading(heading):
        return False
    figures = [sum(item.is_figure or item.is_nothing for item in column) for column in zip(*body, strict=True)]
    return any(count * 2 > len(body) for count in figures) and any(count * 2 <= len(body) for count in figures)
