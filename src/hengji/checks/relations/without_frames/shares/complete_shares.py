"""Parts whose shares make 100% of the whole in front, and which themselves do not make it: 总投资3900万元。中央2340
万元，占60%；省级963万元，占24%；市级234万元，占6%；县级390万元，占10%.

That the shares make a hundred says that no part is left out and which whole they are of; a share of few digits lets a
slip in its part pass, the sum does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.near_misses import Terms, holds, slips_in, total_of
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["complete_shares"]

_FEWEST: Final = 3
_BACK: Final = 2  # sentences in front in which the whole stands
_NEAR: Final = Fraction(1, 50)  # of the whole: what the parts may be off where a slip of the pen is to be seen
_DIGITS: Final = 3


def complete_shares(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``sum``, errors all, for the row of passage *index*."""
    passage = texts[index]
    if passage.text.count(RATE) < _FEWEST:
        return
    pairs = [
        (part, rate)
        for part, rate in zip(passage.slots, passage.slots[1:], strict=False)
        if rate.kind == RATE and is_quantity(part) and rate.before.lstrip("，、（").startswith("占")
    ]
    parts = [part for part, _ in pairs]
    if len(pairs) < _FEWEST or {part.mention.start for part in parts} & wrong:
        return
    if sum((rate.mention.value for _, rate in pairs), Fraction(0)) != 1:
        return
    near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots if is_quantity(slot)]
    wholes = [slot for slot in near if slot not in parts and all(same_kind(slot, part) for part in parts)]
    meant = [slot for slot in wholes if all(_fits(part, slot, rate) for part, rate in pairs)]
    terms: Terms = [(1, part) for part in parts]
    if not meant or any(holds(terms, slot) for slot in wholes):
        return
    whole = meant[-1]
    gap = abs(total_of(terms, whole) - whole.mention.value)
    slips = [one for one in slips_in(terms, whole, swapped=_DIGITS, digit=_DIGITS) if one.slot is not whole]
    if slips and gap <= whole.mention.value * _NEAR:
        yield _relation(terms, whole, slips[0].told)


def _fits(part: Slot, whole: Slot, rate: Slot) -> bool:
    """Whether the part is that share of the whole, rounded or cut off."""
    share = converted(part.mention, whole.mention.unit) / whole.mention.value
    return abs(share - rate.mention.value) < rate.mention.step


def _relation(terms: Terms, whole: Slot, told: str) -> Relation:
    right = as_written(total_of(terms, whole), whole.mention)
    formula = " + ".join(in_words(converted(slot.mention, whole.mention.unit)) for _, slot in terms)
    message = f"各项占比之和为 100%，各项之和却是 {right}，与所占的总数 {number(whole.mention)} 不等。请核对各项。"
    roles = [*(("part", slot.mention) for _, slot in terms), ("total", whole.mention)]
    return relation("sum", "error", roles, formula, right, message, told)
