"""What a spoken part of a whole may stand for: 三分之一, 过半, 不到四成, 每十件里有六件多, 每百户里头有23户."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, Passage

__all__ = ["Said", "parts_said"]

_NUMBERS: Final = {letter: value for value, letter in enumerate("一二三四五六七八九十", 1)} | {"两": 2}
_DIGIT: Final = "[一二两三四五六七八九十]"
_BLUR: Final = (
    "(?P<blur>接近|将近|临近|不到|不足|未到|没到|不及|刚过|刚刚过|超过|高于|略高于|大约|大概|差不多|[近约超逾过])?了?"
)
_TAIL: Final = "(?P<tail>多|以上|以下|左右|上下|出头|有余|强|弱)?"
_TENTHS: Final = re.compile(
    rf"{_BLUR}(?P<n>[一二两三四五六七八九])成(?P<half>[一二三四五六七八九半])?{_TAIL}(?![功果效立员熟本为都绩就长品交人形以])"
)
_FRACTION: Final = re.compile(rf"{_BLUR}(?P<n>{_DIGIT})分之(?P<m>{_DIGIT}){_TAIL}")
_HALF: Final = re.compile(rf"{_BLUR}(?P<half>过半数?|一半|半数|半壁江山|大半|多半|小半)(?P<tail>以上|以下|左右|多|强)?")
_OF_TEN: Final = re.compile(
    rf"每(?P<of>十|百|10|100)[\u4e00-\u9fff]{{1,6}}?(?:里头?|中|当中|之中)(?:头|就|便|约|大约)*有{_BLUR}"
    rf"(?P<m>{_DIGIT})[\u4e00-\u9fff]{_TAIL}"
)
_UNDER: Final = ("接近", "将近", "临近", "近", "弱")
_BELOW: Final = ("不到", "不足", "未到", "没到", "不及", "以下")
_OVER: Final = ("刚过", "刚刚过", "略高于", "多", "出头", "有余", "强")
_ABOVE: Final = ("超过", "高于", "超", "逾", "过", "以上")
_ROUGH: Final = Fraction(3, 25)
_NEAR: Final = Fraction(1, 20)
_SOFT: Final = Fraction(7, 10)
_OF_MANY: Final = re.compile(r"每(?P<of>十|百|千)[\u4e00-\u9fff]{1,6}(?:里头?|中|当中|之中)(?:头|就|便|约|大约)*有$")
_MANY: Final = {"十": 10, "百": 100, "千": 1000}
_ABOUT: Final = ("大约", "大概", "差不多", "约", "左右", "上下")
_FINE: Final = Fraction(1, 5)
_HUNDREDTH: Final = Fraction(1, 100)
_HALVES: Final = {
    **dict.fromkeys(("过半", "过半数", "大半", "多半"), ("超过", "")),
    "小半": ("不到", ""),
}


@dataclass(frozen=True, slots=True)
class Said:
    """The words, where they begin and end in the passage, and the range that they may stand for."""

    words: str
    at: int
    end: int
    low: Fraction
    high: Fraction
    short: bool = False

    def allows(self, ratio: Fraction) -> bool:
        """接近 is said of what the number falls short of, and of the number itself."""
        return self.low <= ratio < self.high or (self.low < ratio == self.high and self.short)


def parts_said(passage: Passage) -> Iterator[Said]:
    """Every spoken part of a passage."""
    text = passage.text
    for slot in passage.slots:
        told = _OF_MANY.search(slot.before) if slot.kind == COUNT else None
        if told is not None and slot.mention.value < _MANY[told["of"]]:
            value, step = slot.mention.value / _MANY[told["of"]], Fraction(1, _MANY[told["of"]])
            yield _range(slot.mention.text, slot.at - len(told[0]), slot.at + 1, value, step, ("", ""))
    for match in _FRACTION.finditer(text):
        if _NUMBERS[match["m"]] < _NUMBERS[match["n"]]:
            value = Fraction(_NUMBERS[match["m"]], _NUMBERS[match["n"]])
            yield _range(
                match[0], *match.span(), value, min(value * _ROUGH, _NEAR), (match["blur"] or "", match["tail"] or "")
            )
    for match in _TENTHS.finditer(text):
        half = match["half"]
        value = Fraction(_NUMBERS[match["n"]], 10)
        value += (Fraction(1, 20) if half == "半" else Fraction(_NUMBERS[half], 100)) if half else 0
        yield _said(match, value, _HUNDREDTH if half else Fraction(1, 10), match["blur"] or "", match["tail"] or "")
    for match in _HALF.finditer(text):
        blur, tail = _HALVES.get(match["half"], (match["blur"] or "", match["tail"] or ""))
        yield _said(match, Fraction(1, 2), Fraction(1, 20), blur, tail)
    for match in _OF_TEN.finditer(text):
        whole = 10 if match["of"] in ("十", "10") else 100
        value, step = Fraction(_NUMBERS[match["m"]], whole), Fraction(1, whole)
        yield _said(match, value, step, match["blur"] or "", match["tail"] or "")


def _said(match: re.Match[str], value: Fraction, step: Fraction, blur: str, tail: str) -> Said:
    return _range(match[0], match.start(), match.end(), value, step, (blur, tail))


def _range(words: str, at: int, end: int, value: Fraction, step: Fraction, marks: tuple[str, str]) -> Said:
    """接近 and 刚过 keep within a step, 不到 and 超过 only to their side; bare tenths are rounded or cut off."""
    said = {*marks}
    low, high = value - step / 2, value + step
    if said & {*_BELOW}:
        low, high = Fraction(0), value
    elif said & {*_UNDER}:
        low, high = value - step, value
    elif said & {*_ABOVE}:
        low, high = value, Fraction(1)
    elif said & {*_OVER}:
        low, high = value, value + step
    elif said & {*_ABOUT}:
        low, high = value - step * _SOFT, value + step * _SOFT
    elif step < value * _FINE:
        low, high = value - step, value + step
    return Said(words, at, end, low, high, short=bool(said & {*_UNDER, *_ABOVE, *_OVER}))
