"""How many indicators there are against those that the analysis scores one by one: 17 个三级指标, and eighteen
headings with their points below, which make a hundred.

That the points make the full hundred says that no indicator is left out. An analysis that numbers them A1, A2, B1 …
tells its points without the words of a heading: “A1立项依据，4分，得4分。”
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.narrative import scored_headings
from hengji.facts.relation import Relation

__all__ = ["scored_indicators"]

_TOLD: Final = near(
    re.compile(
        r"(?P<n>(?<![\d.,第])\d{1,3}|(?<![一二三四五六七八九十百第])[一二三四五六七八九十]{1,3})\s?[个项](?P<level>[一二三四])级(?:绩效)?指标"
        r"|(?P<level2>[一二三四])级(?:绩效)?指标(?:共计?|合计|为|有)?\s?(?P<n2>\d{1,3}|[一二三四五六七八九十]{1,3})\s?[个项](?![一二三四]级)"
    ),
    "[一二三四]级(?:绩效)?指标",
    20,
)
_CODED: Final = re.compile(
    r"^[ \t\u3000|｜]*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,2}[.、．])?"
    r"(?P<code>[A-H]\d{1,3})[ \t\u3000.．、]{0,4}(?P<name>[\u4e00-\u9fff“”（）]{2,24}?)[，,：:（(\s|｜]{1,3}"
    r"(?:分值|满分|权重)?(?:为|：)?(?P<points>\d{1,2}(?:\.\d{1,2})?)\s?(?:分|[|｜\t])",
    re.MULTILINE,
)
_PARTLY: Final = re.compile(r"未|扣|得分|失分|满分|其中|上年|偏离|低于|没有|不")
_FULL, _FEWEST, _FEW, _REACH = 100, 6, 2, 8


def scored_indicators(context: Context, settled: set[int]) -> Iterator[Relation]:
    """A relation of kind ``count``, an error, where the number of the lowest level misses the headings by few."""
    flow = flowing(context)
    told = _told(context, flow)
    deepest = max(told, key="一二三四".index, default="")
    if not deepest or len({_number(one) for one in told[deepest]}) != 1:
        return
    place = flow.of(told[deepest][0], _group(told[deepest][0]))
    said = _number(told[deepest][0])
    others = {_number(one) for level in told for one in told[level]}
    for names in _all_scored(context) if place[0] not in settled else ():
        if abs(said - len(names)) <= _FEW and len(names) not in others and len(set(names)) == len(names) >= _FEWEST:
            yield _relation(context, names, place, deepest)
            return


def _all_scored(context: Context) -> Iterator[list[str]]:
    """The indicators that an analysis scores, where their points make the full hundred."""
    scored = scored_headings(context)
    if sum((one.points.value for one in scored), Fraction(0)) == _FULL:
        yield [one.name for one in scored]
    coded = {match["code"]: match for match in reversed(list(_CODED.finditer(context.document.text)))}
    leaves = [
        one for code, one in coded.items() if not any(other != code and other.startswith(code) for other in coded)
    ]
    for each in (list(coded.values()), leaves):
        if sum((Fraction(one["points"]) for one in each), Fraction(0)) == _FULL:
            yield [one["code"] + one["name"] for one in reversed(each)]
            return


def _group(told: re.Match[str]) -> str:
    return "n" if told["n"] else "n2"


def _number(told: re.Match[str]) -> int:
    return whole_number(told[_group(told)])


def _told(context: Context, flow: Flowing) -> dict[str, list[re.Match[str]]]:
    """How many indicators of each level the text says that there are."""
    told: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _TOLD.finditer(flow.text):
        before = re.split("[，。；\n]", flow.text[max(0, match.start() - _REACH) : match.start()])[-1]
        behind = re.split("[，。；、\n]", flow.text[match.end() : match.end() + _REACH])[0]
        if not _PARTLY.search(before + behind) and context.table_at(flow.place(match.start())) is None:
            told[match["level"] or match["level2"]].append(match)
    return told


def _relation(context: Context, scored: Sequence[str], stated: Span, level: str) -> Relation:
    said, names = context.document.text[slice(*stated)], "、".join(scored)
    message = (
        f"正文逐项评分的指标共 {len(scored)} 个，分值合计 100 分：{names[:80]}；这里却说 {said} 个{level}级指标。"
        "请核对指标个数。"
    )
    return Relation(
        "count", "error", (piece(context, "stated", *stated),), "逐项评分的指标个数", str(len(scored)), said, message,
        "数目误写。", "high",
    )  # fmt: skip
