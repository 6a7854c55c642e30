"""A total that other figures near by bear out, and a list beside it that says of itself to be complete and is not: the
one part left out (a、b、c、d，合计 T), a list that is announced (共 T，分布是 a，b，c), one that 即 opens.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.relations.naming import label_of, pairs_of
from hengji.checks.relations.near_misses import total_of
from hengji.checks.relations.passages import MONEY, Slot
from hengji.checks.relations.rows_that_add_up import has_parts_of_parts, is_made_of
from hengji.checks.relations.verdicts import number
from hengji.checks.relations.without_frames.sum_rows import (
    STRONG,
    SumRow,
    SumSlip,
    is_announced,
    sum_relation,
    value_of,
)
from hengji.facts.relation import Relation

__all__ = ["listed_behind", "named_one_by_one", "one_left_out"]

_THAT_IS: Final = re.compile("^[，（]即(?:为|是)?[^，。；：（、]{2,}$")
_ASIDE: Final = re.compile(r"其中|另|不含|不计|除外|此外|包括|减|退|扣")
_LONG_ROW: Final = 3
_CLOSE: Final = Fraction(5, 4)


def one_left_out(row: Sequence[Slot], total: Slot) -> Relation | None:
    """a、b、c、d，合计 T, where T is all but one of them: three at least, and nothing else of the kind in front."""
    right = total_of([(1, slot) for slot in row], total)
    one_less = [slot for slot in row if right - value_of(slot, total) == total.mention.value]
    listed = all(slot.before.startswith(("、", "，", "；", "。")) for slot in row[1:])
    apart = any(_ASIDE.search(slot.before) for slot in row)
    if len(row) <= _LONG_ROW or not one_less or not listed or apart or STRONG.search(total.label) is None:
        return None
    if has_parts_of_parts(row) or _of_another_kind(row, total, one_less):
        return None
    found = sum_relation(row, total, SumSlip(total, right, ""))
    return replace(found, likely=f"漏加了 {number(one_less[0].mention)}。")


def _of_another_kind(row: Sequence[Slot], total: Slot, left_out: Sequence[Slot]) -> bool:
    """土壤点位 a，功能区噪声点位 b、区域噪声点位 c…，噪声点位共计 T: the one left out lacks the name of all others."""
    names = [pairs_of(label_of(slot)) for slot in (total, *(slot for slot in row if slot not in left_out))]
    common = frozenset.intersection(*names)
    return any(common - pairs_of(label_of(slot)) for slot in left_out)


def listed_behind(row: Sequence[Slot], total: Slot) -> Relation | None:
    """共 T，分布是 a，b，c: the announced list is complete, whatever in front of the total makes it too: 在 4 个镇抽查
    10 个点，分布为 3 个、2 个、1 个."""
    if len(row) < _LONG_ROW or row[0].index != total.index + 1 or not is_announced(SumRow(row, whole=True)):
        return None
    right = total_of([(1, slot) for slot in row], total)
    one_less = [slot for slot in row if right - value_of(slot, total) == total.mention.value]
    joined = all(slot.before.startswith(("、", "，", "；", "和", "及")) for slot in row[1:])
    if not joined or any(_ASIDE.search(slot.before) for slot in row) or has_parts_of_parts(row):
        return None
    near = 1 / _CLOSE <= right / total.mention.value <= _CLOSE
    if not one_less and (not near or is_made_of(total, row)):
        return None
    found = sum_relation(row, total, SumSlip(total, right, ""))
    return replace(found, likely=f"漏加了 {number(one_less[0].mention)}。") if one_less else found


def named_one_by_one(behind: Sequence[Slot], total: Slot) -> Iterator[Relation]:
    """5条12.6公里，即甲村a公里、乙村b公里、丙村c公里: 即 says that these are all, whatever else bears the total out."""
    if not behind or behind[0].index != total.index + 1 or _THAT_IS.match(behind[0].before) is None:
        return
    end = next((at for at, slot in enumerate(behind[1:], 1) if slot.before[:1] not in "、和及"), len(behind))
    row = behind[:end]
    right = total_of([(1, slot) for slot in row], total)
    alike = total.kind != MONEY and len({slot.mention.unit for slot in (*row, total)}) == 1
    near = 1 / _CLOSE <= right / total.mention.value <= _CLOSE and _is_beyond_rounding(row, total, right)
    aside = any(_ASIDE.search(slot.before) for slot in row) or has_parts_of_parts(row)
    if len(row) >= _LONG_ROW and alike and near and not aside:
        yield sum_relation(row, total, SumSlip(total, right, ""))


def _is_beyond_rounding(row: Sequence[Slot], total: Slot, right: Fraction) -> bool:
    """Three times what the roundings of all the figures leave between them on the average, all shown to one digit."""
    digits = {slot.mention.decimals for slot in (*row, total)}
    gap = (right - total.mention.value) / total.mention.step
    return len(digits) == 1 and 4 * gap**2 > 3 * (len(row) + 1)
