"""How a document writes its figures: unit, decimals, separators, spaces; and how a figure is displayed."""

from __future__ import annotations

import random
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samples.arithmetic import half_up

__all__ = ["Style", "capital_amount", "chinese_number", "display", "style"]

_DIGITS: Final = "零一二三四五六七八九"
_CAPITALS: Final = "零壹贰叁肆伍陆柒捌玖"


@dataclass(frozen=True, slots=True)
class Style:
    """The habits of one document."""

    unit: str
    decimals: int
    rate_decimals: int
    thousands: bool
    trim: bool
    trim_scores: bool
    spaced: bool
    indent: str
    between: str
    layout: str


def style(rng: random.Random) -> Style:
    """Habits drawn at random; most documents are in 万元 with two decimals."""
    unit, decimals = rng.choice([("万元", 2), ("万元", 2), ("万元", 2), ("万元", 1), ("元", 2), ("万元", 4)])
    return Style(
        unit=unit,
        decimals=decimals,
        rate_decimals=rng.choice([2, 2, 2, 1]),
        thousands=rng.random() < 0.25,
        trim=rng.random() < 0.25,
        trim_scores=rng.random() < 0.6,
        spaced=rng.random() < 0.2,
        indent=rng.choice(["", "", "　　", "    "]),
        between=rng.choice(["", "\n", "\n"]),
        layout=rng.choice(["tabs", "tabs", "markdown", "lines"]),
    )


def display(value: Fraction, decimals: int, *, thousands: bool = False, trim: bool = False) -> str:
    """*value* with *decimals*, half up; *trim* drops zeros at the end."""
    rounded = half_up(value, decimals)
    scaled = abs(int(rounded * 10**decimals))
    whole, rest = divmod(scaled, 10**decimals)
    digits = f"{whole:,}" if thousands else str(whole)
    fraction = f"{rest:0{decimals}d}" if decimals else ""
    if trim:
        fraction = fraction.rstrip("0")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{digits}.{fraction}" if fraction else f"{sign}{digits}"


def chinese_number(value: int) -> str:
    """1…99 as 一…九十九."""
    tens, ones = divmod(value, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[ones] if ones else "")


def _capital_group(value: int) -> str:
    """A group of four digits in capital numerals, without zeros at either end."""
    text, owed = "", False
    for unit, power in (("仟", 1000), ("佰", 100), ("拾", 10), ("", 1)):
        digit = value // power % 10
        if digit:
            text += ("零" if owed and text else "") + _CAPITALS[digit] + unit
        owed = not digit
    return text


def capital_amount(yuan: int) -> str:
    """Whole yuan in capital numerals: 人民币壹佰贰拾万元整."""
    high, low = divmod(yuan, 10_000)
    text = (_capital_group(high) + "万") if high else ""
    if low:
        text += ("零" if high and (low < 1000 or high % 10 == 0) else "") + _capital_group(low)
    return f"人民币{text}元整"
