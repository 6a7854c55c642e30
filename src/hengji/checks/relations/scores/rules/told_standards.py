"""A score whose standard the text tells behind the points: “分值12分，按完成率计分，完成率95%，得11.40分”, “（4分）。
95%以上得4分，85%—95%得3分，以下不得分。执行率88%，得4分”, “每低1个百分点扣0.5分…实际为92%，得3分”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.intervals import Interval
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at, headings_of
from hengji.checks.relations.scores.rules.spoken_rules import PROPORTION, SpokenRule, read_rule, with_goal
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["free_rates", "own_score", "told_blocks", "told_standards"]

_N: Final = r"(\d{1,3}(?:\.\d{1,4})?)"
_POINTS: Final = re.compile(
    rf"(?:分值|满分|权重|标准分|配分|指标|该项|本项|总分(?=\s*(?:为|是|[:：])?\s*100\s*分))(?:共|计|权重|分值)?\s*"
    rf"(?:为|是|[:：])?\s*{_N}\s*分(?!之)|[（(](?:共|计)?\s*{_N}\s*分[)）]"
    rf"|(?<=\n)[\u4e00-\u9fff“”]{{3,14}}?(?<![得扣减加为计共达分到是]){_N}\s*分(?=[。，,:：])"
    rf"|(?<=[；;。])[\u4e00-\u9fff“”]{{3,14}}?(?<![得扣减加为计共达分到是]){_N}\s*分(?=[，,](?:评分|计分)?标准[为是：:])"
)
_SCORE: Final = re.compile(
    rf"(?:(?:应|自评|实际|最终|实|扣后|核查|评价)?得分?|(?<=[%％][，,])自评(?=\s?\d)|(?<!共)计|折合|折算为?|率\s*[=＝])\s*(?:为|是|[=＝:：])?\s*{_N}\s*分(?!之|值)"
)
_OWN: Final = re.compile(
    rf"\s*[，,、；;。]?\s*(?:评价|评分|自评|核查|核定|审定|实际|综合|最终|复核|本项|该项|指标|实)*得分?\s*(?:为|是|[:：])?\s*{_N}\s*分(?!之|值)"
)
_CONDITION_BEFORE: Final = re.compile(
    r"(?:低于|高于|超过|不足|小于|大于|不到|未达到?|少于|等于|以|每|至|到(?<!达到)|[≥≤><=＞＜~～\-—–－]|[（(]不?含)\s*$"
)
_CONDITION_BEHIND: Final = re.compile(
    r"\s*(?:[（(]不?含|及?以[上下内]|之[间内]|[至到~～—–－\-]|的|[得计不为]|[≥≤><=＞＜](?!\s*\d+\.\d+\s*分))"
)
_OTHER_REASONS: Final = re.compile(r"另|其他|还|同时|此外|材料|资料|酌情|加分")
_IN_RULE: Final = re.compile(
    r"[%％](?:\s*(?:及?以上|[（(]含[)）]))?(?:的|者)?[，,]?\s*(?:得|计|给)\s*(?:满分|全分)?\s*$"
)
_IN_PROPORTION: Final = re.compile(rf"{PROPORTION.pattern}|实际(?:完成)?值?(?:与|占|÷|/)目标值?(?:之比|的比例)")
_GOAL: Final = re.compile(
    r"(\d{1,3}(?:\.\d{1,4})?)[%％]的?(?:年度|年初|预期|既定)?(?:目标|计划|指标)|(?:目标|计划|指标)值?(?:为|是|[:：])?(?:不低于|达到|[≥])?(\d{1,3}(?:\.\d{1,4})?)[%％]"
)
_LABELLED: Final = re.compile(r"(?:评分|计分|评价)(?:标准|办法|规则)(?:为|是)?[：:](?P<rule>[^。\n]{8,160})。")
_GOES_ON: Final = re.compile(r"[得扣计加]\s?\d|满分|每[低高超少差]|标准")
_LONGEST: Final = 400
_NEAR: Final = 90


@dataclass(frozen=True, slots=True)
class _Told:
    """Where the standard of an indicator is told: from behind its points to the score."""

    points: Amount
    rate: Mention
    score: Amount
    rule: Span
    between: str


def told_standards(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``: one for each indicator whose points, standard, rate and score follow."""
    for points, span in told_blocks(context):
        told = _told(context, points, span)
        if told is not None:
            yield from _judged(context, told)


def told_blocks(context: Context) -> Sequence[tuple[Amount, Span]]:
    """From each statement of points to the next one, the next heading, or the end of its part of the text."""
    return context.once(told_blocks, lambda: tuple(_blocks(context)))


def _blocks(context: Context) -> Iterator[tuple[Amount, Span]]:
    text = context.document.text
    found = [match for match in _POINTS.finditer(text) if context.table_at(match.start()) is None]
    headings = [heading.start for heading in headings_of(context)] if found else []
    for index, match in enumerate(found):
        at = bisect_right(headings, match.start())
        ends = [
            match.end() + _LONGEST,
            *(headings[at : at + 1]),
            *(one.start() for one in found[index + 1 : index + 2]),
        ]
        blank = text.find("\n\n", match.end())
        end = min([*ends, *([blank] if blank >= 0 else []), len(text)])
        tables = context.table_at(end)
        points = amount_at(context, *match.span(match.lastindex or 1))
        if points is not None and points.value > 0:
            yield points, (match.end(), min(end, tables.start) if tables is not None else end)


def free_rates(context: Context, span: Span) -> list[Mention]:
    """The rates of a stretch that are data: no condition of a standard stands at them."""
    text = context.document.text
    return [m for m in context.within(span) if m.is_rate and not m.is_points_of_percent and _is_free(text, m)]


def _told(context: Context, points: Amount, span: Span) -> _Told | None:
    """The last free rate with a score behind it; free: no condition of a standard stands at it."""
    text = context.document.text
    rates = free_rates(context, span)
    own = own_score(context, span)
    if own is not None:  # 分值10分，得分9.52分。…: a later score is that of a part, or this one again
        span = own.cell.end + 1, span[1]
        free = [rate for rate in rates if rate.start > span[0]]
        later = (
            _SCORE.search(text, free[0].end, span[1]) if free else None
        )  # one in front of the rate is the standard's
        alone = len(free) == 1 and later is None and "得分率" not in text[free[0].start - 8 : free[0].start]
        if alone:
            return _Told(points, free[0], own, (span[0], free[0].start), text[free[0].end : span[1]])
        again = _behind_rate(context, points, free, span)
        return again if again is not None and again.score.value == own.value else None
    return _behind_rate(context, points, rates, span) or _rate_first(context, points, span)


def _behind_rate(context: Context, points: Amount, rates: Sequence[Mention], span: Span) -> _Told | None:
    """The rate that a score follows, with no other rate between."""
    text = context.document.text
    for rate in rates:
        for match in _SCORE.finditer(text, rate.end, min(span[1], rate.end + _NEAR)):
            between = text[rate.end : match.start()]
            score = amount_at(context, *match.span(1))
            strange = any(other.start > rate.start for other in rates if other.start < match.start())
            if score is None or strange or "得分率" in between:
                break
            begin = _rule_begins(text, points, span[0])
            return _Told(points, rate, score, (begin, rate.start), text[rate.end : score.cell.start])
    return None


def _rule_begins(text: str, points: Amount, start: int) -> int:
    """执行率100%得满分3分，每低1个百分点扣0.3分: the rule begins before its points."""
    clause = max(text.rfind(mark, 0, points.cell.start) for mark in "。；：，,;:\n") + 1
    return clause if _IN_RULE.search(text, clause, points.cell.start) else start


def own_score(context: Context, span: Span) -> Amount | None:
    """The score that stands right behind the points."""
    match = _OWN.match(context.document.text, *span)
    return amount_at(context, *match.span(1)) if match is not None else None


def _rate_first(context: Context, points: Amount, span: Span) -> _Told | None:
    """完成率为95%，满分6分，按完成率计算，得5.70分: the one rate of the sentence before its points."""
    text = context.document.text
    start = context.sentence_at(span[0])[0]
    rates = [
        m for m in context.within((max(start, span[0] - _NEAR), span[0])) if m.is_rate and not m.is_points_of_percent
    ]
    rates = [m for m in rates if not re.search(r"[×*]\s*$", text[max(0, m.start - 2) : m.start])] or rates
    match = _SCORE.search(text, span[0], min(span[1], span[0] + _NEAR))
    score = amount_at(context, *match.span(1)) if match is not None else None
    if match is None or score is None or len(rates) != 1 or not _is_free(text, rates[0]):
        return None
    between = text[span[0] : score.cell.start]
    alone = not any(m.is_rate for m in context.within((span[0], score.cell.start)))
    told = alone and PROPORTION.search(re.sub(r"\s", "", between))
    return _Told(points, rates[0], score, (span[0], span[0]), between) if told else None


def _is_free(text: str, rate: Mention) -> bool:
    before = text[max(0, rate.start - 12) : rate.start]
    behind = text[rate.end : rate.end + 8]
    if _CONDITION_BEFORE.search(before) and not re.search(r"[=＝]\s*$", before):
        return False
    named = re.split(r"[，,。；;\n]", text[max(0, rate.start - 40) : rate.start])[-1]
    if "得分率" in named or "占" in named[-2:] or re.search(r"目标|权重", named):
        return False
    return (
        _CONDITION_BEHIND.match(behind) is None
        and re.match(r"\s*[=＝×*/÷]", behind) is None
        and not re.search(r"[×*/÷]\s*$", before)
    )


def _judged(context: Context, told: _Told) -> Iterator[Relation]:
    text = context.document.text
    standard = text[slice(*told.rule)]
    clause = max((standard.rfind(mark) for mark in "，,。；;\n"), default=-1)
    rule = read_rule(_cut(standard, clause), told.points.value) or _labelled(standard, told.points.value)
    if rule is None:  # 20%以上不得分。年中追加812万元，年初预算6,842万元，调整率11.87%: a sentence leads to the rate
        rule = read_rule(standard[: standard.rfind("。") + 1], told.points.value)
    if rule is None and _IN_PROPORTION.search(re.sub(r"\s", "", told.between)):
        rule = read_rule(told.between, told.points.value)
    if rule is None:
        return
    if rule.of_goal and (goal := _goal_told(context, told)) is not None:
        rule = with_goal(rule, goal)
    earned = rule.earned_by_rate(told.rate.value, told.points.value)
    if not earned or _OTHER_REASONS.search(told.between):
        return
    if not (rule.proportional and _of_fewer_points(told)):
        yield _relation(told, earned, whole=not rule.proportional)


def _labelled(text: str, points: Fraction) -> SpokenRule | None:
    """The rule of the sentence that is called the standard, where those behind it tell no more of it."""
    found = _LABELLED.search(text)
    alone = found is not None and _GOES_ON.search(text, found.end()) is None
    return read_rule(found["rule"], points) if found is not None and alone else None


def _goal_told(context: Context, told: _Told) -> Fraction | None:
    """85%的目标, 目标值为90%: the one goal of the indicator's text."""
    text = context.document.text[told.rule[0] : told.score.cell.start]
    goals = {Fraction(match[1] or match[2]) / 100 for match in _GOAL.finditer(re.sub(r"\s", "", text))}
    return goals.pop() if len(goals) == 1 else None


def _of_fewer_points(told: _Told) -> bool:
    """Whether the score is the proportion of fewer points, so that those told are the points of the whole branch."""
    if not told.rate.value:
        return False
    full = round_half_up(told.score.value / told.rate.value, 0)
    return full < told.points.value and abs(full * told.rate.value - told.score.value) <= told.score.step


def _cut(standard: str, clause: int) -> str:
    """The standard without the clause that leads to the rate."""
    return standard[: clause + 1] if clause >= 0 else ""


def _relation(told: _Told, earned: frozenset[Fraction], *, whole: bool) -> Relation:
    """*whole*: the standard gives steps, whose points nobody rounds to whole ones."""
    points, rate, score = told.points, told.rate, told.score
    half = points.value * rate.step / 2
    near = Interval(score.value - score.step / 2, score.value + score.step)
    places = max(score.decimals, 1) if whole else score.decimals
    exact = any(
        score.value in (round_half_up(one, places), floor(one * 10**places) / Fraction(10**places)) for one in earned
    )
    close = not whole and any(near.meets(Interval(one - half, one + half)) for one in earned)
    verdict: Verdict = "ok" if exact else "rounding" if close else "error"
    meant = min(earned, key=lambda one: abs(one - score.value))
    right = plain(round_half_up(meant, max(score.decimals, 2)))
    slip = shape(score.text, score.written(meant, 2)) if verdict == "error" else ""
    figures = (points.figure("points"), figure("data", rate), score.figure("score"))
    message = f"分值 {points.text} 分，{rate.text} 按所写标准应得 {right} 分，文中为 {score.text} 分。"
    likely = mistaken(score.text, score.written(meant, 2), slip)
    return rule_relation(verdict, figures, f"标准（{rate.text}，{points.text} 分）", right, message, likely)
