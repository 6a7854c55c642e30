"""Rates of places taken, whose two figures are counted differently: 床位 1,148 张，入住 634 人，入住率 55.23%.

A place holds one, so that the rate is the people, households or cars over the places told with it. Beds of hospitals
are reckoned by days and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.narrative.rates.divided import rate_of_two
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.facts.relation import Relation

__all__ = ["places_taken"]

_RATE = re.compile(
    r"(?P<name>(?:入住|床位利用|床位使用|泊位利用|泊位使用|车位利用|车位使用|工位使用|工位利用|到岗|上岗|满岗|出租|配租|入驻|利用|使用|占用)率)"
    r"(?:仅|高?达到?|为|是|约|：)*$"
)
_PLACES = re.compile("床位|铺位|泊位|车位|工位|席位|岗位|房源|住房|公寓|公租房|廉租房|商铺|摊位|床")
_TAKEN = re.compile("入住|在住|收住|居住|住有|供养|养老人|老人|上岗|到岗|停放|占用|出租|配租|承租|分配|入驻")
_HOSPITAL = re.compile("医院|病床|住院|出院|卫生院|日均")
_PLACE_UNITS = frozenset(("张", "个", "套", "间", "户"))
_TAKER_UNITS = frozenset(("人", "名", "户", "辆", "位", "家"))
_REACH = 6  # figures in front of the rate among which both stand


def places_taken(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``rate``; only where one number of places and one of those who took them stand in front."""
    for passage in texts:
        if RATE not in passage.text or not _PLACES.search(passage.text) or _HOSPITAL.search(passage.text):
            continue
        changed = changed_slots(passage)
        for rate in passage.slots[2:]:
            told = rate.kind == RATE and rate.index not in changed and not rate.mention.approximate
            named = _RATE.search(rate.before) if told else None
            pair = _pair(passage, rate, changed) if named is not None else None
            if pair is not None and named is not None:
                yield rate_of_two(*pair, rate, named["name"])


def _pair(passage: Passage, rate: Slot, changed: frozenset[int]) -> tuple[Slot, Slot] | None:
    """Those who took a place, and the places."""
    start = max(passage.text.rfind("；", 0, rate.at), 0)
    near = [slot for slot in passage.slots[max(0, rate.index - _REACH) : rate.index] if slot.at >= start]
    near = [slot for slot in near if slot.kind == COUNT and slot.index not in changed and not slot.mention.approximate]
    places = [slot for slot in near if _PLACES.search(slot.label) and str(slot.mention.unit) in _PLACE_UNITS]
    takers = [slot for slot in near if _TAKEN.search(slot.label) and str(slot.mention.unit) in _TAKER_UNITS]
    takers = [slot for slot in takers if slot not in places]
    if len(places) != 1 or len(takers) != 1 or places[0].mention.value <= 0:
        return None
    part, base = takers[0], places[0]
    other = str(part.mention.unit) != str(base.mention.unit)  # what is counted alike the other finders read
    close = part.index == rate.index - 1 or base.index == rate.index - 1
    return (part, base) if other and close and part.mention.value <= base.mention.value else None
