"""A rate of growth beside its amount, reckoned on the later figure: 春季 4884320 元，秋季 6316350 元，支出比春季增加
143.20 万元，增长 22.67%, which is of the autumn's.

The amount says which two figures are meant: the two near by that leave it. The rate is the amount over the one of them
that is not the base, to its last digit, and over no base of such a pair.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.relations.changes import Change, changes
from hengji.checks.relations.near_misses import gap_of, holds
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, shown_digits
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind, shows
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["growths_on_this_year"]

_BACK: Final = 2
_MOST: Final = 14
_FEWEST: Final = 3  # digits of a rate


def growths_on_this_year(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``growth``, errors all."""
    passage = texts[index]
    for change in changes(passage) if RATE in passage.text else ():
        amount, rate = change.amount, change.rate
        if amount is None or rate is None or not change.agree or rate.mention.start in wrong:
            continue
        if amount.mention.value > 0 and shown_digits(rate.mention.text) >= _FEWEST and not rate.mention.approximate:
            yield from _judged(texts, index, change, amount, rate)


def _judged(texts: Sequence[Passage], index: int, change: Change, amount: Slot, rate: Slot) -> Iterator[Relation]:
    near = [slot for one in texts[max(0, index - _BACK) : index + 1] for slot in one.slots]
    near = [slot for slot in near if slot is not amount and slot.mention.value > 0 and is_quantity(slot)]
    near = [slot for slot in near if same_kind(slot, amount)][-_MOST:]
    if not any(shows(rate.mention, _over(amount, slot)) for slot in near):
        return
    pairs = []
    for a, b in combinations(near, 2):
        if holds(gap_of(a, b), amount):
            (_, high), (_, low) = gap_of(a, b)
            pairs.append((low, high) if change.rising else (high, low))
    if any(good(judged(_over(amount, base), None, rate.mention)) for base, _ in pairs):
        return
    found = {
        later.mention.value: (base, later)
        for base, later in pairs
        if shows(rate.mention, _over(amount, later)) and base.mention.value != later.mention.value
    }
    if len(found) == 1:
        base, later = next(iter(found.values()))
        yield _relation(amount, base, later, rate)


def _over(amount: Slot, base: Slot) -> Fraction:
    return converted(amount.mention, base.mention.unit) / base.mention.value


def _relation(amount: Slot, base: Slot, later: Slot, rate: Slot) -> Relation:
    right = as_written(_over(amount, base), rate.mention)
    message = (
        f"{number(amount.mention)} 是 {number(base.mention)} 的 {right}，文中为 {number(rate.mention)}，"
        f"那是以 {number(later.mention)} 为基数算出的。"
    )
    roles = [("current", later.mention), ("base", base.mention), ("change", amount.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(amount.mention, base.mention.unit))} ÷ {in_words(base.mention.value)}"
    return relation("growth", "error", roles, formula, right, message, "误以本期数为基数。")
