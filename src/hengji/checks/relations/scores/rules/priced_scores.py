"""Scores that are worked out in words: so much for each, “每次0.4分，实际完成18次，得7.2分”.

Also a mean score converted into the points of its indicator, “满意度得分为89.5分，权重10分，折算得8.95分”; and
full marks that are not, “分值6分，得分5分，…，得满分”.
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
from hengji.checks.relations.scores.rules.spoken_conditions import COUNTERS
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

__all__ = ["priced_scores"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_SCORE: Final = rf"得分?(?:为|是|[:：])?\s?(?P<score>{_N})\s?分(?!值|之)"
_EACH: Final = re.compile(
    rf"每(?:完成|开展|举办|新增|建成)?(?:[1一])?(?P<unit>{COUNTERS})(?:得|计|记|为)?\s?(?P<each>{_N})\s?分[，,；;。][^。\d]{{0,14}}?"
    rf"(?:完成|开展|举办|新增|建成|达到|组织|报送|符合)(?:了)?\s?(?P<count>\d{{1,3}})\s?(?P=unit)[，,][^。；，\d]{{0,8}}{_SCORE}"
)
_CONVERTED: Final = re.compile(
    rf"(?:平均|满意度|测评|考核|问卷|综合)[^，。；\d]{{0,8}}分(?:数|值)?(?:为|是)?\s?(?P<mean>\d{{2}}(?:\.\d{{1,4}})?)\s?分"
    rf"[，,；;][^，。；\d]{{0,8}}(?:权重|分值|满分)(?:为|是|占)?\s?"
    rf"(?P<points>{_N})\s?分[，,；;][^。；\d]{{0,20}}?(?:折算|折合|换算)[^。；，\d]{{0,6}}得?(?:分|为|是)?\s?(?P<score>{_N})\s?分"
)
_FULL: Final = re.compile(
    rf"(?:分值|满分|权重)(?:为)?\s?(?P<points>{_N})\s?分[，,、]\s?(?:评价|自评|实际|实)?{_SCORE}[，,。；;]"
    rf"(?P<why>[^\n。；“”]{{0,80}}?)[，,]\s?(?:故|因此|所以|该项|本项|指标)*[得计]满分(?=[。；\n]|$)"
)
_RULE: Final = re.compile("每|否则|以上|则|的[，,]?$|如|若|扣")


def priced_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``."""
    flow = flowing(context)
    text = flow.text
    if "每" in text and "得" in text:
        for match in _EACH.finditer(text):
            computed = Fraction(match["each"]) * int(match["count"])
            told = f"{match['count']}{match['unit']} × {match['each']} 分"
            yield from _relation(context, flow, match, ("each", "count", "score"), computed, told)
    if "折" in text or "换算" in text:
        for match in _CONVERTED.finditer(text):
            computed = Fraction(match["mean"]) / 100 * Fraction(match["points"])
            told = f"{match['mean']} ÷ 100 × {match['points']} 分"
            yield from _relation(context, flow, match, ("mean", "points", "score"), computed, told)
    if "满分" in text:
        for match in _FULL.finditer(text):
            if not _RULE.search(match["why"]):
                told = f"满分 {match['points']} 分而文称得满分"
                yield from _relation(context, flow, match, ("points", "score"), Fraction(match["points"]), told)


def _relation(
    context: Context, flow: Flowing, match: re.Match[str], names: tuple[str, ...], computed: Fraction, told: str
) -> Iterator[Relation]:
    if context.table_at(flow.place(match.start())) is not None:
        return
    stated = Fraction(match["score"])
    places = len(match["score"].partition(".")[2])
    holds = abs(computed - stated) < Fraction(1, 10**places)
    right = plain(round_half_up(computed, max(places, 2)))
    figures = tuple(piece(context, name, *flow.of(match, name)) for name in names)
    message = f"{told}，{'' if holds else '应'}得 {right} 分，文中为 {match['score']} 分。"
    yield rule_relation("ok" if holds else "error", figures, told, right, message)
