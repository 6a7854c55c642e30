"""What each degree counts for, told or usual, and whether the satisfaction that is stated comes of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.wording.surveys.degrees import BEST, Found
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.facts.numbers import percent, read_number, round_half_up, shown
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["of_first_degrees", "weighted_satisfaction", "weightings"]

_ROW: Final = r"((?:\d{1,3}(?:\.\d)?\s*[%％分]?\s*[、，,/／和]\s*){2,6}\d{1,3}(?:\.\d)?\s*[%％分]?)"
_WEIGHED: Final = re.compile(
    rf"按照?\s*{_ROW}\s*的?\s*(?:权重|分值|权数|系数|赋值|标准)|(?:权重|分值|权数|系数|赋值|赋分)(?:分别|依次)?(?:为|是|按)?\s*{_ROW}"
)
_USUAL: Final = (
    (100, 0, 0, 0),
    (100, 100, 0, 0),
    (80, 60, 40, 20),
    (80, 60, 30, 0),
    (80, 60, 0, 0),
    (90, 80, 0, 0),
    (85, 70, 50, 0),
    (75, 50, 25, 0),
    (80, 60, 40, 0),
    (90, 60, 30, 0),
    (80, 60, 30, 30),
)
"""What 满意, 基本满意 or 一般, 不太满意 and 不满意 count in percent, beside 非常满意 at 100."""
_FIRST: Final = re.compile("前(?P<many>[两二三])[项档]")
_MANY: Final = {"两": 2, "二": 2, "三": 3}
_DIGITS: Final = 4


def weightings(degrees: Sequence[str]) -> list[list[Fraction]]:
    """What each of *degrees* may count, in the usual ways; the shares of the best ones first."""
    ways = [[_weight(degree, way) for degree in degrees] for way in _USUAL]
    if any(degree in BEST for degree in degrees):
        return ways
    return [*ways, *([Fraction(place < count) for place in range(len(degrees))] for count in range(1, len(degrees)))]


def of_first_degrees(found: Found, behind: str) -> list[Fraction]:
    """前两项合计 263 份，满意度 P: the first two degrees count in full, the others nothing."""
    told = _FIRST.search(behind)
    many = _MANY[told["many"]] if told is not None else 0
    return [Fraction(place < many) for place in range(len(found))] if 0 < many < len(found) else []


def weighted_satisfaction(
    context: Context, span: Span, found: Found, parts: list[Figure], stated: re.Match[str], first: list[Fraction]
) -> Relation:
    """Weights that the text states leave one reading; without them, any usual one will do, and what no weights from
    0 to 100 % could give is wrong."""
    answers = [answer.number for answer in found.values()]
    total = sum(answers)
    said = first or _counted_in(found, stated["with"] or "") or _weights_said(context, span, len(answers))
    ways = [said] if said else weightings(list(found))
    rates = [sum((n * w for n, w in zip(answers, way, strict=True)), Fraction(0)) / total for way in ways]
    judged = [judge(rate, stated["rate"]) for rate in rates]
    holds = next((index for index, verdict in enumerate(judged) if verdict != "error"), None)
    least = Fraction(sum(answer.number for name, answer in found.items() if name in BEST), total)
    impossible = not least <= (read_number(stated["rate"]) or Fraction(0)) / 100 <= 1
    likely = _likely(stated["rate"], rates)
    slipped = likely != "" and len(stated["rate"].replace(".", "")) >= _DIGITS
    failed: Verdict = "error" if said or impossible or slipped else "suspicious"
    computed = percent(rates[holds or 0])
    basis = "按文中的算法" if said else "按各档人数"
    wrong = "请核对" if said else "按常用口径都算不出这个数，请核对或写明算法"
    return survey_relation(
        failed if holds is None else judged[holds],
        [*parts, piece(context, "stated", *stated.span("rate"))],
        "各档人数加权 ÷ 有效问卷",
        computed,
        f"{stated['rate']}%",
        f"满意度{basis}计算为{computed}，文中为{stated['rate']}%，{'相符' if holds is not None else wrong}。",
        "" if holds is not None else likely,
    )


def _weight(degree: str, way: tuple[int, int, int, int]) -> Fraction:
    good, fair, poor, bad = way
    if degree in BEST:
        return Fraction(1)
    worth = {"满意": good, "比较满意": good, "较满意": good, "较为满意": good, "基本满意": fair, "一般": fair}
    return Fraction({**worth, "不太满意": poor, "不满意": bad}.get(degree, 0), 100)


def _counted_in(found: Found, words: str) -> list[Fraction]:
    """满意度（含基本满意）: every degree down to the one named counts in full, those below it nothing."""
    names = list(found)
    last = next((place for place, name in enumerate(names) if words == f"含{name}"), None)
    return [] if last is None else [Fraction(place <= last) for place in range(len(names))]


def _weights_said(context: Context, span: Span, number: int) -> list[Fraction]:
    """The weights that the paragraph gives, as many as degrees were found, falling; else nothing."""
    for match in _WEIGHED.finditer(context.document.text, *span):
        weights = [Fraction(digits) for digits in re.findall(r"\d+(?:\.\d+)?", match[1] or match[2])]
        scale = 100 if max(weights) > 1 else 1
        if len(weights) == number and weights == sorted(weights, reverse=True) and max(weights) <= scale:
            return [weight / scale for weight in weights]
    return []


def _likely(stated: str, rates: Sequence[Fraction]) -> str:
    """The one reading that a single slip of the pen turned into what is stated."""
    places = len(stated.partition(".")[2])
    near = {shown(round_half_up(rate * 100, places), places) for rate in rates}
    slips = [(meant, name) for meant in sorted(near) if (name := shape(stated, meant))]
    return mistaken(f"{stated}%", f"{slips[0][0]}%", slips[0][1]) if len(slips) == 1 else ""
