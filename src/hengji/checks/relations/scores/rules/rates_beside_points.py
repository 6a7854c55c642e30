"""A rate of points in the text that a heading's points and its score begin: 2.效率性（12分）。得10.90分，得分率90.83%;
满分15分。 得13.20分。 得分率88.00%, a line each; 【40分】 本项评价得分36.50，得分率91.25%.

Between points and rate stands the one score. Nothing is said where any score and any points near by make the rate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation

__all__ = ["rates_beside_points"]

_N: Final = r"\d{1,3}(?:\.\d{1,3})?"
_RATE: Final = re.compile(
    r"(?P<lead>[^，。；：\n]{0,12})得分率[*]{0,2}\s?(?:为|是|：|达到?|仅为?|只有)*\s?(?P<rate>\d{1,3}(?:\.\d{1,4})?)[%％]"
    rf"|得{_N}分，(?P<lead2>)占(?:该?项?分值|满分|总分)?的?(?P<share>\d{{1,3}}(?:\.\d{{1,4}})?)[%％](?=[，。；\n]|$)"
)
_POINTS: Final = re.compile(
    rf"(?:满分|分值|权重|标准分|[共计])(?:为|是|：)?\s?(?P<a>{_N})\s?分(?![之率])|[（【\[](?:满分|分值|权重|共|计)?(?:为|：)?\s?(?P<b>{_N})\s?分[）】\]]"
)
_SCORE: Final = re.compile(
    rf"(?:得分?|打分?|评分?|自评|获得?)(?:了|为|是|：|到)*\s?(?P<n>{_N})\s?(?P<unit>分?)(?![%％\d之率个])"
)
_ANY: Final = re.compile(rf"(?<![\d.])({_N})\s?分(?![之钟率])|得分(?:为|：)?\s?({_N})(?![\d.%％])")
_OTHER: Final = re.compile(
    r"上年|去年|平均|最[高低]|比|高于|低于|提高|下降|分别|依次|目标|综合|整体|总体|各|其中|[类项]的?$"
)
_STOP: Final = re.compile("[。；\n]")
_REACH, _BEHIND, _LINES, _SHORT = 120, 24, 3, 24


def rates_beside_points(context: Context, known: Set[int]) -> Iterator[Relation]:
    """Relations of kind ``score_rate``, errors all, for rates outside tables that are not *known*."""
    flow = flowing(context)
    if "得分率" not in flow.text and "占" not in flow.text:
        return
    for match in _RATE.finditer(flow.text):
        group = "rate" if match["rate"] else "share"
        place = flow.span(*match.span(group))
        lead = re.sub("^(?:该|本|此)项", "", match["lead"] or "")
        if place[0] in known or _OTHER.search(lead) or context.table_at(place[0]) is not None:
            continue
        found = _of(flow.text, match, group)
        if found is not None:
            yield _relation(context, flow, match, group, *found)


def _of(text: str, match: re.Match[str], group: str) -> tuple[Fraction, re.Match[str]] | None:
    """The points, and the one score between them and the rate or right behind it."""
    begin, at = _begin(text, match.start(group)), match.start(group)
    stop = _STOP.search(text, match.end(), match.end() + _BEHIND)
    end = stop.start() if stop is not None else min(len(text), match.end() + _BEHIND)
    points = list(_POINTS.finditer(text, begin, at))
    if not points:
        return None
    full = Fraction(points[-1]["a"] or points[-1]["b"])
    scores = [one for one in _SCORE.finditer(text, points[-1].end(), end) if one.start("n") != at]
    others = {Fraction(a or b) for a, b in _ANY.findall(text[points[-1].end() : end])}
    values = {Fraction(one["n"]) for one in scores}
    if len(values) != 1 or others - values or full <= 0 or not values or max(values) > full:
        return None
    rate = match[group]
    near = {Fraction(a or b) for a, b in _ANY.findall(text[max(0, begin - _REACH) : end + _REACH])}
    pairs = [(one, other) for other in near | {full} for one in near | values if 0 < one <= other]
    if any(_shows(one, other, rate) for one, other in pairs):
        return None
    return full, scores[0]


def _begin(text: str, at: int) -> int:
    """The start of the line, or of short lines above it."""
    begin = text.rfind("\n", max(0, at - _REACH), at) + 1 or max(0, at - _REACH)
    for _ in range(_LINES - 1):
        above = text.rfind("\n", 0, max(begin - 1, 0)) + 1
        if begin - above > _SHORT or _POINTS.search(text, begin, at) or begin == 0:
            break
        begin = above
    return begin


def _shows(score: Fraction, points: Fraction, stated: str) -> bool:
    """Whether the stated digits are those of the rate, rounded or cut off, or of a score that was rounded itself."""
    step, rate = Fraction(1, 10 ** len(stated.partition(".")[2])), Fraction(stated)
    value = score / points * 100
    of_rounded = abs(rate * points / 100 - score) <= Fraction(1, 100)
    return abs(value - rate) <= step / 2 or 0 <= value - rate < step or of_rounded


def _relation(
    context: Context, flow: Flowing, match: re.Match[str], group: str, points: Fraction, score: re.Match[str]
) -> Relation:
    figures = piece(context, "numerator", *flow.of(score, "n")), piece(context, "stated", *flow.of(match, group))
    right = f"{plain(round_half_up(Fraction(score['n']) / points * 100, 2))}%"
    message = f"{score['n']} 分占分值 {plain(points)} 分的 {right}，文中得分率为 {match[group]}%。"
    return Relation(
        "score_rate", "error", figures, f"{score['n']} ÷ {plain(points)}", right, f"{match[group]}%", message,
        "得分、分值、得分率之一有误。", "high",
    )  # fmt: skip
