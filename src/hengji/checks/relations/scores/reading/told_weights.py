"""The points of the first-level indicators as one sentence tells them, and where each one's score stands with its rate:
决策、过程、产出、效益四个一级指标，权重分别为15分、20分、35分、30分; later 产出30.50分，得分率87.14%.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount

__all__ = ["RatedScore", "rated_scores"]

_NAME: Final = r"[\u4e00-\u9fff]{2,8}?"
_POINTS: Final = r"\d{1,2}(?:\.\d{1,2})?\s*分"
_IN_A_ROW: Final = near(
    re.compile(
        rf"(?P<names>{_NAME}(?:、{_NAME}){{1,5}}(?:[和及与]{_NAME})?)(?:等|这)?(?:[二三四五六两2-6](?:个|大?类|大?方面|项))?(?:一级)?(?:指标|方面|部分|维度|板块)?"
        rf"[，,（(；;]?(?:各?(?:指标|部分)?(?:的)?(?:权重|分值|满分|标准分)(?:分值)?)(?:分别|依次)?(?:为|是|：)(?P<points>{_POINTS}(?:[、，,]{_POINTS}){{0,5}}(?:[、和及与]{_POINTS}))"
    ),
    "分别|依次",
    140,
)
_ONE_BY_ONE: Final = re.compile(
    rf"(?:权重|分值|满分)(?:分配|设置|分布|构成)?(?:分别|依次)?(?:为|是|如下)?[：:]?(?P<pairs>{_NAME}{_POINTS}(?:[、，,；;]{_NAME}{_POINTS}){{1,5}})"
)
_IN_BRACKETS: Final = re.compile(
    rf"(?P<pairs>{_NAME}（{_POINTS}）(?:[、，,；;和及]{{1,2}}{_NAME}（{_POINTS}）){{2,5}})"
)
"""决策（20分）、过程（20分）、产出（30分）、效益（30分）四类."""
_PAIR: Final = re.compile(rf"({_NAME})（?({_POINTS})")
_GOT: Final = (
    r"(?<![\u4e00-\u9fff]){name}(?:类)?(?:指标|部分|方面)?(?:实际|自评|评价|综合)?(?:得分?为?|：)?(?P<score>\d{{1,2}}(?:\.\d{{1,2}})?)分"
    r"[，,（(；;]?(?:平均)?得分率(?:为|达|：)?(?P<rate>\d{{1,3}}(?:\.\d{{1,4}})?)\s*[%％]"
)
_LEADS: Final = re.compile(r"^.*?(?:包括|包含|分为|设有?|从|由|含|为|即|以|按|对)(?=[\u4e00-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class RatedScore:
    """One indicator of the first level: its points, its score and the rate that goes with them."""

    name: str
    points: Amount
    score: Amount
    rate: Amount


def rated_scores(context: Context) -> Iterator[RatedScore]:
    """Every such score of a document that tells each name's points once."""
    flow = flowing(context)
    if "得分率" not in flow.text:
        return
    for name, points in _weights(context, flow).items():
        for found in re.finditer(_GOT.format(name=re.escape(name)), flow.text):
            score = amount_at(context, *flow.of(found, "score"))
            rate = amount_at(context, *flow.of(found, "rate"))
            if score is not None and rate is not None and context.table_at(score.cell.start) is None:
                yield RatedScore(name, points, score, rate)


def _weights(context: Context, flow: Flowing) -> Mapping[str, Amount]:
    """The points by name; a name with two different points is left out."""
    told: dict[str, Amount] = {}
    twice: set[str] = set()
    for name, place in _pairs(flow):
        amount = amount_at(context, *place)
        if amount is None or context.table_at(place[0]) is not None:
            continue
        if told.setdefault(name, amount).value != amount.value:
            twice.add(name)
    return {name: amount for name, amount in told.items() if name not in twice}


def _pairs(flow: Flowing) -> Iterator[tuple[str, tuple[int, int]]]:
    for match in _IN_A_ROW.finditer(flow.text):
        names = [_LEADS.sub("", name) for name in re.split("[、和及与]", match["names"])]
        points = list(re.finditer(r"\d[\d.]*", match["points"]))
        if len(names) == len(points):
            start = match.start("points")
            for name, one in zip(names, points, strict=True):
                yield name, flow.span(start + one.start(), start + one.end())
    for match in (*_ONE_BY_ONE.finditer(flow.text), *_IN_BRACKETS.finditer(flow.text)):
        start = match.start("pairs")
        for one in _PAIR.finditer(match["pairs"]):
            figure = re.match(r"[\d.]+", one[2])
            if figure is not None:
                yield _LEADS.sub("", one[1]), flow.span(start + one.start(2), start + one.start(2) + figure.end())
