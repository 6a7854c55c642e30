"""分值30　得分28.72　得分率93.75%: the three told one behind the other, in whichever way they are set apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount

__all__ = ["RatedScore", "listed_rates", "spaced_rates"]

_N: Final = r"\d{1,3}(?:\.\d{1,3})?"
_SPACED: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff（）()]{{2,16}})?[\s，,、;；|：:]{{0,4}}(?:分值|满分|权重)[:：为]?\s{{0,4}}(?P<points>{_N})\s?分?[\s，,、;；|]{{1,4}}"
    rf"(?:自评|评价|实际)?得分[:：为]?\s{{0,4}}(?P<score>{_N})\s?分?[\s，,、;；|]{{1,4}}得分率[:：为]?\s{{0,4}}(?P<rate>{_N}\s?[%％])"
)
_RATES: Final = re.compile(
    r"得分率(?:分别)?(?:为|是|如下)?[:：]?(?P<list>(?:[\u4e00-\u9fff]{2,10}\s?\d{1,3}(?:\.\d{1,2})?\s?[%％][，,、；;和]?\s?){2,8})"
)
_ONE: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,10})\s?(?P<rate>\d{1,3}(?:\.\d{1,2})?\s?[%％])")
_ROW: Final = re.compile(
    rf"(?:^|\n)[ \t|]*(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:类|指标)*小计"
    rf"[\s|]+(?P<points>{_N})[\s|]+(?P<score>{_N})(?=[\s|]|$)"
)
_REACH: Final = 80
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class RatedScore:
    name: str
    points: Amount
    score: Amount
    rate: Amount


def spaced_rates(context: Context) -> Iterator[RatedScore]:
    """Outside tables, in the order of the text."""
    for match in matches_near(_SPACED, re.compile("得分率"), context.document.text, _REACH):
        points, score, rate = (amount_at(context, *match.span(name)) for name in ("points", "score", "rate"))
        if points is not None and score is not None and rate is not None and points.value:
            yield RatedScore(match["name"] or "该项", points, score, rate)


def listed_rates(context: Context) -> Iterator[RatedScore]:
    """各板块得分率：产出指标 P，效益指标 Q, beside the subtotals of the table that they are of."""
    text = context.document.text
    rows = {match["name"][:_FEWEST]: match for match in _ROW.finditer(text)} if "得分率" in text else {}
    for listed in _RATES.finditer(text) if len(rows) >= _FEWEST else ():
        for one in _ONE.finditer(text, *listed.span("list")):
            row = rows.get(one["name"][:_FEWEST])
            if row is None:
                continue
            points, score = (amount_at(context, *row.span(name)) for name in ("points", "score"))
            rate = amount_at(context, *one.span("rate"))
            if points is not None and score is not None and rate is not None and points.value:
                yield RatedScore(one["name"], points, score, rate)
