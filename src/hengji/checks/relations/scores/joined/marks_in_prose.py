"""Indicators that running text tells with their points, a standard and a score, in whatever order, one after the other:
预算执行率10分，评分标准为“执行率100%得满分，每低1个百分点扣0.5分”，自评9.5分；“三公”经费控制5分，…….
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.joined.rates_told import rates_told
from hengji.checks.relations.scores.rules.spoken_rules import read_rule
from hengji.facts.relation import Figure

__all__ = ["Mark", "marks_in_prose"]

_N: Final = r"\d{1,2}(?:\.\d{1,2})?"
_HEAD: Final = re.compile(
    rf"(?:^|(?<=[，。；：:）)、\n*\s“是个]))(?P<name>[\u4e00-\u9fff“”]{{2,16}}?)(?:指标|本项)?[*”]*"
    rf"(?:（[^（）\n\d]{{0,8}}(?P<a>{_N})分）|[，：:。]?(?:本项|该项)?(?:满分|分值|权重|标准分|共|计)?(?:为|是|：)?(?<![得扣计])(?P<b>{_N})分(?=[，。：；（]|$))"
)
_SCORE: Final = re.compile(
    rf"(?:^|[，。；、”：（])(?:本项|该项|此项|的?标准|的?办法|故|因此|最后|最终|指标|实际|自评|评价|综合|只|仅|应|共|实|给|打|评|记|计|得|分|为|了)*"
    rf"(?:得|计|打|给|评|记|自评)分?(?:为|了)?(?P<n>{_N})分(?![之值率])"
)
_RULY: Final = re.compile(
    r"[%％][^，。；]{0,10}(?:[得计记给打]|\d分)|每[^，。；]{0,14}扣|满分|[×*]\s?(?:分值|\d)|乘以?(?:分值|\d)"
)
_OPENING: Final = re.compile(
    r"[，。：:；\s”]*(?:本项|该项|指标)?(?:的?(?:评分|计分|打分|得分|评价)?(?:标准|规则|办法|细则|方法)"
    r"(?:规定|要求)?(?:为|是)?|规定|按照?|根据|依据)?[：:，“\s]*"
)
_CLOSING: Final = re.compile(
    r"[，。；]?(?:的(?:评分|计分)?(?:标准|规则|办法)?(?:评分|计分|计算|打分)?|计分?|评分|计算)?[，。；\s]*$"
)
_QUOTED: Final = re.compile("“([^“”]{8,160})”")
_NO_NAME: Final = re.compile(
    "(?:自评|评价|实际|最终|综合|核定|本项|该项|此项|应|实|得|打|给|记|计|评|扣|加|为|满分|分值|总分|以[上下内]|部分)$"
)
_ENDS: Final = re.compile(r"\s?(?:[，。；、”）\n（]|$)")
_STOP: Final = re.compile("[，。；”]")
_TRIES, _SHORTEST = 3, 6
_LONGEST: Final = 320


@dataclass(frozen=True, slots=True)
class Mark:
    """`own`: what is told of the indicator before its standard and behind it, in the flowing text."""

    name: str
    points: Fraction
    standard: str
    score: Figure
    own: tuple[Span, Span]


def marks_in_prose(context: Context) -> Iterator[Mark]:
    flow = flowing(context)
    for line in re.finditer(r"[^\n]+", flow.text):
        if "分" in line[0] and _RULY.search(line[0]) and context.table_at(flow.place(line.start())) is None:
            heads = [one for one in _HEAD.finditer(flow.text, *line.span()) if not _NO_NAME.search(one["name"])]
            for number, head in enumerate(heads):
                end = heads[number + 1].start() if number + 1 < len(heads) else line.end()
                mark = _mark(context, flow, head, min(end, head.end() + _LONGEST))
                if mark is not None:
                    yield mark


def _mark(context: Context, flow: Flowing, head: re.Match[str], end: int) -> Mark | None:
    text = flow.text[head.end() : end]
    scores = list(_SCORE.finditer(text))
    if not scores or _RULY.search(text, scores[-1].end()) or not _ENDS.match(text, scores[-1].end()):
        return None
    score, points = scores[-1], Fraction(head["a"] or head["b"])
    if Fraction(score["n"]) > points:
        return None
    for begin, stop in _rules(text, score.start()):
        standard = _CLOSING.sub("", text[begin:stop])
        span = head.end() + begin, head.end() + stop
        told = any(span[0] <= one.at < span[1] for one in rates_told(context))
        if read_rule(standard, points) is not None and not told:
            at = head.end() + score.start("n")
            figure = piece(context, "score", *flow.span(at, at + len(score["n"])))
            name = head["name"].strip("“”")
            return Mark(name, points, standard, figure, ((head.end(), span[0]), (span[1], end)))
    return None


def _rules(text: str, score: int) -> Iterator[Span]:
    """Where the standard may begin and end, one in quotes before all, the longest first: no clause behind it is a part
    of one."""
    yield from (one.span(1) for one in _QUOTED.finditer(text, 0, score) if _RULY.search(one[1]))
    ends = [score, *(match.start() for match in list(_STOP.finditer(text, 0, score))[::-1])]
    opening = _OPENING.match(text, 0, score)
    first = opening.end() if opening is not None else 0
    begins = [first, *(match.end() for match in _STOP.finditer(text, first, score))][:_TRIES]
    for stop in ends[: 2 * _TRIES]:
        if _RULY.search(text, stop, score):
            return
        for begin in begins:
            if stop - begin >= _SHORTEST and _RULY.search(text[begin:stop]):
                yield begin, stop
