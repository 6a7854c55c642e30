"""Batches that make up a total, told sentence by sentence: 共下达 T。第一批 a，其中…。第二批 b，其中…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["batches"]

_TOTAL = re.compile(
    r"(?:共|合计|总计|累计)(?:下达|拨付|到位|安排|投入|支付|收到|下拨)?[^，。；：、\ue000-\ue005]{0,10}$"
)
_BATCH = re.compile(r"(?:^|[。；，：])第(?P<place>[一二三四五六])[批期次][^，。；：、\ue000-\ue005]{0,12}$")
_PLACES = "一二三四五六"
_AHEAD = 5  # sentences in which the batches are told
_LEAST = 2


def batches(texts: Sequence[Passage], index: int, kind: str) -> Iterator[Relation]:
    """The totals of passage *index* whose first batch follows, there or in the next sentence."""
    for total in plain_slots(texts[index]):
        if total.kind != kind or not _TOTAL.search(total.before):
            continue
        parts = _parts(texts[index : index + _AHEAD], total)
        if len(parts) >= _LEAST:
            one = Sum(total, tuple(parts))
            held = adds_up(total, parts)
            yield judge_sum(one, "error" if not held and one_slip_away(one) else "suspicious")
            return


def _parts(texts: Sequence[Passage], total: Slot) -> list[Slot]:
    """第一批, 第二批 …, each the first of its number behind the total."""
    found: list[Slot] = []
    for passage in texts:
        for slot in plain_slots(passage):
            told = _BATCH.search(slot.before) if slot.mention.start > total.mention.start else None
            if told and same_kind(slot, total) and _PLACES.index(told["place"]) == len(found):
                found.append(slot)
        if not found and passage is not texts[0]:
            return []
    return found
