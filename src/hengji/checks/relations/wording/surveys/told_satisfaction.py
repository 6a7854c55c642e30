"""One count of the satisfied and their rate: 有效问卷503份中，满意和比较满意的450份，满意度89.46%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.checks.relations.wording.surveys.survey_counts import Count
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation

__all__ = ["told_satisfaction"]

_TOLD: Final = re.compile(
    r"(?:^|[，,。；;：:中])(?:其中)?(?:[^，。；：\d]{0,14}?(?:表示|评价为|选择|认为|感到))?[“\"]?(?:非常|很)?满意[”\"]?(?:[和及与、“”\"]|以上|的|有|为|共|比较|较|基本|满意|合计|共计|两项){0,10}\s{0,2}(?P<n>\d{1,7})\s{0,2}(?:份|张|人|名|户)[，,；（(]"
    r"(?:[\u4e00-\u9fff]{0,8})满意[度率](?:为|达到?|是)?\s{0,2}(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s{0,2}[%％]"
)
_OF_THOSE: Final = re.compile(
    r"(?:收回|回收|有效)的?(?:有效)?(?:问卷)?(\d{1,7})\s?(?:份|张|人|名|户)(?:问卷)?(?:里|中|当中)"
)
_DEGREES: Final = re.compile(r"(?:一般|不太?满意|基本满意|比较满意|较满意|非常满意|很满意)[”\"]?(?:的|有|为|共)?\s*\d")
_SHEETS: Final = re.compile(r"(?<![\d.,])([1-9]\d{0,5})(?=\s?[份张人名户])")
_WEIGHED: Final = re.compile("权重|加权|折算|系数|×|另行|另外|单独")


def told_satisfaction(context: Context, span: Span, asked: Sequence[Count]) -> Iterator[Relation]:
    """Relations of kind ``survey`` of a paragraph that counts no other degree; *asked* are the questionnaires, those
    that are valid first."""
    if not asked:
        return
    found = list(_TOLD.finditer(context.document.text[slice(*span)].replace("\n", " ")))
    for match in found if len(found) == 1 else ():
        start = span[0] + match.start()
        sentence = context.document.text[slice(*context.sentence_at(start))]
        if len(_DEGREES.findall(sentence)) > 1 or _WEIGHED.search(sentence) or context.table_at(start) is not None:
            continue
        satisfied = int(match["n"])
        bases = [one for one in asked if one[0] >= max(satisfied, 1) and one[1][0] < start]
        bases = [one for one in bases if one[1][0] >= context.sentence_at(start)[0]] or bases
        named = {int(own[1]) for own in _OF_THOSE.finditer(sentence)}
        if len(named) == 1:
            bases = [one for one in bases if one[0] in named]
        tried = [(judge(Fraction(satisfied, number), match["rate"]), number, place) for number, place in bases]
        if not tried:
            continue
        verdict, number, place = next((one for one in tried if one[0] != "error"), tried[0])
        own = place[0] >= context.sentence_at(start)[0]
        sheets = [] if own else _SHEETS.findall(sentence.partition(match["n"])[0])
        if verdict == "error" and any(judge(Fraction(satisfied, int(one)), match["rate"]) != "error" for one in sheets):
            continue  # 另发放问卷60份，全部收回，满意57份: a survey of its own
        if verdict == "error" and len({one[0] for one in bases}) > 1:
            continue  # which of several papers were counted is not told
        right = percent(Fraction(satisfied, number), len(match["rate"].partition(".")[2]))
        yield survey_relation(
            verdict,
            [
                piece(context, "part", span[0] + match.start("n"), span[0] + match.end("n")),
                piece(context, "whole", *place),
                piece(context, "stated", span[0] + match.start("rate"), span[0] + match.end()),
            ],
            f"{satisfied} ÷ {number}",
            right,
            f"{match['rate']}%",
            f"满意{satisfied}份，占{number}份的 {right}，文中为 {match['rate']}%。",
        )
