"""Which figure a list of parts is the total of: the one in front of its cue, or one of the sentence before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hengji.checks.relations.naming import label_of, role_of
from hengji.checks.relations.narrative.sums.partitions import is_complete
from hengji.checks.relations.narrative.sums.plain_slots import plain_slots
from hengji.checks.relations.narrative.sums.readings import adds_up
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.rows_that_add_up import is_made_of
from hengji.checks.relations.verdicts import converted, same_kind

__all__ = ["is_base", "is_goal", "new_scope", "outside_brackets", "total_before", "total_by_name", "total_in_front"]

_TARGET = re.compile(r"^[，；、（](?:年度|全年|年初|绩效)?(?:目标|计划|任务|指标)(?:值|数|任务)?[为是]?$")
_GOAL = re.compile("(?<!完成)(?:目标|计划|任务|指标)(?:值|数|任务)?[为是]?$")
_WITH_REST = re.compile("总支出|支出总[计额]")
_GRAND = re.compile("(?:总计|合计|总额|总数|共计)(?:各?为|是|：)?$")
_NOUN = 2  # characters of the verb or noun that a figure's name ends in
_THRESHOLD = re.compile(
    r"(?:超过|大于|高于|低于|小于|不足|未满|达到?|在|过|满|等于)$|^[^，。；]{0,6}(?:单个|单笔|单项|单次|每[笔个项次])[^，。；：]{0,12}$"
)
_ABOVE = re.compile("^（?(?:含|不含)?）?(?:及?以[上下内]|的(?!比[例重]))")
_AMONG_NAMED = re.compile("^在?([\u4e00-\u9fff]{2,8})(?:当?中|里)，")
_LAST_YEARS = re.compile(r"^（(?:上年|去年|上一年)[^，。；]{0,8}$")
_GAP = 4  # characters between two sentences that belong together
_TENTH = 10
_FAR = 6  # figures of other kinds between a total and its parts


def outside_brackets(before: Sequence[Slot], depths: Sequence[int], depth: int) -> Sequence[Slot]:
    """Without the figures of a bracket that is closed again: 1200 万元（含结转 50 万元），其中…"""
    return [slot for slot in before if depths[slot.index] <= depth] or before


def total_in_front(before: Sequence[Slot], first: Slot) -> Slot:
    """The figure in front of the parts; where that is only the target (治理 42，目标 40；其中…), the one before it.

    Where it is of another kind (142 个，送审 8.62 亿元；其中预算评审 98 个), it is the last of theirs.
    """
    near = before[-1]
    if not same_kind(near, first):
        far = next((slot for slot in reversed(before) if same_kind(slot, first)), near)
        return far if near.index - far.index < _FAR and "。" not in first.before else near
    far = before[-2] if len(before) > 1 else near
    if not _TARGET.match(near.before) or not same_kind(far, near) or far.index != near.index - 1:
        return near
    return far


def total_before(passage: Passage, before: Passage | None, parts: list[Slot]) -> tuple[Slot | None, bool]:
    """The total in the sentence before: certain only where that sentence has a single figure that could be it."""
    if before is None or passage.start - before.end > _GAP:
        return None, False
    totals = [slot for slot in plain_slots(before) if same_kind(slot, parts[0]) and not is_base(before, slot)]
    if not totals:
        return None, False
    for total in totals:
        if adds_up(total, parts):
            return total, True
    totals = [total for total in totals if not is_goal(total)] or totals
    done = [total for total in totals if role_of(label_of(total)) == "part"]
    fits = len(done) == 1 and all(part.mention.value <= done[0].mention.value for part in parts)
    if fits and len(totals) > 1 and is_complete([label_of(part) for part in parts]):
        return done[0], not any("预算" in part.label for part in parts)
    if len(parts) > 2 and is_complete([label_of(part) for part in parts]):
        near = max(totals, key=lambda slot: slot.mention.value)  # sorted in full, and no total near by is their sum
        return near, all(part.mention.value < near.mention.value for part in parts)
    tails = {label_of(part)[-_NOUN:] for part in parts}
    named = [total for total in totals if {label_of(total)[-_NOUN:]} == tails]
    room = len(named) == 1 and all(part.mention.value <= named[0].mention.value for part in parts)
    if room and len(parts) > 1:  # 到位 A，支付 B。其中 2022 年支付 b，2023 年支付 c
        return named[0], all(same_kind(part, named[0]) for part in parts)
    largest = max(totals, key=lambda slot: slot.mention.value)
    if any(converted(part.mention, largest.mention.unit) > largest.mention.value for part in parts):
        return None, False
    others = [slot for slot in totals if slot is not largest]
    alone = len({slot.mention.value for slot in totals}) == 1
    gap = abs(sum(converted(part.mention, largest.mention.unit) for part in parts) - largest.mention.value)
    # 624 人，其中在编 468 人、编外 156 人。按…分: the sentence before tells itself which is the whole
    return largest, alone or (gap * _TENTH <= largest.mention.value and is_made_of(largest, others))


def total_by_name(passage: Passage, before: Passage | None, first: Slot) -> Slot | None:
    """在干警中，员额检察官 a 名、…: the one figure of the sentence before that is called so."""
    opened = _AMONG_NAMED.match(first.before)
    if opened is None or before is None or passage.start - before.end > _GAP:
        return None
    named = [slot for slot in plain_slots(before) if same_kind(slot, first) and label_of(slot).endswith(opened[1])]
    return named[0] if len(named) == 1 else None


def is_base(passage: Passage, slot: Slot) -> bool:
    """Whether the figure only says what a rate is taken of, or what it was last year: 5.62 亿元，完成年初预算 7.50 亿元
    的 74.9%; 0.60 万元（上年 0.40 万元）."""
    if _LAST_YEARS.match(slot.before):
        return True
    if _ABOVE.match(passage.after(slot)) and _THRESHOLD.search(slot.label):
        return True  # 投资过 5 亿元的有 2 个，分别是甲（8.2 亿元）和乙（6.5 亿元）: a threshold is no total
    following = passage.slots[slot.index + 1 : slot.index + 2]
    return (
        bool(following)
        and following[0].kind == RATE
        and re.match("^的(?:比[例重]为?)?$", following[0].before) is not None
    )


def is_goal(slot: Slot) -> bool:
    """年度任务 5 万亩，建成 4.6 万亩。其中…: what was planned is made up of other parts."""
    return _GOAL.search(label_of(slot)) is not None


def new_scope(slot: Slot, total: Slot) -> bool:
    """Whether *slot*, behind the parts of *total*, begins with what is no part of it: what is left, a goal, a total."""
    if "；" in slot.before and _GRAND.search(label_of(slot)) and _GRAND.search(label_of(total)):
        return True  # 收入总计 T，其中本年收入 a；支出总计 T
    if re.match(r"^[，；。]?(?:尚|还|仍)?(?:空缺|空编|缺编|缺员|缺额|超编)", slot.before.lstrip("，；。")):
        return True
    if re.match(r"^[，；。](?:年末|年终|年底|期末|滚存|结余|剩余|尚余|净资产|净值|所有者权益)", slot.before):
        return not (_WITH_REST.search(label_of(total)) and slot.before.startswith("，"))  # 总支出 T，其中…，年终结余 c
    if re.match(r"^[，；。][^，；。：、]{0,10}(?:目标|计划|任务|指标)(?:值|数|任务)?[为是：]?$", slot.before):
        return True
    if re.match(r"^[，；。](?:年初|年度|全年|调整后)[^，；。：、]{0,6}(?:预算|安排|批复)(?:数)?[为是]?$", slot.before):
        return True
    if re.match(r"^）?[，；](?:再加|另加|加上|加(?![快强大工密固班装盟油气热])|连同)", slot.before):
        return True  # 收入 A，其中甲 a，加转移性收入 B，共 T
    if re.match(r"^[，；。]?(?:以上)?(?:合计|共计|总计|累计|小计|共(?!同|建|享|产|青))", slot.before):
        return True
    return bool(re.search(r"(?:^|[，。；])按[^，。；：]{1,16}?(?:划分|分类|分|性质|来源|用途)", slot.before))
