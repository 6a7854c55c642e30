"""Figures as people write them: a number, its unit, its precision (``3.94 万元``, ``97.00％``, ``16人``)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import has_too_many_digits, read_number, shown
from hengji.facts.units import RATE, Unit, read_unit

__all__ = ["NUMERAL", "Figure", "is_beyond_bounds", "read_figure", "read_truth", "written_unit"]

NUMERAL: Final = r"[-+−－＋]?[\d０-９][\d０-９,，]*(?:[.．][\d０-９]+)?"
"""Pattern of a numeral within a text; `read_number` decides whether it is one."""

_FIGURE: Final = re.compile(rf"\s*(?P<numeral>{NUMERAL})\s*(?P<unit>.*?)\s*", re.DOTALL)
_LONGEST: Final = 64
"""Characters that a written figure may have; any figure within the bounds of `read_number` is far shorter."""

_NOT_WRITTEN_AFTER_A_NUMBER: Final = frozenset({"1", "无", "比率", "是/否", "是否"})
"""Names of units in a scheme that nobody writes behind a number."""

_TRUE: Final = frozenset({"是", "有", "对", "true", "yes", "√", "✓", "✔"})
_FALSE: Final = frozenset({"否", "无", "没有", "false", "no", "×", "✗", "✘"})


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure. A rate's value is the ratio: ``97%`` has the value 97/100.

    `decimals` counts the digits after the point as printed, so 97% shows 0 and 97.00% shows 2: the figure is
    exact to half a unit of its last printed digit.
    """

    value: Fraction
    unit: Unit | None
    """None where no unit was written."""
    decimals: int
    text: str

    def __str__(self) -> str:
        """The figure in half-width characters with the decimals it was written with: ``97.00%``."""
        if self.unit is None:
            return shown(self.value, self.decimals)
        if self.unit.is_rate:
            return f"{shown(self.value * 100, self.decimals)}%"
        return f"{shown(self.value, self.decimals)}{self.unit}"


def read_figure(text: str) -> Figure | None:
    """The figure that *text* is, or None when it is anything else (``约3万元``, an unknown unit)."""
    if len(text) > _LONGEST:
        return None
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    value, unit = read_number(match["numeral"]), written_unit(match["unit"])
    if value is None or (match["unit"] and unit is None):
        return None
    _, _, fraction = match["numeral"].replace("．", ".").partition(".")
    scaled = value / 100 if unit == RATE else value
    return Figure(scaled, unit, len(fraction), text.strip())


def is_beyond_bounds(text: str) -> bool:
    """Whether *text* is written as a figure, only with more digits than a figure may have."""
    match = _FIGURE.fullmatch(text)
    if match is None or (match["unit"] and written_unit(match["unit"]) is None):
        return False
    return has_too_many_digits(match["numeral"])


def written_unit(name: str) -> Unit | None:
    """The unit that stands behind a number, or None where *name* is empty or not a known unit."""
    return None if name in _NOT_WRITTEN_AFTER_A_NUMBER else read_unit(name)


def read_truth(text: str) -> bool | None:
    """Yes or no as people fill it in (是, 有, √; 否, 无, ×), or None."""
    word = text.strip().lower()
    if word in _TRUE:
        return True
    return False if word in _FALSE else None
