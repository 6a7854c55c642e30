"""What is left of a year's income: 保险基金收入 A，完成预算的…。保险基金支出 B，…。当年收支结余 A - B.

Income and expenditure of one fund stand in the sentences right in front, under one name; nothing else goes into the
balance of the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
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

__all__ = ["yearly_surplus"]

_REST: Final = re.compile("(?:当年|本年|当期|本期)(?:收支)?(?:结余|盈余)(?:为|是|：)?$")
_IN: Final = re.compile("(?P<name>[^，。；：、]{2,40}?)(?:总)?收入(?:合计|总计|总额)?(?:为|共|：|完成)*$")
_OUT: Final = re.compile("(?P<name>[^，。；：、]{2,40}?)(?:总)?支出(?:合计|总计|总额)?(?:为|共|：|完成)*$")
_OTHER: Final = re.compile("上年|预算数|结转|结余|调入|调出|动用|划转")
_BACK: Final = 2


def yearly_surplus(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The balances of the year that passage *index* tells, against the income and expenditure in front of them."""
    passage = texts[index]
    for rest in passage.slots:
        if rest.kind != MONEY or not _REST.search(rest.before):
            continue
        sides = _sides(texts[max(0, index - _BACK) : index], passage, rest)
        if sides is not None:
            yield _judged(*sides, rest)


def _sides(before: Sequence[Passage], passage: Passage, rest: Slot) -> tuple[Slot, Slot] | None:
    """Income and expenditure of one name; None where another flow is told among them."""
    told = [(one, slot) for one in before for slot in one.slots]
    told += [(passage, slot) for slot in passage.slots[: rest.index]]
    plain = [slot for one, slot in told if slot.kind == MONEY and slot.index not in changed_slots(one)]
    income = [(slot, found["name"]) for slot in plain if (found := _IN.search(label_of(slot)))]
    outgo = [(slot, found["name"]) for slot in plain if (found := _OUT.search(label_of(slot)))]
    if not income or not outgo or not _of_one_name(income[-1][1], outgo[-1][1]):
        return None
    first, second = income[-1][0], outgo[-1][0]
    other = any(_OTHER.search(label_of(slot)) for slot in plain)
    return (first, second) if not other and same_kind(first, rest) and same_kind(second, rest) else None


def _of_one_name(one: str, other: str) -> bool:
    """A heading that lost its line end stands in front of the first: 3.保险基金收支决算全县保险基金收入 A."""
    return one.endswith(other) or other.endswith(one)


def _judged(income: Slot, outgo: Slot, rest: Slot) -> Relation:
    unit = rest.mention.unit
    computed = converted(income.mention, unit) - converted(outgo.mention, unit)
    possible = interval_of(income.mention, unit) - interval_of(outgo.mention, unit)
    verdict = judged(computed, possible, rest.mention)
    right = as_written(computed, rest.mention)
    told = [in_words(converted(slot.mention, unit)) for slot in (income, outgo)]
    formula = f"{told[0]} - {told[1]}"
    roles = [("income", income.mention), ("spent", outgo.mention), ("stated", rest.mention)]
    if good(verdict):
        return relation("difference", verdict, roles, formula, right, "当年结余与文中收支一致。")
    message = f"当年结余应为收入减支出 {formula} = {right}，文中为 {number(rest.mention)}。"
    return relation("difference", "error", roles, formula, right, message, slip_of(rest.mention, computed))
