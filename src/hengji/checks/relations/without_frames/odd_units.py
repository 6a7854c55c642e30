"""An amount in 元 among amounts in 万元 (or the other way round) that fits them in their unit alone: 项目支出 742.77
元，占总支出的 54.50%; 年初余额 4218.36 万元，归集 862.75 万元，……年末余额 5043.23 元.

It fits where the figures around make it to the last digit, or where it gives a rate told beside it; in its own unit it
may do neither. Prices and standards (每人 3300 元) have units of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.relations.near_misses import LONGEST
from hengji.checks.relations.passages import MONEY, RATE, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import converted, number, relation, shows
from hengji.checks.relations.without_frames.near_equations import Equation, around, equations
from hengji.facts.relation import Relation

__all__ = ["odd_units"]

_OTHER: Final = {"元": "万元", "万元": "元"}
_TENS: Final = 10_000
_EACH: Final = re.compile("均|每|单价|标准|定额|单位成本|票价|工资|限额|不超过|以[上下内]|罚款")
_DIGITS: Final = 3
_FEWEST: Final = 2  # amounts beside it, all in the other unit
_CHANCE: Final = Fraction(1, 20)


def odd_units(texts: Sequence[Passage], wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``unit``, errors all; *wrong*: figures that stand in an error."""
    for index, passage in enumerate(texts):
        if len(passage.slots) > LONGEST:
            continue
        for slot in passage.slots:
            if slot.kind != MONEY:
                continue
            told = slot.mention.start not in wrong and not slot.mention.approximate and slot.mention.value > 0
            plain = told and str(slot.mention.unit) in _OTHER and not _EACH.search(slot.before[-16:])
            if plain and significant_digits(slot.mention.text) >= _DIGITS and _is_odd(texts, index, slot):
                yield from _judged(texts, index, slot)


def _is_odd(texts: Sequence[Passage], index: int, odd: Slot) -> bool:
    """Whether all other amounts of the sentence, or of those beside it, are in the other unit."""
    near = [slot for one in texts[max(0, index - 1) : index + 2] for slot in one.slots if slot.kind == MONEY]
    units = [str(slot.mention.unit) for slot in near if slot is not odd and not _EACH.search(slot.before[-16:])]
    return len(units) >= _FEWEST and set(units) == {_OTHER[str(odd.mention.unit)]}


def _judged(texts: Sequence[Passage], index: int, odd: Slot) -> Iterator[Relation]:
    factor = Fraction(_TENS) if str(odd.mention.unit) == "元" else Fraction(1, _TENS)
    meant = odd.mention.value * factor
    near = around(texts, index, odd)
    made = equations(near, odd)
    if any(one.amount == odd.mention.value for one in made):
        return
    chance = Fraction(len(made), 10 ** significant_digits(odd.mention.text))
    fitting = [one for one in made if one.amount == meant] if chance <= _CHANCE else []
    if fitting:
        yield _of_sum(odd, fitting[0])
        return
    rate = _rate(texts[index], near, odd, meant)
    if rate is not None:
        yield _of_rate(odd, *rate)


def _rate(passage: Passage, near: Sequence[Slot], odd: Slot, meant: Fraction) -> tuple[Slot, Slot] | None:
    """A rate in the sentence of the amount, and the amount near by that it is a rate to."""
    values = [(slot, converted(slot.mention, odd.mention.unit)) for slot in near if slot is not odd]
    others = [(a, b) for _, a in values for _, b in values if a != b]
    for rate in passage.slots:
        if rate.kind != RATE or significant_digits(rate.mention.text) < _DIGITS or not 0 < rate.mention.value < 1:
            continue
        if any(shows(rate.mention, a / b) or shows(rate.mention, abs(a - b) / b) for a, b in others):
            continue
        for base, value in values:
            ways = (meant / value, value / meant, abs(value - meant) / meant, abs(value - meant) / value)
            if any(shows(rate.mention, way) for way in ways):
                return rate, base
    return None


def _right(odd: Slot) -> str:
    return f"{odd.mention.text.removesuffix(odd.mention.unit_text).strip()}{_OTHER[str(odd.mention.unit)]}"


def _of_sum(odd: Slot, way: Equation) -> Relation:
    message = f"附近各数 {way.formula(odd)}，与{_right(odd)}正好相符，文中为 {number(odd.mention)}。请核对单位。"
    roles = [*(("part", slot.mention) for _, slot in way.terms), ("stated", odd.mention)]
    return relation("unit", "error", roles, way.formula(odd), _right(odd), message, "单位多写或漏写“万”")


def _of_rate(odd: Slot, rate: Slot, base: Slot) -> Relation:
    message = (
        f"{number(rate.mention)}是{_right(odd)}与{number(base.mention)}之比，文中为 {number(odd.mention)}。请核对单位。"
    )
    roles = [("part", base.mention), ("rate", rate.mention), ("stated", odd.mention)]
    return relation("unit", "error", roles, "按同一单位相比", _right(odd), message, "单位多写或漏写“万”")
