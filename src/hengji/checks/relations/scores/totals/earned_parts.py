"""What the points of one indicator were earned for: “按期开工，得5分；竣工晚23天，得0分。该指标得5分”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.rules.told_standards import told_blocks
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["earned_parts"]

_N: Final = r"(\d{1,2}(?:\.\d{1,2})?)"
_EARNED: Final = re.compile(rf"(?<![应可总])(?:得|计)\s*{_N}\s*分(?!之|值)")
_SCORE: Final = re.compile(
    rf"[，,；;。]\s*(?:该项|本项|[该本]指标|综合|合计|总计|共计?|三项|两项|最终)(?:指标)?(?:实际|合计|共|自评)?得分?(?:为|是|[:：])?\s*{_N}\s*分(?!之|值)"
)
_VAGUE: Final = re.compile("扣|每|的[，,]?得|以上|以下|≥|≤|酌情|否则|另|其他|等|如|若|最高|不得分")
_FEWEST: Final = 2


def earned_parts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, one at most for each indicator whose score has parts of its own."""
    text = context.document.text
    for points, span in told_blocks(context):
        found = list(_SCORE.finditer(text, *span))
        if len(found) != 1:
            continue
        score = amount_at(context, *found[0].span(1))
        begin = max(context.paragraph_at(found[0].start())[0], span[0])
        parts = list(_EARNED.finditer(text, begin, found[0].start() + 1))
        if score is not None and len(parts) >= _FEWEST and not _VAGUE.search(text, begin, found[0].start()):
            promised = [Fraction(one[1]) for one in _EARNED.finditer(text, span[0], begin)]
            whole = len(promised) == len(parts) and sum(promised, Fraction(0)) == points.value
            yield from _judged(context, points, score, [one.span() for one in parts], [one[1] for one in parts], whole)


def _judged(
    context: Context, points: Amount, score: Amount, spans: list[Span], parts: list[str], whole: bool
) -> Iterator[Relation]:
    """*whole*: the standard promises as many parts, which make all the points; else some may be left unsaid."""
    total = sum((Fraction(one) for one in parts), Fraction(0))
    right, formula = plain(total), " + ".join(parts)
    if total > points.value or (total != score.value and not whole and score.value > total):
        return
    figures = (*(Figure("part", context.document.text[a:b], a, b) for a, b in spans), score.figure("score"))
    holds = total == score.value
    message = f"各要点得分之和{'' if holds else '应'}为 {right} 分，文中得 {score.text} 分。"
    yield rule_relation("ok" if holds else "error", figures, f"{formula} = {score.text}", right, message)
