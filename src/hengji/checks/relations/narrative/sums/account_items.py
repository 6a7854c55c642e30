"""Items of the accounts against the total that announces them: 支出 105.00 万元，具体情况如下：…（项）135.00 万元."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["account_items"]

_ANNOUNCED: Final = re.compile(r"(?:支出)?(?:具体)?(?:情况|内容|用途)如下：")
_ITEM: Final = re.compile(r"[（(]项[）)][”\"]?(?:科目)?(?:支出|决算|支出决算|预算)?数?(?:为|是|：)?$")
_TOTAL: Final = re.compile(r"支出(?:决算|预算)?(?:数|合计|总计|总额)?(?:收入)?(?:为|是|共)?$")
_SECTION: Final = re.compile(r"\n\s*[一二三四五六七八九十]{1,3}、|\n\s*[（(][一二三四五六七八九十]{1,2}[)）]")
_MOST: Final = 200  # items of one section


def account_items(text: str, texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """The items behind such a sentence, up to the next heading of *text*: more than the total, or one slip from it."""
    passage = texts[index]
    total = _total(passage)
    if total is None:
        return
    found: list[Slot] = []
    last = passage.slots[-1].mention.end
    for other in texts[index : index + _MOST]:
        if other is not passage and _SECTION.search(text, last, other.start + 1):
            break
        found += [
            slot for slot in other.slots if slot.index > (total.index if other is passage else -1) and _is_item(slot)
        ]
        last = other.end
    parts = tuple(slot for slot in found if same_kind(slot, total))
    if not parts or len(parts) != len(found):
        return
    one = Sum(total, parts)
    if adds_up(total, parts):
        yield judge_sum(one)
    elif one.rest < 0 or (len(parts) > 1 and one_slip_away(one)):
        yield judge_sum(one, "error")


def _is_item(slot: Slot) -> bool:
    return slot.kind == MONEY and _ITEM.search(slot.before) is not None and not slot.mention.approximate


def _total(passage: Passage) -> Slot | None:
    """The last amount in front of the words that announce the items."""
    told = _ANNOUNCED.search(passage.text)
    before = [slot for slot in passage.slots if told is not None and slot.at < told.start()]
    return before[-1] if before and before[-1].kind == MONEY and _TOTAL.search(before[-1].before) else None
