"""公务接待费 told twice in one paragraph: the outturn, and again behind the number of receptions and of guests."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.verdicts import converted, interval_of, number, relation, same_kind
from hengji.facts.relation import Relation

__all__ = ["receptions"]

_HEAD = re.compile(r"接待费?(?:支出)?(?:决算|实际支出|支出)?(?:数|总额)?(?:为|是|共|合计|共计)?$")
_AGAIN = re.compile(
    r"^[，；（）]*(?:共计?|合计|总计|累计|实际)?(?:支出|发生|列支|费用|金额|经费)(?:共计?|合计|金额|为)?$"
)
_PARTED = re.compile(r"外宾|外事|国外|境外|国内|商务|公务活动|其中")


def receptions(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The amount behind 批次 and 人次 against the head of the paragraph, here or in the passage before."""
    passage = texts[index]
    for slot in passage.slots[2:]:
        two = passage.slots[slot.index - 2 : slot.index]
        counted = all(one.kind == COUNT for one in two) and {"批次", "批"} & {str(one.mention.unit) for one in two}
        if slot.kind != MONEY or not counted or not _AGAIN.match(slot.before) or slot.mention.approximate:
            continue
        head = _head(texts, index, slot)
        if head is not None and same_kind(head, slot):
            yield from _judged(passage, head, slot)
        return


def _head(texts: Sequence[Passage], index: int, slot: Slot) -> Slot | None:
    """The amount of receptions told last in front of *slot*."""
    for place in (index, index - 1):
        if place < 0:
            continue
        passage = texts[place]
        changed = changed_slots(passage)
        own = [one for one in passage.slots if one.kind == MONEY and one.index not in changed]
        own = [one for one in own if one.mention.start < slot.mention.start and _HEAD.search(label_of(one))]
        own = [one for one in own if not re.search("预算|上年|去年|外事|外宾|国内", label_of(one))]
        if own:
            return own[-1]
    return None


def _judged(passage: Passage, head: Slot, slot: Slot) -> Iterator[Relation]:
    unit = head.mention.unit
    again = interval_of(slot.mention, unit)
    if again.meets(interval_of(head.mention, unit)):
        return
    between = passage.text[: slot.at]
    more = converted(slot.mention, unit) > head.mention.value
    parted = _PARTED.search(between) is not None and not more
    told = f"{number(head.mention)}"
    message = f"公务接待费在前面为 {told}，按批次、人次所述为 {number(slot.mention)}。"
    roles = [("same", head.mention), ("stated", slot.mention)]
    yield relation("repeat", "suspicious" if parted else "error", roles, "同一项支出", told, message)
