"""A score that is worked out as a sum of parts: “得分=1+1+0.5=3分”, “得4分（2+1+1=4）”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["worked_sums"]

_N: Final = r"\d{1,3}(?:\.\d{1,4})?"
_SUM: Final = near(
    re.compile(
        rf"(?<![\d.+\-−×*/÷%％年月])({_N}\s*分?(?:\s*[+＋\-−]\s*{_N}\s*分?){{1,24}})\s*[=＝]\s*({_N})(?![\d.%％*/×÷+＋\-−])(\s*分)?"
    ),
    "[=＝]",
    400,
)
_TERM: Final = re.compile(rf"([+＋\-−]?)\s*({_N})")
_SCORED: Final = re.compile(r"(?:得|评|总|计|赋|扣)分(?:为|是|合计|共)?\s*[=＝:：]?\s*$|[得计扣共]\s*$")


def worked_sums(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, for sums whose terms or result are said to be points."""
    text = context.document.text
    for match in _SUM.finditer(text) if "=" in text or "＝" in text else ():
        before = text[max(0, match.start() - 12) : match.start()]
        if not match[3] and "分" not in match[1] and _SCORED.search(before) is None:
            continue
        stated = amount_at(context, *match.span(2))
        if stated is None:
            continue
        terms = [(-1 if sign in "-−" and sign else 1) * Fraction(term) for sign, term in _TERM.findall(match[1])]
        computed = sum(terms, Fraction(0))
        verdict: Verdict = "ok" if computed == stated.value else "error"
        right, formula = plain(computed), re.sub(r"\s", "", match[1])
        message = f"{formula} {'' if verdict == 'ok' else '应'}为 {right} 分，文中为 {stated.text} 分。"
        place = Figure("operand", match[1].strip(), match.start(1), match.start(1) + len(match[1].rstrip()))
        yield rule_relation(verdict, (place, stated.figure("score")), f"{formula} = {stated.text}", right, message)
