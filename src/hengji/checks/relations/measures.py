"""Units of area, mass and length, each with what it is worth in the least of its scale.

15 亩 are a hectare, 10,000 square metres (法定计量单位).
"""

from __future__ import annotations

from fractions import Fraction
from typing import Final

__all__ = ["SCALES"]

_AREA: Final = {
    "亩": Fraction(10_000, 15),
    "公顷": Fraction(10_000),
    "平方公里": Fraction(1_000_000),
    "平方千米": Fraction(1_000_000),
    "平方米": Fraction(1),
    "㎡": Fraction(1),
}
_MASS: Final = {"公斤": Fraction(1), "千克": Fraction(1), "吨": Fraction(1000), "斤": Fraction(1, 2)}
_LENGTH: Final = {"米": Fraction(1), "公里": Fraction(1000), "千米": Fraction(1000)}
SCALES: Final = (_AREA, _MASS, _LENGTH)
