"""The year of a base, left standing from last year: 2025年预算执行数 B，2026年预算安排 A，比2024年预算执行数增加 P.

The rate is that of A on B, and B was told to be of 2025: the figures are right and the year is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.against_base import rate_on_base
from hengji.checks.relations.naming import period_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.verdicts import (
    converted,
    good,
    judged,
    number,
)
from hengji.facts.relation import Relation

__all__ = ["years_of_bases"]

_CHANGE = re.compile(
    r"[，,](?:比|较|与)(?P<year>20\d\d)年度?(?P<what>(?:当年|全年)?[^，。；：\ue000-\ue005]{2,10}?)"
    r"(?:相比)?(?:(?P<up>增加|增长|上升)|减少|下降|降低)(?:了)?$"
)
_LEVEL = re.compile(
    r"[，,](?:比|较|与|同)(?P<year>20\d\d)年度?(?P<what>(?:当年|全年)?[^，。；：\d\ue000-\ue005]{2,10}?)(?:相比)?持平"
)


def years_of_bases(context: Context, passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``year``: the year that the comparison names, where only a base of another year explains it."""
    for slot in passage.slots[2:]:
        told = _CHANGE.search(slot.before) if slot.kind == RATE else None
        current = passage.slots[slot.index - 1]
        base = _base(passage, current, told) if told else None
        if told is None:
            continue
        rising = told["up"] is not None
        if base is not None and _gives(current, base, slot, rising=rising):
            yield _relation(context, passage, base, told["year"], told["what"])
        elif base is None:
            yield from _on_named(passage, current, slot, told, rising=rising)
    for current in passage.slots[1:]:
        level = _LEVEL.match(passage.after(current))
        base = _base(passage, current, level) if level else None
        if level is not None and base is not None and _amount(base, current) == current.mention.value:
            yield _relation(context, passage, base, level["year"], level["what"])


def _called(passage: Passage, current: Slot, told: re.Match[str]) -> list[Slot]:
    """The figures in front that the comparison calls by their words."""
    name = told["what"].removeprefix("当年").removeprefix("全年")
    return [
        slot
        for slot in passage.slots[: current.index]
        if slot.kind == MONEY and current.kind == MONEY and re.search(rf"{re.escape(name)}数?(?:为|是)?$", slot.before)
    ]


def _on_named(passage: Passage, current: Slot, rate: Slot, told: re.Match[str], *, rising: bool) -> Iterator[Relation]:
    """2025年执行数 B，2026年预算安排 A，比2025年执行数增加 P: of the three only the rate has no name."""
    called = [slot for slot in _called(passage, current, told) if period_of(slot.before) == told["year"]]
    blurred = rate.mention.approximate or current.mention.approximate
    if len(called) != 1 or blurred or called[0].mention.value <= 0 or current.index != rate.index - 1:
        return
    yield rate_on_base(called[0].mention, current.mention, rate.mention, rising=rising)


def _base(passage: Passage, current: Slot, told: re.Match[str]) -> Slot | None:
    """The one figure in front called by the same words, of another year than the one that is named."""
    called = _called(passage, current, told)
    years = {period_of(slot.before) for slot in called}
    other = len(called) == 1 and told["year"] not in years and called[0].mention.value > 0
    return called[0] if other and re.fullmatch(r"20\d\d", period_of(called[0].before)) else None


def _amount(slot: Slot, like: Slot) -> Fraction:
    return converted(slot.mention, like.mention.unit)


def _gives(current: Slot, base: Slot, rate: Slot, *, rising: bool) -> bool:
    was = _amount(base, current)
    change = (current.mention.value - was) if rising else (was - current.mention.value)
    return change > 0 and good(judged(change / was, None, rate.mention))


def _relation(context: Context, passage: Passage, base: Slot, year: str, what: str) -> Relation:
    right = period_of(base.before)
    text = context.document.text
    at = text.rfind(year, base.mention.end, passage.end)
    message = f"增减是按 {right} 年的{what} {number(base.mention)} 算的，文中却写“{year}年”。请核对年份。"
    return slip(
        context, [(base.mention.start, base.mention.end), (at, at + len(year))], "error", message,
        rule="比较的年份应与基数的年份一致", expected=f"{right}年", likely=f"“{year}年”应为“{right}年”",
        severity="medium", kind="year",
    )  # fmt: skip
