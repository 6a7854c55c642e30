"""Shares told apart from their amounts: 意见 156 条，其中甲 58 条、乙 47 条、…。甲占 37.18%；乙占 30.13%.

Or in one sentence: 甲 780、乙 195，共计 975，甲占比 80%; 债务限额 52.6，年末余额 49.3，债务余额占限额的 93.73%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.shares.paired_shares import share_of
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["renamed_shares"]

_SHARE = re.compile(
    r"(?:^|[，；。、])(?:其中)?(?P<name>[^，；。：、\ue000-\ue005]{2,16}?)(?:分别|各|仅|约)?占(?:比|全部|总数|总量)?(?:为|达)?的?$"
)
_OF_OTHER = re.compile(
    r"(?:^|[，；。、])(?:其中)?(?P<name>[^，；。：、\ue000-\ue005]{2,12}?)占(?P<whole>[^，；。：\ue000-\ue005]{2,12}?)的?(?:比重|比例|比)?(?:为|达)?$"
)
_COMPARED = re.compile("低于|高于|超|比|较")
_LEAST = 2
_MOST = 8
_BACK = 2  # sentences before in which the amounts stand


def renamed_shares(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every share whose part is named, not counted, in its sentence, and counted in one of the sentences before."""
    for index, passage in enumerate(texts):
        for rate in passage.slots:
            match = _SHARE.search(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
            if match:
                yield from _in_sentence(passage, rate, match["name"])
            elif rate.kind == RATE and not rate.mention.approximate and (other := _OF_OTHER.search(rate.before)):
                yield from _of_other(passage, rate, other["name"], other["whole"])
            for before in texts[max(0, index - _BACK) : index] if match else ():
                pair = _counted(before, match["name"]) if match else None
                if pair is not None:
                    yield _of_nearest(passage, rate, *pair)


def _of_nearest(passage: Passage, rate: Slot, part: Slot, whole: Slot) -> Relation:
    """Of a figure right in front of the share that makes it true (本年收入 B，甲占 P), or of the whole told before."""
    near = passage.slots[rate.index - 1 : rate.index] if rate.index else ()
    for other in near:
        if (
            same_kind(other, part)
            and other.mention.value > 0
            and (found := share_of(part, rate, other)).verdict == "ok"
        ):
            return found
    return share_of(part, rate, whole)


def _in_sentence(passage: Passage, rate: Slot, name: str) -> Iterator[Relation]:
    """The part called *name* and the total, first or last, that it and its neighbours make up."""
    slots = [slot for slot in plain_slots(passage) if slot.index < rate.index][-_MOST:]
    parts = [slot for slot in slots if core(name) and core(label_of(slot)) == core(name)]
    parts = parts or [slot for slot in slots if core(name) and core(name) in label_of(slot)]  # 公办园 42 所，公办占比
    if len(parts) != 1:
        return
    alike = [slot for slot in slots if same_kind(slot, parts[0])]
    for whole in (alike[0], alike[-1]) if len(alike) > _LEAST else ():
        others = [slot for slot in alike if slot is not whole]
        if whole is not parts[0] and whole.mention.value > 0 and adds_up(whole, others):
            yield share_of(parts[0], rate, whole)
            return


def _of_other(passage: Passage, rate: Slot, name: str, whole: str) -> Iterator[Relation]:
    """X占Y的 P: the one figure whose words end like X, and the one whose words end in Y."""
    slots = [slot for slot in plain_slots(passage) if slot.index < rate.index]
    wholes = [slot for slot in slots if label_of(slot).endswith(whole) and not _COMPARED.search(label_of(slot))]
    parts = [slot for slot in slots if label_of(slot).endswith(name[-_LEAST:]) and slot not in wholes]
    if len(parts) == len(wholes) == 1 and same_kind(parts[0], wholes[0]) and wholes[0].mention.value > 0:
        found = share_of(parts[0], rate, wholes[0])
        if found.verdict != "error" or found.likely:
            yield found


def _counted(before: Passage, name: str) -> tuple[Slot, Slot] | None:
    """The part called *name* and the total that it and its neighbours make up."""
    slots = plain_slots(before)
    parts = [slot for slot in slots[1:] if core(name) and core(label_of(slot)) == core(name)]
    if len(parts) != 1:
        return None
    siblings = [slot for slot in slots[1:] if same_kind(slot, slots[0])]
    whole = slots[0]
    told = len(siblings) >= _LEAST and parts[0] in siblings and whole.mention.value > 0
    return (parts[0], whole) if told and adds_up(whole, siblings) else None
