"""A goal told again where it is scored: 资助创新创业团队 18 个以上 among the goals of the year, and the item
资助团队数量 with 完成目标 15 个以上的任务 in the analysis.

The item's name has to be in the goal's, letter by letter in its order, and no other goal of that unit may fit as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final, NamedTuple

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["restated_goals"]

_N: Final = r"(?P<n>(?<![\d.,])\d[\d,]{0,11}(?:\.\d{1,2})?)\s?(?P<u>%|[个名人户家项台套场期次亩件处座所批辆条])"
_GOALS: Final = re.compile(r"(?:年度|总体|绩效|预期)目标(?:为|是)?[：:](?P<told>[^\n\t|]{12,800})")
_GOAL: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff]{{4,20}}?)(?:不低于|不少于|达到|达|不超过|控制在|为|在)*{_N}(?:及?以[上内下])?$"
)
_ITEM: Final = re.compile(
    r"(?:^|(?<=\n))\s{0,4}(?:\d{1,2}[.、．]|[（(]\d{1,2}[）)])(?P<name>[\u4e00-\u9fff]{3,16})(?:（[^（）\n]{0,16}分[^（）\n]{0,16}）)?[。：，](?P<said>[^\n]{8,400})"
)
_N_BEHIND: Final = _N.replace("<n>", "<n2>").replace("<u>", "<u2>")
_AGAIN: Final = re.compile(
    r"(?:完成|达到|超过|超额完成|实现|低于|高于)了?"
    rf"(?:(?:年初|年度|预期|既定|绩效)?目标{_N}(?:及?以[上内])?"
    rf"|{_N_BEHIND}(?:及?以[上内])?的(?:年初|年度|预期|绩效|既定)?目标)"
)
_GOAL_WORD: Final = re.compile("目标")
_MEASURE: Final = re.compile("(?:数量|个数|人数|户数|场次|次数|数)$")
_OTHERS: Final = re.compile("其中|上年|每")
_LEAST, _REACH = 4, 440


class _Goal(NamedTuple):
    name: str
    value: Fraction
    unit: str
    start: int
    end: int


def restated_goals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all."""
    flow = flowing(context)
    goals = list(_goals(flow))
    if not goals:
        return
    for item in matches_near(_ITEM, _GOAL_WORD, flow.text, _REACH):
        for again in _AGAIN.finditer(flow.text, *item.span("said")):
            yield from _compared(context, flow, item, again, goals)


def _goals(flow: Flowing) -> Iterator[_Goal]:
    """The goals that the words tell one by one."""
    for told in _GOALS.finditer(flow.text):
        start = told.start("told")
        for clause in re.finditer("[^，；、。]+", told["told"]):
            goal = _GOAL.search(clause[0])
            if goal is not None and not _OTHERS.search(clause[0]):
                begin = start + clause.start()
                value = Fraction(goal["n"].replace(",", ""))
                yield _Goal(goal["name"], value, goal["u"], begin + goal.start("n"), begin + goal.end("n"))


def _compared(
    context: Context, flow: Flowing, item: re.Match[str], again: re.Match[str], goals: Sequence[_Goal]
) -> Iterator[Relation]:
    group, unit = ("n", again["u"]) if again["n"] else ("n2", again["u2"])
    name = _MEASURE.sub("", item["name"])
    named = [goal for goal in goals if goal.unit == unit and len(name) >= _LEAST and _is_within(name, goal.name)]
    if len({goal.value for goal in named}) != 1 or Fraction(again[group].replace(",", "")) == named[0].value:
        return
    goal = named[0]
    place = flow.of(again, group)
    if context.table_at(place[0]) is not None:
        return
    right, said = f"{flow.text[goal.start : goal.end]}{unit}", f"{again[group]}{unit}"
    message = f"“{item['name']}”的目标前文为 {right}（“{goal.name}”），这里却写 {said}。请核对后统一。"
    figures = (piece(context, "goal", *flow.span(goal.start, goal.end)), piece(context, "stated", *place))
    yield Relation("target", "error", figures, "同一目标各处相等", right, said, message, "目标值误写。", "high")


def _is_within(name: str, whole: str) -> bool:
    """Whether the letters of *name* stand in *whole* in their order, the last one last."""
    rest = iter(whole)
    return name[-1] == whole[-1] and all(letter in rest for letter in name)
