"""Figures that are a whole cell of a table, and sums of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.context import figure as figure_of
from hengji.checks.intervals import Interval
from hengji.facts.document import Cell
from hengji.facts.figures import read_figure
from hengji.facts.mention import Mention
from hengji.facts.numbers import shown
from hengji.facts.relation import Figure
from hengji.facts.units import Unit

__all__ = ["Amount", "figure_of_cell", "interval", "is_blank", "read_amount", "rounded", "significant", "tight"]

_BLANK: Final = re.compile(r"[\s/／\-－—–−~…]*|无|不适用")
_TAKEN_OFF: Final = re.compile(r"[（(](?P<plain>\d[\d,]*\.\d+)[)）]|[▲△](?P<marked>\d[\d,]*(?:\.\d+)?)")
"""How accountants write less than nothing: （20.00） and ▲20; （20） may be the number of a note."""
_TAGS: Final = re.compile(r"</?[a-zA-Z]+[^>]*>")


def tight(text: str) -> str:
    """*text* without white space and without mark-up left over by a converter."""
    return "".join((_TAGS.sub("", text) if "<" in text else text).split())


def figure_of_cell(role: str, cell: Cell, mention: Mention | None = None) -> Figure:
    """What a cell says, whole, in its role; *mention* is its one figure, where it has one."""
    return Figure(role, tight(cell.text), cell.start, cell.end, mention)


def is_blank(text: str) -> bool:
    """Nothing, or a dash that stands for nothing."""
    return _BLANK.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell that is one figure. A percentage is a ratio; `decimals` are those displayed."""

    cell: Cell
    value: Fraction
    decimals: int
    unit: Unit | None
    mention: Mention | None

    @property
    def is_rate(self) -> bool:
        return self.unit is not None and self.unit.is_rate

    @property
    def text(self) -> str:
        return self.mention.text if self.mention is not None else self.cell.text.strip()

    @property
    def key(self) -> tuple[int, int]:
        return self.cell.start, self.cell.end

    @property
    def step(self) -> Fraction:
        return Fraction(1, 10 ** (self.decimals + (2 if self.is_rate else 0)))

    def written(self, value: Fraction, decimals: int | None = None) -> str:
        """*value* as this cell would print it."""
        places = self.decimals if decimals is None else max(decimals, self.decimals)
        return f"{shown(value * 100, places)}%" if self.is_rate else shown(value, places)

    def figure(self, role: str) -> Figure:
        if self.mention is not None:
            return figure_of(role, self.mention)
        return Figure(role, self.cell.text.strip(), self.cell.start, self.cell.end)


def read_amount(context: Context, cell: Cell | None) -> Amount | None:
    """The figure that a cell is, or None where it is blank or holds words."""
    if cell is None or len(cell.text) > 64:
        return None
    text = tight(cell.text).lstrip("¥￥")
    taken_off = _TAKEN_OFF.fullmatch(text)
    figure = read_figure(taken_off["plain"] or taken_off["marked"] if taken_off else text)
    if figure is None:
        return None
    found = context.in_cell(cell)
    mention = found[0] if len(found) == 1 else None
    return Amount(cell, -figure.value if taken_off else figure.value, figure.decimals, figure.unit, mention)


def significant(value: Fraction) -> int:
    """How many digits a value has from its first to its last that is not zero."""
    digits = shown(abs(value), 6).replace(".", "").strip("0")
    return len(digits)


def rounded(amount: Amount) -> Interval:
    """What a displayed figure may stand for where it was rounded. Zero is nothing, exactly."""
    half = amount.step / 2 if amount.value else Fraction(0)
    return Interval(amount.value - half, amount.value + half)


def interval(amounts: Iterable[Amount], step: Fraction) -> Interval:
    """What the sum of displayed figures may stand for: all rounded, or all cut off. Zero is nothing, exactly."""
    counted: Sequence[Amount] = [amount for amount in amounts if amount.value]
    total = sum((amount.value for amount in counted), Fraction(0))
    return Interval(total - step / 2 * len(counted), total + step * len(counted))
