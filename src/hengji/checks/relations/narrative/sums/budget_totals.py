"""收入总计 and 支出总计 of a budget, where what the year itself brought is told sentences before: 一般公共预算收入 A。…
加上级补助收入 b、债务转贷收入 c、上年结转 d，收入总计 T.

预算报告 are written so throughout (预算法第四十七条、第七十七条 ask for both sides; they must be even).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["budget_totals"]

_TOTAL: Final = re.compile(r"(?P<side>收入|支出)(?:总计|总量|合计)(?:为|达|共)*$|总(?P<other>收入|支出)(?:为|达|共)*$")
_ADDS: Final = re.compile(r"^(?:[，。；])?(?:再)?加(?!快|强|大)上?(?=[\u4e00-\u9fff])")
_GOES_ON: Final = re.compile(r"^[、，和及与以][^。；：\ue000-\ue005]{1,24}$")
_BACK: Final = 10
_LEAST: Final = 2
_SWAPPED, _DIGIT = 3, 4


def budget_totals(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Every such total of passage *index*; one that no slip explains is a question."""
    passage = texts[index]
    money = [slot for slot in passage.slots if slot.kind == MONEY and not slot.mention.approximate]
    start = next((place for place, slot in enumerate(money) if _ADDS.match(slot.before)), None)
    if start is None:
        return
    added = [money[start]]
    for slot in money[start + 1 :]:
        if slot.index != added[-1].index + 1 or not _GOES_ON.match(slot.before):
            return
        told = _TOTAL.search(label_of(slot))
        if told is None:
            added.append(slot)
            continue
        base = _own(texts, index, money[start], told["side"] or told["other"])
        if base is not None and len(added) >= _LEAST and all(same_kind(one, slot) for one in (base, *added)):
            yield _judged(slot, (base, *added))
        return


def _own(texts: Sequence[Passage], index: int, first: Slot, side: str) -> Slot | None:
    """The nearest sentence before that begins with the budget's own income or spending."""
    own = re.compile(
        rf"(?:预算|基金|经营|财政|本级|全市|全县|全区|全省)[^，。；：、]{{0,8}}{side}(?:完成|实现|执行|合计|为)*$"
    )
    passage = texts[index]
    changed = changed_slots(passage)
    beside = [slot for slot in passage.slots[: first.index] if slot.index not in changed and slot.kind == MONEY]
    heads = [*beside[:1], *(one.slots[0] for one in reversed(texts[max(0, index - _BACK) : index]) if one.slots)]
    for head in heads:
        if head.kind == MONEY and own.search(label_of(head)):
            return head
    return None


def _judged(total: Slot, parts: tuple[Slot, ...]) -> Relation:
    if adds_up(total, parts):
        return judge_sum(Sum(total, parts))
    slips = slips_in([(1, part) for part in parts], total, swapped=_SWAPPED, digit=_DIGIT)
    return judge_sum(Sum(total, parts), "error" if slips else "suspicious")
