"""Rates held against dates by which they must be reached, with points for each: “6月、9月应分别达到40%、67.5%，每达到
一个时点得1分”; and a rate below the least that earns anything: “低于67.5%不得分”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["milestones"]

_RATE: Final = r"\d{1,3}(?:\.\d{1,4})?\s*[%％]"
_EACH: Final = re.compile(
    r"每(?:有|个|一)*(?:达到|完成|满足|达标)?[一1]?个?(?:时点|节点|时间点|阶段|月份|季度)(?:均|都)?(?:达标|达到(?:要求|标准|目标)?|完成)?(?:的)?[，,]?"
    r"(?:得|计|加)\s*(?P<each>\d{1,2}(?:\.\d{1,2})?)\s*分"
)
_STANDARDS: Final = re.compile(rf"分别[^，,。；;\d]{{0,8}}(?P<list>{_RATE}(?:\s*[、，,和及]\s*{_RATE})+)")
_SCORE: Final = re.compile(
    r"(?:自评|核查|复核|评价|本项|该项|实际|综合|最终|指标|故|共|实)+得分?(?:为|是|[:：])?\s*(?P<score>\d{1,2}(?:\.\d{1,2})?)\s*分"
)
_LEAST: Final = re.compile(
    rf"(?:低于|不足|未达到?|小于|不到)\s*(?P<least>{_RATE})(?:的)?[，,]?(?:不得分|不计分|得0分|计0分)"
)
_ONE: Final = re.compile(_RATE)
_ASIDE: Final = re.compile("扣|酌情|比例|加分")
_EXCUSED: Final = re.compile("申诉|特殊|除外|但|酌情|另|调整|不可抗力|认定|加分")


def milestones(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, of sentences outside tables."""
    flow = flowing(context)
    for match in _EACH.finditer(flow.text):
        yield from _by_dates(context, flow, match)
    for match in _LEAST.finditer(flow.text):
        yield from _below_the_least(context, flow, match)


def _sentence(flow: Flowing, start: int, end: int) -> Span:
    low = max(flow.text.rfind(stop, 0, start) for stop in "。！？\n") + 1
    high = min((at for stop in "。！？\n" if (at := flow.text.find(stop, end)) >= 0), default=len(flow.text))
    return low, high


def _by_dates(context: Context, flow: Flowing, each: re.Match[str]) -> Iterator[Relation]:
    """As many rates before the standards as there are standards, and the score behind."""
    low, high = _sentence(flow, *each.span())
    asked = list(_STANDARDS.finditer(flow.text, low, each.start()))
    score = _SCORE.search(flow.text, each.end(), high)
    if len(asked) != 1 or score is None or context.table_at(flow.place(each.start())) is not None:
        return
    wanted = [_value(found[0]) for found in _ONE.finditer(asked[0]["list"])]
    actual = list(_ONE.finditer(flow.text, low, asked[0].start()))
    others = _ONE.search(flow.text, asked[0].end(), score.end())
    if len(actual) != len(wanted) or others is not None or _ASIDE.search(flow.text, low, score.end()):
        return
    reached = sum(_value(found[0]) >= least for found, least in zip(actual, wanted, strict=True))
    right = reached * Fraction(each["each"])
    holds = right == Fraction(score["score"])
    figures = (
        *(piece(context, "data", *flow.of(found)) for found in actual),
        _figure(context, flow, score),
    )
    message = f"{len(wanted)} 个时点中达到的有 {reached} 个，应得 {plain(right)} 分，文中为 {score['score']} 分。"
    yield rule_relation(
        "ok" if holds else "error", figures, f"{reached} × {each['each']}", plain(right), message,
        "" if holds else "请核对各时点的比率、标准与得分。",
    )  # fmt: skip


def _below_the_least(context: Context, flow: Flowing, least: re.Match[str]) -> Iterator[Relation]:
    """One other rate in the sentence, below what earns nothing, and a score above zero behind both."""
    low, high = _sentence(flow, *least.span())
    rates = [found for found in _ONE.finditer(flow.text, low, high) if found.start() != least.start("least")]
    score = _SCORE.search(flow.text, least.end(), high)
    if len(rates) != 1 or score is None or context.table_at(flow.place(least.start())) is not None:
        return
    limit, actual = _value(least["least"]), _value(rates[0][0])
    if actual >= limit or not Fraction(score["score"]) or rates[0].start() > score.start():
        return
    if _EXCUSED.search(flow.text, least.end(), score.end()):
        return
    figures = (piece(context, "data", *flow.of(rates[0])), _figure(context, flow, score))
    message = f"{rates[0][0]} 低于 {least['least']}，按所写标准不得分，文中为 {score['score']} 分。"
    yield rule_relation("error", figures, f"{rates[0][0]} ≥ {least['least']}", "0", message, "请核对比率与得分。")


def _figure(context: Context, flow: Flowing, score: re.Match[str]) -> Figure:
    return piece(context, "score", *flow.of(score, "score"))


def _value(rate: str) -> Fraction:
    return Fraction(rate.rstrip("%％ \t"))
