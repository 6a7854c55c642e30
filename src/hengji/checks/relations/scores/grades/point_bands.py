"""Bands of a scoring standard that overlap or leave a gap: 80%>结果≥60%得1分，结果<70%不得分 gives 65% two scores."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Relation

__all__ = ["point_bands"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_SIGN: Final = "[<>≤≥＜＞≦≧]"
_IN: Final = r"(?:[（(](?:不?含)[^（）()\n]{0,5}[）)])?"
_POINTS: Final = (
    r"[^\d，。；;、（(\n每]{0,6}[，,]?\s?(?:(?:得|计|为)\s?\d{1,3}(?:\.\d{1,2})?\s?分|不得分|不计分|得?满分|得?零分)"
)
_BAND: Final = re.compile(
    rf"(?:(?P<a>{_N})\s?[%％]\s?(?P<s>{_SIGN})\s?[^\d<>≤≥＜＞，。；;、\n]{{1,14}}?\s?(?P<t>{_SIGN})\s?(?P<b>{_N})\s?[%％]"
    rf"|(?P<from>{_N})\s?[%％]?\s?{_IN}\s?(?:-|—+|–|~|～|至|到)\s?(?P<to>{_N})\s?[%％]\s?{_IN}(?:之间)?"
    rf"|(?P<sign>{_SIGN}|低于|小于|高于|大于|不低于|不高于|超过|不超过|不足)\s?(?P<one>{_N})\s?[%％]\s?{_IN}"
    rf"|(?P<edge>{_N})\s?[%％]\s?{_IN}\s?及?(?P<side>以上|以下))的?{_POINTS}"
)
_ANCHOR: Final = re.compile(r"(?:得|计|为)\s?\d{1,3}(?:\.\d{1,2})?\s?分|不得分|不计分|满分|零分")
_REACH: Final = 100
_APART: Final = 24  # characters between two bands of one standard
_FEWEST: Final = 3
_WIDE: Final = 5
_STOPS: Final = re.compile(r"[。\n]\s*\S{0,3}[（(]?[一二三四五六七八九十]|每")
_BELOW: Final = frozenset("<≤＜≦") | {"低于", "小于", "不高于", "不超过", "不足"}


@dataclass(frozen=True, slots=True)
class _Band:
    low: Fraction | None
    high: Fraction | None
    span: Span


def point_bands(context: Context) -> Iterator[Relation]:
    """Relations of kind ``grade``; the bands of a standard are those that follow one another with their points."""
    text = context.document.text
    run: list[_Band] = []
    for match in matches_near(_BAND, _ANCHOR, text, _REACH):
        between = text[run[-1].span[1] : match.start()] if run else ""
        if run and (len(between) > _APART or _STOPS.search(between)):
            yield from _judged(context, run)
            run = []
        run.append(_read(match))
    yield from _judged(context, run)


def _read(match: re.Match[str]) -> _Band:
    def value(name: str) -> Fraction:
        return read_number(match[name]) or Fraction(0)

    if match["a"]:
        low, high = sorted((value("a"), value("b")))
        return _Band(low, high, match.span())
    if match["from"]:
        low, high = sorted((value("from"), value("to")))
        return _Band(low, high, match.span())
    if match["edge"]:
        edge = value("edge")
        return _Band(edge, None, match.span()) if match["side"] == "以上" else _Band(None, edge, match.span())
    one = value("one")
    return _Band(None, one, match.span()) if match["sign"] in _BELOW else _Band(one, None, match.span())


def _judged(context: Context, run: Sequence[_Band]) -> Iterator[Relation]:
    """Bands in one direction, of which the last and the first are open or reach the end; one edge alone is wrong."""
    if len(run) < _FEWEST:
        return
    rising = sorted(run, key=lambda band: (band.low is not None, band.low or Fraction(0)))
    if rising not in (list(run), list(reversed(run))) or len({band.low for band in run}) < len(run):
        return
    edges = [(a, b) for a, b in pairwise(rising) if a.high is not None and b.low is not None]
    wrong = [(a, b) for a, b in edges if a.high is not None and b.low is not None and abs(a.high - b.low) > 1]
    figures = tuple(piece(context, "band", *band.span) for band in run)
    shown = "、".join(_shown(band) for band in rising)
    if not wrong and len(edges) == len(run) - 1:
        yield Relation("grade", "ok", figures, "分档不重不漏", shown, shown, f"计分档首尾相接，共 {len(run)} 档。")
    elif len(wrong) == 1:
        lower, upper = wrong[0]
        if lower.high is None or upper.low is None or abs(lower.high - upper.low) < _WIDE:
            return
        low, high = sorted((lower.high, upper.low))
        says = "同时落在两档" if lower.high > upper.low else "没有对应的得分"
        pair = tuple(piece(context, "band", *band.span) for band in (lower, upper))
        message = f"计分档不衔接：{plain(low)}%～{plain(high)}% {says}。请核对两档的界限。"
        yield Relation("grade", "error", pair, "分档不重不漏", shown, shown, message, "界限误写", "high")


def _shown(band: _Band) -> str:
    low = "" if band.low is None else f"{plain(band.low)}%"
    high = "" if band.high is None else f"{plain(band.high)}%"
    return f"{low}～{high}"
