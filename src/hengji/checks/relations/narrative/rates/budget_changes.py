"""What was spent or raised of a budget, in per cent and in money: 支出 A，完成年初预算的 P%，比年初预算增加 D.

The difference tells the budget (A − D or A + D), so the rate has to be A over that; a rate of 100% beside a difference,
or beside 决算数大于预算数, is false without any other figure. Where the budget B is told too (为预算 B 的 P%，超收 D;
较预算 B 减少 D，完成预算的 P%), rate and difference follow from A and B.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.intervals import exactly
from hengji.checks.relations.bases import OF_PLAN, inner_base
from hengji.checks.relations.changes import changed_slots, changes
from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
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
from hengji.facts.relation import Relation

__all__ = ["budget_changes"]

_PLAN = r"(?P<which>年初|全年|调整|当年|本年)?后?(?:预算|计划|任务)"
_OF_BUDGET = re.compile(rf"(?:完成|占|为|达到?)?了?{_PLAN}数?的?(?:比例)?(?:(?:完成|执行)率)?(?:为)?$")
_OUTTURN = re.compile(
    r"^[，；（]?(?:支出)?决算数?(?:(?P<over>大于|高于|多于)|小于|低于|少于)(?P<which>年初|全年|调整|当年|本年)?后?预算数?$"
)
_AGAINST = re.compile(_PLAN)
_LAST_YEAR = re.compile(r"上年|去年|同期|同比|20\d\d年")
_BACK = 3
_PAIR = 2


@dataclass(frozen=True, slots=True)
class _Apart:
    """An amount over the budget, or under it; `which` budget, and its figure where the words name it."""

    amount: Slot
    over: bool
    which: str
    budget: Slot | None


def budget_changes(passage: Passage) -> Iterator[Relation]:
    """Every rate of the budget that stands beside a difference from the same budget, behind one amount spent."""
    told = list(_apart(passage)) if RATE in passage.text and MONEY in passage.text else []
    if not told:
        return
    taken = changed_slots(passage)
    for rate in passage.slots:
        if rate.kind != RATE or rate.index in taken or rate.mention.approximate:
            continue
        inner = inner_base(passage, rate)
        named = _OF_BUDGET.search(inner.before if inner else rate.before)
        beside = next((one for one in told if abs(one.amount.index - rate.index) < _BACK), None) if named else None
        if named is None or beside is None or "；" in _between(passage, rate, beside.amount):
            continue
        if beside.which not in ("?", named["which"] or "") and (named["which"] or beside.budget is None):
            continue
        base = inner or beside.budget
        first = min(rate.index, beside.amount.index)
        near = [slot for slot in passage.slots[max(0, first - _BACK) : first] if slot.kind == MONEY]
        near = [slot for slot in near if slot.index not in taken]
        plans = [slot for slot in near if role_of(label_of(slot)) == "base"]
        base = plans[0] if base is None and len(near) == _PAIR and len(plans) == 1 else base
        spent = [slot for slot in near if slot is not base]
        if len(spent) == 1 and not spent[0].mention.approximate and role_of(label_of(spent[0])) != "base":
            yield from _judged(spent[0], rate, beside, base, inner=inner is not None)


def _apart(passage: Passage) -> Iterator[_Apart]:
    """The differences from the budget that *passage* tells."""
    for change in changes(passage):
        against = _AGAINST.search(change.compared) if change.amount is not None else None
        if against and change.amount is not None and not _LAST_YEAR.search(change.compared):
            yield _Apart(change.amount, change.rising, against["which"] or "", change.base)
    for slot in passage.slots:
        if slot.kind == MONEY and not slot.mention.approximate and OF_PLAN.match(slot.before):
            yield _Apart(slot, "超" in slot.before, "?", None)
        told = _OUTTURN.match(slot.before) if slot.kind == MONEY and not slot.mention.approximate else None
        if told is not None:
            yield _Apart(slot, told["over"] is not None, told["which"] or "?", None)


def _between(passage: Passage, a: Slot, b: Slot) -> str:
    first, last = sorted((a.at, b.at))
    return passage.text[first:last]


def _judged(spent: Slot, rate: Slot, apart: _Apart, base: Slot | None, *, inner: bool) -> Iterator[Relation]:
    if not same_kind(apart.amount, spent) or (base is not None and not same_kind(base, spent)):
        return
    if base is not None and inner:
        yield from _gap(spent, rate, apart, base)
    else:
        yield from _rate(spent, rate, apart, base)


def _gap(spent: Slot, rate: Slot, apart: _Apart, base: Slot) -> Iterator[Relation]:
    """为预算 B 的 P%，超收 D: D is A − B; held against D only where P is A ÷ B."""
    unit, amount = apart.amount.mention.unit, apart.amount.mention
    gap = converted(spent.mention, unit) - converted(base.mention, unit)
    wide = interval_of(spent.mention, unit) - interval_of(base.mention, unit)
    gap, wide = (gap, wide) if apart.over else (-gap, exactly(Fraction(0)) - wide)
    verdict = judged(gap, wide, amount)
    holds = good(judged(converted(spent.mention, base.mention.unit) / base.mention.value, None, rate.mention))
    if not good(verdict) and not holds:
        return
    right = as_written(gap, amount)
    message, likely = "超收（短收）额与预算、完成数一致。", ""
    if not good(verdict):
        message = f"{number(spent.mention)}与预算 {number(base.mention)} 相差 {right}，文中为 {number(amount)}。"
        likely = slip_of(amount, gap)
    roles = [("base", base.mention), ("current", spent.mention), ("stated", amount)]
    above, below = (spent, base) if apart.over else (base, spent)
    formula = f"{in_words(converted(above.mention, unit))} - {in_words(converted(below.mention, unit))}"
    yield relation("difference", verdict, roles, formula, right, message, likely)


def _rate(spent: Slot, rate: Slot, apart: _Apart, base: Slot | None) -> Iterator[Relation]:
    unit, amount = spent.mention.unit, apart.amount
    delta, wide = abs(converted(amount.mention, unit)), interval_of(amount.mention, unit)
    now = interval_of(spent.mention, unit)
    budget = spent.mention.value - delta if apart.over else spent.mention.value + delta
    possible = now - wide if apart.over else now + wide
    if base is not None:
        budget, possible = converted(base.mention, unit), interval_of(base.mention, unit)
    if budget <= 0:
        return
    computed = spent.mention.value / budget
    verdict = judged(computed, now.divided_by(possible), rate.mention)
    right = as_written(computed, rate.mention)
    message, likely = "完成预算的比例与超支（结余）额一致。", ""
    if not good(verdict):
        word = "增加" if apart.over else "减少"
        message = f"比预算{word} {number(amount.mention)}，完成预算应为 {right}，文中为 {number(rate.mention)}。"
        likely = slip_of(rate.mention, computed)
    sign = "-" if apart.over else "+"
    below = f"({in_words(spent.mention.value)} {sign} {in_words(delta)})" if base is None else in_words(budget)
    roles = [("part", spent.mention), ("change", amount.mention), ("stated", rate.mention)]
    yield relation("rate", verdict, roles, f"{in_words(spent.mention.value)} ÷ {below}", right, message, likely)
