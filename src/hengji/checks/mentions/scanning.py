"""One walk over a stretch of text, from digit to digit: what is a figure is read, what is not is stepped over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.mentions.exclusions import chinese_is_a_name, disowned, skipped
from hengji.checks.mentions.numerals import (
    CAPITAL_AMOUNT,
    CHINESE,
    CHINESE_RATE,
    NUMERAL,
    SPACED_NUMERAL,
    capital_amount,
    chinese_rate,
    chinese_value,
    read_arabic,
)
from hengji.checks.mentions.units import CHINESE_COUNTED, WrittenUnit, speaks_of_money, unit_behind
from hengji.checks.mentions.written import WrittenFigure
from hengji.facts.units import RATE, Unit, read_unit, unit_of

__all__ = ["scan", "whole_numeral"]

_STARTS: Final = re.compile("[0-9零一二两三四五六七八九十百千壹贰叁肆伍陆柒捌玖拾]")
_DIGITS: Final = frozenset("0123456789")
_CAPITALS: Final = frozenset("壹贰叁肆伍陆柒捌玖拾零")
_BLUR_BEFORE: Final = re.compile(
    r"(?:((?<![签节合契预公])约为?|大约|(?<![附最接])近|将近|接近|(?<![赶])超过?|逾|(?<![、为][\u4e00-\u9fff]{2})不足|突破|不[能得]?(?:低于|少于|高于|超过)|至少|最多|最高|最低|低于|高于|大于|小于|≥|≤|>|<"
    r"|\\geq?|\\leq?|[0-9分%]{1,4}[><≥≤]=?))\s*\$?\s*$"
)
_SIGNED: Final = re.compile(r"(?:^|[\s(=<>≤≥:：,，≈\u4e00-\u9fff])-$")
_CURRENCY: Final = re.compile(r"[¥￥] ?$")
_LONGEST_CELL: Final = 64
_GLUED: Final = re.compile(r"[。；：:;,，、.\n]\s{0,2}$|^\s*$")
_WHOLE: Final = re.compile(r"\s*(?:[≥≤<>=]=?\s*)?(-?\s*[0-9][0-9,，\s]*(?:\s*\.\s*[0-9]+)?)\s*(.*?)\s*", re.DOTALL)


def scan(text: str, start: int, end: int) -> Iterator[WrittenFigure]:
    """The figures of the folded *text* between *start* and *end*, in order."""
    position = start
    while (candidate := _STARTS.search(text, position, end)) is not None:
        at = candidate.start()
        figure, position = _arabic(text, at, start, end) if text[at] in _DIGITS else _chinese(text, at, start, end)
        if figure is not None:
            yield figure


def _arabic(text: str, at: int, start: int, end: int) -> tuple[WrittenFigure | None, int]:
    """The figure whose digits begin at *at*, if it is one, and where to go on."""
    after = skipped(text, at, start)
    if after > at:
        return None, min(after, end)
    stop = _numeral_end(text, at, start, end)
    numeral = text[at:stop]
    in_cents = numeral[-3:-2] == "."  # 870.00万: nothing but money is written so
    signed = _CURRENCY.search(text, max(start, at - 2), at) is not None
    money = in_cents or signed or speaks_of_money(text[max(start, at - 12) : min(end, stop + 12)])
    unit = unit_behind(text, stop, end, money=money)
    if signed and unit.unit is None:
        unit = replace(unit, unit=read_unit("元"), text="元")
    read = read_arabic(numeral)
    if read is None or disowned(text, at, stop, start, measured=unit.end > stop):
        return None, stop
    value, decimals = read
    begin = at
    if _SIGNED.search(text, max(start, at - 2), at) and (decimals or unit.unit is not None):
        value, begin = -value, at - 1
    blur = _BLUR_BEFORE.search(text, max(start, begin - 8), begin)
    approximate = unit.blur or (_plain_blur(blur[1]) if blur else "")
    return _figure(begin, value, decimals, unit, approximate), max(unit.end, stop)


def _figure(begin: int, value: Fraction, decimals: int, unit: WrittenUnit, approximate: str) -> WrittenFigure:
    return WrittenFigure(
        start=begin,
        end=unit.ends_numeral,
        tail=unit.end,
        value=value if unit.factor == 1 else value * unit.factor,
        decimals=decimals + unit.extra,
        unit=unit.unit,
        unit_text=unit.text,
        approximate=approximate,
    )


def _plain_blur(word: str) -> str:
    for sign, names in (("≥", ("\\ge",)), ("≤", ("\\le",))):
        if word.startswith(names):
            return sign
    return word[-1] if word[-1] in "><≥≤" else word.removesuffix("为")


def _numeral_end(text: str, at: int, start: int, end: int) -> int:
    """Where the numeral ends; a numeral torn by a gap is joined where a unit shows that it is one."""
    match = NUMERAL.match(text, at, end)
    assert match is not None  # noqa: S101 - a digit stands at *at*
    torn = SPACED_NUMERAL.match(text, at, end)
    if torn is None or torn.end() <= match.end() or not re.search(r"\s", torn[0]):
        return match.end()
    by_space = re.search(r"[0-9] [0-9]", torn[0]) is not None
    whole = re.match("[0-9]+", torn[0])
    short = whole is not None and len(whole[0]) <= 2
    listed = short and _GLUED.search(text, max(start, at - 3), at) is not None
    return match.end() if listed or (by_space and "." not in torn[0]) else torn.end()


def _chinese(text: str, at: int, start: int, end: int) -> tuple[WrittenFigure | None, int]:
    """The figure whose Chinese numeral begins at *at*, if it is one, and where to go on."""
    if text[at] in "百千" and (match := CHINESE_RATE.match(text, at, end)):
        read = chinese_rate(match)
        figure = None if read is None else WrittenFigure(at, match.end(), match.end(), *read, RATE, "%")
        return figure, match.end()
    if text[at] in _CAPITALS and (match := CAPITAL_AMOUNT.match(text, at, end)):
        read = capital_amount(match)
        figure = None if read is None else WrittenFigure(at, match.end(), match.end(), *read, read_unit("元"), "元")
        return figure, match.end()
    match = CHINESE.match(text, at, end)
    if match is None:
        return None, at + 1
    return _chinese_count(text, at, match.end(), start, end) or None, match.end()


def _chinese_count(text: str, at: int, stop: int, start: int, end: int) -> WrittenFigure | None:
    """A Chinese whole number with a counter or a unit of money behind it."""
    counted = CHINESE_COUNTED.match(text, stop, end)
    numeral = text[at:stop]
    if counted is None:
        return None
    counter = counted["counter"] or counted["money"]
    if chinese_is_a_name(text, at, numeral, counter, start):
        return None
    value = chinese_value(numeral)
    if value is None:
        return None
    blur = counted["blur"] or counted[CHINESE_COUNTED.groups] or ""
    before = _BLUR_BEFORE.search(text, max(start, at - 8), at)
    unit, name, number, shown_end = _chinese_unit(numeral, counter, value, stop)
    return WrittenFigure(
        at, shown_end, counted.end(), number, 0, unit, name, blur or (_plain_blur(before[1]) if before else "")
    )


def _chinese_unit(numeral: str, counter: str, value: int, stop: int) -> tuple[Unit, str, Fraction, int]:
    """三千五百万元 is 3500 in 万元: the last scale of the numeral belongs to the unit of money."""
    counter = counter.replace("圆", "元")
    if counter.endswith("元") and numeral[-1] in "万亿":
        scale = {"万": 10_000, "亿": 100_000_000}[numeral[-1]]
        name = numeral[-1] + counter
        return unit_of(name), name, Fraction(value, scale), stop - 1
    return unit_of("个" if counter == "大" else counter), counter, Fraction(value), stop


def whole_numeral(text: str) -> tuple[str, str] | None:
    """Numeral and rest of a cell that holds one figure and nothing else but perhaps its unit."""
    match = _WHOLE.fullmatch(text) if len(text) <= _LONGEST_CELL else None
    return None if match is None or len(match[2]) > 8 else (match[1], match[2])
