"""A share of all spending that is one of all income: 收入 1200 万元，支出 1150 万元，人员 1020 万元占全部支出的 85%.

The words name one side of the account; where the rate holds on no total of that side, and to its last digit on one of
the other, it was divided by the wrong one. The part may stand in front of the share or be named only (甲占支出的 P).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.rates.divided import quotient
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import (
    converted,
    good,
    in_words,
    number,
    relation,
    same_kind,
)
from hengji.facts.relation import Relation, Verdict

__all__ = ["shares_of_a_side"]

_SHARE = re.compile(
    r"(?:^|[，；。：、）])(?:其中)?(?P<name>[^，。；：、（）\ue000-\ue005]{0,14}?)占(?:了|到)?"
    r"(?:全部|本年度?|全年|当年|年度|部门|单位|实际|总|财政|整体|\d{4}年度?)*(?P<side>支出|收入)(?:合计|总计|总额|总量|总数|决算数?)?"
    r"的?(?:比重|比例|比)?(?:为|达|约)?$"
)
_SIDE = re.compile("(?:部门|单位|实际|整体|财政|收支)*(?P<side>支出|收入|预算)(?:合计|总计|决算|安排|执行)*数?")
_PLANNED = re.compile("(?:年初|全年|调整后?的?|批复|部门|支出|收入)*预算(?:安排|批复)?数?")
_DECIMALS = 2
_BACK = 2  # passages before in which a part that is only named is looked for
_LEAST = 2

Totals = Mapping[str, Sequence[Slot]]


def shares_of_a_side(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``share``; the totals are those of the whole text."""
    totals: Totals | None = None
    for index, passage in enumerate(texts):
        if RATE not in passage.text or "占" not in passage.text:
            continue
        for rate in passage.slots:
            told = _SHARE.search(rate.before) if rate.kind == RATE and rate.mention.decimals >= _DECIMALS else None
            if told is None or rate.mention.approximate:
                continue
            totals = _totals(texts) if totals is None else totals
            part = _part(texts, index, rate, told)
            if part is not None:
                found = list(_judged(part, rate, told["side"], totals))
                apart = part.index != rate.index - 1  # what stands side by side others have judged, by nearer wholes
                yield from (one for one in found if apart or not good(one.verdict))


def _totals(texts: Sequence[Passage]) -> Totals:
    found: dict[str, list[Slot]] = defaultdict(list)
    for passage in texts:
        changed = changed_slots(passage)
        for slot in passage.slots:
            if slot.kind == MONEY and slot.index not in changed and not slot.mention.approximate:
                side = _side(label_of(slot))
                if side and slot.mention.value > 0:
                    found[side].append(slot)
    return found


@lru_cache(maxsize=65_536)
def _side(label: str) -> str:
    """The side of the account that a figure is the total of, or empty."""
    name = core(label)
    if _PLANNED.fullmatch(name):
        return "预算"
    told = _SIDE.fullmatch(name)
    return told["side"] if told else ""


def _part(texts: Sequence[Passage], index: int, rate: Slot, told: re.Match[str]) -> Slot | None:
    """The figure right in front of the share, else the only one near by that is called by the name in front of 占."""
    passage = texts[index]
    before = passage.slots[rate.index - 1] if rate.index else None
    name = core(told["name"])
    if told.start() == 0 and len(name) < _LEAST:
        plain = before is not None and before.kind == MONEY and before.index not in changed_slots(passage)
        return before if plain else None
    if len(name) < _LEAST:
        return None
    near = [slot for one in texts[max(0, index - _BACK) : index] for slot in one.slots]
    near += passage.slots[: rate.index]
    called = [slot for slot in near if slot.kind == MONEY and core(label_of(slot)).startswith(name)]
    return called[-1] if len({slot.mention.value for slot in called}) == 1 else None


def _judged(part: Slot, rate: Slot, side: str, totals: Totals) -> Iterator[Relation]:
    own = [slot for slot in totals.get(side, ()) if _may_be_whole(slot, part)]
    tried = [(slot, *quotient(part, slot, rate)) for slot in own]
    held = next((one for one in tried if good(one[2])), None)
    if held is not None:
        yield _relation(part, held[0], rate, held[1], held[2], "")
        return
    others = [
        slot
        for name, slots in totals.items()
        if name != side
        for slot in slots
        if _may_be_whole(slot, part) and quotient(part, slot, rate)[1] == "ok"
    ]
    if not tried or not others:
        return
    whole, computed, _ = min(tried, key=lambda one: abs(one[0].mention.start - rate.mention.start))
    says = f"{number(rate.mention)}是占“{label_of(others[0])}{number(others[0].mention)}”的比重。"
    yield _relation(part, whole, rate, computed, "error", says)


def _may_be_whole(slot: Slot, part: Slot) -> bool:
    fits = same_kind(slot, part) and slot.mention.start != part.mention.start
    return fits and converted(slot.mention, part.mention.unit) > part.mention.value


def _relation(part: Slot, whole: Slot, rate: Slot, computed: Fraction, verdict: Verdict, likely: str) -> Relation:
    right = as_written(computed, rate.mention)
    name = label_of(whole)
    message = f"占{name}的比重为 {right}，与文中一致。"
    if not good(verdict):
        message = f"{name}为 {number(whole.mention)}，占比应为 {right}，文中为 {number(rate.mention)}。"
    roles = [("part", part.mention), ("whole", whole.mention), ("stated", rate.mention)]
    formula = f"{in_words(converted(part.mention, whole.mention.unit))} ÷ {in_words(whole.mention.value)}"
    return relation("share", verdict, roles, formula, right, message, likely)
