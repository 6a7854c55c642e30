"""A number of kinds and the kinds that follow, each with its own figure: 分6类，分别为视力921人、听力786人、…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["kinds_listed"]

_KINDS: Final = ("类", "种", "档", "级", "块", "部分", "大类")
_PARTED: Final = re.compile(r"(?:分为?|分成|划分为|共分|设|含)$")
_OPENS: Final = re.compile(r"^(?:[\u4e00-\u9fff]{0,6})[，：](?:分别|依次|具体)?(?:为|是|有|：)?[^，。；：、]{1,12}$")
_NEXT: Final = re.compile(r"^、[^，。；：、]{1,12}$")
_SAID: Final = re.compile("分别|依次|具体|：")
_LEAST: Final = 2


def kinds_listed(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``count``: the kinds that are told against those that are listed, to the end of the list."""
    for slot in passage.slots[:-_LEAST]:
        told = slot.kind == COUNT and str(slot.mention.unit) in _KINDS and _PARTED.search(slot.before)
        if not told or slot.mention.approximate:
            continue
        listed = _listed(passage, slot)
        if len(listed) >= _LEAST:
            yield _relation(slot, listed)


def _listed(passage: Passage, kinds: Slot) -> list[Slot]:
    first = passage.slots[kinds.index + 1]
    if first.kind != COUNT or not _OPENS.match(first.before) or not _SAID.search(first.before):
        return []
    found = [first]
    for slot in passage.slots[first.index + 1 :]:
        if not _NEXT.match(slot.before) or slot.mention.unit != first.mention.unit:
            break
        found.append(slot)
    open_end = re.match("[^，。；]{0,4}等", passage.after(found[-1])) is not None
    return [] if open_end else found


def _relation(kinds: Slot, listed: list[Slot]) -> Relation:
    holds = kinds.mention.value == len(listed)
    right = f"{len(listed)}{kinds.mention.unit_text}"
    message = f"列出的共 {right}，与文中一致。"
    if not holds:
        message = f"文中说 {number(kinds.mention)}，其后列出的是 {right}。请核对类数，或补上漏列的。"
    roles = [*(("part", slot.mention) for slot in listed), ("stated", kinds.mention)]
    return relation("count", "ok" if holds else "error", roles, "列出的类数 = 所说的类数", right, message)
