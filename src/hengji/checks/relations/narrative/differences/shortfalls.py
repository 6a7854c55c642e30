"""What one giver still owes, told behind what it was to give: 县级858万元。…县级到位738万元，缺口120万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation, same_kind, slip_of
from hengji.facts.relation import Relation

__all__ = ["shortfalls"]

_CAME: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）]{2,12}?)(?:配套|财政)?(?:资金)?(?:实际|已|仅)?(?:到位|拨付|配套)(?:资金)?$"
)
_LACKING: Final = re.compile(r"^[，；](?:资金)?(?:缺口|尚缺|还缺|少到位|未到位|尚欠)(?:资金)?(?:为|了)?$")
_ADDED: Final = re.compile("(?:配套|财政)?(?:资金|预算|安排|配套|拨款)*$")
_BACK: Final = 3  # sentences


def shortfalls(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``difference`` for passage *index*, where one figure before it bears the giver's name."""
    passage = texts[index]
    for lacking in passage.slots[1:]:
        came = passage.slots[lacking.index - 1]
        named = _CAME.search(label_of(came)) if lacking.kind == came.kind == MONEY else None
        if named is None or not _LACKING.match(lacking.before):
            continue
        due = _due(texts[max(0, index - _BACK) : index + 1], core(_ADDED.sub("", named["name"])), came)
        if due is not None and same_kind(due, lacking) and due.mention.value > 0:
            yield _judged(due, came, lacking)


def _due(texts: Sequence[Passage], name: str, came: Slot) -> Slot | None:
    """The one amount of that name in front of *came*."""
    found = [
        slot
        for passage in texts
        for slot in passage.slots
        if slot.kind == MONEY
        and slot.mention.start < came.mention.start
        and slot.index not in changed_slots(passage)
        and core(_ADDED.sub("", label_of(slot))).removeprefix("其中") == name
    ]
    return found[0] if name and len({slot.mention.value for slot in found}) == 1 else None


def _judged(due: Slot, came: Slot, lacking: Slot) -> Relation:
    unit = lacking.mention.unit
    rest = converted(due.mention, unit) - converted(came.mention, unit)
    holds, right = rest == lacking.mention.value, as_written(rest, lacking.mention)
    message = "缺口与应到位数、到位数相符。"
    if not holds:
        told = f"应到位 {number(due.mention)}，到位 {number(came.mention)}"
        message = f"{told}，缺口应为 {right}，文中为 {number(lacking.mention)}。"
    roles = [("base", due.mention), ("part", came.mention), ("stated", lacking.mention)]
    formula = f"{in_words(converted(due.mention, unit))} - {in_words(converted(came.mention, unit))}"
    likely = "" if holds else slip_of(lacking.mention, rest)
    return relation("difference", "ok" if holds else "error", roles, formula, right, message, likely)
