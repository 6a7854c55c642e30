"""A failing relation that holds once one amount is read in the other unit: 元 for 万元 or 万元 for 元."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from hengji.checks.context import figure
from hengji.checks.intervals import exactly
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import interval_of, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["off_by_unit", "with_unit"]

_OTHER = {
    "元": (("万元", Fraction(10_000)),),
    "万元": (("元", Fraction(1, 10_000)), ("亿元", Fraction(10_000))),
    "亿元": (("万元", Fraction(1, 10_000)),),
}
"""What may be meant by a unit, and what its figures are multiplied by to be read so."""
_DIGITS = 2  # fewer significant digits may agree by chance
_SAME = 3  # where only the digits say that two figures are one


def with_unit(
    failed: Relation,
    figures: Sequence[Mention],
    holds: Callable[[Sequence[Fraction]], bool],
    among: Sequence[Mention] = (),
) -> Relation:
    """*failed*, or the slip of the unit that explains it; of several the one whose unit is the rarest *among* all."""
    values = [mention.value for mention in figures]
    found = []
    for index, mention in enumerate(figures):
        beside = {str(one.unit) for one in figures if one is not mention}
        for unit, factor in _OTHER.get(str(mention.unit), ()) if _digits(mention) >= _DIGITS else ():
            if "亿元" in (unit, str(mention.unit)) and unit not in beside:
                continue  # nobody thinks of 亿元 where all else is in 万元
            if holds([*values[:index], values[index] * factor, *values[index + 1 :]]):
                found.append((mention, unit))
    units = Counter(str(mention.unit) for mention in among or figures)
    found.sort(key=lambda entry: (units[str(entry[0].unit)], str(entry[0].unit) != "元"))
    return _of_unit(failed, *found[0]) if found else failed


def off_by_unit(right: Mention, wrong: Mention, formula: str) -> Relation | None:
    """Two figures of one name whose digits agree and whose amounts differ 10⁴ times, where *wrong* is true in the
    other unit: 285,000.00 万元 beside 28.50 万元, 28.50 元 beside 28.50 万元. None where too few digits agree."""
    others = _OTHER.get(str(wrong.unit), ()) if wrong.unit is not None else ()
    if not others or not wrong.value or _leading(right.text) != _leading(wrong.text):
        return None  # by far the most pairs end here, before any arithmetic
    if min(_digits(right), _digits(wrong)) < _SAME:
        return None
    own, told = interval_of(wrong, wrong.unit), interval_of(right, wrong.unit)
    other = next((unit for unit, factor in others if (own * exactly(factor)).meets(told)), "")
    if not other:
        return None
    meant = f"{wrong.text.removesuffix(wrong.unit_text).strip()}{other}"
    message = f"同一数在别处是{number(right)}，这里是{number(wrong)}，相差一万倍。请核对单位，很可能应为{meant}。"
    likely = f"“{wrong.unit}”应为“{other}”"
    return relation("unit", "error", [("same", right), ("stated", wrong)], formula, meant, message, likely)


def _digits(mention: Mention) -> int:
    return significant_digits(mention.text)


@lru_cache(maxsize=65_536)
def _leading(text: str) -> str:
    """The first two digits that carry information."""
    return "".join(letter for letter in text if letter.isdigit()).lstrip("0")[:2]


def _of_unit(failed: Relation, odd: Mention, unit: str) -> Relation:
    others = tuple(replace(one, role="witness") for one in failed.figures if one.start != odd.start)
    right = f"{odd.text.removesuffix(odd.unit_text).strip()}{unit}"
    return replace(
        failed,
        kind="unit",
        verdict="error",
        figures=(*others, figure("stated", odd)),
        computed=right,
        stated=number(odd),
        message=f"{number(odd)}的单位应为“{unit}”：按{right}计，与相关数字相符。",
        likely=f"“{odd.unit_text}”应为“{unit}”",
        severity="high",
    )
