"""Parts that make more than their total: which of them are no parts, and when something is wrong."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.sums.above_whole import above
from hengji.checks.relations.narrative.sums.meant_whole import is_swapped
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.no_sums import of_two_quantities
from hengji.checks.relations.narrative.sums.one_composition import Composition
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, one_slip_away
from hengji.checks.relations.narrative.sums.other_rows import on_two_levels, without_subtotals
from hengji.checks.relations.narrative.sums.partitions import are_bodies, is_complete, is_sorted
from hengji.checks.relations.narrative.sums.scopes import is_goal
from hengji.checks.relations.passages import COUNT, RATE, Slot
from hengji.checks.relations.slips import digits_of
from hengji.checks.relations.verdicts import converted, good, judged
from hengji.facts.relation import Relation

__all__ = ["tell_shares", "too_many"]

_THREE: Final = 3


def too_many(one: Composition, natural: Sum, labels: Sequence[str], *, complete: bool) -> Relation | None:
    """What it means that the parts are more than their total."""
    if on_two_levels(natural):
        return _of_the_upper(natural)
    without = None if complete else _without_one(natural)
    if without is not None:
        return judge_sum(without)
    return None if of_two_quantities(natural) else _exceeded(one, natural, labels)


def tell_shares(one: Composition, natural: Sum) -> bool:
    """T，其中甲 a，占 p，乙 b，占 q: each part's own share of T tells that they are not all of it."""
    slots, whole = one.passage.slots, natural.total.mention
    behind = [slots[part.index + 1] if part.index + 1 < len(slots) else None for part in natural.parts]
    told = [rate for rate in behind if rate is not None and rate.kind == RATE and "占" in rate.before]
    if len(told) < len(natural.parts) or whole.value <= 0:
        return False
    values = [converted(part.mention, whole.unit) for part in natural.parts]
    bases = [whole.value, *values]  # 中小企业 a，占 T 的 p；小微企业 b，占 a 的 q
    return all(
        any(base > 0 and good(judged(value / base, None, rate.mention)) for base in {whole.value, before})
        for value, rate, before in zip(values, told, bases, strict=False)
    )


def _of_the_upper(natural: Sum) -> Relation | None:
    """The parts of the upper level alone, where they hold but for two digits exchanged."""
    upper = without_subtotals(natural)
    if len(upper.parts) == len(natural.parts) or len(upper.parts) == 1:
        return None
    return judge_sum(upper, "error" if upper.rest else "ok") if not upper.rest or is_swapped(upper) else None


def _without_one(natural: Sum) -> Sum | None:
    """结余 T，其中当年提取 a，基金 b，可用资金 c, where b and c are all of T and a is some of b."""
    long = len(digits_of(natural.total.mention.text)) > _THREE
    for part in natural.parts if long and len(natural.parts) >= _THREE else ():
        rest = tuple(other for other in natural.parts if other is not part)
        if Sum(natural.total, rest).rest == 0:
            return Sum(natural.total, rest)
    return None


def _exceeded(one: Composition, natural: Sum, labels: Sequence[str]) -> Relation | None:
    """Parts that are more than their total; a count above the total by itself is no part of it."""
    counted = natural.total.kind == COUNT
    unit, whole = natural.total.mention.unit, natural.total.mention.value
    slip = one_slip_away(natural)
    if not slip and not is_complete(labels) and _goes_on(one, natural):
        return None  # 国税 A；地税 B，其中工商税 b，…；财政 C
    if not counted and tell_shares(one, natural):
        return None  # 其中中小企业 a，占 p；小微企业 b，占 q: one within the other, each with its own share of T
    if counted and not slip and any(converted(part.mention, unit) > whole for part in natural.parts):
        return above(one, natural)  # 就业 472 人，目标分别为 1600 人和 450 人
    others = [other for other in one.others if not _of_other_column(natural, other)]
    if not slip and any(converted(other.mention, unit) >= natural.computed for other in others):
        return judge_sum(natural, "suspicious")  # 受理 120 件，办结 80 件，其中…: the parts may be of the first
    told = slip or one.exhaustive or is_complete(labels) or is_sorted(labels) or _fills(one, natural)
    told = told or not counted or nearly_whole(natural.total, natural.parts)
    sure = one.certain or (one.bounded and slip)  # 主要包括 leaves parts out; it cannot make them more than the whole
    sure = sure or ((len(labels) >= _THREE or slip) and is_complete(labels) and not others)
    sure = sure or bool(slip and are_bodies(labels) and not others and not _ends_make(natural))
    if (not counted or (sure and told)) and (_by_far(one, natural, labels) or _closed_by_share(one, natural)):
        return None  # 资产 T，其中房屋 a，占 p；净值 n
    return judge_sum(natural, "error" if sure and told else "suspicious")


def _closed_by_share(one: Composition, natural: Sum) -> bool:
    """T，其中甲 a，占 p；乙 b: where the first part tells its share of T and a clause further on tells none, that
    clause goes on to something else."""
    first, *others = natural.parts
    behind = one.passage.slots[first.index + 1 :][:1]
    if first.kind == COUNT or not behind or behind[0].kind != RATE or "占" not in behind[0].before:
        return False
    total = natural.total.mention
    if (
        abs(converted(first.mention, total.unit) / (total.value or 1) - behind[0].mention.value)
        > behind[0].mention.step
    ):
        return False
    shared = {slot.index - 1 for slot in one.passage.slots if slot.kind == RATE and "占" in slot.before}
    parted = [part for part in others if "；" in one.passage.text[first.at : part.at]]
    return bool(parted) and not any(part.index in shared for part in parted)


def _by_far(one: Composition, natural: Sum, labels: Sequence[str]) -> bool:
    """So much more than the total is no slip, but figures of something else."""
    open_list = not one.exhaustive and not is_complete(labels) and not one_slip_away(natural)
    return open_list and natural.computed * 3 > natural.total.mention.value * 4


def _ends_make(natural: Sum) -> bool:
    """Whether the first parts, or the last ones, are what the parts are too many by: they may be told beside them."""
    values = [part.mention.value for part in natural.parts]
    ends = [sum(values[:at], Fraction(0)) for at in range(1, len(values))]
    return -natural.rest in (*ends, *(natural.computed - end for end in ends))


def _of_other_column(natural: Sum, other: Slot) -> bool:
    """年初预算 B，支出决算 T，其中甲决算 a、乙决算 b: what was budgeted is made up of other parts; so is a goal."""
    if is_goal(other) and not is_goal(natural.total):
        return True
    roles = {role_of(label_of(slot)) for slot in (natural.total, *natural.parts)}
    return len(roles) == 1 and "" not in roles and role_of(label_of(other)) not in ("", *roles)


def _goes_on(one: Composition, natural: Sum) -> bool:
    """Whether the total is itself in a row that semicolons part, and only its first part stands before the next one."""
    if not any(slot is one.total for slot in one.passage.slots):
        return False  # T。其中，甲 a；乙 b: the sentence before ends with its total
    text = one.passage.text
    parted = "；" in text[: one.total.at].rpartition("。")[2]
    return parted and all("；" in text[natural.parts[0].at : part.at] for part in natural.parts[1:])


def _fills(one: Composition, natural: Sum) -> bool:
    """Whether three parts and more, told alike right behind the total, are all that the sentence goes on to say."""
    parts = natural.parts
    beside = parts[0].index == one.total.index + 1 and parts[-1].index == parts[0].index + len(parts) - 1
    ends = re.match(r"^[^，、：；。\ue000-\ue005]{0,8}(?:[。；）]|$)", one.passage.after(parts[-1]))
    joints = {re.sub("^）", "", part.before)[:1] for part in parts[1:]}
    little = -natural.rest * 4 <= one.total.mention.value
    return len(parts) >= _THREE and beside and ends is not None and len(joints) == 1 and little
