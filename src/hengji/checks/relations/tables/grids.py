"""A table as a checker reads it: names of columns, rows of texts, and what each column holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, TypeVar, cast

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import is_blank
from hengji.checks.relations.tables.heading_rows import goes_on_below, names_columns
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.document import Table

__all__ = ["Part", "parts_of"]

T = TypeVar("T")

_CODE_HEAD: Final = re.compile(
    r"编码|代码|序号|编号|行次|栏次|^类$|^款$|^项$|^目$|年份|年度$|日期|时间|电话|文号|排名|备注"
)
_CODE: Final = re.compile(r"\d{2,9}")
_LEVELS: Final = re.compile(r"/(?![^（(/]*[)）])")
_NAME: Final = re.compile(r"[\u4e00-\u9fffA-Za-z]{2}|\d年|\d月|第.|[甲乙丙丁戊己庚辛]|^[\u4e00-\u9fff]$")
_UNIT_HEAD: Final = re.compile("^(?:计量|度量)?单位$")
_SIGNS: Final = {
    **{sign: sign for sign in ("≥", "≤", ">", "<", "=")},
    **{"≧": "≥", "≦": "≤", "＞": ">", "＜": "<", "＝": "=", ">=": "≥", "<=": "≤"},
    **{"大于等于": "≥", "不低于": "≥", "小于等于": "≤", "不高于": "≤", "大于": ">", "小于": "<", "等于": "="},
    **{"正向指标": "≥", "正向": "≥", "反向指标": "≤", "反向": "≤", "定性指标": "", "定性": "", "其他": ""},
}
_POINTED: Final = re.compile(r"(?:分值|满分|权重|标准分|得分|评分)(?:[(（]分[)）])?$")
_TABLES_BACK: Final = 4
_FEWEST_NAMES: Final = 3
_WIDE: Final = 3


@dataclass(frozen=True)
class Part:
    """A stretch of a table under one set of column names: ``rows[first:last]``."""

    grid: Grid
    heads: tuple[str, ...]
    first: int
    last: int

    @cached_property
    def _made(self) -> dict[object, object]:
        return {}

    def once(self, key: object, make: Callable[[Part], T]) -> T:
        """What *make* gives for the part, made at the first call: a dozen finders ask for its sides."""
        if key not in self._made:
            self._made[key] = make(self)
        return cast(T, self._made[key])

    @cached_property
    def body(self) -> range:
        return range(self.first, self.last)

    def columns_named(self, pattern: re.Pattern[str]) -> list[int]:
        """The columns whose names match; one that is merged from name to last row with the one before counts as it."""
        found = [column for column, head in enumerate(self.heads) if pattern.search(head)]
        return [column for column in found if not self._goes_on(column)]

    def _goes_on(self, column: int) -> bool:
        """Whether every cell of a column began in the one before: only another block of the form parts the two."""
        cells = self.grid.cells
        rows = range(max(0, self.first - 1), self.last)
        return column > 0 and all(
            cells[row][column] is not None and cells[row][column] is cells[row][column - 1] for row in rows
        )

    def is_code(self, column: int) -> bool:
        """A column of codes, serial numbers, years: figures that are no amounts."""
        if _CODE_HEAD.search(self.last_head(column)):
            return True
        texts = [text for row in self.body if (text := self.grid.text(row, column))]
        return bool(texts) and "." not in "".join(texts) and self._codes(texts)

    def is_unit(self, column: int) -> bool:
        """A column that says what the figures beside it are counted in."""
        return _UNIT_HEAD.search(self.last_head(column)) is not None

    @cached_property
    def sign_columns(self) -> tuple[int, ...]:
        """Columns that hold nothing but the signs of targets, ≥ or 反向指标, whose figures stand further right."""
        return tuple(column for column in range(self.grid.width) if self._is_sign(column))

    def _is_sign(self, column: int) -> bool:
        texts = [text for row in self.body if not is_blank(text := self.grid.text(row, column))]
        return any(_SIGNS.get(text) for text in texts) and sum(text in _SIGNS for text in texts) * 5 >= len(texts) * 4

    def sign(self, row: int, column: int) -> str:
        """The sign of the target in *column* where it stands in a column of its own; else empty."""
        signs = [each for each in self.sign_columns if each < column]
        return _SIGNS.get(self.grid.text(row, signs[-1]), "") if signs else ""

    @staticmethod
    def _codes(texts: list[str]) -> bool:
        codes = [text for text in texts if (_CODE.fullmatch(text) and text[0] != "0") or re.fullmatch(r"0\d", text)]
        long = [text for text in codes if re.fullmatch(r"[1-5]\d{2}(?:\d{2}){0,2}|0\d", text)]
        return len(texts) >= 3 and len(long) * 10 >= len(texts) * 8 and len({len(text) for text in long}) > 1

    def last_head(self, column: int) -> str:
        """The lowest of the names over a column; 补贴标准（元/亩） is one name."""
        return _LEVELS.split(self.heads[column])[-1]

    @cached_property
    def number_columns(self) -> tuple[int, ...]:
        """Columns most of whose filled cells are one figure each."""
        return tuple(column for column in range(self.grid.width) if self._is_number(column))

    def _is_number(self, column: int) -> bool:
        filled = [row for row in self.body if not is_blank(self.grid.text(row, column)) and self._begins(row, column)]
        numbers = [row for row in filled if self.grid.amount(row, column) is not None]
        return bool(numbers) and len(numbers) * 10 >= len(filled) * 6 and not self.is_code(column)

    def _begins(self, row: int, column: int) -> bool:
        """Whether a cell of its own begins in the row: words merged over columns are told below the figures and belong
        to none of them, and what is merged down over rows stands once."""
        cell = self.grid.cell(row, column)
        wide = cell is not None and cell.column_span >= _WIDE and self.grid.amount(row, cell.column) is None
        return cell is not None and cell.row == row and not wide

    @cached_property
    def text_columns(self) -> tuple[int, ...]:
        """Columns that name things: more words than figures."""
        return tuple(column for column in range(self.grid.width) if self._is_text(column))

    def _is_text(self, column: int) -> bool:
        texts = [text for row in self.body if (text := self.grid.text(row, column)) and not is_blank(text)]
        words = [text for text in texts if _NAME.search(text)]
        return len(words) * 2 > len(texts) and column not in self.number_columns


def parts_of(context: Context, table: Table) -> tuple[Part, ...]:
    """The table, cut where a row names the columns anew (收入…, then 支出…, then the indicators)."""
    return context.once((parts_of, table.start, table.end), lambda: tuple(_parts(context, table)))


def _parts(context: Context, table: Table) -> Iterator[Part]:
    grid = grid_of(context, table)
    if not grid.height or not grid.width:
        return
    borrowed = _borrowed_heads(context, grid)
    if borrowed:
        yield Part(grid, borrowed, 0, grid.height)
        return
    starts: list[int] = []
    for row in range(grid.height):
        below_names = bool(starts) and starts[-1] == row - 1 and goes_on_below(grid, row)
        if row < table.header_rows or below_names or names_columns(grid, row):
            starts.append(row)
    row = 0
    while row < grid.height:
        heads = row
        while heads < grid.height and heads in starts:
            heads += 1
        last = next((start for start in starts if start > heads), grid.height)
        if heads < last:
            yield Part(grid, _heads(grid, row, heads), heads, last)
        row = max(last, heads + 1)


def _borrowed_heads(context: Context, grid: Grid) -> tuple[str, ...]:
    """The names of columns that a form told once, above its first section, for a table of a later section that has
    none: as many columns, and figures under 分值 and 得分. Empty where the table names its own."""
    table = grid.table
    if not table.rebuilt or grid.width < _FEWEST_NAMES or table.header_rows > 1 or not grid.has_number(0):
        return ()
    if any(names_columns(grid, row) for row in range(grid.height)):
        return ()
    place = context.table_number(table)
    for other in context.tables[max(0, place - _TABLES_BACK) : place][::-1]:
        heads = _own_heads(context, other) if other.columns == grid.width and other.rebuilt else ()
        if heads:
            return heads if _bears(grid, heads) else ()
    return ()


def _own_heads(context: Context, table: Table) -> tuple[str, ...]:
    """The names in the first row of a table where every column has one, points and scores among them."""
    grid = grid_of(context, table)
    names = tuple(grid.text(0, column) for column in range(grid.width))
    own = all(names) and len(set(names)) == len(names) and not grid.has_number(0) and names_columns(grid, 0)
    return names if own and any(_POINTED.search(name) for name in names) else ()


def _bears(grid: Grid, heads: tuple[str, ...]) -> bool:
    """Whether words stand in the first column, and figures wherever points and scores should."""
    pointed = [column for column, head in enumerate(heads) if _POINTED.search(head)]
    rows = range(grid.height)
    named = all(grid.text(row, 0) and grid.amount(row, 0) is None for row in rows)
    return named and all(grid.amount(row, column) is not None for row in rows for column in pointed)


def _heads(grid: Grid, first: int, last: int) -> tuple[str, ...]:
    numbering = {row for row in range(first, last) if grid.numbers_columns(row)}
    heads = []
    for column in range(grid.width):
        path: list[str] = []
        for row in range(first, last):
            text = grid.text(row, column) if row not in numbering else ""
            if text and (not path or path[-1] != text):
                path.append(text)
        heads.append("/".join(path))
    return tuple(heads)
