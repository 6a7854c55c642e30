"""An item of the accounts that tells its outturn twice: …支出（项）257.14 万元，主要用于…，支出决算为 245.53 万元.

Accounts open an item with what was spent on it, and go on to its budget, its outturn and the rate between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, good, interval_of, judged, number, relation
from hengji.facts.relation import Relation

__all__ = ["item_amounts"]

_HEAD = re.compile(r"[（(]项[）)][”\"]?(?:科目)?(?:支出|决算|支出决算)?数?(?:为|是|：)?$")
_PURPOSE = re.compile(r"^[，。](?:主要)?(?:用于|是用于|为)")
_BUDGET = re.compile(r"^(?:20\d\d年度?|本年度?)?(?:年初|全年)?预算(?:数|安排)?(?:为|是|：)?$")
_OUTTURN = re.compile(r"^(?:20\d\d年度?|本年度?)?(?:支出决算|决算支出|决算)数?(?:为|是|：)?$")
_RATE = re.compile(r"完成[^，。；]{0,6}预算的?(?:比例)?(?:为|是|：)?$")
_REACH = 3  # passages in which the item goes on


@dataclass(slots=True)
class _Item:
    """What is told of the item that was opened last."""

    opened: Slot
    left: int
    budget: Slot | None = None
    outturn: Slot | None = None


def item_amounts(texts: list[Passage]) -> Iterator[Relation]:
    """The amount that opens an item against its outturn."""
    item: _Item | None = None
    for passage in texts:
        for slot in passage.slots:
            if slot.kind == MONEY and _HEAD.search(slot.before):
                item = _Item(slot, _REACH) if _PURPOSE.match(passage.after(slot)) else None
            elif item is not None and slot.kind == MONEY:
                if _OUTTURN.search(slot.label) and item.budget is not None and item.outturn is None:
                    item.outturn = slot
                    yield _compared(item.opened, slot, item.budget, _rate_behind(passage, slot))
                elif _BUDGET.search(slot.label):
                    item.budget = slot
        if item is not None:
            item.left -= 1
            item = item if item.left and item.outturn is None else None


def _rate_behind(passage: Passage, outturn: Slot) -> Slot | None:
    behind = passage.slots[outturn.index + 1 : outturn.index + 2]
    return next((slot for slot in behind if slot.kind == RATE and _RATE.search(slot.before)), None)


def _compared(first: Slot, again: Slot, budget: Slot, rate: Slot | None) -> Relation:
    unit = again.mention.unit
    alike = first.mention.unit == unit and first.mention.decimals == again.mention.decimals
    same = first.mention.value == again.mention.value
    if same or (not alike and interval_of(first.mention, unit).meets(interval_of(again.mention, unit))):
        roles = [("first", first.mention), ("stated", again.mention)]
        return relation("repeat", "ok", roles, "同一科目的支出前后相等", number(first.mention), "前后一致。")
    wrong, right = (first, again) if rate and _gives(again, budget, rate) else (again, first)
    message = f"这一项开头说支出 {number(first.mention)}，后面的支出决算是 {number(again.mention)}，两处应相等。"
    meant = as_written(converted(right.mention, wrong.mention.unit), wrong.mention)
    likely = ""
    if rate and _gives(right, budget, rate):
        likely = f"完成率 {number(rate.mention)}与 {number(right.mention)}相符，“{number(wrong.mention)}”疑误。"
    roles = [("first", right.mention), ("stated", wrong.mention)]
    return relation("repeat", "error", roles, "同一科目的支出前后相等", meant, message, likely)


def _gives(part: Slot, base: Slot, rate: Slot) -> bool:
    whole = base.mention.value
    return whole > 0 and good(judged(converted(part.mention, base.mention.unit) / whole, None, rate.mention))
