"""Lists of figures behind 分别, the names in front of them, and what is said of the order of the two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import figure
from hengji.checks.relations.naming import core
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["WITHIN", "names_in_front", "order_relation", "respective_lists"]

_RESPECTIVELY = re.compile(r"(?:分别|依次)[^，。；、\ue000-\ue005]{0,8}$")
_BETWEEN = re.compile(r"^(?:、|，|和|与|及|以及)$")
_ITEM = re.compile(r"、|和|与|以及|及")
WITHIN = re.compile(r"^[^，。；：]{2,12}(?:中|里|内)(?=[^，。；：]{2})")
"""支出预算中基本支出 is 基本支出."""


def respective_lists(passage: Passage) -> Iterator[tuple[Slot, ...]]:
    slots, position = passage.slots, 0
    while position < len(slots):
        end = position + 1
        if _RESPECTIVELY.search(slots[position].before):
            while end < len(slots) and _next(slots[end - 1], slots[end]) and _alike(slots[position], slots[end]):
                end += 1
            if end - position > 1:
                yield slots[position:end]
        position = end


def names_in_front(row: Sequence[Slot]) -> list[str]:
    lead = _RESPECTIVELY.sub("", row[0].before)
    lead = re.sub(r"(?:占比|比重|比例|占[^，。；：]{2,14}的比重)$", "", lead)
    names = [core(WITHIN.sub("", name)) for name in _ITEM.split(re.split("[，。；：]", lead)[-1])]
    return names if len(names) == len(row) == len(set(names)) and all(len(name) > 1 for name in names) else []


def order_relation(
    row: Sequence[Slot], witnesses: Sequence[Mention], places: Sequence[int] | range, *, holds: bool
) -> Relation:
    listed = [row[at].mention for at in places]
    figures = (*(figure("witness", one) for one in witnesses), *(figure("stated", one) for one in listed))
    shown = "、".join(number(one) for one in listed)
    right = shown if holds else "、".join(number(one) for one in reversed(listed))
    message = "“分别”后的数与名称次序相符。" if holds else f"“分别”后的 {shown} 次序颠倒，按相关数字应为 {right}。"
    return Relation(
        "list_order", "ok" if holds else "error", figures, "数的次序 = 名称的次序", right, shown, message,
        "" if holds else "两数对调，或名称次序颠倒。", "medium" if holds else "high",
    )  # fmt: skip


def _next(before: Slot, slot: Slot) -> bool:
    """Whether *slot* goes on the list; a comma ends one of 、 (405 起、51 人、367 人，三项均…)."""
    return _BETWEEN.match(slot.before) is not None and not (before.before == "、" and slot.before == "，")


def _alike(first: Slot, slot: Slot) -> bool:
    """12.48万、31.26万和6.35万人次: the unit may stand behind the last figure only."""
    bare = first.mention.unit_text in ("万", "亿")
    return slot.kind == first.kind or (
        bare and slot.kind == COUNT and slot.mention.unit_text[:1] == first.mention.unit_text
    )
