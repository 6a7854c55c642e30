"""A score that a printed formula makes of a rate: “按执行率×10计分，执行率76.5%，此项得7.65分”; or “算法是到位率乘分值”
and “分值×（1－偏差率）”, with the points told apart.

Also a rate of a score told the other way round: “得18分，占该部分满分24分的75%”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["rate_times_points", "shares_of_points"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_FORMULA: Final = re.compile(
    rf"(?:(?P<name>[\u4e00-\u9fff]{{2}}[率度])[）)”\"]?\s?(?:[×✕*]|乘以)\s?(?:分值|满分|权重)?(?P<points>{_N})(?:分)?(?![\d.%％])"
    rf"|(?:分值|满分|权重)?(?P<points2>(?<![\d.]){_N})(?:分)?\s?(?:[×✕*]|乘以)\s?[“（(]?[\u4e00-\u9fff]{{0,6}}?"
    rf"(?P<name2>[\u4e00-\u9fff]{{2}}[率度]))"
)
_BY_NAME: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2}[率度])[）)”\"]?\s?(?:[×✕*]|乘以?)\s?(?:指标|该项|本项)?(?:分值|满分|权重)(?!\s?\d)"
    r"|(?:指标)?(?:分值|满分|权重)\s?(?:[×✕*]|乘以?)\s?(?:[（(](?P<less>1\s?[－—–-]\s?)?)?[“]?[\u4e00-\u9fff]{0,4}?(?P<name2>[\u4e00-\u9fff]{2}[率度])"
)
"""The points are told elsewhere in the paragraph."""
_POINTS: Final = re.compile(
    rf"(?:分值|满分|权重)(?:为|是|[:：])?\s?(?P<points>{_N})\s?分|[率度性]”?(?P<points2>{_N})分[，。]"
)
_GIVEN_SCORE: Final = re.compile(rf"(?:得分?|[记计给评打](?=\d))(?:为|是|[:：])?\s?(?P<score>{_N})\s?分(?!值|之|，得)")
_RATE: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2}[率度])(?:约|实际|最终)?(?:为|是|达到?|[:：=])?\s?(?P<rate>\d{1,3}"
    r"(?:\.\d{1,4})?)\s?[%％](?!以[上下])"
)
_SCORE: Final = re.compile(rf"(?<![不])(?:得分?|[记计](?=\d))(?:为|是|[:：])?\s?(?P<score>{_N})\s?分(?!值|之)")
_OTHER: Final = re.compile(
    r"扣|加\d|加分|得满分|以上的?得|低于\d[\d.]*[%％][^。]{0,12}不得分|标准分|[×*]\s?[\u4e00-\u9fff]{2,6}[×*]|1-|1－|[+＋]"
)
_SHARE: Final = re.compile(
    rf"得分?(?:为|是)?\s?(?P<score>{_N})\s?分[，,]\s?(?:约?占|为)(?:该|本|其)?[^，。；\d]{{0,8}}?(?:满分|总分值?|分值|权重)"
    rf"(?:为)?\s?(?P<points>{_N})\s?分的\s?(?P<rate>{_N})\s?[%％]"
    rf"|得分?占(?:该|本|其)?[^，。；\d]{{0,6}}?(?:满分|总分值?|分值|权重)的(?:比例为)?\s?(?P<rate2>{_N})\s?[%％]"
    rf"[，,；;]\s?[^，。；\d]{{0,10}}?(?:共|满分|分值|总分|合计)(?:为)?\s?(?P<points2>{_N})\s?分[，,]\s?[^，。；\d]{{0,6}}得分?"
    rf"(?:为)?\s?(?P<score2>{_N})\s?分"
)
_GIVEN: Final = re.compile(
    rf"(?:设置|分值|满分|权重|总分)(?:共|为)?\s?(?P<points>{_N})\s?分[，,]\s?得分率(?:为|是)?\s?(?P<rate>{_N})\s?[%％][，,]"
    rf"\s?(?:评价|自评|实际|实)?得分?(?:为)?\s?(?P<score>{_N})\s?分"
)
_PARAGRAPH: Final = re.compile(r"[^\n]+")


def rate_times_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``: one for each paragraph with one formula, rate and score."""
    flow = flowing(context)
    for paragraph in _PARAGRAPH.finditer(flow.text):
        said = paragraph[0]
        if ("×" in said or "*" in said or "乘" in said) and "率" in said:
            yield from _of(context, flow, *paragraph.span())
            yield from _by_name(context, flow, *paragraph.span())


def _of(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    formulas = list(_FORMULA.finditer(flow.text, start, end))
    if len(formulas) != 1 or context.table_at(flow.place(start)) is not None:
        return
    formula = formulas[0]
    name = formula["name"] or formula["name2"]
    which = "points" if formula["points"] else "points2"
    rates = [one for one in _RATE.finditer(flow.text, start, end) if one["name"] == name]
    scores = list(_SCORE.finditer(flow.text, start, end))
    own = flow.text.find("。", formula.end(), end)
    if len({one["score"] for one in scores}) > 1 and own > 0:
        # the sentence has a score of its own, its rate is told elsewhere in the paper
        scores, end = list(_SCORE.finditer(flow.text, formula.end(), own)), own
        told = [one for one in _RATE.finditer(flow.text) if one["name"] == name]
        rates = told[:1] if len({one["rate"] for one in told}) == 1 else []
        start = formula.start()
    if len(rates) != 1 or len({one["score"] for one in scores}) != 1 or _OTHER.search(flow.text, start, end):
        return
    points, rate = Fraction(formula[which]), Fraction(rates[0]["rate"]) / 100
    if "目标" in flow.text[max(0, rates[0].start() - 8) : rates[0].start()] or points < 1:
        return
    stated = scores[-1]["score"]
    places = len(stated.partition(".")[2])
    computed = min(points * rate, points)
    exact = round_half_up(computed, places) == Fraction(stated)
    step = Fraction(1, 10 ** len(rates[0]["rate"].partition(".")[2])) / 100
    close = abs(computed - Fraction(stated)) <= Fraction(1, 10**places) + points * step / 2
    verdict: Verdict = "ok" if exact else "rounding" if close else "error"
    right = plain(round_half_up(computed, max(places, 2)))
    figures = (
        piece(context, "data", *flow.of(rates[0], "rate")),
        piece(context, "points", *flow.of(formula, which)),
        piece(context, "score", *flow.of(scores[-1], "score")),
    )
    worked = f"{rates[0]['rate']}% × {formula[which]}"
    yield rule_relation(
        verdict, figures, worked, right, f"{worked} {'应' if not exact else ''}得 {right} 分，文中为 {stated} 分。"
    )


def _by_name(context: Context, flow: Flowing, start: int, end: int) -> Iterator[Relation]:
    """按“完成率×分值”计, with one such rate, one number of points and one score behind."""
    formulas = list(_BY_NAME.finditer(flow.text, start, end))
    if len(formulas) != 1 or context.table_at(flow.place(start)) is not None:
        return
    formula = formulas[0]
    name = formula["name"] or formula["name2"]
    rates = [one for one in _RATE.finditer(flow.text, formula.end(), end) if one["name"] == name]
    scores = list(_GIVEN_SCORE.finditer(flow.text, formula.end(), end))
    points = list(_POINTS.finditer(flow.text, start, end))
    if len(rates) != 1 or len(scores) != 1 or len(points) != 1 or rates[0].start() > scores[0].start():
        return
    rule = _OTHER.search(re.sub(r"1\s?[－—–-]", "", flow.text[start:end]))
    if rule is not None or "目标" in flow.text[max(0, rates[0].start() - 8) : rates[0].start()]:
        return
    which = "points" if points[0]["points"] else "points2"
    whole, rate, stated = Fraction(points[0][which]), Fraction(rates[0]["rate"]) / 100, scores[0]["score"]
    computed = min(whole * (1 - rate if formula["less"] else rate), whole)
    step = Fraction(1, 10 ** len(rates[0]["rate"].partition(".")[2])) / 100
    slack = Fraction(1, 10 ** len(stated.partition(".")[2])) + whole * step / 2
    if abs(computed - Fraction(stated)) <= slack or not computed:
        return
    right, worked = plain(round_half_up(computed, 2)), f"{rates[0]['rate']}% × {points[0][which]}"
    worked = f"（1 - {rates[0]['rate']}%）× {points[0][which]}" if formula["less"] else worked
    figures = (
        piece(context, "data", *flow.of(rates[0], "rate")),
        piece(context, "points", *flow.of(points[0], which)),
        piece(context, "score", *flow.of(scores[0], "score")),
    )
    yield rule_relation("error", figures, worked, right, f"{worked} 应得 {right} 分，文中为 {stated} 分。")


def shares_of_points(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rate``."""
    flow = flowing(context)
    told = list(_SHARE.finditer(flow.text)) if "占" in flow.text else []
    told += list(_GIVEN.finditer(flow.text)) if "得分率" in flow.text else []
    for match in told:
        tail = "" if match["score"] else "2"
        score, points, rate = (match[f"{name}{tail}"] for name in ("score", "points", "rate"))
        if context.table_at(flow.place(match.start())) is not None or not Fraction(points):
            continue
        computed = Fraction(score) / Fraction(points) * 100
        places = len(rate.partition(".")[2])
        holds = abs(computed - Fraction(rate)) < Fraction(1, 10**places)
        right = f"{plain(round_half_up(computed, max(places, 2)))}%"
        figures = (
            piece(context, "numerator", *flow.of(match, f"score{tail}")),
            piece(context, "denominator", *flow.of(match, f"points{tail}")),
            piece(context, "stated", *flow.of(match, f"rate{tail}")),
        )
        message = f"{score} 分占 {points} 分的比例{'' if holds else '应'}为 {right}，文中为 {rate}%。"
        verdict: Verdict = "ok" if holds else "error"
        yield Relation(
            "score_rate", verdict, figures, f"{score} ÷ {points}", right, f"{rate}%", message, "",
            "medium" if holds else "high",
        )  # fmt: skip
