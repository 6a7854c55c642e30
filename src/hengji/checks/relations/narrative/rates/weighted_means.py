"""Figures with their weights and what they make: 教师 90 分（权重 40%）、家长 85 分（权重 60%），综合得分 87 分."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from hengji.checks.intervals import Interval
from hengji.checks.relations.passages import RATE, SCORE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, in_words, interval_of, judged, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["weighted_means"]

_WEIGHT = re.compile(r"^[（，、]?(?:所占|其|指标|赋)?(?:权重|权数|占比|占|比重|按)(?:系数|比重|权重)?(?:为|是|：|占)*$")
_MEAN = re.compile(
    r"^(?:计入|计算)?[）。，；]*[^。；\ue000-\ue005]{0,20}?(?:综合|加权|平均|总体|总得?分|整体|合计|最终|总满意)[^，。；：\ue000-\ue005]{0,10}(?:为|是|达|：|得|计)*$"
)
_FEWEST = 2


def weighted_means(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``rate``: every mean behind figures that each have a weight, where the weights make 100%."""
    if "权" not in passage.text:
        return
    pairs: list[tuple[Slot, Slot]] = []
    for slot in passage.slots[1:]:
        value = passage.slots[slot.index - 1]
        if slot.kind == RATE and _WEIGHT.match(slot.before) and value.kind in (SCORE, RATE):
            pairs.append((value, slot))
            continue
        whole = sum((weight.mention.value for _, weight in pairs), Fraction(0)) == 1
        behind = pairs and slot.index == pairs[-1][1].index + 1 and slot.kind == pairs[0][0].kind
        if whole and behind and len(pairs) >= _FEWEST and _MEAN.match(slot.before) and _plain(pairs, slot):
            yield _relation(pairs, slot)


def _plain(pairs: Sequence[tuple[Slot, Slot]], mean: Slot) -> bool:
    alike = all(value.mention.unit == mean.mention.unit for value, _ in pairs)
    close = all(b[0].index == a[1].index + 1 for a, b in zip(pairs, pairs[1:], strict=False))
    return alike and close and not any(slot.mention.approximate for pair in pairs for slot in (*pair, mean))


def _relation(pairs: Sequence[tuple[Slot, Slot]], mean: Slot) -> Relation:
    computed = sum((value.mention.value * weight.mention.value for value, weight in pairs), Fraction(0))
    low = high = Fraction(0)
    for value, weight in pairs:
        wide = interval_of(value.mention, mean.mention.unit)
        low, high = low + wide.low * weight.mention.value, high + wide.high * weight.mention.value
    verdict = judged(computed, Interval(low, high), mean.mention)
    right = as_written(computed, mean.mention)
    roles = [*(("part", value.mention) for value, _ in pairs), ("stated", mean.mention)]
    formula = " + ".join(f"{in_words(v.mention.value)} × {number(w.mention)}" for v, w in pairs)
    if good(verdict):
        return relation("rate", verdict, roles, formula, right, "加权平均数与文中一致。")
    message = f"按所列权重加权，应为 {right}，文中为 {number(mean.mention)}。"
    return relation("rate", "error", roles, formula, right, message, slip_of(mean.mention, computed))
