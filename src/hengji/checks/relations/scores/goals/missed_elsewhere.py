"""Success claimed in one place, and a goal told to be missed in another: 数量指标一项不落，全部完成, and of the river
计划治理 12.5 公里，实际完成 11.2 公里.

What was missed stands in running text, as a plan and what was done of it, or in a row of goals. A claim of one goal is
held against the one that is called so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot, passages
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.goals.success import claims_of
from hengji.checks.relations.scores.rules.full_marks import surely_missed
from hengji.checks.relations.tables.goals import GoalRow
from hengji.checks.relations.verdicts import converted, number, same_kind
from hengji.facts.relation import Relation

__all__ = ["missed_elsewhere"]

_PLAN: Final = re.compile(
    r"(?:计划|目标|任务|拟)(?!的$)(?:完成|编制|治理|新建|改造|实施|建设)?[^，。；：\ue000-\ue005]{0,8}$"
)
_DONE: Final = re.compile("实际|完成|建成|办结|形成|完工|竣工|签订|达到")
_NO_PLAN: Final = re.compile("实际|超|比|占|上年|去年|下一?年|来年|明年|剩余|其余|累计")
_LESS: Final = re.compile(
    "不超过|不高于|控制|以内|以下|≤|降|减少|压减|低于|差错|投诉|事故|成本|逾期|天$|时间|时长|工期|费用|支出|资金|预算|采购"
)
_WORK: Final = ("", "产出", "数量")
_ALL: Final = re.compile("全部|全数|均|都|一项不落|足额|每一?[项条]|全面|圆满|超额|100")
_AS_SET: Final = "(?:完成|达到|实现)了?(?:年初|年度|全年|当年|预期|设定|定下|既定|下达|确定|的)"
_WORK_ENDS: Final = (
    "(?:任务|工作|目标|指标|项目|工程)(?:已经?|均已?|都已?|全部)?(?:圆满|如期|按期|顺利|超额|全面|全部|如数|悉数|全数)"
)
_NAMED: Final = near(
    re.compile(
        rf"{_AS_SET}+(?P<goal>[\u4e00-\u9fff]{{2,8}}?)(?:任务|目标|指标)(?=[，。；、\n]|$)"
        rf"|(?P<work>[\u4e00-\u9fff\d]{{4,18}}){_WORK_ENDS}"
        r"(?:收官|完成|实现|达成|竣工|完工|建成)"
    ),
    f"{_AS_SET}|{_WORK_ENDS}",
    60,
)
_RESERVED: Final = re.compile(r"(?:未|没有|尚未|是否|基本|确保|力争|为了?|争取|如|若|除|要|将|才能?)[^。；，\n]{0,10}$")
_GENERAL: Final = re.compile("各项|工作|绩效|整体|年度|全年|既定|预期|重点|目标|任务|指标|收入|支出|预算")
_QUOTIENT: Final = re.compile(
    r"(?<![\d./])(?P<done>\d{1,4})\s?[/÷]\s?(?P<all>\d{1,4})\s?[=＝]\s?\d{1,2}(?:\.\d+)?\s?[%％]"
)
_COMPLETED: Final = re.compile("(?:完成|竣工|完工|建成|开工)率$")
_NEAR: Final = 2
_SHORTEST: Final = 3
_HEADING: Final = 24


@dataclass(frozen=True, slots=True)
class _Missed:
    """What was planned and done of something; `words` are those by which it is called."""

    words: str
    planned: str
    done: str
    spans: tuple[Span, Span]
    counted: bool


def missed_elsewhere(context: Context, rows: Sequence[GoalRow]) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all."""
    text = context.document.text
    told = [one for passage in passages(context) for one in _in_prose(text, passage)]
    if told:
        yield from _of_all(context, told)
    yield from _of_one(context, [*told, *_in_rows(rows), *_in_quotients(context)])


def _in_prose(text: str, passage: Passage) -> Iterator[_Missed]:
    """计划 A，实际完成 B with B below A."""
    for plan in passage.slots:
        planned = plan.kind in (COUNT, MONEY, RATE) and _PLAN.search(plan.label) is not None
        if not planned or _NO_PLAN.search(plan.label) or _LESS.search(plan.label) or plan.mention.approximate:
            continue
        behind = passage.slots[plan.index + 1 : plan.index + 1 + _NEAR]
        done = next((slot for slot in behind if same_kind(slot, plan)), None)
        if done is None or not _is_done(passage, plan, done):
            continue
        if 0 < converted(done.mention, plan.mention.unit) < plan.mention.value:
            start = max(text.rfind("\n", 0, passage.start) + 1, passage.start - _HEADING)
            words = text[start : passage.start] + plan.before + done.before
            spans = _span(plan), _span(done)
            yield _Missed(words, number(plan.mention), number(done.mention), spans, plan.kind == COUNT)


def _span(slot: Slot) -> Span:
    return slot.mention.start, slot.mention.end


def _is_done(passage: Passage, plan: Slot, done: Slot) -> bool:
    between = passage.text[plan.at + 1 : done.at]
    told = _DONE.search(done.label) or _DONE.search(passage.after(done)[:6])
    return (
        told is not None
        and not re.search("[。；]|^的", between)
        and not _NO_PLAN.search(done.label.replace("实际", ""))
    )


def _in_rows(rows: Sequence[GoalRow]) -> Iterator[_Missed]:
    for row in rows:
        if row.full is None or row.actual is None or row.full.text.strip() == row.actual.text.strip():
            continue  # 3座 of 3座: what was missed is its time
        if surely_missed(row) and not _LESS.search(row.name):
            spans = (row.full.start, row.full.end), (row.actual.start, row.actual.end)
            yield _Missed(row.name, row.full.text.strip(), row.actual.text.strip(), spans, False)


def _in_quotients(context: Context) -> Iterator[_Missed]:
    """校舍改造完成率 | …，12/14=85.71%: so many of all of them, in the row of a rate of completion."""
    for table in context.document.tables if "/" in context.document.text else ():
        for cell in table.cells:
            found = _QUOTIENT.search(cell.text)
            if found is None or int(found["done"]) >= int(found["all"]):
                continue
            beside = (other for other in table.cells if other.row == cell.row and other.column < cell.column)
            name = next((other.text.strip() for other in beside if _COMPLETED.search(other.text.strip())), "")
            if name:
                spans = [(cell.start + found.start(one), cell.start + found.end(one)) for one in ("all", "done")]
                yield _Missed(name, found["all"], found["done"], (spans[0], spans[1]), True)


def _of_all(context: Context, told: Sequence[_Missed]) -> Iterator[Relation]:
    text = context.document.text
    counted = [one for one in told if one.counted]
    for claim in claims_of(context) if counted else ():
        said = text[slice(*claim.span)].strip()
        if claim.kind in _WORK and _ALL.search(said):
            yield _relation(context, counted[0], claim.span, said)
            return


def _of_one(context: Context, told: Sequence[_Missed]) -> Iterator[Relation]:
    """The goal that a claim names, where one that was missed is called so and nothing else is."""
    flow = flowing(context)
    for match in _NAMED.finditer(flow.text) if told else ():
        name = re.sub(r"^\d+|^[个项条座处]", "", re.sub(r"^\d+", "", match["goal"] or match["work"]))
        if _RESERVED.search(flow.text, max(0, match.start() - 14), match.start()) or _GENERAL.search(name):
            continue
        if context.table_at(flow.place(match.start())) is not None:
            continue
        called = [one for one in told if _is_called(one, name)]
        place = flow.of(match)
        said = set(re.findall(r"\d+", match[0]))
        called = [one for one in called if not said & set(re.findall(r"\d+", one.done))]  # 其中9个已竣工
        if len(called) == 1 and not any(place[0] <= start < place[1] for start, _ in called[0].spans):
            yield _relation(context, called[0], place, match[0].strip())


def _is_called(one: _Missed, name: str) -> bool:
    """签约率 is 家庭医生签约率; 乡镇国土空间规划编制 has 国土空间规划 in common with 乡镇国土空间规划计划编制."""
    if name in one.words:
        return True
    stretch = max(len(name) * 2 // 3, _SHORTEST + 1)
    return len(name) > stretch and any(name[at : at + stretch] in one.words for at in range(len(name) - stretch + 1))


def _relation(context: Context, one: _Missed, place: Span, said: str) -> Relation:
    target, actual = one.spans
    figures = piece(context, "target", *target), piece(context, "actual", *actual), piece(context, "stated", *place)
    message = f"文中另处写明目标 {one.planned}，完成 {one.done}，没有达到，这里却说“{said}”。请核对。"
    return Relation(
        "target", "error", figures, f"{one.done} 对 {one.planned}", "没有全部达到", said, message, "说法与数字不符。",
        "high",
    )  # fmt: skip
