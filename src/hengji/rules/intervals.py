"""Intervals as standards print them: ``=100%``, ``[90%,100%)``, ``<70%``, ``80%≤x<90%``; bands and grades use them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.rules.formula.syntax import Comparison, Expression, Logical, Number, Truth
from hengji.rules.notation import number_text, read_literal

__all__ = ["EVERYTHING", "Interval", "gaps", "overlaps", "read_interval"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Ends with their units, each open or closed; None is without end."""

    low: Number | None = None
    low_closed: bool = False
    high: Number | None = None
    high_closed: bool = False

    def contains(self, value: Fraction) -> bool:
        above = self.low is None or value > self.low.value or (self.low_closed and value == self.low.value)
        below = self.high is None or value < self.high.value or (self.high_closed and value == self.high.value)
        return above and below

    @property
    def is_empty(self) -> bool:
        if self.low is None or self.high is None or self.low.value < self.high.value:
            return False
        return self.low.value > self.high.value or not (self.low_closed and self.high_closed)

    @property
    def ends(self) -> tuple[Number, ...]:
        return tuple(end for end in (self.low, self.high) if end is not None)

    def condition(self, value: Expression) -> Expression:
        """The interval as a condition on *value*."""
        if self.low is not None and self.low == self.high:
            return Comparison((value, self.low), ("=",))
        conditions: list[Expression] = []
        if self.low is not None:
            conditions.append(Comparison((value, self.low), ("≥" if self.low_closed else ">",)))
        if self.high is not None:
            conditions.append(Comparison((value, self.high), ("≤" if self.high_closed else "<",)))
        if not conditions:
            return Truth(True)
        return conditions[0] if len(conditions) == 1 else Logical("且", tuple(conditions))

    def prose(self, value: str) -> str:
        """As an official standard prints it: ``90%≤支出完成率<100%``."""
        if self.low is not None and self.low == self.high:
            return f"{value}={number_text(self.low)}"
        left = f"{number_text(self.low)}{'≤' if self.low_closed else '<'}" if self.low and self.high else ""
        right = f"{'≤' if self.high_closed else '<'}{number_text(self.high)}" if self.high else ""
        if self.low and not self.high:
            right = f"{'≥' if self.low_closed else '>'}{number_text(self.low)}"
        return f"{left}{value}{right}"

    def __str__(self) -> str:
        if self.low is not None and self.low == self.high:
            return f"={number_text(self.low)}"
        if self.low is None and self.high is None:
            return "任意"
        if self.low is None or self.high is None:
            return self.prose("")
        left, right = "[" if self.low_closed else "(", "]" if self.high_closed else ")"
        return f"{left}{number_text(self.low)},{number_text(self.high)}{right}"


EVERYTHING = Interval()

_BRACKETS = re.compile(r"([\[(])([^,]*),([^,]*)([\])])")
_ONE_SIDED = re.compile(r"(>=|<=|≥|≤|>|<|==|=)(.+)")
_CHAIN = re.compile(r"([^<>≤≥=]+)(<=|<|≤)[a-zA-Z\u4e00-\u9fff*]+(<=|<|≤)([^<>≤≥=]+)")
_WIDTHS = str.maketrans("（）［］，＜＞＝％－−", "()[],<>=%--")


def read_interval(text: str) -> Interval | None:
    """The interval *text* prints, or None. Empty intervals are read: whether they make sense is a check's matter."""
    written = text.translate(_WIDTHS).replace(" ", "")
    if written in {"任意", "其他", "(,)"}:
        return EVERYTHING
    if found := _BRACKETS.fullmatch(written):
        return _ends(found[2], found[1] == "[", found[3], found[4] == "]")
    if found := _CHAIN.fullmatch(written):
        return _ends(found[1], found[2] != "<", found[4], found[3] != "<")
    if found := _ONE_SIDED.fullmatch(written):
        operator, end = found[1], found[2]
        if operator in {"=", "=="}:
            return _ends(end, True, end, True)
        closed = operator in {">=", "<=", "≥", "≤"}
        return _ends(end, closed, "", False) if operator[0] in ">≥" else _ends("", False, end, closed)
    return None


def _ends(low: str, low_closed: bool, high: str, high_closed: bool) -> Interval | None:
    ends: list[Number | None] = []
    for text in (low, high):
        unbounded = text in {"", "-∞", "∞", "+∞"}
        end = None if unbounded else read_literal(text)
        if end is None and not unbounded:
            return None
        ends.append(end)
    return Interval(ends[0], low_closed and ends[0] is not None, ends[1], high_closed and ends[1] is not None)


def overlaps(intervals: Sequence[Interval]) -> list[tuple[Interval, Interval]]:
    """Pairs that share a value."""
    return [
        (one, other)
        for index, one in enumerate(intervals)
        for other in intervals[index + 1 :]
        if not _meet(one, other).is_empty and not one.is_empty and not other.is_empty
    ]


def gaps(intervals: Sequence[Interval], domain: Interval = EVERYTHING) -> list[Interval]:
    """The parts of *domain* that no interval covers."""
    left = [domain]
    for interval in intervals:
        if not interval.is_empty:
            left = [piece for part in left for piece in _cut(part, interval)]
    return left


def _meet(one: Interval, other: Interval) -> Interval:
    low, low_closed = max(((i.low, i.low_closed) for i in (one, other)), key=_low_key)
    high, high_closed = min(((i.high, i.high_closed) for i in (one, other)), key=_high_key)
    return Interval(low, low_closed, high, high_closed)


def _low_key(end: tuple[Number | None, bool]) -> tuple[bool, Fraction, bool]:
    return (end[0] is not None, end[0].value if end[0] else Fraction(0), not end[1])


def _high_key(end: tuple[Number | None, bool]) -> tuple[bool, Fraction, bool]:
    return (end[0] is None, end[0].value if end[0] else Fraction(0), end[1])


def _cut(part: Interval, interval: Interval) -> list[Interval]:
    if _meet(part, interval).is_empty:
        return [part]
    pieces = []
    if interval.low is not None:
        pieces.append(_meet(part, Interval(None, False, interval.low, not interval.low_closed)))
    if interval.high is not None:
        pieces.append(_meet(part, Interval(interval.high, not interval.high_closed, None, False)))
    return [piece for piece in pieces if not piece.is_empty]
