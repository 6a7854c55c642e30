"""Answers that the text gives a value each, and their mean: 非常满意 171 份、满意 88 份、一般 20 份、不满意 6 份……
以 100、80、60、0 分分别赋值，平均分为 88.91 分."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import good, judged, slip_of
from hengji.facts.relation import Relation

__all__ = ["valued_answers"]

_ANSWER: Final = re.compile(
    r"(?<!不)(?P<name>(?:非常|很|十分|比较|较|较为|基本)?满意|一般|不太满意|(?:很|非常)?不满意)[”\"]?的?(?:有|为|占|共)?\s?(?P<n>\d{1,6})\s?[份人名户票]"
)
_VALUED: Final = re.compile(
    r"(?:以|按照?)\s?(?P<row>(?:\d{1,3}\s?分?\s?[、，/和]\s?){1,5}\d{1,3})\s?分?(?:的标准)?(?:分别|依次)?(?:赋值|赋分|计分|打分)"
    r"[^。；\d]{0,16}?(?:平均|均值|综合)(?:得)?分?(?:数|值)?(?:为|是|达到?)?\s?(?P<mean>\d{1,3}(?:\.\d{1,4})?)\s?分"
)
_VALID: Final = re.compile(r"有效(?:问卷|答卷|调查表)?\s?(?P<n>\d{1,6})\s?份")
_BACK: Final = 240


def valued_answers(context: Context) -> Iterator[Relation]:
    """Relations of kind ``survey``: as many answers stand in front as there are values, in their order."""
    flow = flowing(context)
    for match in _VALUED.finditer(flow.text):
        values = [int(value) for value in re.findall(r"\d+", match["row"])]
        start = max(flow.text.rfind("\n", 0, match.start()) + 1, match.start() - _BACK)
        answers = list(_ANSWER.finditer(flow.text, start, match.start()))[-len(values) :]
        stated = piece(context, "stated", *flow.of(match, "mean"))
        whole = sum(int(answer["n"]) for answer in answers)
        if len(answers) != len(values) or not whole or stated.mention is None:
            continue
        valid = _VALID.search(flow.text, start, match.start())
        if valid is not None and int(valid["n"]) != whole:
            continue  # an answer is miscounted, which is told by its own sum
        mean = Fraction(sum(int(answer["n"]) * value for answer, value in zip(answers, values, strict=True)), whole)
        verdict = judged(mean, None, stated.mention)
        right = as_written(mean, stated.mention)
        terms = " + ".join(f"{answer['n']}×{value}" for answer, value in zip(answers, values, strict=True))
        yield Relation(
            "survey",
            verdict,
            (*(piece(context, "part", *flow.of(answer, "n")) for answer in answers), stated),
            f"({terms}) ÷ {whole}",
            right,
            f"{match['mean']}分",
            f"加权平均分为 {right}，与文中一致。"
            if good(verdict)
            else f"按各档人数和赋值计算，平均分应为 {right}，文中为 {match['mean']}分。",
            "" if good(verdict) else slip_of(stated.mention, mean),
            "low" if good(verdict) else "high",
        )
