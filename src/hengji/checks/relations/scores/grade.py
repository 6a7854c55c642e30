"""The stated total against the grade word, by the bands that the document states; and those bands themselves."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.conclusion import Conclusion, conclusions
from hengji.checks.relations.scores.grade_bands import DEFAULT_BANDS, Band, band_groups
from hengji.facts.relation import Figure, Relation, Severity, Verdict
from hengji.rules.intervals import EVERYTHING, Interval, gaps, overlaps, read_interval

__all__ = ["find"]


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``grade``. Signs printed the wrong way round are the structure finder's."""
    groups = band_groups(context.document.text)
    for group in groups:
        yield from _tiling(context, group)
    for conclusion in conclusions(context):
        if conclusion.grade and conclusion.grade_span is not None:
            yield _graded(context, conclusion, conclusion.grade_span, groups)


def _figures(context: Context, bands: list[Band], role: str = "band") -> tuple[Figure, ...]:
    return tuple(piece(context, role, *band.span) for band in bands)


def _tiling(context: Context, group: list[Band]) -> Iterator[Relation]:
    """Bands without gap or overlap. Between 89 and 90 there is no gap: such bands count whole points."""
    intervals = [band.interval for band in group]
    lowest, highest = min(_low(one) for one in intervals), max(_high(one) for one in intervals)
    domain = read_interval(f"[{lowest},{highest}]")
    holes = [gap for gap in gaps(intervals, domain or EVERYTHING) if _high(gap) - _low(gap) > 1]
    shared = [pair for pair in overlaps(intervals) if min(map(_high, pair)) > max(map(_low, pair))]
    faults = [f"“{gap}”没有等级" for gap in holes] + [f"“{one}”与“{other}”重叠" for one, other in shared]
    verdict: Verdict = "suspicious" if faults else "ok"
    message = f"等级分档{'，'.join(faults)}。" if faults else f"等级分档首尾相接，共 {len(group)} 档。"
    shown = "、".join(f"{band.grade}{band.interval}" for band in group)
    yield Relation("grade", verdict, _figures(context, group), "分档不重不漏", shown, shown, message)


def _low(interval: Interval) -> Fraction:
    return interval.low.value if interval.low is not None else Fraction(0)


def _high(interval: Interval) -> Fraction:
    return interval.high.value if interval.high is not None else Fraction(100)


def _graded(context: Context, conclusion: Conclusion, place: Span, groups: list[list[Band]]) -> Relation:
    value = conclusion.total.value
    stated = [{band.grade: band.interval for band in group} for group in groups]
    default = {grade: read for grade, text in DEFAULT_BANDS.items() if (read := read_interval(text)) is not None}
    found = [_grade_of(value, bands) for bands in stated] or [_grade_of(value, default)]
    holds = conclusion.grade in found or (value > 100 and conclusion.grade == "优")
    verdict: Verdict = "ok" if holds else "error" if stated and found[0] else "suspicious"
    basis = "文中的分档" if stated else "财预〔2020〕10号的分档（文中未写分档）"
    right = conclusion.grade if holds else found[0] or "无此档"
    message = f"{conclusion.total.text} 分按{basis}为“{right}”，文中为“{conclusion.grade}”。"
    figures = (conclusion.total.figure("score"), piece(context, "grade", *place))
    grave: Severity = "high" if verdict == "error" else "medium"
    return Relation(
        "grade", verdict, figures, f"{conclusion.total.text} → 等级", right, conclusion.grade, message, "", grave
    )


def _grade_of(value: Fraction, bands: dict[str, Interval]) -> str:
    """The grade of a total; one that falls between 89 and 90 is not decided."""
    return next((grade for grade, interval in bands.items() if interval.contains(value)), "")
