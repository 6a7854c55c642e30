"""The points that a printed standard gives out, against the points of its indicator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.rubrics import RubricRow
from hengji.checks.relations.tables.amounts import tight
from hengji.facts.numbers import plain
from hengji.facts.relation import Figure, Relation

__all__ = ["standard_points"]

_ITEM: Final = re.compile(r"(?:^|(?<=[;；。,，:：]))(?:\d{1,2}[.．、](?!\d)|[①-⑳])")
_INNER: Final = re.compile(r"[(（]\d{1,2}[)）]")
_EARNS: Final = re.compile(r"(?:得|计|记|满分|加)\s*(\d{1,2}(?:\.\d{1,2})?)\s*分|(\d{1,2}(?:\.\d{1,2})?)\s*分")
_NOT_EARNED: Final = re.compile(
    r"扣(?:减|除)?\s*\d+(?:\.\d+)?\s*分|[×*/÷=]\s*\d+(?:\.\d+)?\s*分|\d+分[÷/×*]|按\d+分|总分.{0,6}\d+分|加\d+分|减\d+分"
)
_BANDS: Final = re.compile(r"[≥≤><＞＜]|以上|以下|之间|已完成整改|否则|的,?不得分")


def standard_points(context: Context, row: RubricRow) -> Iterator[Relation]:
    """``①…1分；②…2分`` adds up to the points of the row under one reading or another; else it is a question."""
    if row.standard is None or row.points is None or row.is_total or not row.points.value:
        return
    text = tight(row.standard.text)
    items = [item for item in _ITEM.split(text)[1:] if item]
    if len(items) < 2 or _are_alternatives(text, items):
        return
    readings = _readings(items)
    if not readings:
        return
    points = row.points
    fits = points.value in readings
    total = points.value if fits else max(readings, key=lambda value: (-abs(value - points.value), value))
    if not fits and total < points.value:
        return
    standard = Figure("standard", row.standard.text.strip(), row.standard.start, row.standard.end)
    yield Relation(
        kind="score_sum",
        verdict="ok" if fits else "suspicious",
        figures=(standard, points.figure("points")),
        formula=f"各要点分值之和 = {points.text}",
        computed=plain(total),
        stated=points.text,
        message=f"“{row.name}”评分标准各要点合计{'' if fits else '似为'} {plain(total)} 分，"
        f"指标分值 {points.text} 分，{'一致' if fits else '请核对评分标准'}。",
        likely="" if fits else "标准中有要点重复计分，或分值与标准不属于同一指标。",
        severity="low",
    )


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
