"""A whole that is named anew in front of its parts: 实有人数 71 人。实有人数中：行政编制 16 人，事业编制 46 人，…"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.traits import overlapping
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["named_anew"]

_NAMED: Final = re.compile(
    r"^(?:（[^（）]{1,6}）)?(?:在|上述|以上)?(?P<name>[^，。；：、（）\ue000-\ue005]{2,14}?)(?:(?:当中|之中|中|里)(?P<mark>[，：])|按[^，。；：]{1,8}(?:分类|划分|分)：)"
)
_JOINED: Final = re.compile(r"^(?!，其中)(?:[，；、]|（[^（）]*）[，；、]|[和及与])[^，。；：]{1,20}$")
_VAGUE: Final = re.compile("主要|重点|等|比|较|占|平均|人均|上年|另|此外|新增|增|减|完成|计划|目标")
_PLANNED: Final = re.compile("(?:预算|限额|控制)(?:数|额)?(?:为)?$")
_LAST: Final = re.compile(r"(?:总?数|总?额|资金|人员|人数|支出|收入|经费)$")
_BACK: Final = 2
_LEAST: Final = 2


def named_anew(texts: Sequence[Passage], index: int, kind: str) -> Iterator[Relation]:
    """The list of passage *index* against the figure of its name in the passages before; one that misses it is an error
    where a colon, the names or a slip of the pen tell that it was meant to be whole."""
    passage = texts[index]
    told = _NAMED.match(passage.text)
    total = _total(texts[max(0, index - _BACK) : index], told["name"], kind) if told else None
    if told is None or total is None:
        return
    parts = _parts(passage, total, told.end())
    if not _PLANNED.search(label_of(total)):
        parts = tuple(part for part in parts if not _PLANNED.search(label_of(part)))  # 公用经费 a，公用经费预算 b
    labels = [label_of(part) for part in parts]
    if len(parts) < _LEAST or overlapping(labels) or any(_VAGUE.search(label) for label in labels):
        return
    one = Sum(total, parts)
    if adds_up(total, parts):
        yield judge_sum(one)
    elif told["mark"] != "，" or is_complete(labels) or one.rest < 0:
        if "等" not in passage.after(parts[-1])[:3]:
            yield judge_sum(one, "error")
    elif nearly_whole(total, parts) and one_slip_away(one):
        yield judge_sum(one, "error")


def _total(before: Sequence[Passage], name: str, kind: str) -> Slot | None:
    """The nearest figure whose words end in *name*, with or without its last noun (资金, 人数)."""
    short = _LAST.sub("", name)
    if len(short) < _LEAST:
        return None
    ends = re.compile(rf"{re.escape(name)}$|{re.escape(short)}(?:总?数|总?额|共|有|合计|为)*$")
    for passage in reversed(before):
        for slot in reversed(passage.slots):
            if slot.kind == kind and not slot.mention.approximate and ends.search(label_of(slot)):
                return slot
    return None


def _parts(passage: Passage, total: Slot, start: int) -> tuple[Slot, ...]:
    """The unbroken row of figures from the head of the passage on."""
    found: list[Slot] = []
    for slot in plain_slots(passage):
        if slot.at < start or slot.kind != total.kind:
            continue
        first = not found and slot.index == 0
        next_one = bool(found) and slot.index == found[-1].index + 1 and _JOINED.match(slot.before) is not None
        if not (first or next_one) or not same_kind(slot, total) or str(slot.mention.unit) != str(total.mention.unit):
            break
        if len(found) >= _LEAST and _is_set_off(slot, found) and adds_up(total, found):
            break  # 专业技术人员里，高级 a，中级 b，初级 c；持证的 d: the posts are the whole, whatever is said next
        found.append(slot)
    return tuple(found)


def _is_set_off(slot: Slot, row: Sequence[Slot]) -> bool:
    """县道 a、乡道 b、村道 c，已硬化 d: a comma behind figures that a lighter mark joins ends their row."""
    joined = all(one.before.startswith("、") for one in row[1:])
    return slot.before.startswith("；") or (slot.before.startswith("，") and joined)
