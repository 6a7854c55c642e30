"""How many indicators there are against those that the analysis scores one by one: 17 个三级指标, and eighteen
headings with their points below, which make a hundred.

That the points make the full hundred says that no indicator is left out.
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
from hengji.checks.relations.scores.reading.narrative import Scored, scored_headings
from hengji.facts.relation import Relation

__all__ = ["scored_indicators"]

_TOLD: Final = near(
    re.compile(
        r"(?P<n>(?<![\d.,第])\d{1,3}|(?<![一二三四五六七八九十百第])[一二三四五六七八九十]{1,3})\s?[个项](?P<level>[一二三四])级(?:绩效)?指标"
    ),
    "[一二三四]级(?:绩效)?指标",
    20,
)
_PARTLY: Final = re.compile(r"未|扣|得分|失分|满分|其中|上年|偏离|低于|没有|不")
_FULL, _FEWEST, _FEW, _REACH = 100, 6, 2, 8


def scored_indicators(context: Context, settled: set[int]) -> Iterator[Relation]:
    """A relation of kind ``count``, an error, where the number of the lowest level misses the headings by few."""
    flow = flowing(context)
    told = _told(context, flow)
    deepest = max(told, key="一二三四".index, default="")
    if not deepest or len({whole_number(one["n"]) for one in told[deepest]}) != 1:
        return
    scored = list(scored_headings(context))
    place, count = flow.of(told[deepest][0], "n"), len(scored)
    full = sum((one.points.value for one in scored), Fraction(0)) == _FULL
    others = {whole_number(one["n"]) for level in told for one in told[level]}
    missed = abs(whole_number(told[deepest][0]["n"]) - count) <= _FEW and count not in others
    alone = len({one.name for one in scored}) == count >= _FEWEST
    if full and alone and missed and place[0] not in settled:
        yield _relation(context, scored, place, deepest)


def _told(context: Context, flow: Flowing) -> dict[str, list[re.Match[str]]]:
    """How many indicators of each level the text says that there are."""
    told: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _TOLD.finditer(flow.text):
        before = re.split("[，。；\n]", flow.text[max(0, match.start() - _REACH) : match.start()])[-1]
        behind = re.split("[，。；、\n]", flow.text[match.end() : match.end() + _REACH])[0]
        if not _PARTLY.search(before + behind) and context.table_at(flow.place(match.start())) is None:
            told[match["level"]].append(match)
    return told


def _relation(context: Context, scored: Sequence[Scored], stated: Span, level: str) -> Relation:
    said, names = context.document.text[slice(*stated)], "、".join(one.name for one in scored)
    message = (
        f"正文逐项评分的指标共 {len(scored)} 个，分值合计 100 分：{names[:80]}；这里却说 {said} 个{level}级指标。"
        "请核对指标个数。"
    )
    return Relation(
        "count", "error", (piece(context, "stated", *stated),), "逐项评分的指标个数", str(len(scored)), said, message,
        "数目误写。", "high",
    )  # fmt: skip
