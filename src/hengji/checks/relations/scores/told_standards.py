"""A score whose standard the sentence tells: “分值12分，按完成率计分，完成率95%，得11.40分”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span, figure
from hengji.checks.intervals import Interval
from hengji.checks.relations.scores.marking import rule_relation
from hengji.checks.relations.scores.narrative import amount_at
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["told_standards"]

_N: Final = r"(\d{1,3}(?:\.\d{1,4})?)"
_CUE: Final = re.compile(
    r"(?:按照?|以|依据?|根据)(?:实际|其|该|上述)?([\u4e00-\u9fff]{0,8}?(?:率|比例|比率|进度))(?:的?(?:比例|高低))?"
    r"(?:进行)?(?:折算|计算|计分|计得|计|核算|得分|给分|赋分|换算|折合|得)|率\s*[×*]\s*(?:分值|满分|权重)|(?:分值|满分|权重)\s*[×*]\s*[\u4e00-\u9fff]{0,8}率"
)
_POINTS: Final = re.compile(rf"(?:分值|满分|权重|指标|该项|本项|标准分)(?:共|计)?(?:为|是)?\s*{_N}\s*分(?!之)")
_SCORE: Final = re.compile(rf"(?:应?得分?|计|折合|折算为?|实得)(?:为|是)?\s*{_N}\s*分(?!之)")
_BRANCHES: Final = re.compile(r"以[上下]|不得分|低于|每[降减低少]|扣|分段|区间")
_BEFORE: Final = 120


def told_standards(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, one for each sentence that tells points, a rate, and that the score is their
    product. Standards of several branches are left alone."""
    text = context.document.text
    for cue in _CUE.finditer(text):
        start, end = context.sentence_at(cue.start())
        end = min(end, (text.find("\n", cue.end()) + 1 or end))
        if context.table_at(cue.start()) is not None or _BRANCHES.search(text, start, end):
            continue
        points = _last(context, (start, cue.start()), cue.end(), end)
        score = next((m for m in _SCORE.finditer(text, cue.start(), end)), None)
        stated = amount_at(context, *score.span(1)) if score is not None else None
        rate = _rate(context, cue, stated.cell.start) if stated is not None else None
        if points is not None and stated is not None and rate is not None and stated.key != points.key:
            yield _relation(points, rate, stated)


def _last(context: Context, before: Span, cue_end: int, end: int) -> Amount | None:
    """The points told last before the cue, else first behind it."""
    text = context.document.text
    found = list(_POINTS.finditer(text, *before))[-1:] or list(_POINTS.finditer(text, cue_end, end))[:1]
    return amount_at(context, *found[0].span(1)) if found else None


def _rate(context: Context, cue: re.Match[str], score: int) -> Mention | None:
    """The last rate before the score that is called what the cue calls it; without such, the last one called a rate."""
    text = context.document.text
    paragraph = context.paragraph_at(cue.start())[0]
    found = [m for m in context.within((max(paragraph, cue.start() - _BEFORE), score)) if m.is_rate]
    rates = [m for m in found if not m.is_points_of_percent and _called(text, m)]
    name = (cue[1] or "")[-3:]
    named = [m for m in rates if len(name) > 2 and name in text[max(0, m.start - 24) : m.start]]
    return next(iter((named or rates)[::-1]), None)


def _called(text: str, rate: Mention) -> bool:
    if re.match(r"\s*[=＝]", text[rate.end : rate.end + 3]) or re.search(
        r"[×*÷/]\s*$", text[rate.start - 2 : rate.start]
    ):
        return False  # a factor of a written formula
    clause = re.split(r"[，,。；;\n]", text[max(0, rate.start - 40) : rate.start])[-1]
    return re.search(r"(?:率|比例|进度)[^率]*$", clause) is not None and "得分率" not in clause


def _relation(points: Amount, rate: Mention, score: Amount) -> Relation:
    earned = min(points.value * rate.value, points.value)
    right = plain(round_half_up(earned, max(score.decimals, 2)))
    half = points.value * rate.step / 2
    near = Interval(score.value - score.step / 2, score.value + score.step)
    exact = round_half_up(earned, score.decimals) == score.value
    verdict: Verdict = "ok" if exact else "rounding" if near.meets(Interval(earned - half, earned + half)) else "error"
    slip = shape(score.text, score.written(earned, 2)) if verdict == "error" else ""
    figures = (points.figure("points"), figure("data", rate), score.figure("score"))
    message = f"分值 {points.text} 分，按 {rate.text} 折算应得 {right} 分，文中为 {score.text} 分。"
    likely = f"“{score.text}”疑为“{score.written(earned, 2)}”之误（{slip}）。" if slip else ""
    return rule_relation(verdict, figures, f"{points.text} × {rate.text}", right, message, likely)
