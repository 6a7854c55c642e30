"""The points that a printed standard gives out, against the points of its indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import Scored
from hengji.checks.relations.scores.reading.rubrics import RubricRow
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["standard_points"]

_ITEM: Final = re.compile(r"(?:^|(?<=[;；。,，:：]))(?:\d{1,2}[.．、](?!\d)|[①-⑳])")
_INNER: Final = re.compile(r"[(（]\d{1,2}[)）]")
_EARNS: Final = re.compile(r"(?:得|计|记|满分|加)\s*(\d{1,2}(?:\.\d{1,2})?)\s*分|(\d{1,2}(?:\.\d{1,2})?)\s*分")
_NOT_EARNED: Final = re.compile(
    r"扣(?:减|除)?\s*\d+(?:\.\d+)?\s*分|[×*/÷=]\s*\d+(?:\.\d+)?\s*分|\d+分[÷/×*]|按\d+分|总分.{0,6}\d+分|加\d+分|减\d+分"
)
_NUMERALS: Final = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_SHARED: Final = re.compile(
    r"([两二三四五2345])个?(?:部分|方面|项内容|部份)[^。；;\d]{0,12}各(?:占|为|计|得)?(\d{1,2}(?:\.\d{1,2})?)分"
)
_BANDS: Final = re.compile(r"[≥≤><＞＜]|以上|以下|之间|已完成整改|否则|的,?不得分")


def standard_points(context: Context, row: RubricRow, spoken: Scored | None, *, ragged: bool) -> Iterator[Relation]:
    """``①…1分；②…2分`` adds up to the points of the row under one reading or another; else it is a question.

    `spoken` is the heading of the analysis that speaks of the row: a second witness to its points, and the only one
    where the cells of the rubric slipped out of their columns.
    """
    points = spoken.points if spoken is not None and ragged else row.points
    if points is None or row.is_total or not points.value:
        return
    witnesses = {one.key: one for one in (row.points, spoken.points if spoken else None) if one is not None}
    agreed = tuple(one.figure("points") for one in witnesses.values() if one.value == points.value)
    for cell in (row.standard, row.explained):
        readings = _points_given(tight(cell.text)) if cell is not None else set()
        if cell is None or not readings:
            continue
        fits = points.value in readings
        total = points.value if fits else max(readings, key=lambda value: (-abs(value - points.value), value))
        if fits or (total > points.value and cell is row.standard):
            place = Figure("standard", cell.text.strip(), cell.start, cell.end)
            yield _relation(row.name, (place, *agreed), points, total, fits=fits)


def _relation(name: str, figures: tuple[Figure, ...], points: Amount, total: Fraction, *, fits: bool) -> Relation:
    return Relation(
        kind="score_sum",
        verdict="ok" if fits else "suspicious",
        figures=figures,
        formula=f"各要点分值之和 = {points.text}",
        computed=plain(total),
        stated=points.text,
        message=f"“{name}”评分标准各要点合计{'' if fits else '似为'} {plain(total)} 分，"
        f"指标分值 {points.text} 分，{'一致' if fits else '请核对评分标准'}。",
        likely="" if fits else "标准中有要点重复计分，或分值与标准不属于同一指标。",
        severity="low",
    )


def _points_given(text: str) -> set[Fraction]:
    """What a standard may give out in all; nothing where its items are alternatives."""
    items = [item for item in _ITEM.split(text)[1:] if item]
    if len(items) < 2:
        return {_NUMERALS[match[1]] * Fraction(match[2]) for match in _SHARED.finditer(text)}
    return set() if _are_alternatives(text, items) else _readings(items)


def _readings(items: list[str]) -> set[Fraction]:
    """Sums under which a standard may be meant: an item's first figure, its inner items, or its best branch."""
    totals = {Fraction(0)}
    for item in items:
        values = _values(item)
        if not values:
            return set()
        totals = {total + value for total in totals for value in values}
        if len(totals) > 200:
            return set()
    return totals


def _values(item: str) -> set[Fraction]:
    inner = [part for part in _INNER.split(item)[1:] if _points(part)]
    if len(inner) >= 2:
        outer = _points(_INNER.split(item)[0])
        total = sum((_points(part)[0] for part in inner), Fraction(0))
        return {total, outer[0], outer[0] + total} if outer and outer[0] == total else {total + sum(outer[:1])}
    found = _points(item)
    return {found[0], max(found), sum(found, Fraction(0))} if found else set()


def _points(text: str) -> list[Fraction]:
    clean = _NOT_EARNED.sub("", text)
    return [Fraction(match[1] or match[2]) for match in _EARNS.finditer(clean)]


def _are_alternatives(text: str, items: list[str]) -> bool:
    """Whether one of the items applies, not all: one of them earns nothing, or points fall from one to the next."""
    firsts = [found[0] for item in items if (found := _points(item))]
    if not all(firsts):
        return True
    falling = all(a >= b for a, b in pairwise(firsts)) and len(set(firsts)) > 1
    return _BANDS.search(text) is not None and len(items) > 2 and falling
