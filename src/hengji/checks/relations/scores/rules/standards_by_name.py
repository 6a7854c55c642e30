"""A standard told once with its indicator's name, and the score under that name later: 农户满意度（10分）的评分标准为：
90%及以上得10分，85%（含）—90%得8分; and then 农户满意度10分，…满意度为87.30%，得10分.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.rules.spoken_rules import SpokenRule, read_rule
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

__all__ = ["standards_by_name"]

_STANDARD: Final = near(
    re.compile(
        r"(?P<name>[\u4e00-\u9fff]{3,14}?)（(?P<points>\d{1,2}(?:\.\d)?)分）(?:指标)?的?(?:评分|计分|得分|打分)(?:标准|规则|办法|细则)"
        r"(?:为|是)?[：:]?(?P<rule>[^。\n]{8,160})"
    ),
    "）(?:指标)?的?(?:评分|计分|得分|打分)(?:标准|规则|办法|细则)",
    200,
)
_LEAD: Final = re.compile("^(?:其中|对|在|关于)+")
_RATE: Final = re.compile(r"(?:率|度|比例)(?:为|达到?|是)?\s?(?P<rate>\d{1,3}(?:\.\d{1,4})?)[%％]")
_SCORE: Final = re.compile(r"[，,；]\s?(?:本项|该项|自评|评价)?得\s?(?P<score>\d{1,2}(?:\.\d{1,2})?)\s?分")
_OTHER_REASONS: Final = re.compile("另|其他|还|同时|此外|酌情|加分|扣|目标")
_REACH: Final = 160


def standards_by_name(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``; a name with two standards means neither."""
    flow = flowing(context)
    found = list(_STANDARD.finditer(flow.text))
    names = [_LEAD.sub("", match["name"]) for match in found]
    for name, match in zip(names, found, strict=True):
        points = Fraction(match["points"])
        rule = read_rule(match["rule"], points) if names.count(name) == 1 else None
        if rule is not None:
            yield from _scored(context, flow, name, points, rule, match)


def _scored(
    context: Context, flow: Flowing, name: str, points: Fraction, rule: SpokenRule, standard: re.Match[str]
) -> Iterator[Relation]:
    """The first sentence behind the standard that begins with the name and tells one rate and one score."""
    at = flow.text.find(name, standard.end())
    while at >= 0:
        sentence = re.split(r"[。\n]", flow.text[at : at + _REACH])[0]
        rates, scores = list(_RATE.finditer(sentence)), list(_SCORE.finditer(sentence))
        if len(rates) == len(scores) == 1 and rates[0].end() <= scores[0].start():
            between = sentence[rates[0].end() : scores[0].start()]
            if not _OTHER_REASONS.search(between) and context.table_at(flow.place(at)) is None:
                spans = [(at + one.start(group), at + one.end(group)) for one, group in
                         ((rates[0], "rate"), (scores[0], "score"))]  # fmt: skip
                yield from _judged(context, flow, points, rule, spans)
                return
        at = flow.text.find(name, at + len(name))


def _judged(
    context: Context, flow: Flowing, points: Fraction, rule: SpokenRule, spans: list[tuple[int, int]]
) -> Iterator[Relation]:
    rate, score = (Fraction(flow.text[slice(*span)]) for span in spans)
    earned = rule.earned_by_rate(rate / 100, points)
    if not earned:
        return
    near = points / 200 if rule.proportional else Fraction(0)
    holds = any(abs(each - score) <= near for each in earned)
    right = plain(round_half_up(min(earned, key=lambda each: abs(each - score)), 2))
    figures = tuple(
        piece(context, role, *flow.span(*span)) for role, span in zip(("data", "score"), spans, strict=True)
    )
    told = f"前面写明的评分标准下，{plain(rate)}% {'' if holds else '应'}得 {right} 分"
    yield rule_relation(
        "ok" if holds else "error", figures, f"评分标准（{plain(rate)}%）", right, f"{told}，文中为 {plain(score)} 分。"
    )
