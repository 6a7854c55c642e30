"""How figures of a unit look in a cell, how many decimals they may have, and how much room text needs."""

from __future__ import annotations

import unicodedata
from fractions import Fraction
from functools import lru_cache
from typing import Final

from hengji.facts.numbers import MAX_DECIMALS
from hengji.facts.units import MONEY, Unit
from hengji.rules.formula.printing import decimals_of

__all__ = ["LINE_HEIGHT", "figure_format", "height_of", "most_decimals", "score_format"]

LINE_HEIGHT: Final = 13.5
MOST_HEIGHT: Final = 400.0
"""Points; a spreadsheet row takes 409."""

_FINEST: Final = 4
"""Decimals of a figure that is no money."""


def most_decimals(unit: Unit, value: Fraction | None = None) -> int:
    """Decimals that a figure of this unit may have: money goes down to a fen, and *value* must fit."""
    usual = _FINEST
    if unit.is_rate:
        usual = 6
    elif unit.is_money and unit.powers[0][0] in MONEY:
        usual = len(str(MONEY[unit.powers[0][0]].numerator)) + 1
    needed = decimals_of(value) if value is not None else 0
    return max(min(usual, MAX_DECIMALS), needed if needed is not None else MAX_DECIMALS)


def figure_format(unit: Unit, value: Fraction | None = None) -> str:
    """The number format of a figure; no decimal of *value* is hidden."""
    needed = (decimals_of(value) or 0) if value is not None else 0
    if unit.is_rate:
        return f"0.{'0' * max(2, needed - 2)}%"
    if unit.is_money:
        return f"#,##0.{'0' * max(2, needed)}"
    return f"#,##0.{'0' * needed}" if needed else "General"


def score_format(places: int) -> str:
    return f"0.{'0' * places}" if places else "0"


def height_of(cells: list[tuple[str, float]], least: float = 18.0) -> float:
    """The height of a row whose cells hold these texts in columns of these widths."""
    lines = max((_lines(text, width) for text, width in cells), default=1)
    return min(MOST_HEIGHT, max(least, lines * LINE_HEIGHT + 4.5))


@lru_cache(maxsize=4096)
def _lines(text: str, width: float) -> int:
    """Lines that *text* takes, wrapped in a column *width* digits wide; a Chinese character takes two."""
    room = max(2, int(width - 0.8))
    return sum(max(1, -(-_breadth(line) // room)) for line in text.split("\n")) if text else 1


def _breadth(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in line)
