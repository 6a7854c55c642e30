"""Whether what was left over, or carried over, is told as a part of a total and so stands in no balance beside it."""

from __future__ import annotations

from itertools import accumulate

from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import converted, same_kind

__all__ = ["is_income", "is_part"]


def is_part(passage: Passage, closing: Slot) -> bool:
    """总支出 A，其中：本年支出 b，年终结余 c, where b and c are all of A: what is left is a part of A."""
    for total in passage.slots[: closing.index]:
        parts = passage.slots[total.index + 1 : closing.index + 1]
        listed = parts[0].before.startswith("，其中") and all(same_kind(part, total) for part in parts)
        if listed and sum(converted(part.mention, total.mention.unit) for part in parts) == total.mention.value:
            return True
    return False


def is_income(passage: Passage, opening: Slot) -> bool:
    """收入合计 A，其中财政拨款 a、上年结转 b、其他收入 c, which make up A: what was carried over is in A already."""
    for total in passage.slots[: opening.index]:
        parts = passage.slots[total.index + 1 :]
        if not parts or not parts[0].before.startswith("，其中"):
            continue
        alike = [part for part in parts if same_kind(part, total)]
        sums = accumulate(converted(part.mention, total.mention.unit) for part in alike)
        ends = [part.index for part, so_far in zip(alike, sums, strict=True) if so_far == total.mention.value]
        if ends and ends[0] >= opening.index:
            return True
    return False
