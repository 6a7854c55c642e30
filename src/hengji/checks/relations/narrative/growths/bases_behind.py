"""Rates of change whose base stands behind them or in front of both.

A，同比增长 P，上年同期 B; 比上年增长 P，由 B 增至 A; 与上年的 B 相比，今年 A，增长 P.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import permutations

from hengji.checks.intervals import exactly
from hengji.checks.relations.against_base import against_base, rate_on_base, wrong_way
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    interval_of,
    judged,
    number,
    relation,
    same_kind,
    slip_of,
)
from hengji.checks.relations.without_frames.reckoning import change_gives
from hengji.facts.relation import Relation

__all__ = ["bases_behind"]

_UP = "增长|增加|上升|提高|增幅|涨幅|增速"
_DOWN = "下降|减少|降低|压减|降幅|减幅|回落"
_MOVED = re.compile(rf"(?:^|[，、（）])[^，。；：]{{0,14}}?(?P<word>{_UP}|{_DOWN})(?:了|率|幅度|约|为|达到?)*$")
"""提高到 P is what a rate became, not by how much something rose."""
_COMPARED_WITH = re.compile(
    rf"，(?:同比|(?:比|较)(?:上一?年度?|去年|上年同期|去年同期|20\d\d年度?))(?:同期)?(?P<word>{_UP}|{_DOWN})(?:了|约|为)*"
)
_CHANGED = re.compile(rf"(?:{_UP}|{_DOWN})(?:了|额)?(?:约|为|达)?$")
_BASE_BEHIND = re.compile(
    r"^[，；（](?:而|其中)?(?:上一?年度?|去年|前一年度?|上年同期|去年同期|20\d\d年度?)[^，。；：\ue000-\ue005]{0,10}$"
)
_IN_BRACKETS = re.compile(
    r"^，?(?:同比|(?:比|较|与)(?:上一?年度?|去年)(?:同期)?)?（(?:上一?年度?|去年|上年同期|去年同期|20\d\d年度?)(?:同期)?(?:为)?$"
)
_OUT_OF_BRACKETS = re.compile(rf"^）(?:相比)?(?:{_UP}|{_DOWN})(?:了|约|为|达|到)*$")
_FROM = re.compile(r"^，?[^，。；\ue000-\ue005]{0,6}(?:由|从)[^，。；\ue000-\ue005]{0,12}$")
_TO = re.compile(r"^(?:[增升提上减降下][加长高升少到至为低]{0,3}|提高到?|变为|变化到)(?:[至到为])?$")
_WITH = re.compile(r"(?:与|同|和|较|比)(?:上一?年度?|去年|20\d\d年度?)[^，。；：\ue000-\ue005]{0,10}$")
_COMPARED = re.compile(r"^(?:相比|比较|相较)，[^。；\ue000-\ue005]{0,16}$")


_NEAR = 3  # figures in front of a rate that may have made it: 由 A 降至 B，减少 D，下降 P


def bases_behind(passage: Passage) -> Iterator[Relation]:
    """Every such rate of *passage*, and every amount of change whose base stands behind it."""
    yield from _levels(passage)
    if RATE not in passage.text:
        return
    changed = changed_slots(passage)
    for rate in passage.slots:
        moved = _MOVED.search(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
        pair = _pair(passage, rate, changed) if moved else None
        if moved and pair is None:
            yield from _of_amount(passage, rate)
        if moved and pair is not None and pair[0].mention.value > 0:
            yield rate_on_base(
                pair[0].mention, pair[1].mention, rate.mention, rising=re.match(_UP, moved["word"]) is not None
            )


def _pair(passage: Passage, rate: Slot, changed: frozenset[int]) -> tuple[Slot, Slot] | None:
    """Base and current."""
    slots, at = passage.slots, rate.index
    if at > 1 and _IN_BRACKETS.match(slots[at - 1].before) and _OUT_OF_BRACKETS.match(rate.before):
        base, current = slots[at - 1], slots[at - 2]
        return (base, current) if _alike(base, current) and current.index not in changed else None
    follows, then, after = (*slots[at + 1 : at + 4], None, None, None)[:3]
    before, earlier = (*reversed(slots[max(0, at - 2) : at]), None, None)[:2]
    if follows is not None and before is not None and _BASE_BEHIND.match(follows.before):
        own = not re.search(r"上年|去年|同期|含", before.before) and not re.search("含|其中|剔除", follows.before)
        if own and _alike(follows, before) and before.index not in changed and len(rate.before) < 16:
            return follows, before
    if follows is not None and then is not None and _FROM.match(follows.before) and _TO.match(then.before):
        taken = after is not None and after.kind == RATE and _MOVED.search(after.before) is not None
        taken = taken or any(_explains(*two, rate) for two in permutations(slots[max(0, at - _NEAR) : at], 2))
        return (follows, then) if _alike(follows, then) and not taken else None  # 下降 P，人次由 B 降为 A，下降 Q
    if before is not None and earlier is not None and _WITH.search(earlier.before) and _COMPARED.match(before.before):
        now = before.index not in changed  # 相比，各增加 D is no figure of this year
        return (earlier, before) if now and _alike(earlier, before) and len(rate.before) < 12 else None
    return None


def _levels(passage: Passage) -> Iterator[Relation]:
    """A，比上年增加 D（，增长 P），上年为 B: D is A less B."""
    for amount in passage.slots[1:-1]:
        current = passage.slots[amount.index - 1]
        behind = [slot for slot in passage.slots[amount.index + 1 :][:2] if slot.kind != RATE]
        told = _COMPARED_WITH.fullmatch(amount.before)
        if not told or not behind or not (_BASE_BEHIND.match(behind[0].before) and "为" in behind[0].before):
            continue
        base = behind[0]
        if not (_alike(base, amount) and _alike(current, amount)) or re.search(
            "上年|去年|同期|含|其中", current.before
        ):
            continue
        yield _difference(current, amount, base, rising=re.match(_UP, told["word"]) is not None)


def _difference(current: Slot, amount: Slot, base: Slot, *, rising: bool) -> Relation:
    unit = amount.mention.unit
    gap = converted(current.mention, unit) - converted(base.mention, unit)
    wide = interval_of(current.mention, unit) - interval_of(base.mention, unit)
    gap, wide = (gap, wide) if rising else (-gap, exactly(Fraction(0)) - wide)
    verdict = judged(gap, wide, amount.mention)
    right = as_written(gap, amount.mention)
    message = f"{number(current.mention)}与上年 {number(base.mention)} 相差 {right}，文中为 {number(amount.mention)}。"
    roles = [("current", current.mention), ("base", base.mention), ("stated", amount.mention)]
    above, below = (current, base) if rising else (base, current)
    formula = f"{in_words(converted(above.mention, unit))} - {in_words(converted(below.mention, unit))}"
    if not good(verdict) and good(judged(-gap, exactly(Fraction(0)) - wide, amount.mention)):
        return wrong_way(base.mention, current.mention, amount.mention, up=not rising)
    likely = "" if good(verdict) else slip_of(amount.mention, gap)
    return relation("difference", verdict, roles, formula, right, message, likely)


def _of_amount(passage: Passage, rate: Slot) -> Iterator[Relation]:
    """增加 D，增长 P（上年 B）: the amount of the change by the base in the brackets behind."""
    if not 0 < rate.index < len(passage.slots) - 1:
        return
    amount, base = passage.slots[rate.index - 1], passage.slots[rate.index + 1]
    told = _CHANGED.search(amount.before) and re.fullmatch(rf"，(?:{_UP}|{_DOWN})(?:了|约|为|达|到)*", rate.before)
    alone = base.before.startswith("（") and passage.after(base).startswith("）")
    behind = alone and _BASE_BEHIND.match(base.before)
    if told is None or not behind or not _alike(base, amount) or base.mention.value <= 0:
        return
    unit = base.mention.unit
    change = converted(amount.mention, unit)
    roles = [("base", base.mention), ("amount", amount.mention), ("stated", rate.mention)]
    formula = f"{in_words(change)} ÷ {in_words(base.mention.value)}"
    possible = interval_of(amount.mention, unit).divided_by(interval_of(base.mention, unit))
    found = against_base(roles, change / base.mention.value, possible, formula, certain=True)
    if found.verdict == "error":
        says = f"{number(amount.mention)}是{number(base.mention)}的 {found.computed}"
        found = replace(found, message=f"{says}，文中为 {number(rate.mention)}。")
    yield found


def _explains(current: Slot, base: Slot, rate: Slot) -> bool:
    """由 A 降为 B，下降 P，面积由 C 增加到 D: the rate is that of the two in front of it."""
    return _alike(current, base) and base.mention.value > 0 and change_gives(current, base, rate)


def _alike(a: Slot, b: Slot) -> bool:
    blurred = a.mention.approximate or b.mention.approximate
    return same_kind(a, b) and a.kind in (MONEY, COUNT) and not blurred
