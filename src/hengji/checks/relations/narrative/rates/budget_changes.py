"""What was spent of the budget, in per cent and in money: 支出 A，完成年初预算的 P%，比年初预算增加 D.

The difference tells the budget (A − D or A + D), so the rate has to be A over that; a rate of 100% beside a difference,
or beside 决算数大于预算数, is false without any other figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.relations.changes import Change, changed_slots, changes
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

_OF_BUDGET = re.compile(r"(?:完成|占|为)?(?P<which>年初|全年|调整|当年|本年)?预算数?的?(?:比例)?(?:为)?$")
_AGAINST = re.compile(r"(?P<which>年初|全年|调整|当年|本年)?预算")
_BACK = 3


def budget_changes(passage: Passage) -> Iterator[Relation]:
    """Every rate of the budget that stands beside a difference from the same budget, behind one amount spent."""
    told = [change for change in changes(passage) if change.amount is not None and _AGAINST.search(change.compared)]
    if not told:
        return
    taken = changed_slots(passage)
    for rate in passage.slots:
        named = _OF_BUDGET.search(rate.before) if rate.kind == RATE and rate.index not in taken else None
        if named is None:
            continue
        spent = [slot for slot in passage.slots[max(0, rate.index - _BACK) : rate.index] if slot.kind == MONEY]
        beside = [change for change in told if change.last.index in range(rate.index + 1, rate.index + _BACK)]
        if len(spent) == 1 and beside and not spent[0].mention.approximate and role_of(label_of(spent[0])) != "base":
            against = _AGAINST.search(beside[0].compared)
            if against and (against["which"] or "") == (named["which"] or ""):
                yield from _judged(spent[0], rate, beside[0])


def _judged(spent: Slot, rate: Slot, change: Change) -> Iterator[Relation]:
    amount = change.amount
    if amount is None or not same_kind(amount, spent):
        return
    unit = spent.mention.unit
    delta, wide = abs(converted(amount.mention, unit)), interval_of(amount.mention, unit)
    now = interval_of(spent.mention, unit)
    budget = spent.mention.value - delta if change.rising else spent.mention.value + delta
    possible = now - wide if change.rising else now + wide
    if budget <= 0:
        return
    computed = spent.mention.value / budget
    verdict = judged(computed, now.divided_by(possible), rate.mention)
    right = as_written(computed, rate.mention)
    message, likely = "完成预算的比例与超支（结余）额一致。", ""
    if not good(verdict):
        word = "增加" if change.rising else "减少"
        message = f"比预算{word} {number(amount.mention)}，完成预算应为 {right}，文中为 {number(rate.mention)}。"
        likely = slip_of(rate.mention, computed)
    sign = "-" if change.rising else "+"
    formula = f"{in_words(spent.mention.value)} ÷ ({in_words(spent.mention.value)} {sign} {in_words(delta)})"
    roles = [("part", spent.mention), ("change", amount.mention), ("stated", rate.mention)]
    yield relation("rate", verdict, roles, formula, right, message, likely)
