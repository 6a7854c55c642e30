"""A rate of a budget that was nothing: 年初预算为 0 万元，支出决算为 2.4 万元，完成年初预算的 100%; and a rate of
0 behind an amount that is something: 支出决算为 1.53 万元，完成预算的 0%.

Nothing can be divided by 0, whatever the rate. 100% is how many say that all of it was spent, so it is a question, and
so is a rate with another budget beside it; any other rate belongs to no figure. A rate of 0 needs an amount of 0,
or one too small for the digits of the rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import Context, Span
from hengji.checks.intervals import displayed
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import converted, interval_of, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["zero_bases"]

_BASE = re.compile(r"(?P<name>(?:年初|全年|调整后?|当年|年度)?预算)(?:数|安排|金额)?(?:为|是|：)?$")
_SPENT = re.compile(r"(?:决算|支出|执行)数?(?:为|是|：)?$")
_OF_BASE = re.compile(r"完成了?(?P<name>(?:年初|全年|调整后?|当年|年度)?预算)(?:数|任务)?的?(?:比例)?(?:为|是|：)?$")
_NARROW = 20  # times the width of what the rates leave open
_REACH = 30  # characters before a rate among which its budget is named


def zero_bases(context: Context, passage: Passage) -> Iterator[Relation]:
    """Every such rate right behind its budget and what was spent."""
    for rate in passage.slots[1:]:
        told = _OF_BASE.search(rate.before) if rate.kind == RATE else None
        base = _base(passage, rate, told["name"]) if told else None
        if told is None or base is None or rate.mention.value <= 0:
            continue
        says = f"预算为 0，除不出完成率，文中为 {number(rate.mention)}。"
        other = next((slot for slot in passage.slots[base.index + 1 : rate.index] if _BASE.search(slot.before)), None)
        likely = "年初没有预算的，不写完成率，写明是年中追加或调剂的。"
        if other is not None:
            likely = f"像是按{label_of(other)}{number(other.mention)}算出的，应写明是它的完成率。"
        roles = [("base", base.mention), ("stated", rate.mention)]
        # with another budget in the sentence the rate has its figures, and only a word is in doubt
        verdict: Verdict = "suspicious" if rate.mention.value == 1 or other is not None else "error"
        found = relation("rate", verdict, roles, "支出 ÷ 0", "分母为 0", says, likely)
        word = _place(context, told["name"], rate) if other is not None else None
        yield replace(found, figures=(*found.figures, piece(context, "word", *word))) if word else found
    yield from _rates_of_nothing(passage)
    yield from _nothing_of_nothing(passage)


def _place(context: Context, name: str, rate: Slot) -> Span | None:
    """Where the name of the budget stands in front of *rate*, whatever white space is in it."""
    start = max(0, rate.mention.start - _REACH)
    found = list(re.finditer(r"\s*".join(name), context.document.text[start : rate.mention.start]))
    return (start + found[-1].start(), start + found[-1].end()) if found else None


def _rates_of_nothing(passage: Passage) -> Iterator[Relation]:
    """A rate of 0 right behind what was spent, which is no small part of anything in the sentence."""
    for rate in passage.slots[1:]:
        spent = passage.slots[rate.index - 1]
        nothing = rate.kind == RATE and rate.mention.value == 0 and _OF_BASE.search(rate.before)
        if not nothing or spent.kind != MONEY or spent.mention.value <= 0 or not _SPENT.search(spent.before):
            continue
        amounts = [converted(slot.mention, spent.mention.unit) for slot in passage.slots if slot.kind == MONEY]
        if spent.mention.value * 2 > max(amounts) * rate.mention.step:
            says = f"支出 {number(spent.mention)} 不为 0，完成率却写作 {number(rate.mention)}，两者必有一误。"
            roles = [("part", spent.mention), ("stated", rate.mention)]
            yield relation("rate", "error", roles, "支出 ÷ 预算", "大于 0", says, "支出应为 0，或完成率未填。")


def _nothing_of_nothing(passage: Passage) -> Iterator[Relation]:
    """预算 T，…，其中：甲决算 0，完成预算的 0%；乙决算 b，完成预算的 p…: what the others' rates leave of T is the
    budget of 甲, and where that is nothing there is no rate."""
    total = next((slot for slot in passage.slots if slot.kind == MONEY and _BASE.search(slot.before)), None)
    told = [slot for slot in passage.slots[1:] if slot.kind == RATE and _OF_BASE.search(slot.before)]
    items = [(passage.slots[rate.index - 1], rate) for rate in told[1:]]  # the first is that of the total
    none = [(spent, rate) for spent, rate in items if rate.mention.value == 0 == spent.mention.value]
    some = [(spent, rate) for spent, rate in items if rate.mention.value > 0]
    if total is None or len(none) != 1 or not some or len(none) + len(some) != len(items):
        return
    unit = total.mention.unit
    if not all(slot.kind == MONEY and same_kind(slot, total) for slot, _ in items):
        return
    budgets = [interval_of(spent.mention, unit).divided_by(displayed(rate.mention)) for spent, rate in some]
    low = sum((one.low for one in budgets if one is not None), Fraction(0))
    high = sum((one.high for one in budgets if one is not None), Fraction(0))
    if low <= total.mention.value <= high and (high - low) * _NARROW < total.mention.value:
        spent, rate = none[0]
        says = f"其他各项已占满预算 {number(total.mention)}，这一项预算为 0，没有完成率，却写 {number(rate.mention)}。"
        roles = [("total", total.mention), ("part", spent.mention), ("stated", rate.mention)]
        yield relation("rate", "suspicious", roles, "0 ÷ 0", "分母为 0", says, "没有预算的，不写完成率。")


def _base(passage: Passage, rate: Slot, name: str) -> Slot | None:
    """The budget nearest before the rate, if it is the one named and it is 0."""
    for slot in reversed(passage.slots[: rate.index]):
        found = _BASE.search(slot.before) if slot.kind == MONEY else None
        if found is not None:
            same = found["name"] == name or "预算" in (found["name"], name)
            if not same and slot.mention.value != 0:
                continue  # 年初预算为 0，全年预算为 B，支出 A，完成年初预算的 A ÷ B
            return slot if same and slot.mention.value == 0 else None
        if slot.kind == RATE:
            return None
    return None
