"""Last year's figure and the one that it is held against, by the words of the two and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import same_kind
from hengji.checks.relations.without_frames.marks import (
    apart,
    goes_without_a_name,
    is_last_years,
    is_planned,
    is_quantity,
    share_a_name,
)

__all__ = ["YearPair", "countable", "told_of_years"]


@dataclass(frozen=True, slots=True)
class YearPair:
    """`plain`: nothing else could be meant; `explicit`: the rate itself is told to be against last year."""

    current: Slot
    base: Slot
    plain: bool
    explicit: bool = False


def countable(passage: Passage) -> list[Slot]:
    changed = changed_slots(passage)
    return [slot for slot in passage.slots if is_quantity(slot) and slot.index not in changed and not apart(slot)]


def told_of_years(passage: Passage, rate: Slot | None) -> YearPair | None:
    """Last year's figure, which says so, and the nearest of its kind that is not."""
    own = countable(passage)
    lasts = [slot for slot in own if is_last_years(passage, slot)]
    base = _nearest(lasts, rate)
    if base is None:
        return None
    alike = [slot for slot in own if slot not in lasts and same_kind(slot, base) and not is_planned(passage, slot)]
    current = _nearest(alike, rate)
    if current is None:
        return None
    if rate is not None and not goes_without_a_name(base) and not share_a_name(current, base):
        alike = [
            slot for slot in alike if share_a_name(slot, base)
        ] or alike  # 接警 A 起，其中甲 a、乙 b；上年接警 B 起
        current = _nearest(alike, rate) or current
    bases = {slot.mention.value for slot in lasts if same_kind(slot, base)}
    alone = len({slot.mention.value for slot in alike}) == 1 and len(bases) == 1
    beside = abs(current.index - base.index) == 1
    named = goes_without_a_name(base) or share_a_name(current, base)
    return YearPair(current, base, plain=named and (alone or beside))


def _nearest(slots: Sequence[Slot], rate: Slot | None) -> Slot | None:
    """The last in front of the rate, else the first behind."""
    before = [slot for slot in slots if rate is None or slot.index < rate.index]
    return before[-1] if before else next(iter(slots), None)
