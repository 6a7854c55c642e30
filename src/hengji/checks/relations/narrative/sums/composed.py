"""The verdict on a composition: which of its readings holds, and what it means when none does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.above_whole import above
from hengji.checks.relations.narrative.sums.meant_whole import meant_whole
from hengji.checks.relations.narrative.sums.no_sums import is_no_sum, some_in_brackets
from hengji.checks.relations.narrative.sums.one_composition import Composition
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum
from hengji.checks.relations.narrative.sums.other_rows import is_per_head, is_row_before
from hengji.checks.relations.narrative.sums.partitions import is_complete, missing_part
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.too_many import tell_shares, too_many
from hengji.checks.relations.narrative.sums.traits import TRAITS
from hengji.checks.relations.passages import COUNT, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, in_words, number, relation
from hengji.facts.relation import Relation, RelationKind

__all__ = ["settle"]

_THREE: Final = 3
_SUMMED = re.compile("^[，；（](?:两项|两者|以上|二者)?(?:合计|共计|共|总计)(?:为|有)?$")
_OF_LAST_YEAR = re.compile("(?:上年|去年|上期|同期|20\\d\\d年)[^，。；：\ue000-\ue005]{0,6}(?:分别|依次)[为是有]?$")
"""死亡 1 人、受伤 2 人，上年分别为 2 人和 4 人: what the same things were the year before."""
_NEXT_IN_ROW = re.compile("^[^，。；：、]{0,6}、")


def settle(one: Composition) -> Relation | None:
    """The relation that stands for *one*: the reading that holds, or what is wrong with the natural one."""
    for reading in one.readings:
        if len(reading) > 1 and adds_up(one.total, reading) and not _leaves_out(one, reading):
            return judge_sum(Sum(one.total, reading))
    for other, reading in (
        (other, reading) for other in (*one.others, *one.earlier) for reading in one.readings[:_THREE]
    ):
        if len(reading) > 1 and adds_up(other, reading):
            return judge_sum(Sum(other, reading))
    return _failed(one, Sum(one.total, one.readings[0]))


_OF_THEN = re.compile(r"（(?:20\d\d年|上一?年|去年|前一年)度?(?:同期)?分别[为是]?$")
"""审执结 T（2018年分别为 a 件和 b 件）: what there was before, of this and of what is told in front of it."""
_TAKEN_OUT = re.compile("扣|减|剔|除|留")


def _failed(one: Composition, natural: Sum) -> Relation | None:
    """What it means that no reading of *one* holds."""
    labels = one.names(natural.parts)
    if _told_behind(one, natural) or _OF_LAST_YEAR.search(natural.parts[0].before):
        return None
    if len(natural.parts) == 1:
        return _single(one, natural, labels)
    if _of_another_row(one, natural) or _is_rest(natural) or _OF_THEN.search(natural.parts[0].before):
        return None
    complete = is_complete(labels)
    failed = judge_sum(natural, "error")
    if failed.kind == "unit":
        return failed
    if is_no_sum(one, natural, labels) or (natural.rest > 0 and not complete and some_in_brackets(one, natural)):
        return None
    if natural.rest < 0:
        return too_many(one, natural, labels, complete=complete)
    if natural.rest > 0 and _nested(natural):
        return None
    if one.certain and meant_whole(one, natural, labels, complete=complete):
        return failed
    few = not one.exhaustive and natural.computed * 2 < one.total.mention.value
    few = few or tell_shares(one, natural)
    return _incomplete(natural, labels) if complete or (one.certain and not few) else None


def _is_rest(natural: Sum) -> bool:
    """费用 T（支出 A 扣除服务费 B）: what is left of the first when the other is taken out, to the last digit."""
    if len(natural.parts) != len((natural.total, natural)):
        return False
    first, taken = (converted(part.mention, natural.total.mention.unit) for part in natural.parts)
    told = _TAKEN_OUT.search(natural.parts[1].before) is not None
    return told and taken > 0 and first - taken == natural.total.mention.value


def _told_again(natural: Sum) -> bool:
    """依次为 a、b、c（甲 a，乙 b，丙 c）: what stands behind the parts, or in a row, and is one of them."""
    total = natural.total
    return (total.before == "、" and len(natural.parts) > 1) or any(
        total.index > part.index and total.mention.value == part.mention.value for part in natural.parts
    )


def _of_another_row(one: Composition, natural: Sum) -> bool:
    rows = _told_again(natural) or _rest_behind(one, natural)
    return rows or is_row_before(one, natural) or is_per_head(natural)


def _rest_behind(one: Composition, natural: Sum) -> bool:
    """W 卷（件），其中甲 a 卷（件）、乙 b 卷（件）、丙 c 件: what is left over stands next in the row."""
    after = one.passage.slots[natural.parts[-1].index + 1 :][:1]
    return any(_NEXT_IN_ROW.match(slot.before) and slot.mention.value == natural.rest for slot in after)


def _nested(natural: Sum) -> bool:
    """其中经营性 3875 栋，有隐患的 624 栋，C 级 188 栋、D 级 47 栋，其余 389 栋: the last are a part's own."""
    parts = natural.parts
    return any(adds_up(parts[at], parts[at + 1 :]) for at in range(len(parts) - _THREE))


def _told_behind(one: Composition, natural: Sum) -> bool:
    """200 人中，满意 147 人、基本满意 42 人，合计 189 人，其余 11 人…: the sentence itself says what the parts make."""
    last = natural.parts[-1].index
    behind = [slot for slot in one.passage.slots[last + 1 : last + 3] if slot.kind == one.total.kind]
    counts = natural.total.kind == COUNT
    return counts and any(_SUMMED.search(slot.before) and slot.mention.value == natural.computed for slot in behind)


def _leaves_out(one: Composition, reading: Sequence[Slot]) -> bool:
    """Whether *reading* holds without the last of all parts that the field knows, and that part is not nothing."""
    natural = one.readings[0]
    rest = natural[len(reading) :]
    if not rest or natural[: len(reading)] != tuple(reading) or not any(slot.mention.value for slot in rest):
        return False
    labels = one.names(natural)
    return is_complete(labels) and not is_complete(labels[: len(reading)])


def _single(one: Composition, natural: Sum, labels: list[str]) -> Relation | None:
    """One part alone: it may equal the total; it must not exceed it; a partition may lack its other half."""
    if natural.rest == 0:
        return judge_sum(natural)
    if natural.rest < 0 and _of_all(one, natural, labels):
        return None
    if one.by and natural.rest > 0:
        return _incomplete(natural, labels)
    return above(one, natural) if one.certain and natural.rest < 0 else None


def _of_all(one: Composition, natural: Sum, labels: Sequence[str]) -> bool:
    """在职 14 人（行政 9 人、事业 5 人，其中党员 7 人）: a trait is told of all of them, not of the last part."""
    part = natural.parts[0]
    earlier = one.passage.slots[: one.total.index]
    greater = any(
        slot.mention.unit == part.mention.unit and slot.mention.value >= part.mention.value for slot in earlier
    )
    return greater and any(trait.search(label) for label in labels for trait in TRAITS)


def _incomplete(one: Sum, labels: list[str]) -> Relation:
    total = one.total.mention
    kind: RelationKind = "count" if one.total.kind == COUNT else "sum"
    rest = as_written(one.rest, total)
    missing = missing_part(labels)
    name = f"，可能是未列出的{missing}" if missing else ""
    message = (
        f"所列各部分之和为 {in_words(one.computed)}，比{label_of(one.total) or '合计'}{number(total)}少 {rest}{name}。"
    )
    formula = " + ".join(in_words(converted(part.mention, total.unit)) for part in one.parts)
    roles = [*(("part", part.mention) for part in one.parts), ("total", total)]
    return relation(kind, "suspicious", roles, formula, in_words(one.computed), message, f"构成未列全，尚缺 {rest}。")
