"""收入总计 = 支出总计: both sides of an account take in what was carried over, so they are one figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of, period_of
from hengji.checks.relations.passages import BARE, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, digits_of, mistaken, shape
from hengji.checks.relations.verdicts import converted, interval_of, number, relation, same_kind
from hengji.facts.relation import Relation, Verdict

__all__ = ["mirrored_totals"]

_IN = re.compile(r"收入(?:决算|预算)?总计[数为是：]*$")
_OUT = re.compile(r"支出(?:决算|预算)?总计[数为是：]*$")
_SCOPES = ("财政拨款", "一般公共预算", "政府性基金", "国有资本", "财政专户")
_LEFT = re.compile("收支(?:总计)?相抵|收支轧差|相抵后|收支差额")
_BOTH = re.compile(
    rf"收入?[、和及与]支出?(?:决算|预算)?总计(?:各|分别|均)[为是：]*(?P<one>[{MONEY}{BARE}])[，、和与](?P<other>{MONEY})"
)
_REACH = 6  # passages between the two sides of one account
_SURE = 5  # digits that do not differ in one by chance

Key = tuple[str, ...]


def mirrored_totals(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Each 支出总计 against the 收入总计 of the same scope and year before it."""
    income: dict[Key, tuple[Slot, int, str]] = {}
    for index, passage in enumerate(texts):
        yield from _in_one_breath(passage)
        changed = changed_slots(passage)
        for slot in passage.slots:
            if slot.kind != MONEY or slot.index in changed or slot.mention.approximate:
                continue
            label = label_of(slot)
            key, period = tuple(word for word in _SCOPES if word in label), period_of(slot.before)
            if _IN.search(label):
                income[key] = slot, index, period
            elif _OUT.search(label) and key in income and index - income[key][1] <= _REACH:
                earlier, at, year = income.pop(key)
                if _left_over(earlier, slot, texts[index : index + 2]):
                    continue
                if same_kind(earlier, slot) and (year == period or "" in (year, period)):
                    yield _mirrored(earlier, slot, texts[at : index + 2])


def _in_one_breath(passage: Passage) -> Iterator[Relation]:
    """收、支总计各是 A、B 万元: two figures told of both sides at once."""
    for told in _BOTH.finditer(passage.text):
        one, other = passage.slot_at(told.start("one")), passage.slot_at(told.start("other"))
        if one is None or other is None or not (one.kind == BARE or same_kind(one, other)):
            continue
        bare = one.kind == BARE
        value = one.mention.value if bare else converted(one.mention, other.mention.unit)
        equal = value == other.mention.value
        right = as_written(value, other.mention)
        message = "收入总计与支出总计相等。"
        if not equal:
            message = f"收入总计 {right}，支出总计 {number(other.mention)}，两者应相等（都含结转结余）。"
        roles = [("income", one.mention), ("stated", other.mention)]
        yield relation("repeat", "ok" if equal else "error", roles, "收入总计 = 支出总计", right, message)


def _left_over(income: Slot, spent: Slot, behind: Sequence[Passage]) -> bool:
    """收支相抵，年终结转 L: an account that tells its rest behind both totals, and the rest is their difference."""
    if not any(_LEFT.search(passage.text) for passage in behind):
        return False
    rest = income.mention.value - converted(spent.mention, income.mention.unit) if same_kind(income, spent) else None
    return any(
        same_kind(slot, income) and converted(slot.mention, income.mention.unit) == rest and _LEFT.search(slot.before)
        for passage in behind
        for slot in passage.slots
    )


def _mirrored(income: Slot, spent: Slot, around: Sequence[Passage]) -> Relation:
    unit = spent.mention.unit
    right = as_written(converted(income.mention, unit), spent.mention)
    roles = [("income", income.mention), ("stated", spent.mention)]
    formula = "收入总计 = 支出总计"
    if interval_of(income.mention, unit).meets(interval_of(spent.mention, unit)):
        return relation("repeat", "ok", roles, formula, right, "收入总计与支出总计相等。")
    slip = shape(as_written(spent.mention.value, spent.mention), right)
    rest = converted(income.mention, unit) - spent.mention.value
    left = any(
        same_kind(slot, spent) and converted(slot.mention, unit) in (rest, -rest)
        for passage in around
        for slot in passage.slots
    )
    sure = slip and len(digits_of(spent.mention.text)) >= _SURE and not left
    verdict: Verdict = "error" if sure else "suspicious"
    message = f"收入总计 {number(income.mention)}，支出总计 {number(spent.mention)}，两者应相等（都含结转结余）。"
    likely = mistaken(number(spent.mention), right, slip, "或收入总计写错")
    if left:
        likely = "差额正是文中的一笔结转结余：支出总计像是没有包含年末结转和结余。"
    return relation("repeat", verdict, roles, formula, right, message, likely)
