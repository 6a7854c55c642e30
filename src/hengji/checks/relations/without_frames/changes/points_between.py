"""Percentage points between two rates that stand apart, or of which one is told only by its figures: 研发投入占比4.36%…
上年研发投入占比2.19%。同比提高2.71个百分点; 优良天数298天，比例81.64%，比上年的286天增加12天，优良率提高3.82个百分点.

Both rates, or the rate's own figure and last year's, share a name with the words of the points. Two digits exchanged
must part what they leave from what is told; any two rates near by that leave it acquit it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.passages import POINTS, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_last_years, is_quantity
from hengji.facts.relation import Relation

__all__ = ["points_between"]

_BACK: Final = 2
_DIGITS: Final = 3


def points_between(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all."""
    passage = texts[index]
    for slot in passage.slots if POINTS in passage.text else ():
        mention = slot.mention
        free = slot.kind == POINTS and mention.start not in settled and not mention.approximate and mention.value > 0
        if free and shown_digits(mention.text) >= _DIGITS:
            near = [(one, each) for one in texts[max(0, index - _BACK) : index + 1] for each in one.slots]
            near = [(one, each) for one, each in near if each.mention.start < mention.start]
            yield from _judged(near, slot)


def _judged(near: Sequence[tuple[Passage, Slot]], points: Slot) -> Iterator[Relation]:
    rates = [slot for _, slot in near if slot.kind == RATE and slot.mention.value > 0 and not slot.mention.approximate]
    stated = points.mention
    left = {(a, b): abs(a.mention.value - b.mention.value) for a, b in combinations(rates, 2)}
    implied = dict(_implied(near, rates))
    if any(abs(gap - stated.value) <= stated.step for gap in (*left.values(), *implied.values())):
        return
    words = pairs_of(points.label)
    meant = [(pair, gap) for pair, gap in left.items() if all(pairs_of(one.label) & words for one in pair)]
    meant += [(pair, gap) for pair, gap in implied.items() if pairs_of(pair[0].label) & words]
    slipped = {gap: pair for pair, gap in meant if shape(number(stated), as_written(gap, stated)) == SWAPPED}
    if len(slipped) == 1:
        gap, pair = next(iter(slipped.items()))
        yield _relation(pair, gap, points)


def _implied(
    near: Sequence[tuple[Passage, Slot]], rates: Sequence[Slot]
) -> Iterator[tuple[tuple[Slot, Slot], Fraction]]:
    """The rate, last year's figure of what it is a rate of, and what would part the two rates of one whole."""
    for passage, then in near:
        if not is_quantity(then) or not is_last_years(passage, then):
            continue
        for rate in (one for one in rates if one.mention.value > 0):
            for one, now in ((each, slot) for each, slot in near if slot.mention.value > 0):
                named = pairs_of(now.label) & pairs_of(rate.label)
                if one is passage and named and is_quantity(now) and now is not then and same_kind(now, then):
                    yield (rate, then), abs(rate.mention.value - _then(now, then, rate))


def _then(now: Slot, then: Slot, rate: Slot) -> Fraction:
    """Last year's rate of the same whole, shown as the rate is; a whole of things counted is a whole number."""
    whole = now.mention.value / rate.mention.value
    counted = Fraction(max(1, round(whole)))
    whole = counted if good(judged(now.mention.value / counted, None, rate.mention)) else whole
    step = rate.mention.step
    return round(converted(then.mention, now.mention.unit) / whole / step) * step


def _relation(pair: tuple[Slot, Slot], gap: Fraction, points: Slot) -> Relation:
    right = as_written(gap, points.mention)
    message = (
        f"按 {number(pair[0].mention)} 和 {number(pair[1].mention)}，应相差 {right}，文中为 {number(points.mention)}。"
    )
    roles = [("current", pair[0].mention), ("base", pair[1].mention), ("stated", points.mention)]
    likely = mistaken(number(points.mention), right, SWAPPED)
    return relation("difference", "error", roles, f"相差 {in_words(gap * 100)}", right, message, likely)
