"""Cells of an estimate of costs: 386万平方米, 3.20元/平方米, 300元/人·天, 58名×3200元/月×12个月."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import shape
from hengji.facts.document import Cell
from hengji.facts.figures import NUMERAL
from hengji.facts.numbers import read_number, shown
from hengji.facts.relation import Figure
from hengji.facts.units import MONEY

__all__ = ["Factor", "factors_of", "read_factor"]

_CELL: Final = re.compile(
    rf"(?P<n>{NUMERAL})(?P<many>[万亿]?)(?P<unit>[\u4e00-\u9fffA-Za-z²³㎡]{{0,8}}?)(?P<per>[/／每·][^\d]{{1,12}})?(?:[(（][^()（）\d]{{1,10}}[)）])?"
)
_TIMES: Final = re.compile(r"[×xX✕*＊·]")
_MANY: Final = {"": Fraction(1), "万": Fraction(10_000), "亿": Fraction(100_000_000)}


@dataclass(frozen=True, slots=True)
class Factor:
    """`value` is in yuan where `money` is the unit of money that is written, else as many things as are counted;
    `scale` is what one of the number as displayed stands for."""

    text: str
    value: Fraction
    scale: Fraction
    decimals: int
    money: str
    figure: Figure

    @property
    def near(self) -> Interval:
        """What the displayed number may stand for; a whole number is what it is."""
        half = self.scale / 10**self.decimals / 2 if self.decimals else Fraction(0)
        return Interval(self.value - half, self.value + half)

    def written(self, value: Fraction) -> str:
        """*value* in the unit and with the decimals of this cell, without its unit."""
        return shown(value / self.scale, self.decimals)

    def slip(self, value: Fraction) -> str:
        """The name of the slip of the pen that turns *value* into what is displayed, empty where there is none."""
        return shape(shown(self.value / self.scale, self.decimals), self.written(value))


def read_factor(cell: Cell, unit: str = "") -> Factor | None:
    """The cell as one number; *unit* of money stands in the name of its column and counts where the cell has none."""
    text = re.sub(r"\s", "", cell.text)
    match = _CELL.fullmatch(text)
    return _factor(match, text, Figure("part", cell.text.strip(), cell.start, cell.end), unit) if match else None


def _factor(match: re.Match[str], text: str, figure: Figure, unit: str) -> Factor | None:
    number = read_number(match["n"])
    if number is None or number < 0:
        return None
    many, money = match["many"], ""
    if match["unit"].startswith("元"):
        money, many = f"{many}元", ""
    elif not match["unit"] and not many and not match["per"]:
        money = unit
    scale = MONEY.get(money, Fraction(1)) * _MANY[many]
    decimals = len(match["n"].replace("．", ".").partition(".")[2])
    return Factor(text, number * scale, scale, decimals, money, figure)


def factors_of(cell: Cell) -> tuple[Factor, ...]:
    """The factors of a product that a cell writes out; none where it is anything else."""
    pieces = list(_pieces(cell))
    read = [
        _factor(match, text, Figure("part", text, start, start + len(raw.rstrip())), "") if match else None
        for raw, text, start, match in pieces
    ]
    found = tuple(one for one in read if one is not None)
    return found if len(found) == len(read) > 1 and sum(bool(one.money) for one in found) == 1 else ()


def _pieces(cell: Cell) -> Iterator[tuple[str, str, int, re.Match[str] | None]]:
    position = 0
    for raw in _TIMES.split(cell.text):
        blank = len(raw) - len(raw.lstrip())
        text = re.sub(r"\s", "", raw)
        yield raw.strip(), text, cell.start + position + blank, _CELL.fullmatch(text)
        position += len(raw) + 1
