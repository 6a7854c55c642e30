"""People or things counted several times under one word, and then together: 门诊…满意276人，住院…满意171人。两类患者
满意人数合计447人."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.facts.relation import Relation

__all__ = ["totals_of_label"]

_TOTAL: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,14}?)(?:的)?(?:人数|户数|总数|数量|数)?(?:合计|共计|总计|累计)(?:为|有)?$"
)
_STATE: Final = re.compile("满意|合格|达标|完成|通过|办结|受益|参训|整改|治愈|就业|录取|及格|优秀")
_BACK: Final = 2  # sentences before the total's own
_FEWEST: Final = 2


def totals_of_label(texts: Sequence[Passage], index: int) -> Iterator[Relation]:
    """Relations of kind ``count`` for the totals of passage *index*; the word is one that tells a state."""
    passage = texts[index]
    for total in passage.slots:
        told = _TOTAL.search(label_of(total)) if total.kind == COUNT else None
        state = _STATE.search(told["name"]) if told is not None else None
        if told is None or state is None or not told["name"].endswith(state[0]):
            continue
        parts = [one for place in texts[max(0, index - _BACK) : index + 1] for one in _parts(place, state[0], total)]
        if len(parts) >= _FEWEST and all(one.mention.unit == total.mention.unit for one in parts):
            yield judge_sum(Sum(total, tuple(parts)), "error")


def _parts(passage: Passage, name: str, total: Slot) -> list[Slot]:
    changed = changed_slots(passage)
    return [
        slot
        for slot in passage.slots
        if slot.kind == COUNT
        and slot.mention.start < total.mention.start
        and slot.index not in changed
        and not slot.mention.approximate
        and label_of(slot) == name
    ]
