"""What the paper tells of an indicator outside the table of its score: the rate that bears its name in running text,
the row of that name in a table of goals, 完成年度目标的92.40% behind the figure that its row prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.goal_chapters import goal_chapters
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.facts.relation import Figure

__all__ = ["ToldRate", "goals_named", "rates_named", "satisfaction_told", "share_behind"]

_NO_CONDITION: Final = (
    r"(?!以|及以|（含|\(含|的?(?:年度|年初)?目标|的(?:标准|要求|比例)|[—–~～\-至]|[，的]?得|[、，]\d)"
)
_P: Final = rf"(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)%{_NO_CONDITION}"
_VALUE: Final = re.compile(
    rf"[”\"]?(?:（[^（）\n]{{0,60}}）)?(?:[=＝][^，。；\n]{{3,80}}?[=＝≈]|也?[为是]|达到?了?|：)?{_P}"
)
_LEAD: Final = re.compile(
    r"[“\"]?(?:#+)?(?:[*]{2})?(?:[一二三四五六七八九十\d]{1,3}[.、．是：]|（[一二三四五六七八九十\d]{1,2}）)*"
    r"(?:20\d\d年度?|截[至止][^，。；\n]{0,14}，|全年|本年度?|当年|年度|年末|年底|其中[：，]?|部门|单位|整体支出|整体|[我本全][\u4e00-\u9fff]"
    r"|经[^，。；\n]{1,8}，|实际|综合|总体|的|[）。；，：])*[“\"]?"
)
_ASIDE: Final = re.compile(
    r"上年|去年|往年|同期|目标|计划|标准|不低于|不高于|不超过|要求|应达|控制在|如果|若|项目|每|评分|计分|得分|分值|满分|力争|下年|明年|季度|月底?前|序时|拟"
)
_OF_ANY_PART: Final = re.compile("(?:预算|资金|支出)?(?:执行|完成|支付|使用)率")
"""Behind 其中 these are the parts'."""
_TAIL: Final = re.compile(r"(?P<head>[\u4e00-\u9fff“”]{2,14}?)(?P<tail>[\u4e00-\u9fff]{2}(?:率|度))")
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?=年)")
"""2022年底，普及率为88.65% is another year's in the report on 2023."""
_STOPS: Final = "。；\n"
_SATISFIED: Final = re.compile("满意(?:度|率)$")
_REACH: Final = 200
_SHORTEST: Final = 4


@dataclass(frozen=True, slots=True)
class ToldRate:
    """`step`: how exactly the rate is printed."""

    value: Fraction
    step: Fraction
    figure: Figure


def rates_named(context: Context, name: str) -> list[ToldRate]:
    """The rates that running text tells of the indicator *name*, each value once."""
    flow = flowing(context)
    called = bare_name(name)
    if len(called) < _SHORTEST or not re.search("(?:率|度|比例|比重)$", called):
        return []
    return _rates_at(
        context, list(_by_full_name(context, flow, called)) or list(_by_head_and_tail(context, flow, called))
    )


def satisfaction_told(context: Context, name: str) -> list[ToldRate]:
    """For an indicator of satisfaction the one satisfaction that the paper tells, whosoever it is called by."""
    flow = flowing(context)
    if not _SATISFIED.search(bare_name(name)):
        return []
    told = _rates_at(
        context, [place for plain in ("满意度", "满意率") for place in _by_full_name(context, flow, plain)]
    )
    return told if len(told) == 1 else []


def _rates_at(context: Context, places: Sequence[Span]) -> list[ToldRate]:
    flow = flowing(context)
    found: dict[Fraction, ToldRate] = {}
    for start, end in places:
        text = flow.text[start:end]
        step = Fraction(1, 10 ** (len(text.partition(".")[2]) + 2))
        value = Fraction(text) / 100
        found.setdefault(value, ToldRate(value, step, piece(context, "data", *flow.span(start, end + 1))))
    return list(found.values())


def _by_full_name(context: Context, flow: Flowing, name: str) -> Iterator[Span]:
    at = flow.text.find(name)
    while at >= 0:
        match = _VALUE.match(flow.text, at + len(name))
        if match is not None and _is_free(context, flow, at):
            yield match.span("rate")
        at = flow.text.find(name, at + len(name))


def _is_free(context: Context, flow: Flowing, at: int) -> bool:
    """Whether the name at *at* begins what its clause tells, of the whole of the year, outside tables."""
    begin = max(flow.text.rfind(mark, max(0, at - _REACH), at) for mark in _STOPS) + 1
    clause = max(flow.text.rfind(mark, begin, at) for mark in "，：、（") + 1
    lead = flow.text[max(begin, clause) : at]
    if _LEAD.fullmatch(lead) is None or _is_aside(context, flow, at):
        return False
    return context.table_at(flow.place(at)) is None


def _is_aside(context: Context, flow: Flowing, at: int) -> bool:
    """Whether the sentence tells of a goal, a standard, a project or another time."""
    begin = max(flow.text.rfind(mark, max(0, at - _REACH), at) for mark in "。\n") + 1
    aimed = any(start <= at < end for start, end in goal_chapters(context))
    among = "其中" in flow.text[begin:at] and _OF_ANY_PART.match(flow.text, at) is not None
    years = [year for year in _YEAR.findall(flow.text, begin, at) if context.facts.year is not None]
    earlier = bool(years) and str(context.facts.year) not in years
    return aimed or among or earlier or _ASIDE.search(flow.text, begin, at) is not None


def _by_head_and_tail(context: Context, flow: Flowing, name: str) -> Iterator[Span]:
    """政府采购预算620万元，实际采购582.80万元，执行率94.00%: the name taken apart, in a sentence that begins with its
    head and tells no other rate of that kind."""
    parted = _TAIL.fullmatch(name)
    at = flow.text.find(parted["head"]) if parted is not None else -1
    while parted is not None and at >= 0:
        begin = max(flow.text.rfind(mark, max(0, at - _REACH), at) for mark in _STOPS) + 1
        ends = [stop for mark in _STOPS if (stop := flow.text.find(mark, at)) >= 0]
        end = min(ends, default=len(flow.text))
        if _LEAD.fullmatch(flow.text[begin:at]) and context.table_at(flow.place(at)) is None:
            yield from _tails(context, flow, parted["tail"], (at + len(parted["head"]), end))
        at = flow.text.find(parted["head"], end)


def _tails(context: Context, flow: Flowing, tail: str, within: Span) -> Iterator[Span]:
    places = [match.start() for match in re.finditer(tail, flow.text[slice(*within)])]
    if len(places) != 1:
        return
    at = within[0] + places[0]
    alone = flow.text[at - 1] in "，：）、" and not _is_aside(context, flow, at)
    match = _VALUE.match(flow.text, at + len(tail), within[1]) if alone else None
    if match is not None:
        yield match.span("rate")


def goals_named(context: Context) -> Mapping[str, list[GoalRow]]:
    """The rows of tables of goals by the names of their indicators."""
    return context.once(goals_named, lambda: _by_name(context))


def _by_name(context: Context) -> Mapping[str, list[GoalRow]]:
    found: dict[str, list[GoalRow]] = {}
    for row in goal_rows(context):
        found.setdefault(bare_name(row.name), []).append(row)
    return found


def share_behind(context: Context, done: str) -> ToldRate | None:
    """完成开放鉴定4.62万卷，为年度目标的92.40%: the share of its goal that running text tells right behind what was
    done, where it tells one only."""
    flow = flowing(context)
    pattern = re.compile(
        rf"(?<![\d.,]){re.escape(done)}，?(?:为|完成|占|达到?)了?(?:全年|年度|年初|既定|预期)*(?:目标|任务|计划)(?:任务|数|值)?的"
        r"(?P<rate>\d{1,3}(?:\.\d{1,4})?)%"
    )
    found = {match["rate"]: match for match in pattern.finditer(flow.text)}
    if len(found) != 1:
        return None
    (text, match), *_ = found.items()
    step = Fraction(1, 10 ** (len(text.partition(".")[2]) + 2))
    start, end = match.span("rate")
    return ToldRate(Fraction(text) / 100, step, piece(context, "data", *flow.span(start, end + 1)))
