"""The lines of one side of a table: label, code, depth, and the figure in each column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from hengji.checks.relations.tables.alignment import offset
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part

__all__ = ["Line", "Side", "sides_of", "totalled_sides"]

_TOTAL: Final = re.compile(
    r"(?:合计|总计|共计)数?(?:[(（].*)?$|^(?:合计|总计|小计)|小计$|^计$|^总(?:收入|支出)|^总得?分(?:数|值|合计)?(?:[(（].*)?$|总得分$"
    r"|^全[市县区省州旗镇乡]$|^(?:年度)?(?:资金|收入|支出|预算|预算资金)总额(?:[(（].*)?$"
)
_SUMMED: Final = re.compile("合计|总计|小计|共计|^总得?分|总得分")
_OF_WHICH: Final = re.compile(r"^(?:其中|内[:：]|#)")
_CODE: Final = re.compile(r"\d{3}(?:\d{2}){0,3}")
_SHORT_CODE: Final = re.compile(r"\d{2}")
_STYLES: Final = (
    re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]"),
    re.compile(r"^[(（][一二三四五六七八九十]{1,3}[)）]"),
    re.compile(r"^\d{1,2}[.．、](?!\d)"),
    re.compile(r"^[(（]\d{1,2}[)）]"),
)
_UNNUMBERED: Final = 100
_COUNTED: Final = 4  # columns that are numbered, where figures would hardly be so by chance
_NOTHING: Final = re.compile("[-—－–/]+")
_REMARK_HEAD: Final = re.compile(
    "(?:评分|得分|扣分|失分|评价|计分|打分).{0,2}(?:说明|依据|理由|原因|标准|办法|方法|细则|规则|情况)|^备注$"
    "|(?:目标|指标|计划|预期|完成|实际)(?:完成)?值(?:[（(][^（()）]*[)）])?$"
    "|^(?:目标)?(?:完成|达标|实现)情况$|^是否(?:完成|达标)$|(?:完成|指标|目标|实际)值[/／](?:完成|指标|目标|实际)值$"
)
"""Columns of words that name nothing: where they are blank the row has its name further left."""
_WORDY_HEAD: Final = re.compile("说明|解释|依据|理由|原因|标准|办法|方法|细则|规则|备注|情况$|是否|值$")
_UNIT: Final = 3  # characters of 万人次
_RANKS: Final = (("总计", 3), ("总额", 3), ("总收入", 3), ("总支出", 3), ("总得分", 3), ("总分", 3), ("小计", 1))


@dataclass(frozen=True, slots=True)
class Line:
    """One row of one side. `level` grows with depth; -1 is a line of totals, whose `rank` tells 总计 from 小计."""

    row: int
    label: str
    code: str
    level: int
    rank: int
    of_which: bool
    values: dict[int, Amount] = field(hash=False, compare=False)

    @property
    def is_total(self) -> bool:
        return self.rank > 0

    @property
    def is_numbered(self) -> bool:
        return bool(self.code) or 0 <= self.level < _UNNUMBERED


@dataclass(frozen=True, slots=True)
class Side:
    """A label column with the number columns to its right, as 收入 and 支出 stand side by side."""

    part: Part
    label: int
    columns: tuple[int, ...]
    lines: tuple[Line, ...]


def sides_of(part: Part) -> tuple[Side, ...]:
    """The sides of a table, left to right."""
    return part.once(sides_of, lambda each: tuple(_sides(each)))


def _sides(part: Part) -> Iterator[Side]:
    numbers = _numbers(part)
    labels = [_named(part, column) for column in part.text_columns if _next(part, column, numbers) in numbers]
    if not labels and numbers:
        values = [
            {column: found for column in numbers if (found := part.grid.amount(row, column))} for row in part.body
        ]
        lines = tuple(
            Line(row, "", "", _UNNUMBERED, 0, False, found)
            for row, found in zip(part.body, values, strict=True)
            if not _counts_columns(part, row)
        )
        yield Side(part, -1, tuple(sorted(numbers)), lines)
    for index, label in enumerate(labels):
        begin = labels[index - 1] if index else -1
        end = labels[index + 1] if index + 1 < len(labels) else part.grid.width
        columns = tuple(column for column in range(label + 1, end) if column in numbers)
        names = [column for column in range(label + 1) if column > begin and column not in numbers]
        if _REMARK_HEAD.search(part.last_head(label)):
            named = [column for column in range(label) if column not in numbers]
            names = [column for column in named if not _WORDY_HEAD.search(part.last_head(column))] or names
        written = _lines(part, names, label, columns)
        lines = tuple(line for line in written if not _reaches(part, line.row, label, begin))
        if columns and lines:
            yield Side(part, label, columns, lines)


def _reaches(part: Part, row: int, label: int, begin: int) -> bool:
    """Whether the name of a total stands in a side before, its figure in this one: it is the total of both."""
    total = _total_before(part, row, label)
    return total is not None and total[1] <= begin


def _total_before(part: Part, row: int, label: int) -> tuple[str, int] | None:
    """The total whose name is the last thing written up to the column *label*, and the column that it begins in."""
    last = next((column for column in range(label, -1, -1) if part.grid.text(row, column)), -1)
    cell = part.grid.cell(row, last) if last >= 0 else None
    return (cell.text.strip(), cell.column) if cell is not None and _TOTAL.search(cell.text.strip()) else None


def totalled_sides(side: Side) -> Iterator[tuple[int, str, int]]:
    """The rows whose total is that of this side and of others before it, its name, and the column that it begins in."""
    for row in side.part.body if side.label >= 0 else ():
        total = _total_before(side.part, row, side.label)
        if total is not None and total[1] < side.label:
            yield row, *total


def _named(part: Part, column: int) -> int:
    """The column of names, where between it and the figures a column says what they are counted in."""
    before = max((other for other in part.text_columns if other < column), default=-1)
    if before < 0 or not part.is_unit(column):
        return column
    return before if all(len(part.grid.text(row, column)) <= _UNIT for row in part.body) else column


def _counts_columns(part: Part, row: int) -> bool:
    """Whether a row only numbers its columns, 栏次 1 2 3 …, so that nothing in it is an amount."""
    written = part.grid.words(row)
    return part.grid.numbers_columns(row) and (len(written) >= _COUNTED or not written[0].isdigit())


def _numbers(part: Part) -> set[int]:
    """Columns of figures; beside named ones, those without a name hold what slipped out of its column."""
    named = {column for column in part.number_columns if part.heads[column]}
    return named if part.grid.table.rebuilt and named else set(part.number_columns)


def _next(part: Part, column: int, numbers: set[int]) -> int:
    """The next column to the right that is a column of figures or of words."""
    words = set(part.text_columns)
    return next((at for at in range(column + 1, part.grid.width) if at in numbers or at in words), -1)


def _lines(part: Part, names: list[int], label: int, columns: tuple[int, ...]) -> Iterator[Line]:
    grid = part.grid
    for row in (row for row in part.body if not _counts_columns(part, row)):
        texts = [grid.text(row, column) for column in names]
        shift = offset(part, row, columns)
        values = {column: amount for column in columns if (amount := _amount(part, row, column + shift)) is not None}
        code = _code(
            [text for column, text in zip(names, texts, strict=True) if column != label or _CODE.fullmatch(text)]
        )
        words = [text for text in texts if text and not text.isdigit() and not _NOTHING.fullmatch(text)]
        text = grid.text(row, label) if grid.text(row, label) in words else (words[-1] if words else "")
        text = text or next((word for column in range(label) if _TOTAL.search(word := grid.text(row, column))), "")
        if text or code:
            indicator = "指标" in part.heads[label] or any(word.endswith("指标") for word in words if word != text)
            yield _line(row, text, code, values, _indent(part, row, label), indicator=indicator)


def _amount(part: Part, row: int, column: int) -> Amount | None:
    return part.grid.amount(row, column) if 0 <= column < part.grid.width else None


def _code(texts: list[str]) -> str:
    """``2010301``, whole or over the columns 类 款 项."""
    code = ""
    for text in texts:
        if _CODE.fullmatch(text):
            code = text
        elif code and len(code) < 9 and _SHORT_CODE.fullmatch(text):
            code += text
    return code


def _indent(part: Part, row: int, column: int) -> int:
    cell = part.grid.cell(row, column)
    return min(len(cell.text) - len(cell.text.lstrip(" \u3000")), 20) if cell is not None else 0


def _line(row: int, text: str, code: str, values: dict[int, Amount], indent: int, *, indicator: bool) -> Line:
    """*indicator*: whether the row is an indicator's, which may itself be called 支出总额."""
    if (
        _TOTAL.search(text)
        and not (indicator and not _SUMMED.search(text))
        and not code
        and not re.match(r"^[一二三四五六七八九十\d(（]", text)
    ):
        rank = next((rank for word, rank in _RANKS if word in text), 2)
        return Line(row, text, code, -1, rank, False, values)
    if code:
        return Line(row, text, code, len(code), 0, False, values)
    style = next((depth for depth, pattern in enumerate(_STYLES) if pattern.match(text)), None)
    level = _UNNUMBERED + indent if style is None else style
    return Line(row, text, code, level, 0, _OF_WHICH.match(text) is not None, values)
