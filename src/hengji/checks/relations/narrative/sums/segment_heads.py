"""Figures that open the parts of a sentence and make up a total in front, whatever else is said of each of them.

收入 T，增长 P。税收 a，增加 d，增长 p；非税 b，减少 e，下降 q. No word says that a and b are all of T; that they add up
to its last digit does. Where they miss it by one slip of the pen and less than any of them is, they were meant to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.sums.nearly_whole import is_pair
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.near_misses import slips_in
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import converted, same_kind
from hengji.facts.relation import Relation

__all__ = ["segment_heads"]

_OPENS = re.compile(r"(?:^(?:[里内]|(?<![其集])中)[，：]?|：|其中[：，]?)[^，。；：\ue000-\ue005]{1,16}$")
_APART = re.compile(r"上年|去年|年初|预算|计划|目标|另|此外|人均|平均|标准|单价|结余|结转|余额|累计|其中")
_GOES_ON = re.compile(r"等[^，。；级次]{0,6}[，。；]|主要")
_FEWEST = 2
_BACK = 2  # passages in front among which the total stands
_DIGITS, _LONG = 4, 5  # of a total that no sum is by chance, and of one that a wrong digit parts from its sum


def segment_heads(texts: Sequence[Passage], index: int, kind: str) -> Iterator[Relation]:
    """The heads of passage *index* against the total that leads it, or that leads one of the passages before."""
    passage = texts[index]
    if passage.text.count("；") + 1 < _FEWEST or _GOES_ON.search(passage.text):
        return
    rows = _rows(passage, kind)
    if len(rows) < _FEWEST:
        return
    if len(rows[0]) > 1 and _OPENS.search(rows[0][1].before):
        yield from _judged(rows[0][0], [rows[0][1], *(row[0] for row in rows[1:])])
        return
    parts = [row[0] for row in rows]
    for before in reversed(texts[max(0, index - _BACK) : index]):
        totals = [slot for slot in plain_slots(before) if slot.kind == kind and same_kind(slot, parts[0])][:1]
        for total in totals:
            found = list(_judged(total, parts))
            yield from found
            if found:
                return


def _rows(passage: Passage, kind: str) -> list[list[Slot]]:
    """The figures of each part of the sentence, up to the part that has none."""
    rows: list[list[Slot]] = [[]]
    at = 0
    for slot in plain_slots(passage):
        if slot.kind != kind:
            continue
        if "；" in passage.text[at : slot.at] and rows[-1]:
            if passage.text.count("；", at, slot.at) > 1:
                break
            rows.append([])
        rows[-1].append(slot)
        at = slot.at
    return [row for row in rows if row]


def _judged(total: Slot, parts: Sequence[Slot]) -> Iterator[Relation]:
    digits = significant_digits(total.mention.text)
    plain = not any(_APART.search(label_of(part)) for part in parts) and total.mention.value > 0
    alike = plain and all(same_kind(part, total) and part.mention.value > 0 for part in parts)
    if not alike or digits < _DIGITS - 1:
        return
    one = Sum(total, tuple(parts))
    if adds_up(total, parts):
        if digits >= _DIGITS or _named(total, parts):
            yield judge_sum(one)
        return
    little = abs(one.rest) < min(converted(part.mention, total.mention.unit) for part in parts)
    slips = slips_in([(1, part) for part in parts], total, swapped=_DIGITS, digit=_LONG)
    if slips and (little or _named(total, parts)):
        yield judge_sum(one, "error")


def _named(total: Slot, parts: Sequence[Slot]) -> bool:
    """Whether the names alone say that these are all there is."""
    labels = [label_of(part) for part in parts]
    shared = core(label_of(total))[-2:]
    return (
        is_complete(labels) or is_pair(labels) or (len(shared) > 1 and all(label.endswith(shared) for label in labels))
    )
