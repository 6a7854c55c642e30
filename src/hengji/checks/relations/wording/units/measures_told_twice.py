"""One measure told twice, in two units: 占地 63.5 亩（42333 平方米）, 增产 1071 万公斤，折合 1.07 万吨; or in what
should have been two: 全长 8,600 米，也就是 8.6 米.

15 亩 are a hectare, 10,000 square metres (法定计量单位); papers that take 666 or 667 square metres to the 亩
are not wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.measures import SCALES
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, shape
from hengji.facts.numbers import plain, read_number, shown
from hengji.facts.relation import Relation

__all__ = ["find_measures_told_twice"]

_MONEY: Final = {"元": Fraction(1)}
_SCALES: Final = (*SCALES, _MONEY)
_WORTH: Final = {unit: worth for scale in _SCALES for unit, worth in scale.items()}
_UNIT: Final = "|".join(sorted(_WORTH, key=len, reverse=True))
_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_TWICE: Final = near(
    re.compile(
        rf"(?<![\d.,])(?P<a>{_N})\s?(?P<ten>[万亿])?(?P<unit>{_UNIT})\s?"
        rf"(?P<link>[（(](?:约|折合|折|合|即|约合|相当于)?|，(?:折合|折过来是?|折成|约合|折|合|即|也就是|就是|相当于))\s?(?P<b>{_N})\s?(?P<ten2>[万亿])?(?P<unit2>{_UNIT})"
        r"(?![\u4e00-\u9fff/／·]{0,2}[/／])"
    ),
    r"[（(](?:约|折合|折|合|即|约合|相当于)?\s?\d|，(?:折合|折过来|折成|约合|折|合|即|也就是|就是|相当于)",
    80,
)
_OF_EACH: Final = re.compile(r"(?:每|[单均]价|[\u4e00-\u9fff]均|标准|[×*])[^，。；：\n]{0,12}$")
"""每亩施肥 50 公斤，合 2 吨: what so many of them come to."""
_BEFORE: Final = 20
_RULE: Final = "同一个量用两种单位写，应当相等（1 公顷 = 15 亩 = 10000 平方米，1 吨 = 1000 公斤，1 公里 = 1000 米）"
_FACTORS: Final = (15, 666, Fraction(2000, 3), 667, 1000, 1500, 10_000, 1_000_000, 100_000_000)
_EXACT: Final = Fraction(1, 1000)
_LOOSE: Final = Fraction(1, 50)
_POWERS: Final = {"万": 10_000, "亿": 100_000_000}


def find_measures_told_twice(context: Context) -> Iterator[Relation]:
    """Relations of kind ``unit``: both are one measure, to the last digits shown and a fiftieth."""
    flow = flowing(context)
    for match in _TWICE.finditer(flow.text):
        of_one_kind = any(match["unit"] in scale and match["unit2"] in scale for scale in _SCALES)
        first, second = (_worth(match, *names) for names in (("a", "ten", "unit"), ("b", "ten2", "unit2")))
        told, again = match["ten"], match["ten2"]
        if not of_one_kind or not first[0] or not second[0]:
            continue
        if match["unit"] == "元" and match["link"] in "（(" and not _is_slipped(match, second[0]):
            continue  # 预算 12.50 万元（4,300 元用于培训）: money in a bracket is the same only by its digits
        if _OF_EACH.search(flow.text, max(0, match.start() - _BEFORE), match.start()):
            continue
        same = (match["unit"], told) == (match["unit2"], again)
        if same and (meant := _unit_left(match, first[0] / second[0])):
            yield _left_standing(context, [flow.of(match, "a"), flow.of(match, "b")], match, meant)
            continue
        if same and not _is_of_other_unit(max(first[0], second[0]) / min(first[0], second[0]), match["link"]):
            continue
        gap = abs(first[0] - second[0])
        holds = gap <= first[1] + second[1] + max(first[0], second[0]) * _LOOSE
        right = plain(first[0] / _WORTH[match["unit2"]] / _POWERS.get(again or "", 1), 4)
        right = f"{right}{again or ''}{match['unit2']}"
        right = "另一种单位的数" if same else right
        said, then = flow.text[match.start() : match.end("unit")], flow.text[match.start("b") : match.end("unit2")]
        yield slip(
            context,
            [flow.of(match, "a"), flow.of(match, "b")],
            "ok" if holds else "error",
            "两种单位说的是同一个数。" if holds else f"{said}合 {right}，文中写作 {then}。请核对数字和单位。",
            rule=_RULE,
            expected=right,
            severity="low" if holds else "high",
            kind="unit",
        )


def _is_slipped(match: re.Match[str], second: Fraction) -> bool:
    """418.30万元（1,483,012.64元）: the exact amount behind a rounded one, but for a slip."""
    if match["ten"] == match["ten2"]:
        return False
    decimals = len(match["a"].partition(".")[2])
    return shape(match["a"], shown(second / _POWERS.get(match["ten"] or "", 1), decimals)) in (SWAPPED, ONE_DIGIT)


def _unit_left(match: re.Match[str], times: Fraction) -> str:
    """64,875亩（4325亩）: the unit of the second that makes the two the same, where the figures miss it by nothing."""
    scale = next(one for one in _SCALES if match["unit"] in one)
    own = scale[match["unit"]]
    exact = [unit for unit, worth in scale.items() if worth != own and worth == own * times]
    return exact[0] if exact and not match["ten"] else ""


def _left_standing(context: Context, places: list[Span], match: re.Match[str], meant: str) -> Relation:
    return slip(
        context,
        places,
        "error",
        f"括号内外是同一个量，单位都写“{match['unit']}”；{match['a']}{match['unit']}合 {match['b']}{meant}，"
        "请核对其中一处的单位。",
        rule=_RULE,
        expected=f"{match['b']}{meant}",
        severity="high",
        kind="unit",
    )


def _is_of_other_unit(times: Fraction, link: str) -> bool:
    """Whether the two figures of one unit are as far apart as two units are: 45 公顷，约合 3 公顷."""
    return link not in "（(" and any(abs(times / factor - 1) <= _EXACT for factor in _FACTORS)


def _worth(match: re.Match[str], digits: str, ten: str, unit: str) -> tuple[Fraction, Fraction]:
    """The measure in square metres, kilograms or metres, and what its last digit leaves open."""
    factor = _WORTH[match[unit]] * _POWERS.get(match[ten] or "", 1)
    step = Fraction(1, 10 ** len(match[digits].partition(".")[2]))
    return (read_number(match[digits]) or Fraction(0)) * factor, step * factor
