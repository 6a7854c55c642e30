"""Two groups told alike, and both together: 门诊发放 300 份，收回 294 份；住院发放 200 份，收回 194 份。合计发放
500 份，收回 498 份.

The one total is to the last digit what the groups make, so that the figure beside it is their total too. No word is
asked for: a slip of the pen has to part it from what the groups' own figures make, at the same place beside each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final

from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape, shown_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.checks.relations.without_frames.near_equations import is_made_near
from hengji.facts.relation import Relation

__all__ = ["parallel_sums"]

_BACK: Final = 2  # sentences in front in which the groups may stand
_MOST: Final = 16  # figures in front of the totals
_GROUPS: Final = (2, 3, 4)
_FEWEST, _PAIR = 5, 2  # digits of the two totals; figures of one group
_SHORT: Final = 2  # digits of a total


def parallel_sums(texts: Sequence[Passage], index: int, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``sum``, errors all, for the totals in passage *index*."""
    passage = texts[index]
    if passage.text.count(COUNT) < _PAIR or len(passage.slots) > LONGEST:
        return
    near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots if is_quantity(slot)]
    own = {slot.mention.start for slot in passage.slots}
    for at in range(_PAIR * _PAIR, len(near) - 1):
        first, second = near[at], near[at + 1]
        if not {first.mention.start, second.mention.start} <= own:
            continue
        for total, stated, beside in ((first, second, 1), (second, first, -1)):
            if stated.mention.start not in settled and _may_be_told(total, stated):
                yield from _judged(texts, index, near[max(0, at - _MOST) : at], (total, stated, beside))


def _may_be_told(total: Slot, stated: Slot) -> bool:
    digits = [shown_digits(slot.mention.text) for slot in (total, stated)]
    return sum(digits) >= _FEWEST and min(digits) >= _SHORT


def _judged(
    texts: Sequence[Passage], index: int, near: Sequence[Slot], told: tuple[Slot, Slot, int]
) -> Iterator[Relation]:
    total, stated, beside = told
    found: dict[Fraction, list[Slot]] = {}
    for places in _groups(near, total, beside):
        parts = [near[at + beside] for at in places]
        if all(same_kind(slot, stated) for slot in parts):
            found[sum((converted(slot.mention, stated.mention.unit) for slot in parts), Fraction(0))] = parts
    if len(found) != 1:
        return
    meant, parts = next(iter(found.items()))
    right = as_written(meant, stated.mention)
    slip = shape(number(stated.mention), right)
    if slip in (ONE_DIGIT, SWAPPED) and not is_made_near(texts, index, stated):
        yield _relation(parts, stated, right, slip)


def _groups(near: Sequence[Slot], total: Slot, beside: int) -> Iterator[tuple[int, ...]]:
    """The places of figures that make the total, each with a figure at its side, told one after the other."""
    wanted = total.mention.value
    places = [
        at
        for at, slot in enumerate(near)
        if same_kind(slot, total) and 0 <= at + beside < len(near) and converted(slot.mention, total.mention.unit) > 0
    ]
    places = [at for at in places if converted(near[at].mention, total.mention.unit) < wanted]
    for many in _GROUPS:
        for chosen in combinations(places, many):
            steps = {after - before for before, after in pairwise(chosen)}
            if min(steps) < _PAIR or len(steps) > 1:
                continue
            if sum((converted(near[at].mention, total.mention.unit) for at in chosen), Fraction(0)) == wanted:
                yield chosen


def _relation(parts: Sequence[Slot], stated: Slot, right: str, slip: str) -> Relation:
    formula = " + ".join(in_words(converted(slot.mention, stated.mention.unit)) for slot in parts)
    message = f"前面各组的数 {formula} = {right}，合在一起写的是 {number(stated.mention)}。"
    roles = [*(("part", slot.mention) for slot in parts), ("stated", stated.mention)]
    likely = mistaken(number(stated.mention), right, slip)
    return relation("sum", "error", roles, formula, right, message, likely)
