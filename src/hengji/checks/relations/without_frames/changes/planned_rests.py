"""What is left of the money, reckoned from what was planned where less of it arrived: 总投资 424.00 万元，到位
412.00 万元，支出 397.46 万元，结余 26.54 万元，结转下年.

Money that did not arrive cannot be left. The rest is the plan less the expenditure to the last digit; what arrived
stands nearer to it, and the words tell of money and not of a budget: 资金结余, or what became of it, 结转, 收回.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, significant_digits
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind
from hengji.checks.relations.without_frames.marks import is_quantity
from hengji.facts.relation import Relation

__all__ = ["planned_rests"]

_REST: Final = re.compile("(?:资金)?(?:结余|剩余|节余|结转)(?:资金)?(?:为|：|共|了)*$")
_OF_MONEY: Final = re.compile("资金(?:结余|剩余|节余)|(?:结余|剩余|节余)资金")
_WENT: Final = re.compile("^[^。；]{0,14}(?:结转|收回|上缴|缴回|留存|下年|转入)")
_ARRIVED: Final = re.compile("(?:到位|到账|下达|拨入|筹集|筹措|拨付到位)(?:资金|总额|金额|数|合计|共计?|了|为|：)*$")
_PLANNED: Final = re.compile("总投资|计划|预算|安排|批复|概算|批准|核定")
_SPENT: Final = re.compile("支出|支付|使用|执行|列支|完成")
_NOT_ALL: Final = re.compile("未到位|尚?未下达|未拨|缺口|预算结余|指标结余|含未|待下达")
_BACK: Final = 3
_FEWEST: Final = 3


def planned_rests(texts: Sequence[Passage], index: int, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``difference``, errors all."""
    passage = texts[index]
    if MONEY not in passage.text or not re.search("[结节剩]余|结转", passage.text):
        return
    window = texts[max(0, index - _BACK) : index + 1]
    if any(_NOT_ALL.search(one.text) for one in (*window, *texts[index + 1 : index + 2])):
        return
    for rest in passage.slots:
        told = rest.kind == MONEY and _REST.search(rest.label) and rest.mention.start not in wrong
        money = _OF_MONEY.search(rest.label) or _WENT.search(passage.after(rest))
        if told and money and significant_digits(rest.mention.text) >= _FEWEST:
            yield from _judged(window, rest)


def _judged(window: Sequence[Passage], rest: Slot) -> Iterator[Relation]:
    near = [
        slot
        for one in window
        for slot in one.slots
        if is_quantity(slot) and same_kind(slot, rest) and slot.mention.start < rest.mention.start
    ]
    arrived = [slot for slot in near if _ARRIVED.search(slot.label)]
    spent = [slot for slot in near if _SPENT.search(slot.label) and not _ARRIVED.search(slot.label)]
    unit = rest.mention.unit
    value = {slot.mention.start: converted(slot.mention, unit) for slot in near}
    if any(value[a.mention.start] - value[b.mention.start] == rest.mention.value for a in arrived for b in spent):
        return
    for plan in near:
        if plan in arrived or plan in spent or not _PLANNED.search(plan.label):
            continue
        for paid in spent:
            if value[plan.mention.start] - value[paid.mention.start] != rest.mention.value:
                continue
            came = [
                slot
                for slot in arrived
                if value[paid.mention.start] < value[slot.mention.start] < value[plan.mention.start]
            ]
            if came and plan.mention.start < came[0].mention.start:
                largest = max(came, key=lambda slot: value[slot.mention.start])
                yield _relation(plan, largest, paid, rest)
                return


def _relation(plan: Slot, came: Slot, paid: Slot, rest: Slot) -> Relation:
    unit = rest.mention.unit
    meant = converted(came.mention, unit) - converted(paid.mention, unit)
    right = as_written(meant, rest.mention)
    formula = f"{in_words(converted(came.mention, unit))} − {in_words(converted(paid.mention, unit))}"
    told = f"到位 {number(came.mention)}，支出 {number(paid.mention)}，结余应为 {right}"
    message = f"{told}，文中为 {number(rest.mention)}（用计划数 {number(plan.mention)} 减去支出）。"
    roles = [("given", came.mention), ("spent", paid.mention), ("plan", plan.mention), ("stated", rest.mention)]
    return relation("difference", "error", roles, formula, right, message, f"疑应为“{right}”。")
