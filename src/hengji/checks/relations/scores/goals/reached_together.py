"""Several goals said to be reached together, where one of them, told in the chapter on goals, was not: 衬砌渠道 68 公里
there, and 衬砌渠道 64.8 公里 in front of 各项工程量均达到目标.

The goal is known by its name, which the result has too, to the last word. A claim of one result (漏损率降至12.80%。达到
预期目标) is held against what it follows; there goals that may not be passed (降至12%以下) count too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.goal_chapters import goal_chapters
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["reached_together"]

_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_UNIT: Final = (
    "[%％]|万?平方米|万?立方米|公里|万?亩|万?人次|万?人|户次|户|场次|场|件|个|座|处|家|条|项|台|套|眼|口|期|次|所|篇|名"
    "|批|册|份"
)
_ANNOUNCED: Final = re.compile(
    r"(?:^|[。；\n])[^。；，\n\d]{0,12}(?:年度|年初|全年|当年|绩效)[^。；，\n\d]{0,8}(?:目标|指标|任务)(?:为|是|如下)?[：:](?P<told>[^。\n]{6,400})"
)
_GOAL: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{4,20}}?)(?P<sign>不低于|不少于|不小于|达到|达|至少|提高到|为)?\s?(?P<n>{_N})\s?(?P<u>{_UNIT})(?:及?以上)?(?=[，,。；;、）\n]|$)"
)
_DONE: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{4,24}}?)(?:为|是|达到?|共|了)?\s?(?P<n>{_N})\s?(?P<u>{_UNIT})(?![\u4e00-\u9fff])"
)
_CLAIM: Final = near(
    re.compile(
        r"(?:^|(?<=[，。；\n]))(?P<what>[^，。；\n\d\ue000]{0,24}(?:[\d三四五六七八两]项)?)(?:均|都|全部)已?(?:如期|按期|圆满|超额|顺利|较好地?|全面)*"
        r"(?:完成|达到|实现|达成)了?(?:或超过了?|或超额完成)?(?:年度|年初|预期|绩效|设定|既定|全年|当年|的)*(?:计划|目标|任务|指标)(?:数|值|要求|任务)?(?=[，。；\n]|$)"
    ),
    "(?:均|都|全部)已?(?:如期|按期|圆满|超额|顺利|较好地?|全面)*(?:完成|达到|实现|达成)",
    100,
)
_MOST: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{4,20}}?)(?:降至|降到|下降到|控制在|压减到|不超过|不高于|低于)\s?(?P<n>{_N})\s?(?P<u>{_UNIT})(?:及?以下|以内|之内)?"
    r"(?=[，,。；;、）\n]|$)"
)
_FELL: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{4,24}}?)(?:由[^，。；\n]{{0,12}}?{_N}(?:{_UNIT}))?(?:降至|降到|下降到|下降至|为|是)\s?(?P<n>{_N})\s?(?P<u>{_UNIT})"
    r"(?![\u4e00-\u9fff])"
)
_BARE_CLAIM: Final = re.compile(
    r"(?<=[，。])(?:已|圆满|顺利|全面|如期|按期|超额)*(?:完成|达到|实现)了?(?:年度|年初|预期|绩效|设定|既定|全年|当年|的)+(?:计划|目标|任务)(?:数|值|要求|任务)?"
    r"(?=[，。；\n]|$)"
)
_OF_ALL: Final = re.compile("各项|上述|以上|所有|这|全部|^$|指标|工程量|任务|数量")
_RESERVED: Final = re.compile("除|其余|其他|但|力争|确保|是否|未|没有|不")
_AT_MOST: Final = re.compile(
    r"不超过|不高于|控制|以内|以下|降|减少|压减|低于|差错|投诉|事故|成本|逾期|时间|时长|发生|死亡|缺|流失"
)
_EARLIER: Final = re.compile("上年|去年|累计|其中|比|较|同比|增|计划|目标|任务")
_SHORTEST, _WORDS = 4, 3


@dataclass(frozen=True, slots=True)
class _Goal:
    value: Fraction
    unit: str
    span: Span
    at_most: bool = False


def reached_together(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all."""
    flow = flowing(context)
    claims = [match for match in _CLAIM.finditer(flow.text) if not _RESERVED.search(match["what"])]
    goals = _goals(context, flow) if claims else {}
    for claim in claims if goals else ():
        start = flow.text.rfind("\n", 0, claim.start()) + 1
        for match in _DONE.finditer(flow.text, start, claim.start()):
            name = _plain(match["name"])
            known = next((one for one in goals if name.endswith(one) or (one.endswith(name) and "率" in name)), None)
            done = read_number(match["n"].replace(",", ""))
            if known is None or done is None or _EARLIER.search(match["name"]) or not _speaks_of(claim["what"], known):
                continue
            goal = goals[known]
            apart = goal.span[0] > claim.end() or goal.span[1] < start
            tabled = context.table_at(flow.place(match.start())) is not None
            if apart and not tabled and goal.unit == match["u"] and done < goal.value:
                yield _relation(context, flow, (match, goal, claim))
    yield from _followed(context, flow)


def _followed(context: Context, flow: Flowing) -> Iterator[Relation]:
    """What a claim without a subject follows: its own sentence, or all of the paragraph where it begins a sentence."""
    claims = list(_BARE_CLAIM.finditer(flow.text))
    goals, bars = (_goals(context, flow), _goals(context, flow, _MOST)) if claims else ({}, {})
    for claim in claims if goals or bars else ():
        start = (
            max(
                flow.text.rfind(mark, 0, claim.start())
                for mark in ("\n" if flow.text[claim.start() - 1] == "。" else "。\n")
            )
            + 1
        )
        if context.table_at(flow.place(start)) is not None or _RESERVED.search(flow.text, start, claim.start()):
            continue
        for pattern, known in ((_DONE, goals), (_FELL, bars)):
            for match in pattern.finditer(flow.text, start, claim.start()):
                yield from _missed(context, flow, known, (match, claim))


def _missed(
    context: Context, flow: Flowing, goals: Mapping[str, _Goal], found: tuple[re.Match[str], re.Match[str]]
) -> Iterator[Relation]:
    match, claim = found
    goal = goals.get(_plain(match["name"]))
    done = read_number(match["n"].replace(",", ""))
    if goal is None or done is None or goal.unit != match["u"] or goal.span[0] <= match.start() <= goal.span[1]:
        return
    if (done > goal.value) if goal.at_most else (done < goal.value and not _EARLIER.search(match["name"])):
        yield _relation(context, flow, (match, goal, claim))


def _goals(context: Context, flow: Flowing, pattern: re.Pattern[str] = _GOAL) -> Mapping[str, _Goal]:
    """By name: what must at least be reached, or may at most be. A name with two goals is left out."""
    found: dict[str, set[_Goal]] = {}
    for span in (*goal_chapters(context), *(told.span("told") for told in _ANNOUNCED.finditer(flow.text))):
        for match in pattern.finditer(flow.text, *span):
            _take(found, flow, match, at_most=pattern is _MOST)
    return {name: next(iter(goals)) for name, goals in found.items() if len({goal.value for goal in goals}) == 1}


def _take(found: dict[str, set[_Goal]], flow: Flowing, match: re.Match[str], *, at_most: bool) -> None:
    value = read_number(match["n"].replace(",", ""))
    name = _plain(match["name"])
    around = flow.text[max(0, match.start() - _SHORTEST) : match.end() + _SHORTEST].replace("不低于", "")
    if value is not None and len(name) >= _SHORTEST and (at_most or not _AT_MOST.search(around)):
        found.setdefault(name, set()).add(_Goal(Fraction(value), match["u"], match.span(), at_most))


def _plain(name: str) -> str:
    return re.sub("[“”]|^(?:完成|实现|确保|力争|全年|年内|计划)+", "", name)


def _speaks_of(what: str, name: str) -> bool:
    """Whether the words in front of 均 are of all goals, or share words with the name of this one."""
    return _OF_ALL.search(what) is not None or len(pairs_of(what) & pairs_of(name)) >= _WORDS


def _relation(context: Context, flow: Flowing, found: tuple[re.Match[str], _Goal, re.Match[str]]) -> Relation:
    match, goal, claim = found
    aim, done = f"{flow.text[slice(*goal.span)]}", f"{match['n']}{match['u']}"
    said = claim[0].strip()
    figures = (
        piece(context, "target", *flow.span(*goal.span)),
        piece(context, "actual", *flow.of(match, "n")),
        piece(context, "stated", *flow.span(*claim.span())),
    )
    message = f"目标是“{aim}”，实际为 {done}，没有达到，文中却说“{said}”。请核对两数，或改正说法。"
    return Relation(
        "target", "error", figures, f"{done} 对 {aim}", "未达到目标", said, message,
        "两数之一或说法有误。", "high",
    )  # fmt: skip
