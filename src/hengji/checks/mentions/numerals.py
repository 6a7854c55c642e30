"""Numerals as they stand in a text: Arabic with separators and gaps, Chinese, and the capitals of amounts."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import read_number

__all__ = [
    "CAPITAL_AMOUNT",
    "CHINESE",
    "CHINESE_RATE",
    "NUMERAL",
    "SPACED_NUMERAL",
    "capital_amount",
    "chinese_rate",
    "chinese_value",
    "folded",
    "read_arabic",
    "whole_number",
]

_SEPARATORS: Final = re.compile(r"[\s,，]")
_FOLD: Final = str.maketrans(
    "０１２３４５６７８９．％－＋／＝＜＞（）［］＊～﹪　−",
    "0123456789.%-+/=<>()[]*~% -",
)

_TAG: Final = re.compile(r"</?[a-zA-Z][^<>\n\u4e00-\u9fff]{0,60}>")
"""A table that a program made of a picture keeps its cells in tags: each ends what stands before it."""

NUMERAL: Final = re.compile(
    r"(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,8}(?![0-9])|[0-9]{1,3}(?:[\u00a0\u2009\u202f][0-9]{3}){1,8}(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
)
"""An Arabic numeral in folded text; thousands by a comma of either width or a no-break space."""

SPACED_NUMERAL: Final = re.compile(
    r"(?:[0-9]{1,3}(?:(?:[,，]\s{0,20}|[ ])[0-9]{3}){1,8}|[0-9]+)(?:\s{0,20}\.\s{0,20}[0-9]{1,4})?(?![0-9])"
    r"(?=\s{0,20}(?:[千万亿百]{0,2}\s?[美港欧]?元|\\?[%‰]|个?百分点))"
)
"""A numeral torn apart by a space or the end of a line. Only a unit of money or rate behind it shows that it is one."""

_DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {
    "〇": 0, "两": 2, "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
}  # fmt: skip
_PLACES: Final = {"十": 10, "百": 100, "千": 1_000, "拾": 10, "佰": 100, "仟": 1_000}
_SCALES: Final = {"万": 10_000, "亿": 100_000_000}

CHINESE: Final = re.compile("[零〇一二两三四五六七八九十百千万亿]+")
CHINESE_RATE: Final = re.compile("([百千])分之([零〇一二两三四五六七八九十百]+)(?:点([零〇一二三四五六七八九]+))?")
CAPITAL_AMOUNT: Final = re.compile(
    r"([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)\s?(?:元|圆(?!满))(?:([零壹贰叁肆伍陆柒捌玖])角)?(?:零?([壹贰叁肆伍陆柒捌玖])分)?[整正]?"
)


def folded(text: str) -> str:
    """*text* with full-width digits and signs made half-width, one character for one: offsets stay true."""
    return _TAG.sub(_blank, text.translate(_FOLD))


def _blank(tag: re.Match[str]) -> str:
    return "\t" + " " * (len(tag[0]) - 1)


def read_arabic(numeral: str) -> tuple[Fraction, int] | None:
    """Value and displayed decimals of a folded Arabic numeral; gaps and separators are taken out."""
    digits = _SEPARATORS.sub("", numeral)
    value = read_number(digits)
    return None if value is None else (value, len(digits.partition(".")[2]))


def chinese_value(numeral: str) -> int | None:
    """The value of a Chinese whole number (``一百二十``, ``壹佰贰拾万``), or None: ``三四``, ``十四五``, ``百``."""
    total = section = 0
    digit: int | None = None
    last_place, last_scale, fresh = 10_000, 10**12, True
    for character in numeral:
        if character in _DIGITS:
            if digit not in {None, 0}:
                return None
            digit = _DIGITS[character]
        elif character in _PLACES:
            place = _PLACES[character]
            if place >= last_place or digit == 0 or (digit is None and not (place == 10 and fresh)):
                return None
            section, digit, last_place = section + (1 if digit is None else digit) * place, None, place
        else:
            scale, section = _SCALES[character], section + (digit or 0)
            if not section or scale >= last_scale:
                return None
            total, section, digit, last_place, last_scale = total + section * scale, 0, None, 10_000, scale
        fresh = False
    if not numeral or (digit and last_place == 100 and numeral[-2] == "百"):
        return None  # 三百二: two hundredths or two tens, nobody can say
    return total + section + (digit or 0)


def whole_number(numeral: str) -> int:
    """The value of a whole number in Arabic or Chinese digits; 0 where `chinese_value` knows none."""
    return int(numeral) if numeral.isdigit() else chinese_value(numeral) or 0


def chinese_rate(match: re.Match[str]) -> tuple[Fraction, int] | None:
    """Ratio and decimals (as a percentage) of a `CHINESE_RATE`."""
    base, whole, decimals = match.groups()
    value = 100 if whole == "百" else chinese_value(whole)
    if value is None:
        return None
    digits = "".join(str(_DIGITS[character]) for character in decimals or "")
    number = Fraction(f"{value}.{digits or '0'}")
    return (number / 100, len(digits)) if base == "百" else (number / 1_000, len(digits) + 1)


def capital_amount(match: re.Match[str]) -> tuple[Fraction, int] | None:
    """Yuan and decimals of a `CAPITAL_AMOUNT`."""
    whole, tenths, hundredths = match.groups()
    value = chinese_value(whole)
    if value is None:
        return None
    cents = _DIGITS[tenths or "零"] * 10 + _DIGITS[hundredths or "零"]
    return Fraction(value * 100 + cents, 100), 2 if cents else 0
