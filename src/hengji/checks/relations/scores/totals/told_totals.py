"""A total that the text says twice in the same words: “综合评价得分为91.45分”, and 94.15分 at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.conclusion import conclusions
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Relation

__all__ = ["told_totals"]

_OPENING: Final = re.compile(
    r"^(?:综上(?:所述)?|总体(?:来看|上)?|经(?:综合)?(?:评价|评定|核查)|最终|根据[^，]{0,20})?[，,]?(?:本次|本|该|我)?"
)
_GENERAL: Final = re.compile(
    r"20\d\d年度?|综上所?述?|最终|我[局委办院校]|[我本该](?:单位|部门)|(?:部门|单位)?整体|部门|单位|支出|绩效|自我|自评|评价"
    r"|综合|总体?|结果|得?分|评分|分数|情况|本?年度?|的|为|是|[：:]"
)
_OF_ALL: Final = re.compile("整体|(?<!项)总|综合|部门|单位|我[局委办院校]")
"""The total of the paper; 项目自评得分 is told of one project after another."""
_MOST: Final = 4
_LONGEST: Final = 30
_SHORTEST: Final = 4


def told_totals(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: at most one, where all totals of the text but one agree or there are two."""
    found: dict[str, dict[object, Amount]] = {}
    for one in conclusions(context):
        words = _words(context, one.total)
        if words:
            found.setdefault(words, {}).setdefault(one.total.key, one.total)
    for words, totals in ((words, list(told.values())) for words, told in found.items()):
        if 1 < len(totals) <= _MOST and len({one.value for one in totals}) == 2:
            yield from _relation(words, totals[0], next(one for one in totals if one.value != totals[0].value))


def _words(context: Context, total: Amount) -> str:
    """What the clause says before the total, without what opens a sentence."""
    text = context.document.text
    line = text.rfind("\n", 0, total.cell.start)
    start = max(line, *(text.rfind(stop, line + 1, total.cell.start) for stop in "。；;")) + 1
    clause = re.sub(r"\s", "", text[start : total.cell.start])
    tail = re.split("[，,]", clause)[-1]
    if (
        _OF_ALL.search(tail) and not _GENERAL.sub("", tail) and _own_year(context, tail)
    ):  # 我局2023年度部门整体支出绩效自评得分为 and 综上，我局自评得分 say the same
        owner = "自评" if "自评" in tail else "评价"
        return f"整体{owner}得分"
    words = _OPENING.sub("", clause)
    return words if _SHORTEST <= len(words) <= _LONGEST and not re.search(r"\d", words) else ""


def _own_year(context: Context, words: str) -> bool:
    return all(int(year) == context.facts.year for year in re.findall(r"20\d\d(?=年)", words))


def _relation(words: str, first: Amount, other: Amount) -> Iterator[Relation]:
    slip = shape(other.text, first.text)
    if slip and _OF_ALL.search(words):
        message = f"“{words}”前后不一：一处 {first.text}，另一处 {other.text}（{slip}）。"
        figures = (first.figure("said"), other.figure("stated"))
        yield Relation("repeat", "error", figures, "总分：前后相等", first.text, other.text, message, "", "high")
