"""What the text says was reached against the row that says it again: 举办招聘会 8 场, and 7 场 in the table of goals.

A row is met by its name, its unit and its column: the words in front of the figure have the row's words in them, no
other row fits as well, and no figure of the text agrees with the row. Months, quarters and parts are no year's result.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of, role_of
from hengji.checks.relations.passages import COUNT, RATE, Passage, Slot
from hengji.checks.relations.slips import SWAPPED, as_written, shape
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.checks.relations.verdicts import family, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["told_results"]

_NAME_TAIL = re.compile(
    r"(?:数量|人数|次数|场次|批次|期数|户数|个数|件数|面积|里程|长度|条数|座数|总数|总量|数|量|情况|指标|会|活动)+$"
)
_RATE_NAME = re.compile(
    r"(?P<name>[\u4e00-\u9fff“”（）]{2,16}(?:率|度|比例|进度))(?:已|均|分别|约|高?达到?了?|为|是|：)*$"
)
_PARTLY = re.compile(
    r"其中|季度|半年|[1-9一二三四五六七八九十]月|首|另|上年|去年|累计|目标|计划|任务|不低于|不少于|以上|未|部分|个别|标准|达到.{0,4}的|超过|每|平均|大型|专场|专题|线上|线下|余"
)
_KINDS = (COUNT, RATE)
_TEN = 10  # a count of one digit is told again by chance
_NAMED = 4  # characters of a row's name that another line begins with
_AIMED = re.compile("(?:目标|任务|计划)(?:值|数)?(?:为|是|：)")
_ARRANGED = re.compile("^(?:全年|年内|当年|本年度?|共|累计|先后|已)(?:共|累计|先后|已)?安排")  # visits, and no money
_OF_PROJECTS = re.compile("[个项]?(?:[一二三]级|重点|子|具体)?项目")
_SUMMED = re.compile("^[，、；]?(?:一共|合计|共计|总计|共)")
_BESIDE = 60  # characters between two figures of one sentence
_FAR = 120
_SURE = 2  # pairs of characters that a row and a sentence have in common
_MOST = 12
_CAP = 200  # rows, and figures of one unit, that are held against each other: no report has more
_SAYS_LITTLE = frozenset(  # no pair of characters that tells one indicator from another
    "工作 活动 服务 完成 开展 组织 举办 项目 建设 管理 全年 人员 实施 进行 年度 单位 部门".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    reached: Mention
    goal: Mention | None

    @property
    def pairs(self) -> frozenset[str]:
        return _pairs(_NAME_TAIL.sub("", core(self.name)))


@dataclass(frozen=True, slots=True)
class _Told:
    slot: Slot
    words: str


def told_results(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Every row of goals that one sentence of the text, and no other, tells otherwise."""
    rows = [row for goal in goal_rows(context) if (row := _row(context, goal)) is not None][:_CAP]
    if not rows:
        return
    told: dict[object, list[_Told]] = defaultdict(list)
    for passage in texts:
        if context.table_at(passage.slots[0].mention.start) is None:
            for one in _told(context, passage):
                alike = told[family(one.slot.mention.unit)]
                if len(alike) < _CAP:
                    alike.append(one)
    for row in rows:
        near = told.get(family(row.reached.unit), [])
        yield from _rates(row, rows, near) if row.reached.is_rate else _counts(context, row, rows, near)


def _row(context: Context, goal: GoalRow) -> _Row | None:
    inside = context.in_cell(goal.actual) if goal.actual is not None else ()
    plain = len(inside) == 1 and tight(inside[0].text) in tight(goal.actual.text if goal.actual else "")
    if not plain or inside[0].unit is None or inside[0].approximate or inside[0].unit.is_money:
        return None
    extra = tight(goal.actual.text if goal.actual else "").replace(tight(inside[0].text), "", 1)
    if len(extra.replace(inside[0].unit_text, "", 1)) > _SURE:
        return None
    targets = context.in_cell(goal.full) if goal.full is not None else ()
    return _Row(goal.name, inside[0], targets[0] if len(targets) == 1 else None)


def _told(context: Context, passage: Passage) -> Iterator[_Told]:
    changed, year = changed_slots(passage), str(context.facts.year or "")
    for slot in passage.slots:
        if slot.kind not in _KINDS or slot.index in changed or slot.mention.approximate:
            continue
        clause = re.split(r"[，。；：]", slot.before)[-1]
        other_year = period_of(slot.before) not in ("", year)
        if _AIMED.search(passage.text, 0, slot.at):
            continue  # 年度目标为：完成营造林 T，其中甲 a: what is to be done is not what was done
        planned = role_of(label_of(slot)) == "base" and not (slot.kind == COUNT and _ARRANGED.search(clause))
        if not other_year and not _PARTLY.search(clause) and not planned:
            whole = _whole_of_run(passage, slot)
            before = passage.slots[slot.index - 1].before if whole is not None and slot.index else ""
            yield _Told(whole or slot, before + clause)


def _whole_of_run(passage: Passage, first: Slot) -> Slot | None:
    """举办培训班4期，分别培训86人、78人、82人，共246人: the words in front are of the total behind the row."""
    together = first.mention.value
    for slot in passage.slots[first.index + 1 :] if "分别" in first.before else ():
        if slot.mention.unit != first.mention.unit:
            return None
        if slot.mention.value == together and _SUMMED.match(slot.before):
            return slot
        together += slot.mention.value
    return None


def _rates(row: _Row, rows: Sequence[_Row], told: Sequence[_Told]) -> Iterator[Relation]:
    """By the whole name: 预算执行率 is 预算执行率, and 项目资金执行率 another."""
    alike = [one for one in rows if one.reached.is_rate and _ends_alike(core(one.name), core(row.name))]
    if len({one.reached.value for one in alike}) != 1:
        return
    rates = [(core(found["name"]), one) for one in told if (found := _RATE_NAME.search(one.words))]
    named = [one for name, one in rates if name == core(row.name)]
    if not named:  # 群众满意度 in the table, 满意度 in the text: the only two of that ending
        named = [one for name, one in rates if len(name) > _SURE and _ends_alike(name, core(row.name))]
        named = named if len(named) == 1 else []
    if named and len({one.slot.mention.value for one in named}) == 1:
        stated = named[0].slot.mention
        if abs(stated.value - row.reached.value) < max(stated.step, row.reached.step) / 2:
            return
        if row.goal is None or stated.value != row.goal.value:
            whole = any(name == core(row.name) for name, _ in rates)
            slip = shape(as_written(stated.value, stated), as_written(row.reached.value, stated))
            yield _relation(row, stated, "error" if whole or slip else "suspicious")


def _ends_alike(one: str, other: str) -> bool:
    return one.endswith(other) or other.endswith(one)


def _counts(context: Context, row: _Row, rows: Sequence[_Row], told: Sequence[_Told]) -> Iterator[Relation]:
    """By the words in front: all pairs of characters of one of the two names are in the other."""
    pairs = row.pairs
    scored = [(len(pairs & _pairs(one.words)), one) for one in told if one.slot.mention.unit == row.reached.unit]
    goal = row.goal.value if row.goal is not None else None
    near = [(score, one) for score, one in scored if score and one.slot.mention.value != goal][:_MOST]
    if not near or any(one.slot.mention.value == row.reached.value for score, one in scored if score):
        return
    best = max(score for score, _ in near)
    chosen = [one for score, one in near if score == best]
    rivals = [other for other in rows if other is not row and len(other.pairs & _pairs(chosen[0].words)) >= best]
    if len(chosen) != 1 or any(other.reached.unit == row.reached.unit for other in rivals):
        return
    stated = chosen[0].slot.mention
    if _OF_PROJECTS.match(context.document.text, stated.end) and "项目" not in row.name:
        return  # 14个系统 of the row, and 信息系统运维等3个二级项目
    around = context.within((stated.start - _BESIDE, stated.end + _BESIDE))
    beside = [one for one in around if one.value == row.reached.value and one.unit == row.reached.unit]
    if any(one.start != row.reached.start for one in beside):
        return  # 车行道 a、人行道 b，合计 T: the row tells the whole, and so does the sentence
    unit = row.reached.unit
    alone = len(scored) == 1 and sum(other.reached.unit == unit for other in rows) == 1
    well = best >= _SURE and best * 2 >= min(len(pairs), len(_pairs(core(chosen[0].words))))
    slip = shape(as_written(stated.value, stated), as_written(row.reached.value, stated))
    sure = _near(row.reached, stated) or (slip and row.reached.value >= _TEN and _told_again(context, row))
    yield _relation(row, stated, "error" if (alone or well) and sure else "suspicious")


def _told_again(context: Context, row: _Row) -> bool:
    """Whether another line that begins with the row's name says what the row says."""
    text, name = context.document.text, _NAME_TAIL.sub("", re.sub(r"[^\u4e00-\u9fff]", "", row.name))[:_NAMED]
    for other in context.mentions:
        if other.value != row.reached.value or other.unit != row.reached.unit or len(name) < _NAMED:
            continue
        line = text[max(text.rfind("\n", 0, other.start) + 1, other.start - _FAR) : other.start]
        away = abs(other.start - row.reached.start) > len(line) + _FAR
        if away and name in line and line[-1:] not in "≥≤>＞≦≧" and context.table_at(other.start) is not None:
            return True
    return False


def _near(reached: Mention, stated: Mention) -> bool:
    """Whether a slip may part the two: a text that tells of a part only is mostly far from the whole."""
    low, high = sorted((reached.value, stated.value))
    slip = shape(as_written(stated.value, stated), as_written(reached.value, stated))
    return bool(slip) and (slip == SWAPPED or low * 5 >= high * 4)


@lru_cache(maxsize=1024)
def _pairs(text: str) -> frozenset[str]:
    words = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return frozenset(words[at : at + 2] for at in range(len(words) - 1)) - _SAYS_LITTLE


def _relation(row: _Row, stated: Mention, verdict: Verdict) -> Relation:
    right = as_written(row.reached.value, row.reached)
    message = f"“{row.name}”在表中完成 {right}，正文写的是 {number(stated)}。请核对后统一。"
    roles = [("table", row.reached), ("stated", stated)]
    return relation("repeat", verdict, roles, f"{row.name}：文与表相等", right, message, "两处之一误写。")
