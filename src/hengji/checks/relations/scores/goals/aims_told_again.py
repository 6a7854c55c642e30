"""One aim and two values for it: 目标2：…达标小区占比不低于98% above, and ≥95% in the table of goals; 新增就业3,500人
among the goals of the year, and 新增城镇就业3,412人，达到3,000人的目标 where its results are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.goal_chapters import under_goals
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, passages
from hengji.checks.relations.tables.goals import goal_rows
from hengji.checks.relations.verdicts import converted, family, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["aims_told_again"]

_GOALS: Final = re.compile("目标(?:[为是]|[一二三四五六1-9]?：)")
_MOST: Final = re.compile("不超过|不高于|不多于|控制在|以内|之内|≤")
_TAIL: Final = re.compile(
    "(?:不[低少高多]于|不超过|达到|达|完成|实现|保持在?|稳定在|控制在|至少|力争|为|是|共|在|数量?|人数|次数|场次|总数)+$"
)
_LEAD: Final = re.compile(
    "^(?:全年|年内|本年度?|当年|全[县市区镇]|计划|力争|确保|完成|实现|开展|举办|组织|[一二三四五六]是|并|使|其中)+"
)
_OF_AIM: Final = re.compile(
    "(?:及?以[上内])?的(?:年度|年初|既定|预期|绩效|工作|全年|预定|设定)*(?:目标|任务|要求)(?!的)"
)
_REACHED: Final = re.compile(
    "(?:^|，)[^，。；：\ue000-\ue005]{0,6}(?:达到了?|达成|高于|超过|优于|超出|低于|完成|未达到?|没有达到|实现了?|好于)[^，。；：\ue000-\ue005]{0,4}$"
)
_APART: Final = re.compile(
    "上年|去年|同期|调整|修订|规划|五年|三年|半年|季度|其中|累计|原|国家|省[级定里]|市[级定里]|每|分别|较|(?<!占)比(?!例|重|率)|[1-9一二三四五六七八九十]月|到20|另"
)
_VAGUE: Final = re.compile("[约近多余几]|左右|上下|大概")
_AHEAD: Final = re.compile("(?:以上)?的?(?P<name>[\u4e00-\u9fff]{4,16})(?=[，。；]|$)")
_BRACKETED: Final = re.compile("^（(?:年度|年初|全年)?(?:绩效)?(?:目标|计划|任务)[数值]?(?:[为是：]|不低于|不少于)?$")
_NOT_HAN: Final = re.compile("[^\u4e00-\u9fff]")
_SHORTEST: Final = 2
_LEAST: Final = 4
_LONGER: Final = 5
_CAP: Final = 200


@dataclass(frozen=True, slots=True)
class _Aim:
    name: str
    mention: Mention
    most: bool


def aims_told_again(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all: the name is that of one aim alone on either side."""
    texts = passages(context)
    said = [one for passage in texts for one in _said(context, passage)][:_CAP]
    rows = list(_in_tables(context))[:_CAP]
    behind = [one for passage in texts for one in _behind(context, passage)][:_CAP]
    for first, second in ((said, rows), (said, behind), (rows, behind)):
        for one in first:
            yield from _compared(one, first, second)


def _said(context: Context, passage: Passage) -> Iterator[_Aim]:
    """What the chapter or the sentence of the year's goals names."""
    at = passage.start
    if context.table_at(at) is not None:
        return
    goals = _GOALS.search(passage.text)
    whole = under_goals(context, at)
    for slot in passage.slots:
        if slot.kind not in (COUNT, MONEY, RATE) or not (whole or (goals is not None and goals.end() <= slot.at)):
            continue
        clause = re.split("[，。；：、（）]", slot.before)[-1]
        name = _name(clause)
        if len(name) < _SHORTEST:  # 完成24个老旧楼院微改造
            ahead = _AHEAD.match(passage.after(slot))
            name = _name(ahead["name"]) if ahead else ""
        if len(name) >= _LEAST and not _APART.search(slot.before.split("；")[-1]):
            yield _Aim(name, slot.mention, _is_most(clause, passage.after(slot)))


def _in_tables(context: Context) -> Iterator[_Aim]:
    for row in goal_rows(context):
        inside = context.in_cell(row.full) if row.full is not None else ()
        if len(inside) != 1 or row.full is None or _APART.search(row.full.text + row.name):
            continue
        if len(name := _name(row.name)) >= _LEAST:
            yield _Aim(name, inside[0], _is_most(row.full.text, ""))


def _behind(context: Context, passage: Passage) -> Iterator[_Aim]:
    """What was reached, and the aim behind it: 新增就业3,412人，达到3,000人的目标."""
    if ("目标" not in passage.text and "任务" not in passage.text) or under_goals(context, passage.start):
        return
    for slot in passage.slots[1:]:
        reached = passage.slots[slot.index - 1]
        told = _OF_AIM.match(passage.after(slot)) and _REACHED.search(slot.before)
        told = told or _BRACKETED.match(slot.before)
        if told is not None and family(reached.mention.unit) == family(slot.mention.unit):
            clause = re.split("[，。；：、（）]", reached.before)[-1]
            name = _name(clause)
            if len(name) >= _LEAST and not _APART.search(reached.before.split("。")[-1] + slot.before):
                yield _Aim(name, slot.mention, _is_most(slot.before, passage.after(slot)[:4]))


def _name(words: str) -> str:
    return _LEAD.sub("", _TAIL.sub("", _NOT_HAN.sub("", words)))


def _is_most(before: str, behind: str) -> bool:
    return _MOST.search(before[-8:]) is not None or behind.startswith(("以内", "之内"))


def _compared(one: _Aim, first: Sequence[_Aim], second: Sequence[_Aim]) -> Iterator[Relation]:
    kind, end = family(one.mention.unit), one.name[-2:]
    alike = [
        other
        for other in second
        if other.name.endswith(end) and family(other.mention.unit) == kind and _same(one.name, other.name)
    ]
    if len(alike) != 1:
        return
    names = {one.name, *(other.name for other in alike)}
    ended = (other for other in first if other is not one and other.name.endswith(end))
    own = any(_same(other.name, name) for other in ended for name in names)
    if own or one.most != alike[0].most or one.mention.unit is None:
        return
    again = alike[0].mention
    if converted(again, one.mention.unit) == one.mention.value or _VAGUE.search(
        one.mention.approximate + again.approximate
    ):
        return
    message = f"“{one.name}”的目标一处为 {number(one.mention)}，另一处为 {number(again)}。请核对后统一。"
    roles = [("first", one.mention), ("stated", again)]
    yield relation(
        "repeat", "error", roles, f"{one.name}：目标前后相等", number(one.mention), message, "两处之一误写。"
    )


def _same(one: str, other: str) -> bool:
    """One name, or one with words in front or inside that the other leaves out: 新增城镇就业 for 新增就业."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if longer[-2:] != shorter[-2:] or len(longer) - len(shorter) > _LONGER:
        return False
    letters = iter(longer)
    return all(letter in letters for letter in shorter)
