"""Growth on a base that is only named, 比上年完成数增长 7.5%, and last year's plan and outturn told elsewhere.

Where last year has both a budget and an outturn of that name in the document, and the rate is that of the one which the
words do not name, the rate was reckoned on the wrong base.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from hengji.checks.relations.changes import Change, changed_slots, changes
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, good, in_words, judged, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["growth_on_named_years"]

_OUTTURN = re.compile(r"完成|执行|决算|实际|实绩|支出数")
_BUDGET = re.compile(r"预算|计划|安排|年初")
_MOVES = re.compile(r"预期|预计|安排|预算|计划|拟|收支|完成|执行|决算|实现|实际|支出数|年初|目标")
_LEAST = 2
_NEAR = 2  # figures between a plan and its outturn
_MOST = 400  # figures of the document that are looked at

Pair = tuple[Slot, Slot]


def growth_on_named_years(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every such rate whose words name one of the two bases, and whose digits the other."""
    pairs: list[Pair] | None = None
    for passage in texts:
        for change in changes(passage) if len(passage.slots) <= LONGEST else ():
            rate, named = change.rate, change.compared
            if rate is None or change.base is not None or not change.current or rate.mention.approximate:
                continue
            wants = bool(_OUTTURN.search(named)), bool(_BUDGET.search(named))
            if not re.search("上年|去年|上一年|20\\d\\d年", named) or wants[0] == wants[1]:
                continue
            pairs = _pairs(texts) if pairs is None else pairs
            yield from _judged(change, rate, pairs, outturn=wants[0])


def _pairs(texts: Sequence[Passage]) -> list[Pair]:
    """Plans and outturns that stand beside one another, as (plan, outturn)."""
    found: list[Pair] = []
    for passage in texts:
        changed = changed_slots(passage)
        money = [slot for slot in passage.slots if slot.kind == MONEY and slot.index not in changed]
        for one, other in pairwise(money):
            if other.index - one.index > _NEAR or not same_kind(one, other):
                continue
            first, second = (_sort(label_of(slot)) for slot in (one, other))
            if {first, second} == {"plan", "done"}:
                found.append((one, other) if first == "plan" else (other, one))
        if len(found) > _MOST:
            break
    return found


def _sort(label: str) -> str:
    if _OUTTURN.search(label) and not re.search("年初预算|完成年初|计划完成", label):
        return "done"
    return "plan" if _BUDGET.search(label) else ""


def _stem(label: str) -> str:
    return _MOVES.sub("", core(label))


def _judged(change: Change, rate: Slot, pairs: Sequence[Pair], *, outturn: bool) -> Iterator[Relation]:
    current = change.current[0]
    stem = _stem(label_of(current))
    for plan, done in pairs:
        names = {_stem(label_of(slot)) for slot in (plan, done)}
        called = len(stem) < _LEAST or any(len(name) >= _LEAST and name.endswith(stem[-6:]) for name in names)
        if current in (plan, done) or not called or not same_kind(plan, current):
            continue
        if len(stem) < _LEAST and abs(plan.mention.start - current.mention.start) > 60:
            continue
        right, wrong = (done, plan) if outturn else (plan, done)
        if wrong.mention.value <= 0 or right.mention.value <= 0 or right.mention.value == wrong.mention.value:
            continue
        if good(judged(_growth(change, current, right), None, rate.mention)):
            return
        if good(judged(_growth(change, current, wrong), None, rate.mention)):
            yield _relation(change, current, rate, right, wrong)
            return


def _growth(change: Change, current: Slot, base: Slot) -> Fraction:
    old = converted(base.mention, current.mention.unit)
    rate = (current.mention.value - old) / old
    return rate if change.rising else -rate


def _relation(change: Change, current: Slot, rate: Slot, right: Slot, wrong: Slot) -> Relation:
    computed = _growth(change, current, right)
    meant = as_written(computed, rate.mention)
    message = (
        f"文中说{change.compared}，应以 {number(right.mention)} 为基数，为 {meant}，文中为 {number(rate.mention)}。"
    )
    likely = f"{number(rate.mention)}是以 {number(wrong.mention)} 为基数算出的。"
    formula = f"{in_words(current.mention.value)} ÷ {in_words(converted(right.mention, current.mention.unit))} - 1"
    roles = [("base", right.mention), ("current", current.mention), ("stated", rate.mention)]
    return relation("growth", "error", roles, formula, meant, message, likely)
