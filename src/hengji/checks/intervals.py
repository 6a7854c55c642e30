"""Interval arithmetic over displayed figures, and the verdict on a stated result.

A displayed figure stands for every value that would be displayed like it: ± half a unit of its last digit where it
was rounded, [0, 1) unit where it was cut off (XBRL Calculations 1.1 checks sums this way). A relation can only be
called wrong when no reading of the displayed digits makes it true; there is no tolerance anywhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from hengji.facts.mention import Mention
from hengji.facts.numbers import round_half_up
from hengji.facts.relation import Verdict

__all__ = ["Interval", "displayed", "exactly", "judge"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of exact values; the open end of a truncated figure is counted in, which only makes
    the checker less eager to accuse."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Interval) -> Interval:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def divided_by(self, other: Interval) -> Interval | None:
        """The quotient; None where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return None
        ends = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(ends), max(ends))

    def meets(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


def exactly(value: Fraction) -> Interval:
    """A count or another figure that was not rounded."""
    return Interval(value, value)


def displayed(mention: Mention) -> Interval:
    """What the figure may stand for, rounded or cut off. A count of whole things is exact."""
    rate = mention.is_rate
    if mention.decimals == 0 and mention.unit is not None and not mention.unit.is_money and not rate:
        return exactly(mention.value)
    return _around(mention.value.numerator, mention.value.denominator, mention.decimals, rate)


@lru_cache(maxsize=65_536)
def _around(numerator: int, denominator: int, decimals: int, is_rate: bool) -> Interval:
    """The same figures are asked for by every finder that tries them."""
    value = Fraction(numerator, denominator)
    step, half = _steps(decimals, is_rate)
    return Interval(value - half, value + step) if value >= 0 else Interval(value - step, value + half)


@lru_cache(maxsize=128)
def _steps(decimals: int, is_rate: bool) -> tuple[Fraction, Fraction]:
    """One unit of the last digit displayed (`Mention.step`), and half of it: few differ in all documents."""
    step = Fraction(1, 10**decimals) / (100 if is_rate else 1)
    return step, step / 2


def judge(computed: Fraction, possible: Interval | None, stated: Mention) -> Verdict:
    """The verdict on *stated*, given the value computed from the displayed figures and all values it could be.

    ``ok``: the computed value, rounded like the stated one, is the stated one. ``rounding``: only the intervals
    meet. ``error``: they do not; whoever proposed the relation decides whether the attribution is certain enough.
    """
    places = stated.decimals + (2 if stated.is_rate else 0)
    if round_half_up(computed, places) == stated.value:
        return "ok"
    if possible is not None and possible.meets(displayed(stated)):
        return "rounding"
    return "error"
