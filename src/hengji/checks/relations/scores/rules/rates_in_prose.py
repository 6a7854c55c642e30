"""A rate of points told in running text beside the points and the score, in any order: 满分24分，只得18分，得分率75%;
得分率仅为80%（分值12分，得分9.60分）; and 效益（得分率86%） above the text, where the table's subtotal of 效益 is
21.5 of 25.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.reading.rubrics import rubrics_of
from hengji.checks.relations.scores.reading.told_entries import Entry, told_entries
from hengji.checks.relations.slips import shape
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Figure, Relation

__all__ = ["rates_in_prose"]

_RATE: Final = re.compile(
    r"得分率[^，。；、%％\d（）]{0,10}?，?\s?(?P<rate>\d{1,3}(?:\.\d{1,4})?)[%％]|分的\s?(?P<share>\d{1,3}(?:\.\d{1,4})?)[%％]"
    r"|(?<![\d.])(?P<before>\d{1,3}(?:\.\d{1,4})?)[%％]的得分率"
)
_OTHER: Final = re.compile(r"上年|去年|平均|比[^，。；]{0,6}$|高于|低于|以上|以下|提高|下降|分别|依次|最[高低]的")
_HEADING: Final = re.compile(
    r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．])?\s?(?P<name>[\u4e00-\u9fff]{2,8}?)(?:类|类?指标)?（得分率(?:为|：)?\s?(?P<rate>\d{1,3}(?:\.\d{1,4})?)[%％]）",
    re.MULTILINE,
)
_SUBTOTAL: Final = re.compile(r"(?:类|类?指标)?(?:小\s?计|合\s?计)$")
_NEAR: Final = 60
_HUNDRED: Final = Fraction(100)


def rates_in_prose(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rate``, outside tables."""
    flow = flowing(context)
    if "%" not in flow.text and "％" not in flow.text:
        return
    yield from _of_headings(context, flow)
    for line in told_entries(context):
        begin = flow.text.rfind("\n", 0, line[0].at) + 1
        end = flow.text.find("\n", line[-1].end)
        for match in _RATE.finditer(flow.text, begin, end if end >= 0 else len(flow.text)):
            found = _of(flow, line, match)
            if found is not None:
                yield _relation(context, flow, match, *found)


def _of(flow: Flowing, line: Sequence[Entry], match: re.Match[str]) -> tuple[Entry, Fraction] | None:
    """The score that the rate is of, and its points; None where another reading makes the rate right."""
    text = flow.text
    start = max(text.rfind(mark, 0, match.start()) for mark in "。；\n") + 1
    stop = min((at for mark in "。；\n" if (at := text.find(mark, match.end())) >= 0), default=len(text))
    if _OTHER.search(text[max(start, match.start() - 12) : match.start("rate") if match["rate"] else match.start()]):
        return None
    near = [one for one in line if start <= one.at < stop]
    scores = [one for one in near if one.kind == "score"]
    before = [one for one in scores if one.end <= match.start() + 2]
    score = before[-1] if before and match.start() - before[-1].end <= _NEAR else None
    if score is None or match["before"]:
        behind = [one for one in scores if 0 <= one.at - match.end() <= _NEAR // 2]
        bracket = match["before"] or text[match.end() : match.end() + 1] == "（"
        score = behind[0] if behind and bracket and len(scores) == 1 else score
    if score is None:
        return None
    own = [score.points] if score.points is not None else []
    told = [
        *own,
        *(one.points for one in near if one.points is not None),
        *(one.value for one in near if one.kind == "points"),
    ]
    told = [one for one in told if one and one >= score.value]
    values = [one for one in scores if one is not score]
    rate = _stated(match)
    every = [value / points for points in told for value in (score.value, *(one.value for one in values))]
    if not told or any(_shows(one * _HUNDRED, rate) for one in every):
        return None
    alone = own or (len(set(told)) == 1 and len(scores) == 1)
    lead = max(set(told)) if told else None
    whole = re.search("合计|共|总", score.lead[-8:]) is not None and lead is not None
    points = own[0] if own else told[0] if alone else lead if whole else None
    return (score, points) if points else None


def _stated(match: re.Match[str]) -> str:
    return match["rate"] or match["share"] or match["before"]


def _shows(value: Fraction, stated: str) -> bool:
    """Whether the stated digits show *value*, rounded or cut off."""
    step = Fraction(1, 10 ** len(stated.partition(".")[2]))
    return abs(value - Fraction(stated)) <= step / 2 or 0 <= value - Fraction(stated) < step


def _relation(context: Context, flow: Flowing, match: re.Match[str], score: Entry, points: Fraction) -> Relation:
    group = "rate" if match["rate"] else "share" if match["share"] else "before"
    figures = piece(context, "numerator", *score.span(flow)), piece(context, "stated", *flow.of(match, group))
    return _told(figures, score.text, score.value, points, _stated(match))


def _told(figures: tuple[Figure, ...], score: str, value: Fraction, points: Fraction, stated: str) -> Relation:
    places = max(len(stated.partition(".")[2]), 2)
    right = f"{plain(round_half_up(value / points * _HUNDRED, places))}%"
    message = f"{score} 分占分值 {plain(points)} 分的 {right}，文中得分率为 {stated}%。"
    likely = shape(stated, right.rstrip("%")) or "得分、分值、得分率之一有误。"
    return Relation(
        "score_rate", "error", figures, f"{score} ÷ {plain(points)}", right, f"{stated}%", message, likely, "high"
    )


def _of_headings(context: Context, flow: Flowing) -> Iterator[Relation]:
    """（四）效益（得分率88%） against the row 效益小计 of the one table of scores."""
    rows: dict[str, list[tuple[Fraction, Fraction, str, Span]]] = {}
    for rubric in rubrics_of(context):
        for row in rubric.rows if not rubric.ragged else ():
            score, label = row.scores[rubric.verified], rubric.part.grid.text(row.row, 0)
            name = _SUBTOTAL.sub("", label)
            if score is not None and row.points is not None and row.points.value and (row.is_total or name != label):
                rows.setdefault(name, []).append(
                    (row.points.value, score.value, score.text, (score.cell.start, score.cell.end))
                )
    for match in _HEADING.finditer(flow.text) if rows else ():
        found = rows.get(match["name"], [])
        if len(found) == 1 and context.table_at(flow.place(match.start("rate"))) is None:
            points, value, shown, span = found[0]
            if not _shows(value / points * _HUNDRED, match["rate"]):
                figures = piece(context, "numerator", *span), piece(context, "stated", *flow.of(match, "rate"))
                yield _told(figures, shown, value, points, match["rate"])
