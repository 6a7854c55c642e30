"""Amounts as documents display them, computed exactly; ties away from zero."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from fractions import Fraction

__all__ = ["D", "cut", "group", "money", "percent", "words"]

D = Decimal
Number = Decimal | Fraction | int


def _decimal(value: Number) -> Decimal:
    return Decimal(value.numerator) / Decimal(value.denominator) if isinstance(value, Fraction) else Decimal(value)


def money(value: Number, decimals: int = 2) -> str:
    """Rounded, without separators."""
    return str(_decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP))


def group(value: Number, decimals: int = 2) -> str:
    """Rounded, with a comma every three digits."""
    return f"{_decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,}"


def cut(value: Number, decimals: int = 2) -> str:
    """Truncated."""
    return str(_decimal(value).quantize(Decimal(1).scaleb(-decimals), ROUND_DOWN))


def percent(part: Number, whole: Number, decimals: int = 2, *, trim: bool = False) -> str:
    """*part* of *whole*; with *trim*, without closing zeros."""
    value = Fraction(part) / Fraction(whole) * 100
    text = money(value, decimals)
    return (text.rstrip("0").rstrip(".") if trim and "." in text else text) + "%"


_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_SMALL = ("", "拾", "佰", "仟")


def _section(value: int) -> str:
    out, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            out += ("零" if gap and out else "") + _DIGITS[digit] + _SMALL[power]
            gap = False
        else:
            gap = True
    return out


def words(yuan: int) -> str:
    """Whole yuan in capital numerals, below a hundred million."""
    high, low = divmod(yuan, 10_000)
    text = (_section(high) + "万" if high else "") + ("零" if high and 0 < low < 1000 else "") + _section(low)
    return f"人民币{text}元整"
