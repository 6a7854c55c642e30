"""A failing relation that holds once one amount is read in the other unit: 元 for 万元 or 万元 for 元."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import figure
from hengji.checks.relations.verdicts import number
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["with_unit"]

_OTHER = {"元": ("万元", Fraction(10_000)), "万元": ("元", Fraction(1, 10_000))}
_DIGITS = 2  # fewer significant digits may agree by chance


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
        other = _OTHER.get(str(mention.unit))
        if other and _significant(mention) and holds([*values[:index], values[index] * other[1], *values[index + 1 :]]):
            found.append((mention, other[0]))
    units = Counter(str(mention.unit) for mention in among or figures)
    found.sort(key=lambda entry: (units[str(entry[0].unit)], str(entry[0].unit) != "元"))
    return _of_unit(failed, *found[0]) if found else failed


def _significant(mention: Mention) -> bool:
    return len(re.sub(r"\D", "", mention.text).strip("0")) >= _DIGITS


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
