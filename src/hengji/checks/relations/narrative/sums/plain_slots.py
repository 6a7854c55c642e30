"""The figures of a sentence that can be parts or totals, each with all words that name it."""

from __future__ import annotations

import re
from dataclasses import replace

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import BARE, COUNT, MONEY, Passage, Slot

__all__ = ["plain_slots"]

_SCALE = frozenset({"岁", "年", "月", "天", "小时", "平方米", "公里", "级"})
_CHANGED = re.compile(r"分别(?:同?比|较)[^，。；：、]{0,12}(?:增|减|降|升|长|提高|多|少)[^，。；：、]{0,4}$")
_JOINS = re.compile(r"周?岁?(?:（?[及含]?(?:以[上下内]|不满|不?含)[^，。；：、]{0,4}|[至到—－~～-]|的|（含）)?")
"""What stands between the figures of a name (80至89岁4310人, 100岁及以上48人)."""
_JOINT = 8  # characters of the longest of these


def plain_slots(passage: Passage) -> list[Slot]:
    """Money and counts, no changes, nothing blurred; figures that only name what is counted are words of its name."""
    return list(passage.once(plain_slots, _plain_slots))


def _plain_slots(passage: Passage) -> list[Slot]:
    taken = changed_slots(passage)
    if "分别" in passage.text:
        taken = _changed_in_turn(passage, set(taken))
    found: list[Slot] = []
    for slot in passage.slots:
        if slot.kind not in (MONEY, COUNT) or slot.index in taken or slot.mention.approximate:
            continue
        words, begins = (slot.before, slot.index) if len(slot.before) > _JOINT else _name(passage, slot)
        while begins < slot.index and found and found[-1].index >= begins:
            found.pop()
        found.append(replace(slot, before=words) if begins < slot.index else slot)
    return found


def _changed_in_turn(passage: Passage, taken: set[int]) -> frozenset[int]:
    """分别比上年增加 a、b: what goes on behind a change is one."""
    for slot in passage.slots:
        goes_on = slot.index - 1 in taken and slot.before in ("、", "和", "及")
        if goes_on or ("分别" in slot.before and _CHANGED.search(slot.before)):
            taken.add(slot.index)
    return frozenset(taken)


def _name(passage: Passage, slot: Slot) -> tuple[str, int]:
    """The words before *slot* with the figures of its name among them, and the first of these."""
    words, begins = slot.before, slot.index
    while slot.kind == COUNT and begins and _JOINS.fullmatch(passage.slots[begins].before):
        scale = passage.slots[begins - 1]
        if scale.kind != BARE and (scale.kind != COUNT or str(scale.mention.unit) not in _SCALE):
            break
        words = scale.before + scale.mention.text + scale.mention.unit_text + words
        begins -= 1
    return words, begins
