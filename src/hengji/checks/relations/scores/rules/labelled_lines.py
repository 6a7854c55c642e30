"""Indicators told label by label in a line: “讲座，满分4分。评分标准：达80场得4分，少1场扣0.1分。实际：71场。自评3分”
or “上门服务｜分值4｜标准：完成率×4分｜实际：96%｜得分3.84”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.marking import bound_relation, rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.rules.measured import earned_of, written
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Figure, Relation

__all__ = ["labelled_lines"]

_N: Final = r"(\d{1,3}(?:\.\d{1,4})?)"
_POINTS: Final = re.compile(
    rf"(?P<name>[^｜|，,。；;：:\n]{{2,40}})[｜|，,、；;（(]\s{{0,2}}(?:(?:满分|分值|权重|标准分|配分)\s?(?:为|是|[:：])?\s?{_N}\s?分?(?=[｜|，,。；;、）)\s])"
    rf"|{_N}\s?分(?=[，,、]\s?(?:自评|评价|实际)?得\s?(?:分为?)?\s?\d))"
)
_ANCHOR: Final = re.compile(r"满分|分值|权重|标准分|配分|分(?=[，,、]\s?(?:自评|评价|实际)?得)")
_AROUND: Final = 80
_STANDARD: Final = re.compile(
    r"[｜|，,。；;、）)\s](?:评分|计分|评价|打分|考核|赋分)?(?:标准|细则|办法|规则)\s?(?:为|[:：])\s?"
)
_DATA: Final = re.compile(
    r"[｜|，,。；;、\s](?:实际(?:完成)?(?:情况|值|数)?|完成(?:情况|值)|数据|现状|结果|自评情况|评价情况|得分(?:说明|依据|理由))\s?(?:为|[:：])\s?"
    r"|[率比]\s?[=＝](?=[^。；\n]{3,80}[=＝]\s?-?\d[\d.]*\s?[%％])"
)
_SCORE: Final = re.compile(
    rf"[｜|，,。；;、\s](?:(?:自评|评价|核查|核定|最终|实际|本项|该项|应)?得分?|自评|评分)\s?(?:为|是|[:：])?\s?{_N}(?![\d.%％])(?:\s?分(?!之|值)|(?=\s?(?:[｜|。，,；;\n]|$)))"
)
_REACH: Final = 500


def labelled_lines(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``policy`` and ``score_rule``, one of each at most for an indicator."""
    text = context.document.text
    found = [
        match for match in matches_near(_POINTS, _ANCHOR, text, _AROUND) if context.table_at(match.start()) is None
    ]
    for match, following in zip(found, [*found[1:], None], strict=False):
        ends = [match.end() + _REACH, len(text) if following is None else following.start()]
        blank = text.find("\n\n", match.end())
        yield from _of(context, match, min([*ends, *([blank] if blank >= 0 else [])]))


def _of(context: Context, match: re.Match[str], end: int) -> Iterator[Relation]:
    text = context.document.text
    points = amount_at(context, *(match.span(2) if match[2] else match.span(3)))
    standard = _STANDARD.search(text, match.end(), end)
    data = _DATA.search(text, standard.end(), end) if standard is not None else None
    score = _score(context, (match.end(), standard.start() + 1 if standard is not None else match.end()), end, data)
    if points is None or standard is None or data is None or score is None or points.value <= 0:
        return
    name = re.sub(r"^\s*(?:[（(]?\d{1,2}[）).．、]|[\d.]+|[①-⑳])\s*", "", match["name"]).strip()
    if score.value > points.value:
        message = f"“{name}”得分 {score.text} 超过分值 {points.text}。"
        figures = (points.figure("points"), score.figure("score"))
        yield bound_relation("error", figures, f"{score.text} ≤ {points.text}", f"不超过 {points.text}", message)
        return
    last, told = score.cell.start if score.cell.start > data.end() else end, data.start()
    if data[0].rstrip()[-1] in "=＝":  # 调整率=…=7.78%。: the formula is a sentence of its own
        stop = text.find("。", data.end(), last)
        last = stop if stop >= 0 else last
        told = max(text.rfind("。", standard.end(), data.start()), standard.end())
    yield from _judged(context, name, points, score, (standard.end(), told), (data.end(), last))


def _score(context: Context, before: Span, end: int, data: re.Match[str] | None) -> Amount | None:
    """The score right behind the points, or behind the data."""
    text = context.document.text
    own = _SCORE.match(text, *before)
    found = own or (_SCORE.search(text, data.end() - 1, end) if data is not None else None)
    return amount_at(context, *found.span(1)) if found is not None else None


def _judged(context: Context, name: str, points: Amount, score: Amount, rule: Span, data: Span) -> Iterator[Relation]:
    text = context.document.text
    told = re.sub(
        r"[｜|。，,；;\s]+(?:(?:自评|评价|核查|核定|最终|实际|本项)?得分?|自评|评分)?(?:为|[:：])?\s*$",
        "",
        text[slice(*data)],
    )
    result = earned_of(text[slice(*rule)], told, points, score)
    if result is None:
        return
    right = written(result.right, score)
    figures = (
        Figure("standard", text[slice(*rule)].strip("｜|"), *rule),
        Figure("data", told, data[0], data[0] + len(told)),
        score.figure("score"),
    )
    holds = result.verdict != "error"
    message = f"“{name}”按评分标准，{result.said} {'' if holds else '应'}得 {right} 分，所列得分 {score.text}。"
    yield rule_relation(result.verdict, figures, f"评分标准（{result.said}）", right, message)
