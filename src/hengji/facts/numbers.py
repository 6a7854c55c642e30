"""Exact numbers: how a numeral is read, rounded and shown. No float is made or accepted here."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

__all__ = [
    "MAX_DECIMALS",
    "MAX_DIGITS",
    "equals",
    "has_too_many_digits",
    "percent",
    "plain",
    "read_number",
    "round_half_up",
    "shown",
]

MAX_DIGITS = 18
"""Digits before the point that a figure may have: 10^18 yuan is far above any budget."""

MAX_DECIMALS = 8
"""Digits after the point that a figure may have."""

_MAX_CHARACTERS = 64  # zeros in front and behind allowed for; int() itself refuses 4,301 digits with an error
_NUMERAL = re.compile(r"[-+]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９．，－＋−", "0123456789.,-+-")


@lru_cache(maxsize=16384)
def read_number(text: str) -> Fraction | None:
    """The exact value of a decimal numeral, full-width digits and thousands separators allowed.

    Returns None when *text* is not such a numeral or is larger or finer than a figure may be.
    """
    numeral = text.strip().translate(_HALF_WIDTH)
    if len(numeral) > _MAX_CHARACTERS or not _NUMERAL.fullmatch(numeral):
        return None
    digits = numeral.replace(",", "")
    whole, _, decimals = digits.lstrip("+-").partition(".")
    if len(whole.lstrip("0")) > MAX_DIGITS or len(decimals.rstrip("0")) > MAX_DECIMALS:
        return None
    return Fraction(digits)


def has_too_many_digits(text: str) -> bool:
    """Whether *text* is a numeral, only larger or finer than a figure may be."""
    return _NUMERAL.fullmatch(text.strip().translate(_HALF_WIDTH)) is not None and read_number(text) is None


def round_half_up(value: Fraction, places: int) -> Fraction:
    """Round to *places* decimals, a half away from zero (四舍五入; spreadsheets' ROUND does the same)."""
    return Fraction(_scaled(value, places), 10**places)


def _scaled(value: Fraction, places: int) -> int:
    """*value* in units of the last of *places* decimals; whole numbers alone, for it is asked more than anything."""
    whole: int = (2 * abs(value.numerator) * 10**places + value.denominator) // (2 * value.denominator)
    return whole if value.numerator >= 0 else -whole


@lru_cache(maxsize=16384)
def shown(value: Fraction, places: int) -> str:
    """The value rounded half-up and printed with exactly *places* decimals: ``89.40``."""
    whole = _scaled(value, places)
    digits = str(abs(whole)).zfill(places + 1)
    sign = "-" if whole < 0 else ""
    return f"{sign}{digits[:-places]}.{digits[-places:]}" if places else f"{sign}{digits}"


@lru_cache(maxsize=4096)
def plain(value: Fraction, most: int = MAX_DECIMALS) -> str:
    """The value with no trailing zeros; a value that does not end is rounded at *most* decimals."""
    text = shown(value, most)
    return text.rstrip("0").rstrip(".") if "." in text else text


def equals(value: Fraction, most: int = 4) -> str:
    """The end of a computation: ``= 1.94``, or ``≈ 9.283`` where *most* decimals do not hold the value."""
    return f"{'=' if round_half_up(value, most) == value else '≈'} {plain(value, most)}"


def percent(value: Fraction, most: int = 2) -> str:
    """A rate as a percentage with no trailing zeros: ``97%``, ``98.71%``."""
    return plain(value * 100, most) + "%"
