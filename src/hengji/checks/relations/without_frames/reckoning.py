"""Two figures, what comes of them, and whether a stated rate can be that; which slip of the pen parts the two."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from hengji.checks.intervals import Interval, exactly
from hengji.checks.relations.passages import Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, shape, shown_digits
from hengji.checks.relations.verdicts import converted, good, interval_of, judged

__all__ = ["change_gives", "change_of", "ratio_gives", "ratio_of", "slip_between"]

_ONE: Final = exactly(Fraction(1))
_SHORT: Final = 3  # digits of a figure of which two may be swapped, and one more for one that is wrong


def ratio_of(part: Slot, whole: Slot) -> Fraction:
    """*whole* is not nothing."""
    return converted(part.mention, whole.mention.unit) / whole.mention.value


def change_of(current: Slot, base: Slot) -> Fraction:
    """By what part of itself *base*, which is not nothing, changed; below zero where it went down."""
    return ratio_of(current, base) - 1


def ratio_gives(part: Slot, whole: Slot, rate: Slot) -> bool:
    return good(judged(ratio_of(part, whole), _quotient(part, whole), rate.mention))


def change_gives(current: Slot, base: Slot, rate: Slot) -> bool:
    """Whether *rate*, with its sign or without, can be the change."""
    change, quotient = change_of(current, base), _quotient(current, base)
    possible = quotient - _ONE if quotient is not None else None
    if change < 0 < rate.mention.value and possible is not None:
        change, possible = -change, Interval(-possible.high, -possible.low)
    return good(judged(change, possible, rate.mention))


def _quotient(part: Slot, whole: Slot) -> Interval | None:
    unit = whole.mention.unit
    return interval_of(part.mention, unit).divided_by(interval_of(whole.mention, unit))


def slip_between(stated: Slot, meant: Fraction) -> str:
    """The slip that makes the stated figure of *meant*, where it has digits enough that it is no chance."""
    written, right = as_written(stated.mention.value, stated.mention), as_written(meant, stated.mention)
    name, digits = shape(written, right), shown_digits(right)
    return name if (name == SWAPPED and digits >= _SHORT) or (name == ONE_DIGIT and digits > _SHORT) else ""
