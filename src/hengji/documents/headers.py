"""Which first rows of a table name its columns, and what spans where a merged heading was flattened."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from hengji.facts.column_numbers import numbers_columns
from hengji.facts.document import Cell

__all__ = ["MAX_HEADER_ROWS", "header_depth", "is_figure", "names_a_column", "with_category_spans", "with_header_spans"]

MAX_HEADER_ROWS: Final = 5
_SAMPLE: Final = 3
"""Rows that tell whether a table has a heading at all."""

_FIGURE: Final = re.compile(
    r"[-+−－(（]?\s*+[¥￥$]?\s*+[-+−－]?(?:\d{1,3}(?:[,，]\d{3})+|\d+)(?:[.．]\d+)?\s*+[)）]?\s*+"
    r"(?:%|％|‰|亿元|万元|元|分|人|个|次|件|户|家|台|辆|天|场|批|篇|条|期)?"
)
_DATE_LIKE: Final = re.compile(r"\d{4}\s*年?")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*年?")
_HEADING_WORDS: Final = re.compile(
    r"项\s*目|科目|名称|编码|指标|金额|预算|决算|合\s*计|小\s*计|得分|分值|权重|序\s*号|单位|备\s*注|标准|说明|年度|数$|类$|款$|项$|收入|支出|行次"
    r"|完成|目标|比率|比例|率$|内容|日期|时间|情况|类别|类型|等级|因素|因子|占比|增减|经费|人员|部门|姓名|职务|数量|差异|原因|栏次"
    r"|行业|数[（(]|[（(](?:户|人|个|家|件|次|元|万元|亿元|亩|万亩|公里|吨|处|座|%|％)[)）]$"
)
_FORMULA: Final = re.compile(r"(?<=\d)\s*=.*")


def is_figure(text: str) -> bool:
    """Whether a cell holds nothing but a figure."""
    return bool(_FIGURE.fullmatch(text.strip()))


def names_a_column(text: str) -> bool:
    """Whether a text has a word or a year that headings of columns have."""
    return bool(_HEADING_WORDS.search(text) or _DATE_LIKE.fullmatch(text.strip()))


def header_depth(cells: Iterable[Cell]) -> int:
    """How many first rows (one to five; 0 for a table of one row, or of names and their figures) name the columns.

    A row belongs to the heading while no cell of it holds a figure, and while it either is covered by a merged
    heading from above, or is cut by a heading over several columns, or repeats the words of headings, or stands
    between a title over the whole table and a row that repeats them.
    """
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    numbers = sorted(rows)
    if len(numbers) < 2 or all(_is_name_and_figures(rows[number]) for number in numbers[:_SAMPLE]):
        return 0
    depth = 1
    reach = _reach(rows[numbers[0]])
    limit = min(MAX_HEADER_ROWS, len(numbers) - 1)
    while depth < limit and numbers[depth] == depth:
        row = rows[depth]
        if _holds_figures(row) and not _is_series(row):
            break
        above = rows[depth - 1]
        if not (depth < reach or _continues(above, row) or _under_a_title(rows, depth) or _parts_groups(rows, depth)):
            break
        reach = max(reach, _reach(row))
        depth += 1
    return depth


def _reach(row: Sequence[Cell]) -> int:
    """The row after the last one that merged headings of *row* cover; a column-wide merge is not a heading's."""
    spans = [cell.row + cell.row_span for cell in row if cell.row_span <= MAX_HEADER_ROWS]
    return max(spans, default=1)


def _holds_figures(row: Sequence[Cell]) -> bool:
    return any(is_figure(cell.text) and not _DATE_LIKE.fullmatch(cell.text.strip()) for cell in row)


def _is_name_and_figures(row: Sequence[Cell]) -> bool:
    """A row of a list without a heading: 合计 | 4432."""
    texts = [cell.text.strip() for cell in sorted(row, key=lambda cell: cell.column)]
    figures = [text for text in texts[1:] if is_figure(text) and not _YEAR.fullmatch(text)]
    return len(texts) > 1 and bool(texts[0]) and not is_figure(texts[0]) and len(figures) == len(texts) - 1


def _is_series(row: Sequence[Cell]) -> bool:
    """A row that only numbers its columns, 栏次 1 2 3, or says how they are made: 1 = 2 + 3."""
    return numbers_columns(_FORMULA.sub("", cell.text) for cell in row)


def _under_a_title(rows: Mapping[int, Sequence[Cell]], depth: int) -> bool:
    """财政拨款“三公”经费 over all columns, 合计 | 因公出国（境）费 | … below, 预算数 | 决算数 … at the foot."""
    if depth != 1 or len(rows[0]) != 1 or not any(cell.column_span > 1 for cell in rows[depth]):
        return False
    below = [rows[number] for number in range(depth, MAX_HEADER_ROWS) if number in rows]
    plain = list(takewhile(lambda row: not _holds_figures(row), below))
    foot = plain[-1] if plain else ()
    return len(foot) > _SAMPLE and len(foot) > len(plain[0]) and all(_HEADING_WORDS.search(one.text) for one in foot)


def _parts_groups(rows: Mapping[int, Sequence[Cell]], depth: int) -> bool:
    """合计 | 因公出国（境）费 | … below 预算数 | 决算数, each over several columns, and figures under all."""
    lower = (rows[number] for number in range(depth + 1, depth + MAX_HEADER_ROWS) if number in rows)
    filled: Sequence[Cell] = next((line for line in lower if _holds_figures(line)), ())
    above, row = ([cell for cell in rows[number] if cell.text.strip()] for number in (depth - 1, depth))
    if len(above) < 2 or len(filled) < _SAMPLE or not all(is_figure(cell.text) for cell in filled):
        return False
    ends = [cell.column for cell in above[1:]] + [len(filled)]
    below = [
        sum(cell.column <= part.column < end for part in row)
        for cell, end in zip(above, ends, strict=True)
        if end - cell.column > 1
    ]
    return sum(below) == len(row) and all(parts != 1 for parts in below) and any(below)


def _continues(above: Sequence[Cell], row: Sequence[Cell]) -> bool:
    """Whether *row* goes on with the heading that *above* began."""
    if _is_series(row):
        return True
    written = [cell for cell in row if cell.text.strip()]
    if not written or not all(len(cell.text) <= 20 and _HEADING_WORDS.search(cell.text) for cell in written):
        return False
    gaps = any(not cell.text.strip() or cell.column_span > 1 for cell in above)
    filled = {cell.column for cell in above if cell.text.strip()}
    return gaps and (len(written) == 1 or any(cell.column not in filled for cell in written) or len(written) > 2)


def with_header_spans(cells: Sequence[Cell], header_rows: int) -> tuple[Cell, ...]:
    """Merged headings found again where text kept only their first place.

    A heading goes on to the right over empty places while a lower heading stands under each of them, and
    downwards while its column is empty. The empty cells that it then covers are dropped.
    """
    if header_rows < 2:
        return tuple(cells)
    head = {(cell.row, cell.column): cell for cell in cells if cell.row < header_rows}
    width = max((cell.column for cell in cells), default=-1) + 1
    written = {place for place, cell in head.items() if cell.text.strip()}
    covered: set[tuple[int, int]] = set()
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    for row, column in sorted(written):
        right, down = column + 1, row + 1
        while (
            right < width and (row, right) not in written | covered and _stands_below(written, row, right, header_rows)
        ):
            right += 1
        if right == column + 1 or not _stands_below(written, row, column, header_rows):
            while down < header_rows and not {(down, each) for each in range(column, right)} & (written | covered):
                down += 1
        spans[row, column] = (down - row, right - column)
        covered |= {(r, c) for r in range(row, down) for c in range(column, right)} - {(row, column)}
    result: list[Cell] = []
    for cell in cells:
        place = (cell.row, cell.column)
        if place in covered:
            continue
        height, breadth = spans.get(place, (cell.row_span, cell.column_span))
        result.append(replace(cell, row_span=height, column_span=breadth))
    return tuple(result)


def _stands_below(written: set[tuple[int, int]], row: int, column: int, header_rows: int) -> bool:
    return any((lower, column) in written for lower in range(row + 1, header_rows))


_CATEGORY: Final = re.compile(r"[一二三四]级指标|指标类[别型]|评价因素|^类别$")


def with_category_spans(cells: Sequence[Cell], header_rows: int) -> tuple[Cell, ...]:
    """Categories that flattened text kept once, at the first of their rows, cover the empty rows below them again.

    Only columns whose heading names levels of indicators (一级指标) are read so: elsewhere an empty cell is empty.
    """
    headings = [cell for cell in cells if cell.row < header_rows and _CATEGORY.search(cell.text)]
    levels = sorted({column for cell in headings for column in range(cell.column, cell.column + cell.column_span)})
    by_place = {(cell.row, cell.column): cell for cell in cells}
    rows = max((cell.row for cell in cells), default=-1) + 1
    last_level = max(levels, default=-1)
    spans: dict[tuple[int, int], int] = {}
    dropped: set[tuple[int, int]] = set()
    for column in [level for level in levels if level < last_level]:
        owner: int | None = None
        for row in range(header_rows, rows):
            cell = by_place.get((row, column))
            if cell is not None and cell.text.strip():
                owner = None if is_figure(cell.text) else row
            elif owner is not None and all((row, left) in dropped for left in range(column)):
                spans[owner, column] = row - owner + 1
                dropped.add((row, column))
            else:
                owner = None
    return tuple(
        replace(cell, row_span=spans.get((cell.row, cell.column), cell.row_span))
        for cell in cells
        if (cell.row, cell.column) not in dropped
    )
