"""The verdict on a composition: which of its readings holds, and what it means when none does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.sums.compositions import Composition
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.no_sums import is_no_sum, of_two_quantities, some_in_brackets
from hengji.checks.relations.narrative.sums.one_sum import Sum, judge_sum, mended, one_slip_away, slipped
from hengji.checks.relations.narrative.sums.other_rows import (
    is_per_head,
    is_row_before,
    on_two_levels,
    without_subtotals,
)
from hengji.checks.relations.narrative.sums.partitions import are_bodies, is_complete, is_sorted, missing_part
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.narrative.sums.scopes import is_goal
from hengji.checks.relations.narrative.sums.traits import TRAITS
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, digits_of, shape
from hengji.checks.relations.unit_slips import with_unit
from hengji.checks.relations.verdicts import converted, good, in_words, interval_of, judged, number, relation
from hengji.facts.relation import Relation, RelationKind

__all__ = ["settle"]

_MANY = 1000  # things counted in so many that one slip mends no sum by chance
_THREE = 3
_SUMMED = re.compile("^[，；（](?:两项|两者|以上|二者)?(?:合计|共计|共|总计)(?:为|有)?$")
_VIEWS = re.compile("维度|方面|层面|角度|环节|阶段|步骤")
_NOUN = 2  # characters of the noun that a name ends in
_OVER = re.compile(r"^(?:超[出过额]?|多出?|高于|高出|低于|少于|短缺|增加|减少)[^，。；：]{0,10}$")
"""培训 286 人次，超出目标 6 人次；其中取证 268 人次: what is over the goal is no whole."""
_NEXT_IN_ROW = re.compile("^[^，。；：、]{0,6}、")
_MORE_THAN = re.compile("比[^，。；]{1,10}[多少]$")
"""达到38个，比年初目标多2个，其中……: what is over a goal is no whole either."""
_STAFF = re.compile(r"在职|在编|在岗|实有|职工|编制|教师|人员$")


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


def _failed(one: Composition, natural: Sum) -> Relation | None:
    """What it means that no reading of *one* holds."""
    labels = one.names(natural.parts)
    if _told_behind(one, natural):
        return None
    if len(natural.parts) == 1:
        return _single(one, natural, labels)
    if _of_another_row(one, natural):
        return None
    complete = is_complete(labels)
    failed = judge_sum(natural, "error")
    if failed.kind == "unit":
        return failed
    if is_no_sum(one, natural, labels) or (natural.rest > 0 and not complete and some_in_brackets(one, natural)):
        return None
    if natural.rest < 0:
        return _too_many(one, natural, labels, complete=complete)
    if natural.rest > 0 and _nested(natural):
        return None
    if one.certain and _meant_whole(one, natural, labels, complete=complete):
        return failed
    few = not one.exhaustive and natural.computed * 2 < one.total.mention.value
    few = few or _shares_told(one, natural)
    return _incomplete(natural, labels) if complete or (one.certain and not few) else None


def _too_many(one: Composition, natural: Sum, labels: Sequence[str], *, complete: bool) -> Relation | None:
    """What it means that the parts are more than their total."""
    if on_two_levels(natural):
        return _of_the_upper(natural)
    without = None if complete else _without_one(natural)
    if without is not None:
        return judge_sum(without)
    return None if of_two_quantities(natural) else _exceeded(one, natural, labels)


def _told_again(natural: Sum) -> bool:
    """依次为 a、b、c（甲 a，乙 b，丙 c）: what stands behind the parts, or in a row, and is one of them."""
    total = natural.total
    return (total.before == "、" and len(natural.parts) > 1) or any(
        total.index > part.index and total.mention.value == part.mention.value for part in natural.parts
    )


def _of_another_row(one: Composition, natural: Sum) -> bool:
    rows = _told_again(natural) or _rest_behind(one, natural)
    return rows or is_row_before(one, natural) or is_per_head(natural)


def _of_the_upper(natural: Sum) -> Relation | None:
    """The parts of the upper level alone, where they hold but for two digits exchanged."""
    upper = without_subtotals(natural)
    if len(upper.parts) == len(natural.parts) or len(upper.parts) == 1:
        return None
    return judge_sum(upper, "error" if upper.rest else "ok") if not upper.rest or _swapped(upper) else None


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


def _without_one(natural: Sum) -> Sum | None:
    """结余 T，其中当年提取 a，基金 b，可用资金 c, where b and c are all of T and a is some of b."""
    long = len(digits_of(natural.total.mention.text)) > _THREE
    for part in natural.parts if long and len(natural.parts) >= _THREE else ():
        rest = tuple(other for other in natural.parts if other is not part)
        if Sum(natural.total, rest).rest == 0:
            return Sum(natural.total, rest)
    return None


def _shares_told(one: Composition, natural: Sum) -> bool:
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


def _exceeded(one: Composition, natural: Sum, labels: Sequence[str]) -> Relation | None:
    """Parts that are more than their total; a count above the total by itself is no part of it."""
    counted = natural.total.kind == COUNT
    unit, whole = natural.total.mention.unit, natural.total.mention.value
    slip = one_slip_away(natural)
    if not slip and not is_complete(labels) and _goes_on(one, natural):
        return None  # 国税 A；地税 B，其中工商税 b，…；财政 C
    if not counted and _shares_told(one, natural):
        return None  # 其中中小企业 a，占 p；小微企业 b，占 q: one within the other, each with its own share of T
    if counted and not slip and any(converted(part.mention, unit) > whole for part in natural.parts):
        return _above(one, natural)  # 就业 472 人，目标分别为 1600 人和 450 人
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


def _meant_whole(one: Composition, natural: Sum, labels: Sequence[str], *, complete: bool) -> bool:
    """Whether a list of less than its total was meant to be all of it."""
    counted = natural.total.kind == COUNT
    if complete or slipped(natural) or (one.exhaustive and counted):
        return True
    if _so_many_named(one, natural, labels):
        return True
    many = counted and natural.total.mention.value >= _MANY and len(natural.parts) >= _THREE
    if (many and one_slip_away(natural)) or nearly_whole(natural.total, natural.parts):
        return True
    return _swapped(natural) or _staff_listed(natural, labels) or _is_whole(one, natural)


def _so_many_named(one: Composition, natural: Sum, labels: Sequence[str]) -> bool:
    """2 个乡镇 11 个村，其中大河镇 6 个、小河乡 5 个: as many parts as were counted, each called what was counted."""
    at = natural.total.index
    told = one.passage.slots[at - 1] if at else None
    if told is None or told.kind != COUNT or told.mention.value != len(natural.parts) or not all(labels):
        return False
    noun = re.split("[，。；：（]", one.passage.after(told))[0]
    return bool(noun) and len(set(labels)) == len(labels) and all(label[-1] in noun for label in labels)


def _swapped(one: Sum) -> bool:
    """Whether swapping two neighbouring digits of one figure of three digits and more mends the sum."""
    for slot, meant in mended(one):
        right = as_written(meant, slot.mention)
        digits = digits_of(right)
        long = meant > 0 and len(digits.strip("0")) > 1 and len(digits) >= _THREE
        if long and shape(as_written(slot.mention.value, slot.mention), right) == SWAPPED:
            return True
    return False


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


def _single(one: Composition, natural: Sum, labels: list[str]) -> Relation | None:
    """One part alone: it may equal the total; it must not exceed it; a partition may lack its other half."""
    if natural.rest == 0:
        return judge_sum(natural)
    if natural.rest < 0 and _of_all(one, natural, labels):
        return None
    if one.by and natural.rest > 0:
        return _incomplete(natural, labels)
    return _above(one, natural) if one.certain and natural.rest < 0 else None


def _of_all(one: Composition, natural: Sum, labels: Sequence[str]) -> bool:
    """在职 14 人（行政 9 人、事业 5 人，其中党员 7 人）: a trait is told of all of them, not of the last part."""
    part = natural.parts[0]
    earlier = one.passage.slots[: one.total.index]
    greater = any(
        slot.mention.unit == part.mention.unit and slot.mention.value >= part.mention.value for slot in earlier
    )
    return greater and any(trait.search(label) for label in labels for trait in TRAITS)


def _shares_between(one: Composition, natural: Sum) -> bool:
    """Whether the first part stands behind its total, with no more than the total's own share between them."""
    between = one.passage.slots[natural.total.index + 1 : natural.parts[0].index]
    return not between or (
        all(slot.kind == RATE and "占" in slot.before for slot in between) and "；" not in natural.parts[0].before
    )


_ANOTHER = re.compile("；|小于|大于|多于|少于|之和|^，?(?:同时|并|还|另)?(?:完成|开展|组织|举办|建成|发放|培训|改造)")
"""What opens another statement: 收集资源 286 份，其中野生 37 份，完成鉴定 1150 份."""


def _above(one: Composition, natural: Sum) -> Relation | None:
    """T，其中 a: a part of the same unit, right behind its total, that is more than the whole."""
    total, whole = natural.total, natural.total.mention.value
    part = next((one for one in natural.parts if converted(one.mention, total.mention.unit) > whole), natural.parts[0])
    alike = str(total.mention.unit) == str(part.mention.unit) or total.kind != COUNT
    first = natural.parts[0]
    beside = re.search(r"[，：；（]其中[，：]?[^，。；（]{0,24}$", first.before) and _shares_between(one, natural)
    if (
        _OVER.search(label_of(total))
        or _MORE_THAN.search(total.before)
        or _of_both_before(one, total, part)
        or re.search("[年月日人户]均|平均|每", label_of(total))
        or _of_earlier(one, total, part)
    ):
        return None
    if _VIEWS.match(one.passage.after(total)):
        return None  # 从决策、过程、产出、效益四个维度设计，其中二级指标 16 个
    apart = part is not first and _ANOTHER.search(part.before)
    if apart or not alike or not beside or interval_of(part.mention, total.mention.unit).low <= total.mention.value:
        return None
    told = f"{label_of(total)}{number(total.mention)}"
    message = f"“其中”的{label_of(part).removeprefix('其中')}{number(part.mention)}大于全部（{told}）。"
    roles = [("part", part.mention), ("total", total.mention)]
    found = relation("sum", "error", roles, "部分 ≤ 全部", f"≤ {number(total.mention)}", message)
    return with_unit(found, [part.mention, total.mention], lambda values: values[0] == values[1])


def _of_both_before(one: Composition, total: Slot, part: Slot) -> bool:
    """市级 a 户、省级 b 户，其中市级以上的 a + b 户: what the two in a row make is a part of neither."""
    before = one.passage.slots[total.index - 1] if total.index else None
    joined = before is not None and total.before.startswith("、") and before.mention.unit == total.mention.unit
    return before is not None and joined and before.mention.value + total.mention.value == part.mention.value


def _noun_behind(passage: Passage, slot: Slot) -> str:
    """社区 in 2个社区: what a count has behind it, as long as it tells one kind of thing from another."""
    noun = re.match(r"[\u4e00-\u9fff]{1,2}", passage.after(slot)) if slot.kind == COUNT else None
    return noun[0][:1] if noun else ""


def _of_earlier(one: Composition, total: Slot, part: Slot) -> bool:
    """原值 A，累计折旧 B；其中在用部分原值 c: c is named like A, not like the figure right in front of it."""
    name, noun = label_of(part), _noun_behind(one.passage, part)
    nouns = {_noun_behind(one.passage, slot) for slot in one.passage.slots[: total.index]}
    if noun in nouns and noun and _noun_behind(one.passage, total) not in ("", noun):
        return True  # 8个村、2个社区，其中5个村
    return any(
        other.mention.value >= part.mention.value
        and len(label_of(other)) >= _NOUN
        and label_of(other)[-_NOUN:] in name
        and label_of(total)[-_NOUN:] not in name
        for other in one.others
    )


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
