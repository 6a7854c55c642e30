"""An area told twice, the second time in brackets and in another unit: 占地 63.5 亩（16266.24 平方米）.

15 亩 are a hectare, 10,000 square metres (法定计量单位); papers that take 666 or 667 square metres to the 亩
are not wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Relation

__all__ = ["find_areas"]

_METRES: Final = {
    "亩": Fraction(10_000, 15),
    "公顷": Fraction(10_000),
    "平方公里": Fraction(1_000_000),
    "平方千米": Fraction(1_000_000),
    "平方米": Fraction(1),
    "㎡": Fraction(1),
}
_UNIT: Final = "|".join(_METRES)
_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_TWICE: Final = re.compile(
    rf"(?<![\d.,])(?P<a>{_N})\s?(?P<ten>万)?(?P<unit>{_UNIT})\s?[（(](?:约|折合|折|合|即|约合)?\s?"
    rf"(?P<b>{_N})\s?(?P<ten2>万)?(?P<unit2>{_UNIT})[）)]"
)
_LOOSE: Final = Fraction(1, 50)
_TEN_THOUSAND: Final = 10_000


def find_areas(context: Context) -> Iterator[Relation]:
    """Relations of kind ``unit``: both areas are one, to the last digits shown and a fiftieth."""
    flow = flowing(context)
    for match in _TWICE.finditer(flow.text):
        first, second = (_metres(match, *names) for names in (("a", "ten", "unit"), ("b", "ten2", "unit2")))
        if match["unit"] == match["unit2"] or not first[0] or not second[0]:
            continue
        gap = abs(first[0] - second[0])
        holds = gap <= first[1] + second[1] + max(first[0], second[0]) * _LOOSE
        times = _TEN_THOUSAND if match["ten2"] else 1
        right = f"{plain(first[0] / _METRES[match['unit2']] / times, 2)}{match['ten2'] or ''}{match['unit2']}"
        told, again = flow.text[match.start() : match.end("unit")], flow.text[match.start("b") : match.end("unit2")]
        yield slip(
            context,
            [flow.of(match, "a"), flow.of(match, "b")],
            "ok" if holds else "error",
            "两种单位的面积一致。" if holds else f"{told}合 {right}，括号里却写 {again}。请核对面积和单位。",
            rule="1 公顷 = 15 亩 = 10000 平方米",
            expected=right,
            severity="low" if holds else "high",
            kind="unit",
        )


def _metres(match: re.Match[str], digits: str, ten: str, unit: str) -> tuple[Fraction, Fraction]:
    """The area in square metres, and what its last digit leaves open."""
    factor = _METRES[match[unit]] * (_TEN_THOUSAND if match[ten] else 1)
    step = Fraction(1, 10 ** len(match[digits].partition(".")[2]))
    return (read_number(match[digits]) or Fraction(0)) * factor, step * factor
