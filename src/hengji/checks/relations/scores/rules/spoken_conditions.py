"""A condition in words (95%以上, 85%—95%, 达到80%) as the span of rates, or of things counted, that meets it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

__all__ = ["COUNTERS", "STANDARD", "Span", "rate_written", "span_told"]

COUNTERS: Final = (
    "个月|个工作日|人次|户次|家次|笔|项|次|件|个|处|条|起|例|份|天|日|户|人|名|家|宗|期|场|座|批|篇|台|套|公里|亩|所"
)
"""What things are counted in, the longer words first."""
_N: Final = r"(?P<{0}>\d+(?:\.\d+)?%?)"
_RANGE: Final = re.compile(
    rf"{_N.format('a')}(?P<ain>\((?:不?含)[\d.%]*\))?(?:-+|~+|至|到){_N.format('b')}(?P<bin>\((?:不?含)[\d.%]*\))?"
)
_BRACKET: Final = re.compile(rf"(?P<left>[\[(]){_N.format('a')},{_N.format('b')}(?P<right>[\])])")
_CHAIN: Final = re.compile(rf"{_N.format('a')}(?P<l>[<≤>≥]=?)[^<≤>≥=\d,;]{{1,24}}(?P<r>[<≤>≥]=?){_N.format('b')}")
_SIGN: Final = re.compile(rf"(?P<sign>[<≤>≥]=?|=){_N.format('a')}")
_FROM: Final = re.compile(
    rf"(?:不低于|不少于|不小于|大于等于|大于或等于){_N.format('a')}|{_N.format('b')}(?P<with>及|\(含[\d.%]*\)及?|含)?以上(?P<with2>\(含[\d.%]*\))?"
)
_BELOW: Final = re.compile(
    rf"(?<!不)(?:低于|不足|小于|不到|未达到?|少于){_N.format('a')}|{_N.format('b')}(?P<with>及|\(含[\d.%]*\)及?|含)?以下(?P<with2>\(含[\d.%]*\))?"
)
_UP_TO: Final = re.compile(
    rf"(?:不高于|不超过|不大于|小于等于|小于或等于){_N.format('a')}|{_N.format('b')}(?:\(含\))?(?:以内|之内)"
)
_ABOVE: Final = re.compile(rf"(?<!不)(?:高于|超过|大于|超出){_N.format('a')}")
_REACHES: Final = re.compile(
    rf"(?<!未)(?:达到?了?|等于|完成|为){_N.format('a')}(?!以|及|-|~|至|\()|(?:率|比例|度){_N.format('b')}(?!以|及|-|~|至|\(|[\d.分])"
)
STANDARD: Final = re.compile(
    rf"以{_N.format('a')}为(?:标准|基准|目标|满分标准)|(?:目标|标准)(?:值|数|任务)?(?:为|是)?{_N.format('b')}(?:{COUNTERS})?(?=,)"
)
_BARE: Final = re.compile(rf"(?:完成)?{_N.format('a')}(?:{COUNTERS})?(?:全覆盖)?")
_MONTH: Final = re.compile(r"20\d\d年|\d{1,2}月(?:底|末|份)?")


@dataclass(frozen=True, slots=True)
class Span:
    """From `low` to `high`; an end is in (True), out (False), or the words leave it open (None)."""

    low: Fraction | None = None
    low_in: bool | None = True
    high: Fraction | None = None
    high_in: bool | None = True

    def holds(self, value: Fraction) -> bool | None:
        """Whether *value* lies in the span; None where the words do not say."""
        if (self.low is not None and value < self.low) or (self.high is not None and value > self.high):
            return False
        ends = [
            inside
            for end, inside in ((self.low, self.low_in), (self.high, self.high_in))
            if end is not None and value == end
        ]
        return False if False in ends else None if None in ends else True

    def meets(self, other: Span) -> Span:
        low = max((one for one in ((self.low, self.low_in), (other.low, other.low_in)) if one[0] is not None),
                  key=lambda one: one[0] or 0, default=(None, True))  # fmt: skip
        high = min((one for one in ((self.high, self.high_in), (other.high, other.high_in)) if one[0] is not None),
                   key=lambda one: one[0] or 0, default=(None, True))  # fmt: skip
        return Span(low[0], low[1], high[0], high[1])


def span_told(text: str, *, exact: bool) -> Span | None:
    """The span of rates that a condition names; *exact*: a bare rate is the least that is asked for."""
    bare = _BARE.fullmatch(text)
    if bare is not None and exact:
        least = rate_written(bare["a"])
        return Span(least, True, None if least else least, True)
    spans, left = [], STANDARD.sub("", text)
    for pattern in (_CHAIN, _BRACKET, _RANGE, _UP_TO, _FROM, _BELOW, _ABOVE, _SIGN, _REACHES):
        for match in pattern.finditer(left):
            span = _span(pattern, match)
            if span is not None:
                spans.append(span)
        left = pattern.sub("#", left)
    if not spans or re.search(r"\d", _MONTH.sub("", left)) or re.search("连续|同时|任何|任意|每", text):
        return None
    if len(spans) == 1 and spans[0].low is not None and spans[0].low == spans[0].high and exact:
        return Span(spans[0].low, True)
    whole = spans[0]
    for span in spans[1:]:
        whole = whole.meets(span)
    empty = whole.low is not None and whole.high is not None and whole.low > whole.high
    return None if empty else whole


def rate_written(text: str | None) -> Fraction | None:
    if not text:
        return None
    return Fraction(text[:-1]) / 100 if text.endswith("%") else Fraction(text)


def _span(pattern: re.Pattern[str], match: re.Match[str]) -> Span | None:
    a, b = rate_written(match["a"]), rate_written(match["b"] if "b" in match.re.groupindex else None)
    if pattern is _CHAIN:
        return _chain(match)
    if pattern is _BRACKET:
        return Span(a, match["left"] == "[", b, match["right"] == "]")
    if pattern is _RANGE:
        if "%" in match["b"] and "%" not in match["a"] and a is not None:
            a = a / 100
        (low, low_in), (high, high_in) = sorted(
            ((a, _told(match["ain"])), (b, _told(match["bin"]))), key=lambda end: end[0] or 0
        )
        return Span(low, low_in, high, high_in)
    value = a if a is not None else b
    if pattern is _SIGN:
        return _signed(match["sign"], value)
    if pattern is _FROM:
        return Span(value, True if a is not None or match["with"] or match["with2"] else None)
    if pattern is _BELOW:
        return Span(None, True, value, False if a is not None else True if match["with"] or match["with2"] else None)
    if pattern is _UP_TO:
        return Span(None, True, value, True)
    return Span(value, False) if pattern is _ABOVE else Span(value, True, value if value != 1 else None, True)


def _chain(match: re.Match[str]) -> Span | None:
    a, b = rate_written(match["a"]), rate_written(match["b"])
    left, right = match["l"], match["r"]
    if {left[0] in "<≤", right[0] in "<≤"} != {True} and {left[0] in ">≥", right[0] in ">≥"} != {True}:
        return None
    if left[0] in "<≤":
        return Span(a, left != "<", b, right != "<")
    return Span(b, right != ">", a, left != ">")


def _signed(sign: str, value: Fraction | None) -> Span:
    if sign == "=":
        return Span(value, True, value, True)
    closed = sign not in "<>"
    return Span(value, closed) if sign[0] in ">≥" else Span(None, True, value, closed)


def _told(aside: str | None) -> bool | None:
    return None if not aside else "不含" not in aside
