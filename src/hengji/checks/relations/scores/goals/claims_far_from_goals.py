"""A result with a claim right behind it, held against the goal of its name that is told far away: 培训农民400人 among
the goals of the year, and 农民培训392人，超额完成目标 pages below.

Goal and result are figures of one kind; of the name that has fewer letters nearly all have to be in the other one, in
whatever order, so that 适配辅具 is 残疾人辅具适配 and 企业满意度 is not 群众满意度.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.goal_chapters import goal_chapters, under_goals
from hengji.checks.relations.naming import likeness
from hengji.checks.relations.passages import ANY, COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.verdicts import converted, family, interval_of, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["claims_far_from_goals"]

_STOPS: Final = "，。；：\ue000-\ue005"
_CLAIM: Final = re.compile(
    rf"[^{_STOPS}未没基接差距]{{0,6}}(?:（[^（）]{{0,30}}）)?，?"
    r"(?P<said>(?:已经?|均|都|也|全部)*(?:圆满|超额|全面|顺利|如期|按期|全部|较好地?|成功)*"
    r"(?:(?:完成|达到|达成|实现|超过|超出|高于|优于|好于|兑现)了?"
    rf"[^{_STOPS}]{{0,12}}?(?:目标|任务|指标|计划|预期|设定|既定)[^{_STOPS}]{{0,6}}|(?:圆满|超额|全面)完成))(?=[，。；）]|$)"
)
_OTHER_GOAL: Final = re.compile(
    "全国|全省|全市|国家|省[定级里]|平均|时序|序时|阶段|半年|季度|上年|去年|调整|[月分]|率$"
)
_ANNOUNCED: Final = re.compile(
    "(?<!完成)(?<!实现)(?<!达到)(?<!对照)(?<!超过)(?<!高于)(?:目标|任务)(?!完成|实现|达成|均|都|全部|的实现)"
    "[^，。；]{0,24}?(?:：|有|是|为|包括|包含|即|要)|任务书"
)
_DONE: Final = re.compile("实际|已|完成了|建成了|达到了|累计完成|超额")
_APART: Final = re.compile(
    "上年|去年|同期|[三五]年(?!级)|累计|其中|每|半年|季度|[到至]20\\d\\d|[1-9]月|调整|原定|分别|扣|得分|分值"
)
_SOME: Final = re.compile("[春秋夏冬暑寒][季期假]|首批|第[一二三四1-4][批期]|[一二三]期|线上|线下|部分|集中")
"""暑期培训教师 680 人: some of those that the goal is of."""
_YEAR: Final = re.compile(r"20\d\d(?=年)")
_ROSE: Final = re.compile(f"[由从比较]?(?:上年|去年|20\\d\\d年)[^，。；：]{{0,8}}?{ANY}[^，。；：]{{0,4}}?(?:到|至|为)")
_MOST: Final = re.compile("(?:不超过|不高于|不多于|控制在|(?<!不)[低小]于|≤)[^，。；：]{0,4}$")
_HEAD: Final = re.compile("(?:目标|指标|计划)值?$|^目标")
_AT_MOST: Final = re.compile("[≤<]|不超过|不高于|以内|以下|控制")
_LESS: Final = re.compile("降|减|压|耗|成本|时间|时长|投诉|事故|差错|逾期|超支|偏离|变动|发生率|死亡|流失")
_FILLER: Final = re.compile(
    "全年|年内|本年度?|当年|年底|到|今年|本项目|项目|完成|实现|达到|力争|确保|不低于|不少于|不超过|不高于|至少|以上|共|人数|数量"
    "|总数|为|是|的|了|达|要|应|实施|开展|组织"
)
_LIST_MARK: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．是]|[-*•])")
_HAN: Final = re.compile("[\u4e00-\u9fff]+")
_SHORTEST, _CLAUSES = 4, 3
_FAR: Final = 2  # times by which a result may be off its goal before it is another thing


@dataclass(frozen=True, slots=True)
class _Goal:
    name: str
    mention: Mention
    kind: str
    most: bool


def claims_far_from_goals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all."""
    claims = [
        (slot, passage, said)
        for passage in passages(context)
        for slot in passage.slots
        if (said := _said(passage, slot, context.facts.year))
    ]
    goals = [*_in_prose(context, passages(context, "目标")), *_in_tables(context)] if claims else []
    for slot, passage, said in claims if goals else ():
        goal = _meant(goals, _name_of(passage, slot), slot)
        if goal is not None and _is_missed(goal, slot):
            yield _relation(goal, slot, said)


def _said(passage: Passage, slot: Slot, year: int | None) -> str:
    """What is claimed of the figure, if anything."""
    if slot.kind not in (COUNT, MONEY, RATE) or slot.mention.approximate:
        return ""
    found = _CLAIM.match(passage.text, slot.at + 1)
    if found is None or _OTHER_GOAL.search(found["said"]):
        return ""
    clause = _clause(passage, slot)
    other_year = any(year is not None and int(one) != year for one in _YEAR.findall(clause))
    return "" if other_year or _APART.search(clause) or _SOME.search(clause) else found["said"]


def _clause(passage: Passage, slot: Slot) -> str:
    """The words since the last stop, what the figure rose from left out."""
    start = max(passage.text.rfind(mark, 0, slot.at) for mark in "，。；：")
    return re.sub(ANY, "", _ROSE.sub("", passage.text[start + 1 : slot.at] + slot.kind))


def _name_of(passage: Passage, slot: Slot) -> str:
    """The name in the figure's clause; one that is too short for a name goes on from the clause before."""
    name = _plain(_clause(passage, slot))
    if len(name) >= _SHORTEST:
        return name
    before = re.split("[，。；：]", re.sub(ANY, "", passage.text[: slot.at]))
    return _plain("".join(before[-_CLAUSES:]))


def _plain(words: str) -> str:
    return "".join(_HAN.findall(_FILLER.sub("", _LIST_MARK.sub("", words))))


def _in_prose(context: Context, texts: Sequence[Passage]) -> Iterator[_Goal]:
    flow = flowing(context)
    chapters = [flow.span(*one) for one in goal_chapters(context)]
    text = context.document.text
    listed, end = False, 0
    for passage in texts:
        begun = _ANNOUNCED.search(passage.text)
        inside = under_goals(context, passage.start) or any(low <= passage.start < high for low, high in chapters)
        goes_on = listed and not text[end : passage.start].strip() and _LIST_MARK.match(passage.text) is not None
        listed, end = begun is not None or goes_on, passage.end
        if (listed or inside) and context.table_at(passage.start) is None:
            start = 0 if inside or goes_on or begun is None else begun.end()
            yield from _goals_of(passage, start)


def _goals_of(passage: Passage, start: int) -> Iterator[_Goal]:
    for slot in passage.slots:
        clause = _clause(passage, slot)
        told = slot.kind in (COUNT, MONEY, RATE) and slot.at >= start
        if (
            told
            and not _DONE.search(clause)
            and not _APART.search(clause)
            and not _CLAIM.match(passage.text, slot.at + 1)
        ):
            most = _MOST.search(clause) or passage.after(slot).startswith(("以内", "之内", "以下", "内"))
            yield _Goal(_plain(clause), slot.mention, slot.kind, bool(most))


def _in_tables(context: Context) -> Iterator[_Goal]:
    """Of the columns headed as goals; what a row is called stands in its first cell but one of bare numbers."""
    for table in context.document.tables:
        heads = (cell for cell in table.cells if cell.column and cell.row < table.header_rows)
        aims = [cell.column for cell in heads if _HEAD.search(cell.text.strip())]
        for cell in table.cells if len(aims) == 1 else ():
            inside = context.in_cell(cell) if cell.column == aims[0] and cell.row >= table.header_rows else ()
            if len(inside) != 1 or inside[0].unit is None or _APART.search(cell.text):
                continue
            beside = [other for other in table.cells if other.row == cell.row and other.column < cell.column]
            named = [name for other in beside if (name := _plain(other.text))]
            kind = RATE if inside[0].is_rate else MONEY if inside[0].unit.is_money else COUNT
            if named and not _APART.search(named[-1]):
                yield _Goal(named[-1], inside[0], kind, _AT_MOST.search(cell.text) is not None)


def _meant(goals: Sequence[_Goal], name: str, slot: Slot) -> _Goal | None:
    """The goal of that name and kind, where all that are as like it have one value."""
    alike = [
        (alikeness, goal)
        for goal in goals
        if goal.kind == slot.kind and goal.mention.start != slot.mention.start
        if family(goal.mention.unit) == family(slot.mention.unit) and (alikeness := likeness(goal.name, name))
    ]
    best = max((like for like, _ in alike), default=Fraction(0))
    meant = [goal for like, goal in alike if like == best]
    if len({converted(goal.mention, slot.mention.unit) for goal in meant}) != 1:
        return None
    return meant[0]


def _is_missed(goal: _Goal, slot: Slot) -> bool:
    unit, aim = goal.mention.unit, goal.mention.value
    done = interval_of(slot.mention, unit)
    if aim <= 0 or done.low <= 0:
        return False
    if goal.most:
        return aim < done.low <= aim * _FAR
    return aim / _FAR <= done.low and done.high < aim and not _LESS.search(goal.name)


def _relation(goal: _Goal, slot: Slot, said: str) -> Relation:
    aim, done = number(goal.mention), number(slot.mention)
    bound = "不超过 " if goal.most else ""
    message = (
        f"“{goal.name}”的目标是{bound or ' '}{aim}，实际为 {done}，没有达到，文中却说“{said}”。请核对两数，或改正说法。"
    )
    roles = [("target", goal.mention), ("actual", slot.mention)]
    likely = "两数之一或说法有误。"
    return relation("target", "error", roles, f"{done} 对 {bound}{aim}", "未达到目标", message, likely)
