"""Sums that hold only if a whole number among decimals was rounded apart from the rest: 62.8 + 75.6 + 47 = 186.4.

Whoever writes 47 beside 62.8 leaves out a nought. Where the figures, read like that, miss their total by one slip of
the pen in four digits, the sum is wrong; rounding was only the mildest way to read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention

__all__ = ["rounded_beyond"]

_LEAST = 3
_DIGITS = {SWAPPED: 3, ONE_DIGIT: 4}
_ROUND = 100  # 400 beside 62.8 may well be a round figure


def rounded_beyond(mentions: Sequence[Mention], computed: Fraction) -> str:
    """The slip that parts the figures from their total, the last of *mentions*, where rounding cannot."""
    alike = len({mention.unit_text for mention in mentions}) == 1
    if len(mentions) <= _LEAST or not alike or any(one.is_rate or one.approximate for one in mentions):
        return ""
    places = max(mention.decimals for mention in mentions)
    steps = [_step(mention, places) for mention in mentions]
    gap = mentions[-1].value - computed
    up, own = sum(steps[:-1], Fraction(0)), steps[-1]
    if abs(gap) <= (up + own) / 2 or -own < gap < up or len(set(steps)) > 1:
        return ""
    for mention in mentions:
        meant = mention.value + (-gap if mention is mentions[-1] else gap)
        written, right = as_written(mention.value, mention), as_written(meant, mention)
        name = shape(written, right) if meant > 0 else ""
        if len(digits_of(right)) >= _DIGITS.get(name, 99):
            return mistaken(number(mention), right, name)
    return ""


def _step(mention: Mention, places: int) -> Fraction:
    """What the last digit is worth that the figure would show if it were written like its neighbours."""
    rounded = mention.decimals == 0 and mention.value % _ROUND == 0
    return Fraction(1) if rounded else Fraction(1, 10**places)
