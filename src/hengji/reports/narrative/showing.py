"""A value and the form asked for → the words of a figure: ``12.30万元``, ``97%``, ``增加12.30万元，增长5.21%``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.facts.numbers import round_half_up, shown
from hengji.facts.units import Unit, read_unit

__all__ = ["Form", "change", "figure", "read_form"]

_FORM: Final = re.compile(r"(?P<unit>[^\d.\s]*?)\s*(?:[.．](?P<places>[0-8]))?")
BARE: Final = "无单位"
_MONEY_PLACES: Final = 2


@dataclass(frozen=True, slots=True)
class Form:
    """How a figure is to be shown; what is None is chosen by the figure itself."""

    unit: Unit | None = None
    bare: bool = False
    places: int | None = None


def read_form(text: str) -> Form | None:
    """``万元``, ``%``, ``.2``, ``万元.2``, ``%.1``, ``无单位``; None where *text* is no such form."""
    match = _FORM.fullmatch(text.strip())
    if match is None:
        return None
    places = int(match["places"]) if match["places"] else None
    if match["unit"] in {"", BARE}:
        return Form(None, match["unit"] == BARE, places)
    unit = read_unit(match["unit"])
    return None if unit is None or unit.truth else Form(unit, False, places)


def figure(value: Fraction | bool, unit: Unit, form: Form, decimals: int | None = None) -> str | None:
    """The figure in the form asked for; None where its unit cannot become the one asked for.

    *decimals* are those that it was written with; a figure that was computed has none, and gets two.
    """
    if isinstance(value, bool) or unit.truth:
        return "是" if value else "否"
    if unit.is_rate:
        return _rate(value, form, decimals)
    factor = Fraction(1) if form.unit is None else unit.factor_to(form.unit)
    if factor is None:
        return None
    places = form.places
    if places is None:
        places = _places(value * factor, decimals if factor == 1 else None, unit)
    name = "" if form.bare else str(form.unit or unit)
    return f"{shown(value * factor, places)}{name}"


def _rate(value: Fraction, form: Form, decimals: int | None) -> str | None:
    if form.unit is not None and not form.unit.is_rate:
        return None
    percents = value * 100
    places = form.places if form.places is not None else decimals
    if places is None:
        places = 0 if percents.denominator == 1 else 2
    return f"{shown(percents, places)}{'' if form.bare else '%'}"


def _places(value: Fraction, decimals: int | None, unit: Unit) -> int:
    if decimals is not None:
        return decimals
    if unit.is_money:
        return _MONEY_PLACES
    return 0 if value.denominator == 1 else 2


def change(now: Fraction, then: Fraction, unit: Unit, form: Form, decimals: int) -> str | None:
    """How far *now* is from *then*, with the word for its direction; 持平 where they are equal.

    A rate changes by percentage points. Money and counts also grow or fall by a rate, except from a base that is
    zero or negative: such a rate says nothing.
    """
    difference = now - then
    if difference == 0:
        return "持平"
    if unit.is_rate:
        places = form.places if form.places is not None else max(decimals, 2)
        return f"{'提高' if difference > 0 else '下降'}{shown(abs(difference) * 100, places)}个百分点"
    amount = figure(abs(difference), unit, form, max(decimals, _MONEY_PLACES) if unit.is_money else decimals)
    if amount is None:
        return None
    said = f"{'增加' if difference > 0 else '减少'}{amount}"
    if then <= 0 or now < 0:
        return said
    rate = abs(difference) / then
    if round_half_up(rate * 100, 2) == 0:
        return said
    return f"{said}，{'增长' if difference > 0 else '下降'}{shown(rate * 100, 2)}%"
