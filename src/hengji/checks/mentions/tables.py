"""Figures in the cells of a table: what their row and their column say of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.mentions.numerals import folded, read_arabic
from hengji.checks.mentions.scanning import whole_numeral
from hengji.checks.mentions.units import header_unit
from hengji.checks.mentions.written import WrittenFigure
from hengji.facts.column_numbers import row_numbers_columns
from hengji.facts.document import Cell, Table
from hengji.facts.units import RATE, Unit

__all__ = ["CellHeaders", "cell_figure", "headers_of"]

_SPACE: Final = re.compile(r"\s+")
_CODES: Final = re.compile(
    r"编码|代码|序号|编号|行次|栏次|页码|电话|邮编|文号|日期|时间|^类$|^款$|^项$|^目$|^年[度份]$|证号|账号"
)
_COUNTS: Final = re.compile("人数|个数|数量|次数|户数|得分|分值|评分|权重|率|比例|占比|比重|指标值|完成值|目标")
_BRACKETED_UNIT: Final = re.compile(r"[(（](?:单位[:：])?(?:万元|元|千元|亿元|%|％|人|个|分)[)）]")
_PREFIX: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9])|其中[:：]?|[①-⑳]|[-—*·]+|[+＋]|减[:：]|加[:：])+"
)
_TOTAL: Final = re.compile(r"合\s*计|总\s*计|^小\s*计")
_LEVELS: Final = (
    re.compile(r"^[一二三四五六七八九十]{1,3}、"), re.compile(r"^[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"^[0-9]{1,2}[.．、]"), re.compile(r"^[(（][0-9]{1,2}[)）]"),
)  # fmt: skip
_CODE: Final = re.compile(r"[0-9]{3}(?:[0-9]{2}){0,3}")
_SIDES: Final = re.compile("^(?:项目|科目|支出|收入|预算科目|科目名称)")
_PROSE: Final = re.compile("说明|标准|备注|原因|依据|解释|内容")
_UNITS: Final = re.compile("^(?:计[量算])?单位$")
_OF_NO_UNIT: Final = re.compile("率|占|增|减|幅|比|[±%％]|[级分]$|权重|得分|排名|排位|备注")
_VALUES: Final = re.compile("^数[值据额]$|^金额$|[值数额]$|^完成|^实际|^数量$")
_FILLED_DOWN: Final = re.compile("级指标|重点工作")


_LONGEST_UNIT: Final = 4


@dataclass(frozen=True, slots=True)
class CellHeaders:
    """Row path and column path of a cell, the unit they give it, and whether its column holds codes."""

    row: tuple[str, ...]
    column: tuple[str, ...]
    unit: Unit | None
    unit_text: str
    is_code: bool

    @property
    def subject(self) -> str:
        """``基本支出/人员经费|年初预算数``: the row's path, a bar, the column's path."""
        return "|".join(part for part in ("/".join(self.row), "/".join(self.column)) if part)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What a table's header rows say, column by column; the columns where a side begins, that hold a level of
    indicators (a blank repeats what is above), that hold codes, and that hold prose rather than names; and the one
    that gives each row its unit, or -1."""

    paths: tuple[tuple[str, ...], ...]
    units: tuple[tuple[Unit, str] | None, ...]
    named: tuple[Unit, str] | None
    sides: frozenset[int]
    levels: frozenset[int]
    codes: frozenset[int]
    prose: frozenset[int]
    unit_column: int


def headers_of(table: Table) -> Iterator[tuple[Cell, CellHeaders]]:
    """Every cell below the header rows with its headers, row by row."""
    grid = table.grid()
    frame = _frame(table, grid)
    parents: list[tuple[int, str]] = []
    above: dict[int, str] = {}
    for number, row in enumerate(grid[table.header_rows :], table.header_rows):
        texts = [_text(cell) for cell in row]
        _fill_down(texts, frame, above)
        numbers_only = bool(texts) and texts[0] in {"栏次", "行次"}
        parent = _parents(row, texts, parents)
        labels: list[str] = []
        for index, cell in enumerate(row):
            if cell is not None and cell.row == number and cell.column == index:
                path = (*parent, *_names(labels)) if labels else ()
                yield (
                    cell,
                    _headers(path, frame, index, numbers_only or index in frame.codes, _row_unit(texts, frame, index)),
                )
            _extend(labels, texts[index], index, frame)


def _frame(table: Table, grid: list[list[Cell | None]]) -> _Frame:
    heading = [row for number, row in enumerate(grid[: table.header_rows]) if not row_numbers_columns(row, number)]
    paths = tuple(_column_path(heading, column) for column in range(table.columns))
    return _Frame(
        paths=paths,
        units=tuple(_unit("".join(path)) for path in paths),
        named=header_unit(table.unit) or _named_unit(table.unit) or header_unit(table.caption),
        sides=frozenset(index for index, path in enumerate(paths) if path and _SIDES.match(path[-1])),
        levels=frozenset(index for index, path in enumerate(paths) if _FILLED_DOWN.search("".join(path))),
        codes=frozenset(index for index, path in enumerate(paths) if any(_CODES.search(name) for name in path)),
        prose=frozenset(index for index, path in enumerate(paths) if path and _PROSE.search(path[-1])),
        unit_column=next((index for index, path in enumerate(paths) if path and _UNITS.match(path[-1])), -1),
    )


def _fill_down(texts: list[str], frame: _Frame, above: dict[int, str]) -> None:
    """A blank under a level of indicators repeats what stands above it."""
    for index in frame.levels:
        above[index] = texts[index] = texts[index] or above.get(index, "")


def _extend(labels: list[str], text: str, index: int, frame: _Frame) -> None:
    """The words to the left of a cell, from where its side of the table begins; names only."""
    if index in frame.sides:
        labels.clear()
    if index == frame.unit_column and _named_unit(text) is not None:
        return
    if text and len(text) <= 40 and index not in frame.prose and not _is_number(text) and labels[-1:] != [text]:
        labels.append(text)


def _names(labels: list[str]) -> tuple[str, ...]:
    return tuple(_PREFIX.sub("", label) or label for label in labels)


def _row_unit(texts: list[str], frame: _Frame, index: int) -> tuple[Unit, str] | None:
    """The unit that a column 计量单位 gives the figures to its right, rates and scores of the row aside; and the column
    of values right before it, 数值 | 单位."""
    before = index == frame.unit_column - 1 and any(_VALUES.search(name) for name in frame.paths[index])
    right = 0 <= frame.unit_column < index
    own = (right or before) and not any(_OF_NO_UNIT.search(name) for name in frame.paths[index])
    return _named_unit(texts[frame.unit_column]) if own else None


def _named_unit(text: str) -> tuple[Unit, str] | None:
    return header_unit(f"（{text}）") if 0 < len(text) <= _LONGEST_UNIT else None


def _headers(
    row: tuple[str, ...], frame: _Frame, index: int, is_code: bool, row_unit: tuple[Unit, str] | None
) -> CellHeaders:
    column = frame.paths[index]
    by_row = row_unit or (_unit(row[-1]) if row else None)
    other = _COUNTS if frame.named is not None and frame.named[0].is_money else _OF_NO_UNIT
    apart = any(other.search(name) for name in (*column, *row[-1:]))
    unit = frame.units[index] or by_row or (None if apart else frame.named)
    clean = tuple(_BRACKETED_UNIT.sub("", name) for name in row)
    heads = tuple(_BRACKETED_UNIT.sub("", name) for name in column)
    return CellHeaders(clean, heads, unit[0] if unit else None, unit[1] if unit else "", is_code)


def _unit(text: str) -> tuple[Unit, str] | None:
    return header_unit(text) if any(mark in text for mark in "(（:：") else None


def _text(cell: Cell | None) -> str:
    return "" if cell is None else _SPACE.sub("", cell.text)


def _column_path(heading: list[list[Cell | None]], column: int) -> tuple[str, ...]:
    path: list[str] = []
    for row in heading:
        name = _text(row[column])
        if name and (not path or path[-1] != name):
            path.append(name)
    return tuple(path)


def _is_number(text: str) -> bool:
    return text[0] in "0123456789０１２３４５６７８９-－=≥≤<>" and whole_numeral(folded(text)) is not None


def _parents(row: list[Cell | None], texts: list[str], parents: list[tuple[int, str]]) -> tuple[str, ...]:
    """The labels above this row in the hierarchy of numbers, codes, indents and 其中; keeps *parents* up to date."""
    code = next((text for text in texts[:3] if _CODE.fullmatch(text)), "")
    at = next((place for place, text in enumerate(texts) if text and not _is_number(text)), None)
    if at is None:
        return ()
    label = texts[at]
    if _TOTAL.search(label):
        parents.clear()
        return ()
    level = _level(label, code, row[at], parents)
    while parents and parents[-1][0] >= level:
        parents.pop()
    path = tuple(name for _, name in parents)
    parents.append((level, _PREFIX.sub("", label) or label))
    return path


def _level(label: str, code: str, cell: Cell | None, parents: list[tuple[int, str]]) -> int:
    """How deep a row stands: by its code, its number, its indent; without any, under the last numbered row."""
    if code:
        return len(code)
    for depth, pattern in enumerate(_LEVELS):
        if pattern.match(label):
            return depth * 10
    indent = len(cell.text) - len(cell.text.lstrip()) if cell is not None else 0
    deepest = max((level for level, _ in parents if level % 10 == 0), default=-10)
    if label.startswith("其中"):
        return deepest + 11 if parents and parents[-1][0] % 10 == 0 else (parents[-1][0] + 1 if parents else 0)
    numbered = deepest + 5 if deepest >= 0 else 1
    return numbered + min(indent, 4) if deepest < 0 or indent else numbered


def cell_figure(text: str, start: int, end: int, headers: CellHeaders) -> WrittenFigure | None:
    """The one figure that the cell from *start* to *end* of the folded *text* is, or None where it holds words."""
    whole = whole_numeral(text[start:end])
    if whole is None or headers.is_code or whole[1]:
        return None
    numeral = whole[0]
    read = read_arabic(numeral)
    if read is None or (numeral[0] == "0" and numeral.isdigit() and len(numeral) > 1):
        return None
    at = text.index(numeral, start)
    value, decimals = read
    scale = Fraction(1, 100) if headers.unit == RATE else Fraction(1)
    figure = WrittenFigure(
        at, at + len(numeral), at + len(numeral), value * scale, decimals, headers.unit, headers.unit_text
    )
    blur = re.search("[≥≤<>]", text[start:at])
    return replace(figure, approximate=blur[0]) if blur else figure
