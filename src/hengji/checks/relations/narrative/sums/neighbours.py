"""Sums over neighbouring sentences: 基本支出 T。人员经费 a；公用经费 b。

Arithmetic alone proposes them: a total and the figures of the next sentence, equal to more digits than chance
allows. Where they are not equal, only names that always make up that total say that they should be.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from hengji.checks.context import Context
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import converted, same_kind
from hengji.facts.relation import Relation

__all__ = ["sums_over_sentences"]

_ALWAYS = (
    (re.compile(r"基本支出(?:决算|预算)?数?[为是：]*$"), ("人员(?:经费|支出)", "公用(?:经费|支出)")),
    (re.compile(r"(?:本年|全年|总|支出合计|决算)支出(?:合计|总额|决算)?数?[为是：]*$"), ("基本支出", "项目支出")),
)
_DIGITS = 5  # digits of a total that is no sum by chance
_MOST = 8


def sums_over_sentences(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Each sentence against the total in the one before it, in one paragraph."""
    for before, passage in pairwise(texts):
        if MONEY not in before.text or MONEY not in passage.text:
            continue
        if context.document.text[before.end : passage.start].strip(" \u3000") or "\n" in before.text:
            continue
        totals = [slot for slot in plain_slots(before) if slot.kind == MONEY][-_MOST:]
        parts = [slot for slot in plain_slots(passage) if slot.kind == MONEY]
        if totals and 1 < len(parts) <= _MOST:
            yield from _summed(totals, parts)


def _summed(totals: list[Slot], parts: list[Slot]) -> Iterator[Relation]:
    for total in totals:
        alike = all(same_kind(part, total) and part.mention.value > 0 for part in parts)
        if (
            alike
            and _long(total)
            and sum(converted(part.mention, total.mention.unit) for part in parts) == (total.mention.value)
        ):
            yield judge_sum(Sum(total, tuple(parts)))
            return
    for total in totals:
        named = _by_name(total, parts)
        if named and not adds_up(total, named):
            found = Sum(total, named)
            yield judge_sum(
                found, "error" if (one_slip_away(found) and _long(total)) or not total.mention.value else "suspicious"
            )
            return


def _long(slot: Slot) -> bool:
    scaled = slot.mention.value * 10**slot.mention.decimals
    return len(str(abs(scaled.numerator)).rstrip("0")) >= _DIGITS - 1 and len(str(abs(scaled.numerator))) >= _DIGITS - 1


def _by_name(total: Slot, parts: list[Slot]) -> tuple[Slot, ...]:
    """The parts that always make up what *total* is called, where the sentence has each of them once and no other."""
    for name, wanted in _ALWAYS:
        if name.search(label_of(total) or total.before.rstrip("：为是")) and len(parts) == len(wanted):
            labels = [label_of(part) for part in parts]
            if all(re.search(word, label) for word, label in zip(wanted, labels, strict=True)):
                return tuple(parts)
    return ()
