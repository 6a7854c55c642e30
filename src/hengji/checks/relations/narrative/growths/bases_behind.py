"""Rates of change whose base stands behind them or in front of both.

A，同比增长 P，上年同期 B; 比上年增长 P，由 B 增至 A; 与上年的 B 相比，今年 A，增长 P.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.intervals import exactly
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.narrative.growths.comparisons import against_base
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import converted, in_words, interval_of, same_kind
from hengji.facts.relation import Relation

__all__ = ["bases_behind"]

_UP = "增长|增加|上升|提高|增幅|涨幅|增速"
_DOWN = "下降|减少|降低|压减|降幅|减幅|回落"
_MOVED = re.compile(rf"(?:^|[，、（])[^，。；：]{{0,14}}?(?P<word>{_UP}|{_DOWN})(?:了|率|幅度|约|为|达|到)*$")
_BASE_BEHIND = re.compile(
    r"^[，；（](?:而|其中)?(?:上一?年度?|去年|前一年度?|上年同期|去年同期|20\d\d年度?)[^，。；：\ue000-\ue005]{0,10}$"
)
_FROM = re.compile(r"^[，；]?[^，。；\ue000-\ue005]{0,6}(?:由|从)[^，。；\ue000-\ue005]{0,12}$")
_TO = re.compile(r"^(?:[增升提上减降下][加长高升少到至为低]{0,3}|提高到?|变为|变化到)(?:[至到为])?$")
_WITH = re.compile(r"(?:与|同|和|较|比)(?:上一?年度?|去年|20\d\d年度?)[^，。；：\ue000-\ue005]{0,10}$")
_COMPARED = re.compile(r"^(?:相比|比较|相较)，[^。；\ue000-\ue005]{0,16}$")


def bases_behind(passage: Passage) -> Iterator[Relation]:
    """Every such rate of *passage*."""
    if RATE not in passage.text:
        return
    changed = changed_slots(passage)
    for rate in passage.slots:
        moved = _MOVED.search(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
        pair = _pair(passage, rate, changed) if moved else None
        if moved and pair is not None and pair[0].mention.value > 0:
            yield _judged(*pair, rate, rising=re.match(_UP, moved["word"]) is not None)


def _pair(passage: Passage, rate: Slot, changed: frozenset[int]) -> tuple[Slot, Slot] | None:
    """Base and current."""
    slots, at = passage.slots, rate.index
    follows, then = (*slots[at + 1 : at + 3], None, None)[:2]
    before, earlier = (*reversed(slots[max(0, at - 2) : at]), None, None)[:2]
    if follows is not None and before is not None and _BASE_BEHIND.match(follows.before):
        own = not re.search(r"上年|去年|同期|含", before.before) and not re.search("含|其中|剔除", follows.before)
        if own and _alike(follows, before) and before.index not in changed and len(rate.before) < 16:
            return follows, before
    if follows is not None and then is not None and _FROM.match(follows.before) and _TO.match(then.before):
        return (follows, then) if _alike(follows, then) else None
    if before is not None and earlier is not None and _WITH.search(earlier.before) and _COMPARED.match(before.before):
        now = before.index not in changed  # 相比，各增加 D is no figure of this year
        return (earlier, before) if now and _alike(earlier, before) and len(rate.before) < 12 else None
    return None


def _alike(a: Slot, b: Slot) -> bool:
    blurred = a.mention.approximate or b.mention.approximate
    return same_kind(a, b) and a.kind in (MONEY, COUNT) and not blurred


def _judged(base: Slot, current: Slot, rate: Slot, *, rising: bool) -> Relation:
    unit, old = base.mention.unit, base.mention.value
    new = converted(current.mention, unit)
    wide = interval_of(current.mention, unit) - interval_of(base.mention, unit)
    gap, wide = (new - old, wide) if rising else (old - new, exactly(Fraction(0)) - wide)
    roles = [("base", base.mention), ("current", current.mention), ("stated", rate.mention)]
    formula = f"({in_words(new)} - {in_words(old)}) ÷ {in_words(old)}"
    return against_base(roles, gap / old, wide.divided_by(interval_of(base.mention, unit)), formula, certain=True)
