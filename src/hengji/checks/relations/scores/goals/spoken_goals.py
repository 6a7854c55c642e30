"""Goals in running text: “举办培训场次目标为50场，实际完成51场”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.document import Cell

__all__ = ["spoken_goals"]

_BOUND: Final = "不少于|不低于|不超过|不高于|至少"
_FIGURE: Final = (
    rf"(?:[≥≤><=]|{_BOUND})?\s{{0,40}}\d[\d,]{{0,24}}(?:\.\d{{1,9}})?\s{{0,40}}(?:[%％]|[\u4e00-\u9fff]{{1,3}}?)?"
)
_GOAL: Final = re.compile(
    rf"([^，,。；;：:\n]{{2,24}}?)(?:的)?(?:年度|全年|绩效|年初)?(?:目标|计划|指标)(?:值|数)?(?:为|是|(?=\s{{0,40}}(?:[≥≤><]|{_BOUND})))\s{{0,40}}({_FIGURE})\s{{0,40}}[，,]\s{{0,40}}"
    rf"(?:年度|全年)?(?:实际)?(?:完成|达到|实现|实际(?:[\u4e00-\u9fff]{{2}}(?=\d))?)(?:值|数)?(?:为|了|达)?\s{{0,40}}({_FIGURE})(?=[，,。；;\n]|$)"
)

_PLANNED: Final = re.compile(
    rf"(?:计划|拟)([^，,。；;：:\n\d]{{2,20}}?)\s{{0,40}}({_FIGURE})\s{{0,40}}[，,；;]\s{{0,40}}(?:年度|全年)?实际[^，,。；;：:\n\d]{{0,10}}?\s{{0,40}}({_FIGURE})(?=[，,。；;\n]|$)"
)

_LISTED: Final = re.compile(
    rf"(?:(?<=[\n；;。）)、.．])|^)\s{{0,40}}([\u4e00-\u9fff（）()]{{2,20}})[，,：:]\s{{0,4}}(?:年初|年度|全年|绩效)?(?:目标|计划|任务)(?:值|数)?[为是：:]?"
    rf"\s{{0,4}}({_FIGURE})\s{{0,4}}[，,；;]\s{{0,4}}(?:全年|年末|年底)?(?:实际|现?已)?(?:完成|达到|实现|建成)(?:值|数)?[为了达：:]?"
    rf"\s{{0,4}}({_FIGURE})(?=[，,。；;\n]|$)"
)
"""（4）油茶新造，目标 1000 亩，完成 850 亩."""
_SET_DOWN: Final = re.compile(r"[，,：:]\s{0,4}(?:年初|年度|全年|绩效)?(?:目标|计划|任务)")

_SET: Final = re.compile(rf"(?:目标|计划|指标)(?:值|数)?(?:为|是|\s{{0,40}}(?:[≥≤><]|{_BOUND}))")
_REALLY: Final = re.compile(r"[，,；;]\s{0,40}(?:年度|全年)?实际")
_REACH: Final = 300


def spoken_goals(context: Context) -> Iterator[GoalRow]:
    """The goals of the text outside tables, as rows of a table would be."""
    text = context.document.text
    anchored = ((_GOAL, _SET), (_PLANNED, _REALLY), (_LISTED, _SET_DOWN))
    for match in (found for pattern, anchor in anchored for found in matches_near(pattern, anchor, text, _REACH)):
        if context.table_at(match.start()) is None:
            target, actual = (Cell(0, 0, *match.span(group), match[group]) for group in (2, 3))
            yield GoalRow(match[1].strip(), (match[1].strip(),), None, target, actual, False, True)
