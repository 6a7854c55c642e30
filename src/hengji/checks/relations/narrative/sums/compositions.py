"""Announced compositions: a total, a cue (其中, 包括, 分别为, brackets, 按…划分), and the parts that follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import label_of
from hengji.checks.relations.narrative.sums.cues import CUE, among, cue_of, is_among
from hengji.checks.relations.narrative.sums.nearly_whole import nearly_whole
from hengji.checks.relations.narrative.sums.one_composition import Composition, Scope, are_addable, composition_of
from hengji.checks.relations.narrative.sums.partitions import is_sorted
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.scopes import (
    is_base,
    outside_brackets,
    total_before,
    total_by_name,
    total_in_front,
)
from hengji.checks.relations.narrative.sums.traits import TRAITS
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.verdicts import same_kind

__all__ = ["compositions"]

_STARTS = re.compile(
    r"^(?:其中|分别(?:[为是]|用于)|具体|包括|按[^，。；：]{1,16}?(?:划分|分类|分|性质|来源|用途|科目)(?:来看)?[，：])"
)
_CAME_FROM = re.compile(r"(?:由|从)(?:年初|上年|去年|原来?)?的?(?:预算)?$")
_OF_SOME = re.compile("^(?:加起来|合计|共计?|相加|加总|之和|总和)[^，。；：]{0,2}$")
_THESE = re.compile("(?:上述|以上|前述)[^，。；：]{0,6}(?:加起来|合计|共计?|相加|加总|之和|总和)[^，。；：]{0,2}$")
_OPEN_END = re.compile(
    r"(?:[、和及与][^，。；]{1,16})?等|"
    r"[、，；](?:其余|余下|剩余|其[他它](?=[的均都为是系]))[^，。；\ue000-\ue005]{2,20}[，。；]"
)
_MEAN_ALONE = re.compile("平均|[人户亩村件次]均|均价|单价|每")
_MOST = 40  # figures of a list, two for each part where it tells things and their money
_OTHERS = 4
_PAIR = 2
_LISTED = 3
_SHARES = 2  # shares of the total, one fewer of which may stand between it and its bracket


def compositions(passage: Passage, before: Passage | None = None) -> Iterator[Composition]:
    """Every composition that *passage* announces; one that begins with 其中 has its total in the sentence *before*."""
    plain = [slot for slot in plain_slots(passage) if not is_base(passage, slot)][: 4 * _MOST]
    depths = _depths(passage)
    by_total: Slot | None = None
    outside = False
    for position, first in enumerate(plain):
        cue = cue_of(passage, plain, position)
        by = cue is not None and bool(cue["by"])
        if position == 0:
            cue = cue or (among(first) if total_by_name(passage, before, first) is not None else None)
            if cue is None or len(plain) < _PAIR or not (is_among(cue) or _STARTS.match(passage.text)):
                continue
            total, certain = _told_before(passage, before, plain, cue)
            outside = True
        else:
            opened = _opens(passage, plain[position - 1], first)
            opened = opened and depths[first.index] > depths[plain[position - 1].index]
            if cue is None and not opened:
                continue
            if _CAME_FROM.search(first.before) or _of_net_change(passage, first):
                continue  # 调减 24600 万元，其中甲由 82500 万元调减为 57700 万元: two years of one part
            if by and by_total is None and _sorted_before(passage, first):
                continue  # 按甲分 a、b；按乙分 c、d: the total of the first list was not found, nor is it the second's
            outer = outside_brackets(plain[:position], depths, depths[first.index])
            total, certain = (by_total if by and by_total is not None else total_in_front(outer, first)), True
            outside = outside and total is by_total
        by_total = total if by else by_total
        if total is None or not are_addable(total, first, cue is None) or _other_side(total, first, cue):
            continue
        if _MEAN_ALONE.search(label_of(total)):
            continue  # 人均收入 A，其中城镇 a、农村 b: means are not added
        scope = Scope(passage, depths, 0 if outside else depths[total.index])
        found = composition_of(total, plain[position : position + _MOST], cue, scope)
        if found is not None:
            open_end = _OPEN_END.match(passage.after(found.readings[0][-1])) is not None
            others = _like(total, plain[:position])
            earlier = _like(total, plain_slots(before)) if position == 0 and before is not None else ()
            certain = certain and (not is_among(cue) or _is_sorted_list(found))
            bounded = found.bounded and certain
            yield replace(
                found,
                certain=found.certain and bounded and not open_end,
                bounded=bounded,
                others=others,
                earlier=earlier,
            )


def _of_net_change(passage: Passage, first: Slot) -> bool:
    """净增 28 家，其中新升规 52 家、退库 24 家: what came and went makes up the change, not what there is."""
    behind = passage.slots[first.index - 1]
    return behind.index in changed_slots(passage) and "净" in behind.before and same_kind(behind, first)


def _like(total: Slot, slots: Sequence[Slot]) -> tuple[Slot, ...]:
    return tuple(one for one in slots if one is not total and same_kind(one, total))[-_OTHERS:]


def _told_before(
    passage: Passage, before: Passage | None, plain: list[Slot], cue: re.Match[str]
) -> tuple[Slot | None, bool]:
    """The total in the sentence before, by its name where 在…中 calls it."""
    if is_among(cue):
        return total_by_name(passage, before, plain[0]), True
    total, certain = total_before(passage, before, plain)
    return (None, False) if cue["by"] and total is not None and _is_of_some(before, total) else (total, certain)


def _is_of_some(before: Passage | None, total: Slot) -> bool:
    """前三位是甲、乙、丙，三项加起来 T。按性质分：a，b: what some of them make is not all that is sorted anew."""
    how_many = before.slots[total.index - 1] if before is not None and total.index else None
    counted = how_many is not None and how_many.kind == COUNT and _OF_SOME.match(total.before) is not None
    return counted or _THESE.search(total.before) is not None


def _is_sorted_list(found: Composition) -> bool:
    """Whether each of the whole is in one part only: by the words, or where hardly any is left over and none is told
    of a trait that many have (女性, 党员)."""
    parts = found.readings[0]
    names = found.names(parts)
    traits = any(trait.search(name) for name in names for trait in TRAITS)
    return is_sorted(names) or (not traits and len(parts) >= _LISTED and nearly_whole(found.total, parts))


def _sorted_before(passage: Passage, first: Slot) -> bool:
    """Whether another list, sorted by something else, stands in front in the same sentence."""
    cue = next((match for match in CUE.finditer(passage.text[: first.at - len(first.before)]) if match["by"]), None)
    return cue is not None and not re.search(MONEY + "|" + COUNT, passage.text[: cue.start()])


def _other_side(total: Slot, first: Slot, cue: re.Match[str] | None) -> bool:
    """收入包括：a、b；支出包括：c、d: what is spent is no part of the last income."""
    clause = re.split("[，。；：（]", first.before[: cue.start()])[-1] if cue is not None else ""
    sides = [set(re.findall("收入|支出", words)) for words in (label_of(total), clause)]
    if cue is not None and cue["all"] and len(sides[1]) == 1 and not sides[0] and "；" in first.before[: cue.start()]:
        return True  # 收入包括：a、上年结转 b；支出包括：c、d
    return len(sides[0]) == len(sides[1]) == 1 and sides[0] != sides[1] and cue is not None and bool(cue["all"])


def _depths(passage: Passage) -> list[int]:
    depth, found, start = 0, [], 0
    for slot in passage.slots:
        between = passage.text[start : slot.at]
        depth += between.count("（") - between.count("）")
        found.append(depth)
        start = slot.at
    return found


def _opens(passage: Passage, total: Slot, first: Slot) -> bool:
    """T（a X，b Y）: a bracket right behind the total, or behind the total's own share (T，占 P（a X，b Y）)."""
    between = passage.slots[total.index + 1 : first.index]
    own = all(slot.kind == RATE and re.match("^[，、]占", slot.before) for slot in between)
    return own and len(between) < _SHARES and first.before.startswith("（") and "）" not in first.before
