"""A heading with points and a score, and right below it the items that make them up: （三）履职产出35分，得34.3分, and
案件办理10分得9.2分；森林防火9分得8.4分；….

Where the points of the items make those of the heading, so must the scores.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["items_below"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_HEADING: Final = re.compile(
    r"^[ \t\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?[ ]?(?P<name>[\u4e00-\u9fff]{2,12})"
    rf"[（(]?(?P<points>{_N})\s?分[，,；;]\s?(?:自评|评价|核查|实)?得?分?(?P<score>{_N})\s?分[)）]?"
    r"[。：:]?[ \t]*\n+(?P<below>[^\n]+)",
    re.MULTILINE,
)
_ITEM: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,16}}?)[（(]?(?P<points>{_N})\s?分[)）]?[，,]?\s?(?:实|自评)?得分?(?P<score>{_N})\s?分"
)
_FEWEST: Final = 2


def items_below(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, of paragraphs whose items have all the points of the heading above."""
    text = context.document.text
    for heading in _HEADING.finditer(text):
        items = list(_ITEM.finditer(text, *heading.span("below")))
        points = sum((Fraction(one["points"]) for one in items), Fraction(0))
        if len(items) < _FEWEST or points != Fraction(heading["points"]):
            continue
        right = sum((Fraction(one["score"]) for one in items), Fraction(0))
        holds = right == Fraction(heading["score"])
        figures: tuple[Figure, ...] = (
            *(piece(context, "part", *one.span("score")) for one in items),
            piece(context, "stated", *heading.span("score")),
        )
        formula = " + ".join(one["score"] for one in items)
        told = f"“{heading['name']}”各项得分之和"
        message = f"{told}{'' if holds else '应'}为 {plain(right)} 分，标题为 {heading['score']} 分。"
        yield Relation(
            "score_sum", "ok" if holds else "error", figures, formula, plain(right), heading["score"], message,
            "" if holds else "标题或某一项的得分误写。", "medium" if holds else "high",
        )  # fmt: skip
