"""Exact arithmetic behind the samples: half-up display, and formulas over displayed figures.

A formula is written over letters, one per figure in order: ``a/c*100=b``. It is read twice: exactly, and over
the intervals that displayed digits stand for.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

__all__ = ["Interval", "Shown", "exactly", "fails", "half_up", "number", "stated_letter"]

_COMPARISON = re.compile(r"(?<![<>])(>=|<=|=)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Shown:
    """The value of a displayed figure and the decimals it is displayed with. A whole number that is no percentage
    stands for itself: a count, a score, an amount without a fraction."""

    value: Fraction
    decimals: int
    rounded: bool = True


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of exact numbers."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [one * two for one in (self.low, self.high) for two in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Interval) -> Interval:
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError
        return self * Interval(1 / other.high, 1 / other.low)

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def half_up(value: Fraction, decimals: int) -> Fraction:
    """*value* rounded to *decimals*, ties away from zero."""
    scaled = abs(value) * 10**decimals
    rounded = Fraction(math.floor(scaled + Fraction(1, 2)), 10**decimals)
    return rounded if value >= 0 else -rounded


def number(text: str) -> Shown | None:
    """The figure that *text* displays, or None where it is no single figure."""
    bare = text.strip().strip("≥≤=＝%％").replace(",", "").replace("，", "")
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", bare):
        return None
    decimals = len(bare.partition(".")[2])
    return Shown(Fraction(bare), decimals, decimals > 0 or "%" in text)


def _interval(shown: Shown) -> Interval:
    half = Fraction(1, 2 * 10**shown.decimals) if shown.rounded else Fraction(0)
    return Interval(shown.value - half, shown.value + half)


def _read(node: ast.expr, values: dict[str, Interval]) -> Interval:
    match node:
        case ast.Name(id=name):
            return values[name]
        case ast.Constant(value=int() as value):
            return Interval(Fraction(value), Fraction(value))
        case ast.Constant(value=float() as value):  # 7.5, whose shortest writing is what was written
            return Interval(Fraction(str(value)), Fraction(str(value)))
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _read(left, values) + _read(right, values)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _read(left, values) - _read(right, values)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _read(left, values) * _read(right, values)
        case ast.BinOp(left=left, op=ast.Div(), right=right):
            return _read(left, values) / _read(right, values)
    raise ValueError(ast.dump(node))


def _sides(formula: str, values: dict[str, Interval]) -> tuple[Interval, str, Interval]:
    left, sign, right = _COMPARISON.split(formula, maxsplit=1)
    one, two = (_read(ast.parse(side.strip(), mode="eval").body, values) for side in (left, right))
    return one, sign, two


def stated_letter(formula: str) -> int | None:
    """The place of the figure that the formula states: the lone letter to the right of ``=``."""
    right = formula.rpartition("=")[2].strip()
    return _LETTERS.index(right) if len(right) == 1 and right in _LETTERS else None


def exactly(formula: str, figures: Sequence[Shown]) -> tuple[Fraction, str, Fraction]:
    """Both sides of *formula*, computed from the displayed figures as if they were exact."""
    values = {letter: Interval(shown.value, shown.value) for letter, shown in zip(_LETTERS, figures, strict=False)}
    left, sign, right = _sides(formula, values)
    return left.low, sign, right.low


def fails(formula: str, figures: Sequence[Shown]) -> bool:
    """Whether no values behind the displayed digits make *formula* true."""
    values = {letter: _interval(shown) for letter, shown in zip(_LETTERS, figures, strict=False)}
    try:
        left, sign, right = _sides(formula, values)
    except ZeroDivisionError:
        return True
    if sign == ">=":
        return left.high < right.low
    if sign == "<=":
        return left.low > right.high
    return not left.meets(right)
