"""Shares told apart from their amounts: 意见 156 条，其中甲 58 条、乙 47 条、…。甲占 37.18%；乙占 30.13%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.relations.naming import core, label_of
from hengji.checks.relations.narrative.shares.paired_shares import share_of
from hengji.checks.relations.narrative.sums.compositions import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.facts.relation import Relation

__all__ = ["renamed_shares"]

_SHARE = re.compile(
    r"(?:^|[，；。、])(?:其中)?(?P<name>[^，；。：、\ue000-\ue005]{2,16}?)(?:分别|各|仅|约)?占(?:比|全部|总数|总量)?(?:为|达)?的?$"
)
_LEAST = 2
_BACK = 2  # sentences before in which the amounts stand


def renamed_shares(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every share whose part is named, not counted, in its sentence, and counted in one of the sentences before."""
    for index, passage in enumerate(texts):
        for rate in passage.slots:
            match = _SHARE.search(rate.before) if rate.kind == RATE and not rate.mention.approximate else None
            for before in texts[max(0, index - _BACK) : index] if match else ():
                pair = _counted(before, match["name"]) if match else None
                if pair is not None:
                    yield share_of(pair[0], rate, pair[1])


def _counted(before: Passage, name: str) -> tuple[Slot, Slot] | None:
    """The part called *name* and the total that it and its neighbours make up."""
    slots = plain_slots(before)
    parts = [slot for slot in slots[1:] if core(name) and core(label_of(slot)) == core(name)]
    if len(parts) != 1:
        return None
    siblings = [slot for slot in slots[1:] if same_kind(slot, slots[0])]
    whole = slots[0]
    return (parts[0], whole) if len(siblings) >= _LEAST and parts[0] in siblings and adds_up(whole, siblings) else None
