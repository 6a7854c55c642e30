"""“由高到低依次为…分别为 a、b、c”: the figures must run the way that the sentence says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import COUNT, MONEY, RATE, SCORE, Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, number, same_kind
from hengji.facts.relation import Relation

__all__ = ["find_unsorted"]

_DOWN = re.compile(r"[从由按](?:[^，。；]{0,6}?)(?:[高大多强优好先]|快)(?:到|至|往)(?:[低小少弱劣差后]|慢)|降序")
_UP = re.compile(r"[从由按](?:[^，。；]{0,6}?)(?:[低小少弱劣差])(?:到|至|往)(?:[高大多强优好])|升序")
_BETWEEN = re.compile(r"^(?:[、，；]|和|与|及|以及|）[、，；])[^，。；：\ue000-\ue005]{0,24}$")
_KINDS = (MONEY, COUNT, RATE, SCORE)
_MOST = 60  # characters between the words and the first figure
_LEAST = 3


def find_unsorted(context: Context) -> Iterator[Relation]:
    """Every list that says how it is sorted."""
    for passage in passages(context):
        for pattern, falling in ((_DOWN, True), (_UP, False)):
            for match in pattern.finditer(passage.text):
                listed = _listed(passage, match.end())
                if len(listed) >= _LEAST:
                    yield _relation(listed, falling=falling)


def _listed(passage: Passage, end: int) -> tuple[Slot, ...]:
    """The figures of one kind that follow, joined by commas."""
    slots = [slot for slot in passage.slots if slot.at >= end]
    if not slots or slots[0].kind not in _KINDS or slots[0].at - end > _MOST or "。" in passage.text[end : slots[0].at]:
        return ()
    listed = [slots[0]]
    for slot in slots[1:]:
        if not same_kind(slot, slots[0]) or not _BETWEEN.match(slot.before):
            break
        listed.append(slot)
    return tuple(listed)


def _relation(listed: tuple[Slot, ...], *, falling: bool) -> Relation:
    unit = listed[0].mention.unit
    values = [converted(slot.mention, unit) for slot in listed]
    odd = next((later for (earlier, later), (a, b) in zip(pairwise(listed), pairwise(values), strict=True)
                if (b > a if falling else b < a)), None)  # fmt: skip
    way = "由大到小" if falling else "由小到大"
    if odd is None:
        figures = tuple(figure("stated", slot.mention) for slot in listed)
        return Relation("list_order", "ok", figures, way, way, way, "次序与所说一致。")
    before = listed[odd.index - listed[0].index - 1]
    return Relation(
        "list_order",
        "error",
        (figure("before", before.mention), figure("stated", odd.mention)),
        way,
        way,
        number(odd.mention),
        f"文中说{way}排列，{number(before.mention)}之后却是{number(odd.mention)}。请核对名称与数字是否对调，或数字写错。",
        "名称与数字错位，或两数对调",
        "medium",
    )
