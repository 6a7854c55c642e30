"""Indicators told label by label: “分值：5”, “评分标准：…”, “完成情况：…”, “得分：4”, each on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.rules.spoken_rules import read_rule
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import percent, plain, round_half_up
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["labelled_indicators"]

_LINE: Final = re.compile(r"^[ \t\u3000]{0,80}([^：:\n，。；]{2,10})\s{0,20}[：:]\s*([^\n]+)$", re.MULTILINE)
_POINTS: Final = re.compile("(?:指标)?(?:分值|满分|权重|标准分)")
_SCORE: Final = re.compile("(?:自评|评价|实际|核查|复核|本项)?得分")
_STANDARD: Final = re.compile("(?:评分|计分|评价|打分)(?:标准|细则|办法|规则)")
_DATA: Final = re.compile(
    "(?:实际)?完成(?:情况|值)|实际情况|评价情况|得分(?:说明|依据)|评分(?:说明|依据)|扣分(?:原因|说明)|实际值"
)
_BARE: Final = re.compile(r"(-?\d{1,3}(?:\.\d{1,4})?)\s*分?\s*。?\s*")
_RATE: Final = re.compile(r"(?:率|比例|度|为|达到?|^)\s*(\d{1,3}(?:\.\d+)?)\s*[%％](?!\s*(?:以上|以下|的目标|目标))")
_REASONS: Final = re.compile("另|其他|还|同时|此外|材料|资料|酌情|加分")
_REACH: Final = 700


@dataclass(slots=True)
class _Indicator:
    """What the labels have said so far, from the points on."""

    points: Amount
    standard: Span | None = None
    data: Span | None = None


def labelled_indicators(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, at most two for each indicator."""
    text = context.document.text
    current: _Indicator | None = None
    for match in _LINE.finditer(text):
        label, span = match[1].strip(), match.span(2)
        if current is not None and match.start() - current.points.cell.end > _REACH:
            current = None
        bare = _BARE.fullmatch(match[2])
        amount = amount_at(context, span[0] + bare.start(1), span[0] + bare.end(1)) if bare is not None else None
        if _POINTS.fullmatch(label) and amount is not None and context.table_at(span[0]) is None:
            current = _Indicator(amount)
        elif current is not None and _STANDARD.fullmatch(label):
            current.standard = span
        elif current is not None and _DATA.fullmatch(label):
            current.data = span
        elif current is not None and _SCORE.fullmatch(label) and amount is not None:
            yield from _judged(context, current, amount)
            current = None


def _judged(context: Context, one: _Indicator, score: Amount) -> Iterator[Relation]:
    points = one.points
    if score.value > points.value > 0:
        message = f"得分 {score.text} 超过分值 {points.text}。"
        figures = (points.figure("points"), score.figure("score"))
        yield rule_relation("error", figures, f"{score.text} ≤ {points.text}", f"不超过 {points.text}", message)
    if one.standard is None or one.data is None:
        return
    text = context.document.text
    standard, data = text[slice(*one.standard)], text[slice(*one.data)]
    rates = {match[1] for match in _RATE.finditer(data)}
    rule = read_rule(standard, points.value)
    if rule is None or len(rates) != 1 or _REASONS.search(data):
        return
    rate = Fraction(rates.pop()) / 100
    earned = rule.earned_by_rate(rate, points.value)
    if not earned:
        return
    near = points.value * Fraction(1, 200) + score.step / 2 if rule.proportional else Fraction(0)
    exact = any(score.value in (round_half_up(each, max(score.decimals, 1)), each) for each in earned)
    holds = exact or any(abs(each - score.value) <= near for each in earned)
    verdict: Verdict = "ok" if holds else "error"
    right = plain(round_half_up(min(earned, key=lambda each: abs(each - score.value)), max(score.decimals, 2)))
    message = f"按评分标准，{percent(rate)} {'' if holds else '应'}得 {right} 分，所列得分 {score.text}。"
    places = (Figure("standard", standard, *one.standard), Figure("data", data, *one.data), score.figure("score"))
    yield rule_relation(verdict, places, f"评分标准（{percent(rate)}）", right, message)
