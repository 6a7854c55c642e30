"""A rule, how often it was broken, and the score left, in sentences one after the other: 每发现一例错发扣0.5分。
评价组……发现2例……，该项4.5分，得3.5分; 指标10分。……每低1个百分点扣0.4分……。按3个百分点扣分，得8.8分.
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
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["left_after_deductions"]

_N: Final = r"\d{1,2}(?:\.\d{1,2})?"
_FOUND: Final = re.compile(
    rf"每(?:发现|出现|有|发生)?(?:[一1])(?P<unit>{COUNTERS})[^，。；\d]{{0,14}}?扣(?P<each>{_N})分(?:，扣完为止)?。"
    rf"[^。]{{0,60}}?(?:发现|存在|出现|查出)(?P<times>\d{{1,2}})(?P=unit)[^。每扣]{{0,60}}?"
    rf"(?:该|本)(?:项|指标)(?:满分|分值)?(?P<points>{_N})分，(?:实|应)?得(?P<score>{_N})分"
)
_POINTS_OFF: Final = re.compile(
    rf"指标(?:满分|分值)?(?P<points>{_N})分。[^。]{{0,40}}?每(?:低|差|少)(?:于[^，。；\d]{{0,8}})?[1一](?P<unit>个百分点)扣(?P<each>{_N})分"
    rf"[^。]{{0,30}}。[^。]{{0,40}}?按(?P<times>\d{{1,2}})个百分点扣分，(?:实|应)?得(?P<score>{_N})分"
)


def left_after_deductions(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, outside tables."""
    flow = flowing(context)
    if "每" in flow.text and "扣" in flow.text:
        for pattern in (_FOUND, _POINTS_OFF):
            for match in pattern.finditer(flow.text):
                if context.table_at(flow.place(match.start())) is None:
                    yield _relation(context, flow, match)


def _relation(context: Context, flow: Flowing, match: re.Match[str]) -> Relation:
    off = Fraction(match["each"]) * int(match["times"])
    right = max(Fraction(match["points"]) - off, Fraction(0))
    holds = right == Fraction(match["score"])
    told = f"{match['points']} − {match['times']} × {match['each']}"
    says = f"{match['times']}{match['unit']}，每{match['unit']}扣 {match['each']} 分，满分 {match['points']} 分"
    message = f"{says}，{'' if holds else '应'}得 {plain(right)} 分，文中为 {match['score']} 分。"
    figures = tuple(piece(context, name, *flow.of(match, name)) for name in ("times", "each", "points", "score"))
    return rule_relation("ok" if holds else "error", figures, told, plain(right), message)
