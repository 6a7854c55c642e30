"""A rate and right behind it the standard in quotes that it is scored by; the score in the table alone: 满意度89.13%，
按“90%以上得8分，80%—90%得6分，80%以下得3分”的标准计分, and the row 群众满意度 8 8.

The one row of the name, whose points are the most that the standard gives, is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.pairing import bare_name
from hengji.checks.relations.scores.reading.rubrics import Rubric
from hengji.checks.relations.scores.rules.spoken_rules import read_rule
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

__all__ = ["quoted_standards"]

_TOLD: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{0,10}[率度])(?:（[^（）\n]{1,40}）)?(?:为|是|达到?|：)?(?P<rate>\d{1,3}(?:\.\d{1,2})?)%，"
    r"(?:按照?|根据|依据|对照)(?:评分|计分)?(?:标准)?[“\"](?P<rule>[^”\"\n]{8,120})[”\"]的?(?:评分|计分)?(?:标准|办法|规则)?"
    r"(?:计分|打分|评分|赋分|得分|计算|折算)?[。；，]"
)
_QUOTE: Final = re.compile("%，(?:按|根据|依据|对照)")
_LONGEST: Final = 220
_WORTH: Final = re.compile(r"(?:得|计)(\d{1,2}(?:\.\d{1,2})?)分")
_SCORED: Final = re.compile(r"^[^。\n]{0,30}得\s?\d")
_LEAST: Final = 3
"""Characters that two names share at their ends, as 群众满意度 and 满意度 do."""

Row = tuple[Amount, Amount]
"""The points and the score of a row."""


def quoted_standards(context: Context, rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, right or wrong."""
    flow = flowing(context)
    for match in matches_near(_TOLD, _QUOTE, flow.text, _LONGEST):
        if context.table_at(flow.place(match.start())) is None and not _SCORED.match(flow.text[match.end() :]):
            yield from _judged(context, flow, match, rubrics)


def _judged(context: Context, flow: Flowing, match: re.Match[str], rubrics: Sequence[Rubric]) -> Iterator[Relation]:
    most = max((Fraction(one) for one in _WORTH.findall(match["rule"])), default=None)
    rows = [one for rubric in rubrics for one in _rows(rubric, match["name"])]
    if most is None or len(rows) != 1 or rows[0][0].value != most:
        return
    points, score = rows[0]
    rule = read_rule(match["rule"], points.value)
    earned = rule.earned_by_rate(Fraction(match["rate"]) / 100, points.value) if rule is not None else frozenset()
    if rule is None or rule.proportional or len(earned) != 1:
        return
    (worth,) = earned
    right = plain(round_half_up(worth, 2))
    holds = score.value == worth
    figures = (
        piece(context, "standard", *flow.of(match, "rule")),
        piece(context, "data", *flow.of(match, "rate")),
        score.figure("score"),
    )
    said = f"{match['name']} {match['rate']}% 按所写标准{'' if holds else '应'}得 {right} 分"
    message = f"{said}，表中得分 {score.text}。"
    yield rule_relation("ok" if holds else "error", figures, f"评分标准（{match['rate']}%）", right, message)


def _rows(rubric: Rubric, name: str) -> Iterator[Row]:
    """The rows without a standard of their own that are called so."""
    for row, points, score in rubric.awarded():
        called = bare_name(row.name)
        short, long = sorted((called, name), key=len)
        alike = len(short) >= _LEAST and long.endswith(short)
        if alike and row.standard is None:
            yield points, score
