"""Goals in running text: “举办培训场次目标为50场，实际完成51场”; and those that the text itself gives all their points:
“良种推广面积（8分）：目标18万亩，实际17.6万亩，得8分”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.rules.full_marks import Awarded
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.document import Cell
from hengji.facts.relation import Figure

__all__ = ["spoken_full_marks", "spoken_goals", "spoken_reasons"]

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

_POINTS: Final = r"\d{1,2}(?:\.\d{1,2})?"
_MARKED: Final = re.compile(
    rf"([\u4e00-\u9fff]{{2,20}})(?:[（(](?:满分|分值)?\s?({_POINTS})\s?分[）)]\s?[：:，,。]?|({_POINTS})\s?分[，,：:])\s{{0,4}}"
    rf"(?:年初|年度|全年|绩效)?(?:目标|计划|任务)(?:值|数)?[为是：:]?\s{{0,4}}({_FIGURE})\s{{0,4}}[，,；;]\s{{0,4}}(?:全年|年末|年底)?"
    rf"(?:实际|现?已)?(?:完成|达到|实现|建成)?(?:值|数)?(?:为|了|达|：|:)?\s{{0,4}}({_FIGURE})\s{{0,4}}[，,]\s{{0,4}}(?:本项|该项)?(?:实|自评)?得\s?({_POINTS})\s?分(?=[，,。；;\n]|$)"
)
"""①结案率10分，目标≥95%，实际94.2%，得10分: points, goal, what was done, and the score right behind it."""
_SCORED: Final = re.compile(r"[，,]\s{0,4}(?:本项|该项)?(?:实|自评)?得\s?\d")

_SET: Final = re.compile(rf"(?:目标|计划|指标)(?:值|数)?(?:为|是|\s{{0,40}}(?:[≥≤><]|{_BOUND}))")
_REALLY: Final = re.compile(r"[，,；;]\s{0,40}(?:年度|全年)?实际")
_OWNED: Final = re.compile(
    r"[，,；;（(](?P<why>(?:[多少差超欠缺短]了?\s?\d|尚有|还有|仍有|还差|(?:主要)?(?:原因|因|受|由于)|未(?:能)?(?:完成|达)|没有?(?:完成|达))[^，,。；;\n]{0,20})"
)
_REACH: Final = 300


def spoken_goals(context: Context) -> Iterator[GoalRow]:
    """The goals of the text outside tables, as rows of a table would be."""
    text = context.document.text
    anchored = ((_GOAL, _SET), (_PLANNED, _REALLY), (_LISTED, _SET_DOWN))
    for match in (found for pattern, anchor in anchored for found in matches_near(pattern, anchor, text, _REACH)):
        if context.table_at(match.start()) is None:
            target, actual = (Cell(0, 0, *match.span(group), match[group]) for group in (2, 3))
            yield GoalRow(match[1].strip(), (match[1].strip(),), None, target, actual, False, True)
    for match in _marked_in_full(context):
        name, goal, actual = match[1], Cell(0, 0, *match.span(4), match[4]), Cell(0, 0, *match.span(5), match[5])
        yield GoalRow(name, (name,), None, goal, actual, False, True)


def spoken_reasons(context: Context, rows: Sequence[GoalRow]) -> Mapping[int, Figure]:
    """By the start of what was done, for *rows* of the text: the words right behind it that own that it fell short:
    多4件, 尚有1座未完工."""
    text = context.document.text
    found: dict[int, Figure] = {}
    for row in rows:
        owned = _OWNED.match(text, row.actual.end) if row.actual is not None else None
        if owned is not None and row.actual is not None:
            found[row.actual.start] = Figure("reason", owned["why"], *owned.span("why"))
    return found


def spoken_full_marks(context: Context) -> Mapping[int, Awarded]:
    """By the start of what was done: the points of such a goal, and the score that is as much."""
    found: dict[int, Awarded] = {}
    for match in _marked_in_full(context):
        points, score = (amount_at(context, *match.span(group)) for group in (2 if match[2] else 3, 6))
        if points is not None and score is not None:
            found[match.start(5)] = Awarded(points, score)
    return found


def _marked_in_full(context: Context) -> Iterator[re.Match[str]]:
    """Goals of the text that earned all their points, without a word of how they earn them."""
    text = context.document.text
    for match in matches_near(_MARKED, _SCORED, text, _REACH):
        if context.table_at(match.start()) is None and Fraction(match[2] or match[3]) == Fraction(match[6]):
            yield match
