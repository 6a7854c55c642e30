"""The stated total against the grade word, by the bands that the document states; and those bands themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.grades.freely_graded import freely_graded
from hengji.checks.relations.scores.grades.grade_apart import grades_apart
from hengji.checks.relations.scores.grades.grade_bands import DEFAULT_BANDS, Band, band_groups
from hengji.checks.relations.scores.grades.grade_below import grades_below
from hengji.checks.relations.scores.grades.graded import graded
from hengji.checks.relations.scores.grades.point_bands import point_bands
from hengji.checks.relations.scores.reading.conclusion import Conclusion, conclusions
from hengji.facts.relation import Figure, Relation, Severity, Verdict
from hengji.rules.intervals import EVERYTHING, Interval, gaps, overlaps, read_interval

__all__ = ["find"]

_GRADES_SAID: Final = re.compile(r"(?<![\d.])([2-7二两三四五六七])\s*个?\s*(?:评价|绩效)?(?:等级|等次|档次|级次|档)")
_NEAR: Final = 40
_ALL_GRADES, _WIDE = 4, 5
_ORDER: Final = ("优", "良", "中", "差")
_WIDEST: Final = {"优": "[85,120]", "良": "[70,90)", "中": "[50,90)", "差": "[0,75)"}
"""The reach of each grade over the scales in use: 优 from 85 or 90 on, 良 from 70, 75 or 80 up to there …"""


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``grade``. Signs printed the wrong way round are the structure finder's."""
    flow = flowing(context)
    groups = [
        [replace(band, span=flow.span(*band.span)) for band in group] for group in band_groups(flow.text)
    ]  # “90分（含）以⏎上为优”
    for group in groups:
        yield from _tiling(context, group)
        yield from _counted(context, group)
    yield from point_bands(context)
    scales = list({tuple((band.grade, str(band.interval)) for band in group): group for group in groups}.values())
    said = [one for one in conclusions(context) if one.grade and one.grade_span is not None]
    known = {one.grade_span for one in said}
    tabled = {(one.total.value, one.grade) for together in graded(context) for one in together}
    told = {(one.total.value, one.grade) for one in said}
    for one in said:
        if one.grade_span is not None:
            found = _contradicted(_graded(context, one, one.grade_span, scales), one, tabled, "在表中")
            yield _contradicted(found, one, told, "在另一处")
    for one in grades_apart(context, groups, known):
        if one.grade_span is not None:
            yield _graded(context, one, one.grade_span, scales)
    for one in grades_below(context):
        if one.grade_span is not None and one.grade_span not in known:
            known.add(one.grade_span)
            yield _graded(context, one, one.grade_span, scales)
    for together in graded(context):
        fresh = [one for one in together if one.grade_span is not None and one.grade_span not in known]
        judged = [(one, _graded(context, one, one.grade_span, scales)) for one in fresh if one.grade_span]
        known |= {one.grade_span for one in fresh}
        yield from _agreed([_out_of_order(found, one, judged) for one, found in judged])
    yield from freely_graded(context, {span[0] for span in known if span is not None})


def _contradicted(found: Relation, one: Conclusion, known: Set[tuple[Fraction, str]], where: str) -> Relation:
    """A doubtful grade of the text is wrong where a table, or the heading, gives the same total the grade that it
    should have."""
    other = found.computed
    if found.verdict != "suspicious" or (one.total.value, other) not in known:
        return found
    message = f"{one.total.text} 分{where}为“{other}”，这里为“{one.grade}”。"
    return replace(found, verdict="error", message=message, severity="high")


def _out_of_order(found: Relation, one: Conclusion, together: Sequence[tuple[Conclusion, Relation]]) -> Relation:
    """A doubtful grade is wrong where a higher score of the same list has a worse one, which nothing makes doubtful."""
    if found.verdict != "suspicious" or one.grade not in _ORDER:
        return found
    above = [
        other
        for other, judged in together
        if other.total.value > one.total.value and judged.verdict == "ok" and other.grade in _ORDER
    ]
    better = next((other for other in above if _ORDER.index(other.grade) > _ORDER.index(one.grade)), None)
    if better is None:
        return found
    message = (
        f"{one.total.text} 分为“{one.grade}”，同列的 {better.total.text} 分却只是“{better.grade}”，分低的等级不会更高。"
    )
    return replace(found, verdict="error", message=message, severity="high")


def _agreed(found: list[Relation]) -> Iterator[Relation]:
    """Of several pairs of one table or sentence most must hold; else the figures are no totals of a hundred."""
    failed = sum(relation.verdict == "error" for relation in found)
    for relation in found:
        doubtful = len(found) > 1 and failed * 2 >= len(found)
        if not (doubtful and relation.verdict == "error"):
            yield relation


def _figures(context: Context, bands: list[Band], role: str = "band") -> tuple[Figure, ...]:
    return tuple(piece(context, role, *band.span) for band in bands)


def _tiling(context: Context, group: list[Band]) -> Iterator[Relation]:
    """Bands without gap or overlap. Between 89 and 90 there is no gap: such bands count whole points."""
    intervals = [band.interval for band in group]
    lowest, highest = min(_low(one) for one in intervals), max(_high(one) for one in intervals)
    domain = read_interval(f"[{lowest},{highest}]")
    wide = [gap for gap in gaps(intervals, domain or EVERYTHING) if _high(gap) - _low(gap) > 1]
    holes = [gap for gap in wide if not _told_otherwise(context, group, gap)]
    shared = [pair for pair in overlaps(intervals) if min(map(_high, pair)) > max(map(_low, pair))]
    faults = [f"“{gap}”没有等级" for gap in holes] + [f"“{one}”与“{other}”重叠" for one, other in shared]
    verdict: Verdict = "error" if _one_edge(group, holes, shared) else "suspicious" if faults else "ok"
    message = f"等级分档{'，'.join(faults)}。" if faults else f"等级分档首尾相接，共 {len(group)} 档。"
    shown = "、".join(f"{band.grade}{band.interval}" for band in group)
    yield Relation("grade", verdict, _figures(context, group), "分档不重不漏", shown, shown, message)


def _told_otherwise(context: Context, group: list[Band], gap: Interval) -> bool:
    """基本合格（60—69分）: a grade of a name that is not known fills the gap."""
    told = context.document.text[group[0].span[0] : group[-1].span[1]]
    high = _high(gap)
    return re.search(rf"(?<!\d){_low(gap)}分?[-—~～–至到]+(?:{high}|{high - 1})(?!\d)", told) is not None


def _one_edge(group: list[Band], holes: Sequence[Interval], shared: Sequence[tuple[Interval, Interval]]) -> bool:
    """Four grades down to nought, and one edge that does not meet the next by five points or more: it is a slip."""
    ends = sorted(_low(band.interval) for band in group)
    if (
        len({band.grade for band in group}) < _ALL_GRADES
        or len(group) != len({band.grade for band in group})
        or ends[0]
    ):
        return False
    if any(band.reversed for band in group) or len(set(ends)) < len(group) or len(holes) + len(shared) != 1:
        return False
    low, high = (_low(holes[0]), _high(holes[0])) if holes else (max(map(_low, shared[0])), min(map(_high, shared[0])))
    return high - low >= _WIDE


def _counted(context: Context, group: list[Band]) -> Iterator[Relation]:
    """“设置为5个等级，分别为…”: as many as bands follow."""
    start = group[0].span[0]
    said = list(_GRADES_SAID.finditer(context.document.text, max(0, start - _NEAR), start))
    if not said:
        return
    word = said[-1][1]
    number = whole_number(word)
    holds = number == len(group)
    message = f"文中说分为 {said[-1][1]} 个等级，列出 {len(group)} 个{'' if holds else '，请核对'}。"
    figures = (*_figures(context, group, "item"), piece(context, "stated", *said[-1].span(1)))
    yield Relation(
        "count", "ok" if holds else "suspicious", figures, "等级的个数", str(len(group)), said[-1][1], message
    )


def _low(interval: Interval) -> Fraction:
    return interval.low.value if interval.low is not None else Fraction(0)


def _high(interval: Interval) -> Fraction:
    return interval.high.value if interval.high is not None else Fraction(100)


def _graded(context: Context, conclusion: Conclusion, place: Span, groups: list[list[Band]]) -> Relation:
    value = conclusion.total.value
    stated = [{band.grade: band.interval for band in group} for group in groups]
    default = {grade: read for grade, text in DEFAULT_BANDS.items() if (read := read_interval(text)) is not None}
    found = [_grade_of(value, bands) for bands in stated] or [_grade_of(value, default)]
    between = {grade for bands in stated for grade in _beside(value, bands)} if not any(found) else set()
    holds = conclusion.grade in found or conclusion.grade in between or (value > 100 and conclusion.grade == "优")
    certain = (stated and (found[0] or between)) or not _possible(conclusion.grade, value)
    verdict: Verdict = "ok" if holds else "error" if certain else "suspicious"
    basis = "文中的分档" if stated else "财预〔2020〕10号的分档（文中未写分档）"
    right = conclusion.grade if holds else found[0] or "、".join(sorted(between)) or "无此档"
    message = f"{conclusion.total.text} 分按{basis}为“{right}”，文中为“{conclusion.grade}”。"
    figures = (conclusion.total.figure("score"), piece(context, "grade", *place))
    grave: Severity = "high" if verdict == "error" else "medium"
    return Relation(
        "grade", verdict, figures, f"{conclusion.total.text} → 等级", right, conclusion.grade, message, "", grave
    )


def _beside(value: Fraction, bands: dict[str, Interval]) -> Iterator[str]:
    """Where bands count whole points, 89.5 may be read as either of its neighbours."""
    for grade, interval in bands.items():
        below = interval.high is not None and 0 < value - interval.high.value < 1
        above = interval.low is not None and 0 < interval.low.value - value < 1
        if below or above:
            yield grade


def _possible(grade: str, value: Fraction) -> bool:
    """Whether any published scale gives *grade* to such a total."""
    interval = read_interval(_WIDEST.get(grade, "[0,120]"))
    return interval is None or interval.contains(value)


def _grade_of(value: Fraction, bands: dict[str, Interval]) -> str:
    """The grade of a total; one that falls between 89 and 90 is not decided."""
    return next((grade for grade, interval in bands.items() if interval.contains(value)), "")
