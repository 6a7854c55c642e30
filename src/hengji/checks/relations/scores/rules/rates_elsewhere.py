"""A score by a standard whose rate the paper tells elsewhere: 预算执行率（6分）：98%以上得6分，95%至98%得5分……
按前述执行率，本条得6分, where the execution rate of the paper is 96.79%.

So does a formula that takes up the rate of the line: 政府采购执行率（4分）：得分=执行率×4。得3.75分.

The line, or the row, itself tells no rate to hold against its standard; the one that bears the indicator's name in
running text, and no other of that name, is meant. Of satisfaction a paper may tell but one rate, under any name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near, near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.rules.spoken_rules import read_rule
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

__all__ = ["rates_elsewhere"]

_N: Final = r"\d{1,2}(?:\.\d{1,2})?"
_LINE: Final = re.compile(
    rf"(?:^|(?<=[。；\n）.、]))[“]?(?P<name>[\u4e00-\u9fff]{{2,12}}[率度])[”]?"
    rf"(?:（[^（）\n\d]{{0,8}}(?P<points>{_N})分）[：，。]|：(?:分值|满分)(?P<points2>{_N})分[，。；])"
    rf"(?P<rule>[^\n]{{6,240}}?)(?P<cue>(?:对照|按照?|依据|根据|结合)(?:本年度?|当年|全年|前述|上述|前文|实际|部门|的)*"
    rf"(?P<rate>[\u4e00-\u9fff]{{0,8}}[率度]))，(?:本项|此项|本条|该项|本指标|该指标|指标)?(?:自评|实)?(?:得|计)分?(?P<score>{_N})分"
)
_FORMULA: Final = near(
    re.compile(
        rf"(?:^|(?<=[。；\n）.、]))[“]?(?P<name>[\u4e00-\u9fff]{{2,12}}[率度])[”]?（[^（）\n\d]{{0,8}}(?P<points>{_N})分）[：，。]"
        rf"(?:本项|指标)?得分[=＝](?:实际)?(?P<rate>[\u4e00-\u9fff]{{0,8}}[率度])[×✕*](?:(?P<times>{_N})分?|分值|权重|满分)"
        rf"[，。；](?:本项|该项)?(?:自评|实)?(?:得|计)分?(?P<score>{_N})分"
    ),
    "得分[=＝]",
    120,
)
_NAME: Final = r"(?:^|(?<=[。；\n）.、\t|]))[“]?(?P<name>[\u4e00-\u9fff]{2,12}[率度])[”]?"
_STEPS: Final = r"(?=[^\n\t|]{0,60}\d[%）][^\n\t|]{0,12}(?:得|计))"
_OWN_LINE: Final = re.compile(
    rf"{_NAME}(?:（[^（）\n\d]{{0,8}}(?P<points>{_N})分）|[，：]?(?:分值|满分|权重)?(?P<points2>{_N})分)[：，。；]"
    rf"(?P<rule>{_STEPS}[^\n]{{6,240}}?)[，。；](?:本项|此项|本条|该项|本指标|该指标)(?:自评|实际|评价|综合|应)*得分?(?P<score>{_N})分(?=[。；\n]|$)"
)
_GAP: Final = r"[\t\n |]{1,6}"
_ROW: Final = re.compile(
    rf"{_NAME}{_GAP}(?P<points>{_N})(?:分)?{_GAP}(?:(?P<score>{_N})(?:分)?{_GAP}(?P<rule>{_STEPS}[^\n\t|]{{8,200}}?)\s?(?=[\n\t|]|$)"
    rf"|(?P<rule2>{_STEPS}[^\n\t|]{{8,200}}?){_GAP}(?P<score2>{_N})(?:分)?(?=[\n\t |]|$))(?![^\n]{{0,80}}\d%)"
)
_OWN_SCORE: Final = re.compile(r"(?:项|条|标)(?:自评|实际|评价|综合|应)*得")
_STANDARD: Final = re.compile(r"\d[%）][^\n\t|]{0,12}(?:得|计)")
_LINE_LENGTH: Final = 320
_SATISFIED: Final = re.compile("满意[度率]$")
_OWN_RATE: Final = re.compile(r"\d\.\d{1,2}%(?!以|及|（含|（不含|[-—~～至])")
_IS: Final = r"(?:（[^（）\n]{0,16}）)?(?:为|是|达到?|：)?"
_WIDE: Final = re.compile("^(?:部门|整体|支出|全年|年度|本年|预算|资金|政府(?=采购))+")
_OTHERS: Final = re.compile(r"上年|去年|目标|计划|标准|不低于|达到$|每低|项目|较|比|序时|季度|月|≥|以上|若|的?得分")
_REACH: Final = 16


def rates_elsewhere(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``."""
    flow = flowing(context)
    yield from _by_formulas(context, flow)
    if "得" not in flow.text:
        return
    if "按" in flow.text or "对照" in flow.text:
        for match in _LINE.finditer(flow.text):
            if match["name"].endswith(match["rate"][-2:]):
                rule = match["rule"].rpartition("。")[0] or match["rule"]
                yield from _judged(context, flow, match, rule, "score")
    for match in matches_near(_OWN_LINE, _OWN_SCORE, flow.text, _LINE_LENGTH):
        if _OWN_RATE.search(match["rule"]) is None:
            yield from _judged(context, flow, match, match["rule"], "score")
    for match in matches_near(_ROW, _STANDARD, flow.text, _LINE_LENGTH):
        group = "score" if match["score"] else "score2"
        rule = match["rule"] or match["rule2"]
        if Fraction(match[group]) <= Fraction(match["points"]) and _OWN_RATE.search(rule) is None:
            yield from _judged(context, flow, match, rule, group)


def _judged(context: Context, flow: Flowing, match: re.Match[str], told_rule: str, score: str) -> Iterator[Relation]:
    groups = match.groupdict()
    points = Fraction(match["points"] or groups["points2"])
    rule = read_rule(told_rule, points)
    told = _told_rate(context, flow, match) if rule is not None else None
    if rule is None or told is None:
        return
    rate = Fraction(flow.text[slice(*told)]) / 100
    earned = {round_half_up(one, 2) for one in rule.earned_by_rate(rate, points)}
    if earned:
        yield _relation(context, flow, match, told, rate, earned, score)


def _by_formulas(context: Context, flow: Flowing) -> Iterator[Relation]:
    for match in _FORMULA.finditer(flow.text) if "得分" in flow.text else ():
        points = Fraction(match["points"])
        told = _told_rate(context, flow, match)
        if told is not None and match["name"].endswith(match["rate"]) and Fraction(match["times"] or points) == points:
            rate = Fraction(flow.text[slice(*told)]) / 100
            yield _relation(context, flow, match, told, rate, {round_half_up(min(rate * points, points), 2)}, "score")


def _told_rate(context: Context, flow: Flowing, match: re.Match[str]) -> Span | None:
    """Where running text tells the rate of that name: of the full name, or else of its last words."""
    names = [match["name"], _WIDE.sub("", match["name"])]
    if _SATISFIED.search(match["name"]):
        names.append("满意[度率]")
    for name in dict.fromkeys(names):
        places: dict[str, Span] = {}
        for found in re.finditer(rf"{name}{_IS}(?P<rate>\d{{1,3}}\.\d{{1,2}})%", flow.text):
            before = flow.text[max(0, found.start() - _REACH) : found.start()]
            aside = _OTHERS.search(re.split("[，。；：\n]", before)[-1]) is not None
            if not aside and context.table_at(flow.place(found.start())) is None:
                places.setdefault(found["rate"], found.span("rate"))
        if places:
            return next(iter(places.values())) if len(places) == 1 else None
    return None


def _relation(
    context: Context,
    flow: Flowing,
    match: re.Match[str],
    told: Span,
    rate: Fraction,
    earned: set[Fraction],
    group: str,
) -> Relation:
    score = Fraction(match[group])
    holds = any(abs(one - score) <= Fraction(1, 100) for one in earned)
    right = plain(min(earned, key=lambda one: abs(one - score)))
    shown = f"{plain(rate * 100)}%"
    figures = (
        piece(context, "data", *flow.span(*told)),
        piece(context, "score", *flow.of(match, group)),
    )
    should = "" if holds else "应"
    told_score = f"按所写评分标准{should}得 {right} 分，文中为 {match[group]} 分。"
    message = f"“{match['name']}”前文为 {shown}，{told_score}"
    return rule_relation("ok" if holds else "error", figures, f"评分标准（{shown}）", right, message)
