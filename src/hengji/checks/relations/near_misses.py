"""Which figure of a linear relation that fails was written with a slip of the pen, and what was meant.

Chance mends a relation of short figures as easily as the truth does: digits enough are asked for, fewer where two
neighbours were swapped, for that is what hands do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import converted, interval_of, number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = [
    "LONGEST",
    "Slipped",
    "Terms",
    "gap_of",
    "holds",
    "last_digit",
    "on_the_wrong_base",
    "slips_in",
    "swapped_within_rounding",
    "total_of",
]

LONGEST = 200
"""Figures of a sentence that is still one; what holds more is a page without stops, where any relation would hold."""

_PLACES: Final = 2
_APART: Final = 10  # last digits between what the figures give and what a slip of the base gives

Terms = Sequence[tuple[int, Slot]]
"""Figures with the sign they have in the relation; their sum is what the stated figure should be."""


@dataclass(frozen=True, slots=True)
class Slipped:
    """*meant* stands in the unit of the figure itself."""

    slot: Slot
    meant: Fraction
    name: str

    @property
    def told(self) -> str:
        right = as_written(self.meant, self.slot.mention)
        return mistaken(number(self.slot.mention), right, self.name)


def total_of(terms: Terms, like: Slot) -> Fraction:
    """The sum of *terms* in the unit of *like*."""
    unit = like.mention.unit
    return sum((sign * converted(slot.mention, unit) for sign, slot in terms), Fraction(0))


def gap_of(a: Slot, b: Slot) -> Terms:
    """The larger less the smaller."""
    high, low = sorted((a, b), key=lambda one: converted(one.mention, a.mention.unit), reverse=True)
    return [(1, high), (-1, low)]


def holds(terms: Terms, stated: Slot) -> bool:
    """Whether *terms* can make *stated*: all figures rounded, or all cut off, as a document does throughout."""
    gap = stated.mention.value - total_of(terms, stated)
    if not gap:
        return True
    own = last_digit(stated, stated)
    up = sum((last_digit(slot, stated) for sign, slot in terms if sign > 0), Fraction(0))
    down = sum((last_digit(slot, stated) for sign, slot in terms if sign < 0), Fraction(0))
    return abs(gap) <= (up + down + own) / 2 or -down - own < gap < up


def last_digit(slot: Slot, like: Slot) -> Fraction:
    """What the last displayed digit of *slot* is worth in the unit of *like*; a count of whole things is exact."""
    span = interval_of(slot.mention, like.mention.unit)
    return (span.high - span.low) * 2 / 3 if span.high > span.low else Fraction(0)


def slips_in(terms: Terms, stated: Slot, *, swapped: int, digit: int) -> list[Slipped]:
    """Every figure that one slip mends: a swap in *swapped* digits and more, another digit in *digit* and more."""
    gap = stated.mention.value - total_of(terms, stated)
    found = []
    for sign, slot in (*terms, (-1, stated)):
        value = slot.mention.value
        factor = converted(slot.mention, stated.mention.unit) / value if value else Fraction(1)
        meant = value + sign * gap / factor
        name = _slip(slot, meant) if meant > 0 else ""
        long = shown_digits(as_written(meant, slot.mention))
        if (name == SWAPPED and long >= swapped) or (name == ONE_DIGIT and long >= digit):
            found.append(Slipped(slot, meant, name))
    return found


def _slip(slot: Slot, meant: Fraction) -> str:
    """The slip that turns *meant* into the figure; empty where *meant* has digits that are not displayed."""
    if (meant * 10**slot.mention.decimals).denominator != 1:
        return ""
    return shape(as_written(slot.mention.value, slot.mention), as_written(meant, slot.mention))


def swapped_within_rounding(relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*, those in doubt that rounding explains although two neighbouring digits of their rate are swapped.

    预算 350 万元，支付 329.35 万元，使用率 94.01%: 350 may stand for 349.7, yet 94.10% is what they give.
    """
    for one in relations:
        stated = one.figures[-1].mention if one.figures else None
        told = one.verdict == "rounding" and stated is not None and stated.is_rate and not stated.approximate
        if not told or shape(one.stated, one.computed) != SWAPPED:
            yield one
            continue
        message = f"按所列各数应为 {one.computed}，文中为 {one.stated}，虽在尾数误差之内，两位数字恰好颠倒。"
        yield replace(one, verdict="suspicious", message=message, likely=mistaken(one.stated, one.computed, SWAPPED))


def on_the_wrong_base(relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*, those in doubt that rounding explains although the change over this year's figure gives the rate.

    46.8，比上年的 45.2 增加 1.6，增长 3.42%: 1.6 ÷ 46.8 to its last digit, and 3.54% is what the figures give.
    """
    for one in relations:
        roles = {each.role: each.mention for each in one.figures if each.mention is not None}
        stated, base, current = (roles.get(role) for role in ("stated", "base", "current"))
        told = (one.verdict, one.kind) == ("rounding", "growth") and stated and base and current
        if not told or stated is None or base is None or current is None or not _of_current(base, current, stated):
            yield one
            continue
        message = (
            f"按所列各数应为 {one.computed}，文中为 {one.stated}，虽在尾数误差之内，"
            f"却正好是以本期数 {number(current)} 为基数算出的。"
        )
        yield replace(one, verdict="suspicious", message=message, likely="误以本期数为基数。")


def _of_current(base: Mention, current: Mention, rate: Mention) -> bool:
    """Whether the rate is the change over *current* to its last digit, and far from the change over *base*."""
    now, was = current.value, converted(base, current.unit)
    if now <= 0 or was <= 0 or not rate.is_rate or rate.approximate or rate.decimals < _PLACES:
        return False
    right, turned, told = abs(now - was) / was, abs(now - was) / now, abs(rate.value)
    return abs(turned - told) <= rate.step / 2 and abs(right - told) > _APART * rate.step
