"""A difference of two rates told as a rate: 占4.25%；上年…占5.08%。两年相比下降0.83%, which are percentage points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import shown_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["points_as_rates"]

_MOVED: Final = re.compile(
    r"(?:相比|比较|比上年|较上年|比去年|较去年|同比|两者|前后)[^，。；：]{0,6}(?:下降|提高|上升|增加|降低|减少|提升|回落|高出?|低)了?$"
    r"|^[，、](?:下降|提高|上升|增加|降低|减少|提升|回落)了?$"
)
_POINTS: Final = re.compile("^(?:个?百分点|个点)")
_LEAST: Final = 2  # digits of a difference that is no chance
_BACK: Final = 2


def points_as_rates(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``unit`` for rates of passage *index*: the difference to the last digit, no rate of change."""
    passage = texts[index]
    for slot in passage.slots:
        if slot.kind != RATE or not _MOVED.search(slot.before) or _POINTS.match(passage.after(slot)):
            continue
        before = passage.slots[slot.index - 1] if slot.index else None
        if before is not None and before.kind in (MONEY, COUNT):
            continue  # 比上年减少 A 万元，下降 P
        told = [one for place in texts[max(0, index - _BACK) : index] for one in place.slots if one.kind == RATE]
        told += [one for one in passage.slots[: slot.index] if one.kind == RATE]
        if len(told) >= _LEAST:
            yield from _judged(told[-2], told[-1], slot)


def _judged(one: Slot, other: Slot, stated: Slot) -> Iterator[Relation]:
    a, b, moved = one.mention.value, other.mention.value, abs(stated.mention.value)
    between = abs(a - b)
    changes = {between / value for value in (a, b) if value}
    grown = any(abs(change - moved) <= stated.mention.step for change in changes)
    if between != moved or not moved or grown or shown_digits(stated.mention.text) < _LEAST:
        return
    right = f"{stated.mention.text.rstrip('%％')}个百分点"
    told = f"{number(one.mention)} 与 {number(other.mention)} 相差 {right}"
    message = f"{told}，文中写作 {number(stated.mention)}。请改为“个百分点”。"
    roles = [("first", one.mention), ("second", other.mention), ("stated", stated.mention)]
    yield relation("unit", "error", roles, "两个百分率之差以百分点计", right, message, "“%”应为“个百分点”。")
