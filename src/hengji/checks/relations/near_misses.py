"""Which figure of a linear relation that fails was written with a slip of the pen, and what was meant.

Chance mends a relation of short figures as easily as the truth does: digits enough are asked for, fewer where two
neighbours were swapped, for that is what hands do.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import converted, interval_of, number

__all__ = [
    "LONGEST",
    "Slipped",
    "Terms",
    "gap_of",
    "holds",
    "last_digit",
    "slips_in",
    "total_of",
]

LONGEST = 200
"""Figures of a sentence that is still one; what holds more is a page without stops, where any relation would hold."""

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
