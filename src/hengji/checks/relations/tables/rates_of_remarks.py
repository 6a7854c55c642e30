"""A rate in a row and the two counts that its remark tells it of: 满意度｜≥90%｜94.67%｜入户问卷300份，满意278份.

Where the counts of another row make its rate, those of this row make this one; what is told may be the rest (夜巡不亮
139盏). Without such a row nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.numbers import read_number, round_half_up
from hengji.facts.relation import Figure, Relation

__all__ = ["rates_of_remarks"]

_COUNTED: Final = re.compile(r"(?<![\d.,])(?P<n>\d[\d,]{0,9}(?:\.\d{1,4})?)(?P<unit>[万亿]?[\u4e00-\u9fff])")
_NAME: Final = re.compile("率|度|比例|占比")
_DONE: Final = re.compile("完成|实际|实现")
_OTHER: Final = re.compile("增|减|超|降|同比|上年|去年|目标|任务|计划|得分|扣|其中|每|均")
_TIME: Final = "年月日天时分小"
_PAIR: Final = 2
_NEAR: Final = Fraction(1, 10)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row's rate, and what its two counts make; `rest` where the lesser is what is left of the whole."""

    name: str
    rate: Amount
    remark: Cell
    part: Fraction
    whole: Fraction

    def gives(self) -> bool:
        places = self.rate.decimals + 2
        share = self.part / self.whole
        return any(abs(round_half_up(way, places) - self.rate.value) <= 0 for way in (share, 1 - share))


def rates_of_remarks(context: Context) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all."""
    for table in context.document.tables:
        text = context.document.text[table.start : table.end]
        if "%" not in text and "％" not in text:
            continue
        for part in parts_of(context, table):
            rows = [row for at in part.body if (row := _row(part, at)) is not None]
            sound = [row for row in rows if row.gives() and row.part != row.whole]
            for row in rows:
                if len(sound) * _PAIR >= len(rows) and sound and not row.gives() and _is_slip(row, sound):
                    yield _relation(row)


def _row(part: Part, at: int) -> _Row | None:
    cells = {cell.start: (column, cell) for column, cell in enumerate(part.grid.cells[at]) if cell is not None}
    rates: list[tuple[int, Amount]] = []
    remarks: list[tuple[Cell, Fraction, Fraction]] = []
    for column, cell in cells.values():
        amount = part.grid.amount(at, column)
        if amount is not None and amount.is_rate and re.fullmatch(r"[\d.]+[%％]", tight(cell.text)):
            rates.append((column, amount))
        elif (two := _two(tight(cell.text))) is not None:
            remarks.append((cell, *two))
    if len(rates) > 1:
        rates = [one for one in rates if _DONE.search(part.last_head(one[0]))]
    name = next((word for word in part.grid.words(at) if _NAME.search(word)), "")
    if len(rates) != 1 or len(remarks) != 1 or not name:
        return None
    return _Row(name, rates[0][1], *remarks[0])


def _two(text: str) -> tuple[Fraction, Fraction] | None:
    """The lesser and the greater of the only two figures of a remark, both counts of one thing."""
    found = list(_COUNTED.finditer(text))
    plain = [one for one in found if one["unit"] not in _TIME]
    figures = re.findall(r"\d+(?:\.\d+)?", text.replace(",", ""))
    if len(plain) != _PAIR or len({one["unit"] for one in plain}) != 1 or _OTHER.search(text) or "%" in text:
        return None
    if len(figures) - sum(one["unit"] in _TIME for one in found) > _PAIR + 1:
        return None
    values = sorted(Fraction(read_number(one["n"].replace(",", "")) or 0) for one in plain)
    return (values[0], values[1]) if values[0] > 0 else None


def _is_slip(row: _Row, sound: list[_Row]) -> bool:
    """Near what the counts make, or copied from another row."""
    share = row.part / row.whole
    near = any(abs(way - row.rate.value) <= _NEAR * row.rate.value for way in (share, 1 - share) if way > 0)
    return near or any(other.rate.value == row.rate.value for other in sound)


def _relation(row: _Row) -> Relation:
    share = row.part / row.whole
    right = min((share, 1 - share), key=lambda way: abs(way - row.rate.value))
    shown = row.rate.written(right)
    data = Figure("data", row.remark.text.strip(), row.remark.start, row.remark.end)
    slip = shape(row.rate.text, shown)
    message = f"“{row.name}”按说明中的两个数应为 {shown}，表中为 {row.rate.text}（其他行都按此成立）。"
    return Relation(
        "rate", "error", (data, row.rate.figure("stated")), "两数之比", shown, row.rate.text, message,
        mistaken(row.rate.text, shown, slip) or "比率误写，或照抄了别的行。", "high",
    )  # fmt: skip
