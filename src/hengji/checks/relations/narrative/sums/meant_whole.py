"""Whether a list that makes less than its total was meant to be all of it, so that something is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.one_composition import Composition
from hengji.checks.relations.narrative.sums.one_sum import Sum, mended, one_slip_away, slipped
from hengji.checks.relations.narrative.sums.traits import TRAITS
from hengji.checks.relations.passages import COUNT
from hengji.checks.relations.slips import SWAPPED, as_written, digits_of, shape

__all__ = ["is_swapped", "meant_whole"]

_THREE: Final = 3
_MANY = 1000  # things counted in so many that one slip mends no sum by chance
_STAFF = re.compile(r"在职|在编|在岗|实有|职工|编制|教师|人员$")


def meant_whole(one: Composition, natural: Sum, labels: Sequence[str], *, complete: bool) -> bool:
    """Whether a list of less than its total was meant to be all of it."""
    counted = natural.total.kind == COUNT
    if complete or slipped(natural) or (one.exhaustive and counted):
        return True
    if _so_many_named(one, natural, labels):
        return True
    many = counted and natural.total.mention.value >= _MANY and len(natural.parts) >= _THREE
    if (many and one_slip_away(natural)) or nearly_whole(natural.total, natural.parts):
        return True
    return is_swapped(natural) or _staff_listed(natural, labels) or _is_whole(one, natural)


def is_swapped(one: Sum) -> bool:
    """Whether swapping two neighbouring digits of one figure of three digits and more mends the sum."""
    for slot, meant in mended(one):
        right = as_written(meant, slot.mention)
        digits = digits_of(right)
        long = meant > 0 and len(digits.strip("0")) > 1 and len(digits) >= _THREE
        if long and shape(as_written(slot.mention.value, slot.mention), right) == SWAPPED:
            return True
    return False


def _so_many_named(one: Composition, natural: Sum, labels: Sequence[str]) -> bool:
    """2 个乡镇 11 个村，其中大河镇 6 个、小河乡 5 个: as many parts as were counted, each called what was counted."""
    at = natural.total.index
    told = one.passage.slots[at - 1] if at else None
    if told is None or told.kind != COUNT or told.mention.value != len(natural.parts) or not all(labels):
        return False
    noun = re.split("[，。；：（]", one.passage.after(told))[0]
    return bool(noun) and len(set(labels)) == len(labels) and all(label[-1] in noun for label in labels)


def _staff_listed(one: Sum, labels: Sequence[str]) -> bool:
    """Whether people in post are listed by kind of post, three kinds and more, and fewer are left over than any has."""
    least = min(part.mention.value for part in one.parts)
    told = one.total.kind == COUNT and _STAFF.search(label_of(one.total)) and len(labels) >= _THREE
    posts = all(labels) and not any(trait.search(label) for label in labels for trait in TRAITS)
    return bool(told) and posts and one.rest < least


def _is_whole(one: Composition, natural: Sum) -> bool:
    """Whether the cue promises all parts, and either little is left over or the list is told to be complete."""
    little = natural.rest * 50 < natural.total.mention.value
    return one.exhaustive and (little or _listed_whole(one, natural))


def _listed_whole(one: Composition, natural: Sum) -> bool:
    """分别用于 a、b、c; 构成：a、b、c; 按…分：a、b、c: the words say that there is no other part."""
    told = one.by or re.search(r"分别[为是用投]|构成|组成", natural.parts[0].before) is not None
    source = re.search(r"(?:来源|投向|去向|用途)[^，。；]{0,4}[为是：]", natural.parts[0].before)
    return bool(told or (source and one_slip_away(natural))) and len(natural.parts) >= _THREE
