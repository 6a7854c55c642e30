"""How many times another figure one is: 是上年 B 的 3 倍; 由 A 增加到 B，增长 2 倍; 由 A 增加到 B，翻了一番."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.intervals import exactly
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
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
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation

__all__ = ["multiples"]

_OF = re.compile(r"^的$")
_OF_BASE = re.compile(r"^[，（](?:大?约)?(?:是|为|相当于|达到?)[^，。；：\ue000-\ue005]{1,12}$")
_FROM = re.compile(r"(?:由|从)[^，。；\ue000-\ue005]{0,16}$")
_TO = re.compile(r"^(?:增[加长]?|提[高升]|上升|扩大)[到至为][^，。；\ue000-\ue005]{0,8}$")
_GREW = re.compile(r"^[，、（](?:净)?(?:增[长加]|提高|上升|扩大)了?$")
_DOUBLED = re.compile(r"^[，、（][^，。；\ue000-\ue005]{0,6}翻了?(?P<times>[一两二三])番")
_TIMES = {"一": 1, "两": 2, "二": 2, "三": 3}
_TWICE = (Fraction(7, 8), Fraction(5, 4))
"""翻一番 is said of what has nearly, or a little more than, doubled; 翻两番 of four times as much."""
_OF_YEAR = re.compile(r"(20\d\d)年[^，。；：\ue000-\ue005]{0,8}$")


def multiples(passage: Passage) -> Iterator[Relation]:
    """Every such statement of *passage*."""
    if "倍" not in passage.text and "翻" not in passage.text and not any(map(_is_times, passage.slots)):
        return
    changed = changed_slots(passage)
    for later in passage.slots[1:]:
        first, current = passage.slots[max(0, later.index - 2)], passage.slots[later.index - 1]
        if not _is_times(later) or later.mention.approximate or not _alike(first, current):
            yield from _doubled(passage, current, later)
        elif _OF.match(later.before) and _OF_BASE.match(current.before) and first.index not in changed:
            yield from _judged(current, first, later, grown=False)  # A，是上年 B 的 N 倍: A stands first
        elif _GREW.match(later.before) and _FROM.search(first.before) and _TO.match(current.before):
            yield from _judged(first, current, later, grown=True)


def _is_times(slot: Slot) -> bool:
    return slot.kind == COUNT and str(slot.mention.unit) == "倍"


def _alike(base: Slot, current: Slot) -> bool:
    blurred = base.mention.approximate or current.mention.approximate
    plain = base.kind in (MONEY, COUNT) and not _is_times(base) and not blurred
    known = base.mention.value > 0 and current.mention.value > 0
    return plain and known and base is not current and same_kind(base, current)


def _judged(base: Slot, current: Slot, times: Slot, *, grown: bool) -> Iterator[Relation]:
    unit = base.mention.unit
    quotient = converted(current.mention, unit) / base.mention.value
    possible = interval_of(current.mention, unit).divided_by(interval_of(base.mention, unit))
    less = Fraction(1) if grown else Fraction(0)
    computed = quotient - less
    holds = good(judged(computed, None if possible is None else possible - exactly(less), times.mention))
    right = as_written(computed, times.mention)
    formula = f"{in_words(converted(current.mention, unit))} ÷ {in_words(base.mention.value)}"
    formula += " - 1" if grown else ""
    roles = [("base", base.mention), ("current", current.mention), ("stated", times.mention)]
    if holds:
        yield relation("growth", "ok", roles, formula, right, "倍数与文中一致。")
        return
    message = (
        f"由 {number(base.mention)} 变为 {number(current.mention)}，应为 {right}，文中为 {number(times.mention)}。"
    )
    told = "增长的倍数不含原来的一倍。" if grown and good(judged(quotient, None, times.mention)) else ""
    yield relation("growth", "error", roles, formula, right, message, told or slip_of(times.mention, computed))


def _doubled(passage: Passage, base: Slot, current: Slot) -> Iterator[Relation]:
    told = _DOUBLED.match(passage.after(current))
    if told is None or not (_leads(base, current) or _years_apart(base, current)) or not _alike(base, current):
        return
    quotient = converted(current.mention, base.mention.unit) / base.mention.value
    full = 2 ** _TIMES[told["times"]]
    if not _TWICE[0] * full <= quotient <= _TWICE[1] * full:
        roles = [("base", base.mention), ("current", current.mention)]
        grown = percent(quotient - 1)
        said = f"翻{told['times']}番"
        message = f"由 {number(base.mention)} 增加到 {number(current.mention)}，增幅是 {grown}，不是{said}。"
        formula = f"{in_words(converted(current.mention, base.mention.unit))} ÷ {in_words(base.mention.value)} - 1"
        yield relation("growth", "error", roles, formula, grown, message)


def _leads(base: Slot, current: Slot) -> bool:
    return _FROM.search(base.before) is not None and _TO.match(current.before) is not None


def _years_apart(base: Slot, current: Slot) -> bool:
    """2022年仅有 A，2023年达到 B: the two years name the one and the other."""
    first, second = _OF_YEAR.search(base.before), _OF_YEAR.search(current.before)
    return first is not None and second is not None and int(first[1]) < int(second[1])
