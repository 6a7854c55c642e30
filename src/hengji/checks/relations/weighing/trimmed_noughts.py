"""Relations that rounding explains only if a whole number among decimals had been rounded.

预算 20 万元，使用 8.67 万元，压缩 56.05%: whoever writes 8.67 and 119.92 writes 20 for 20.00. Where most amounts of a
paper in one unit show decimals, those that show fewer have left out noughts, and a rate or a difference that needs them
to be anything else does not hold.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.facts.mention import Mention
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["trimmed_noughts"]

_KINDS: Final = frozenset(("rate", "growth", "share", "difference", "sum"))
_FAR: Final = 20
_FEWEST: Final = 4
"""Amounts of a unit from which its usual decimals can be told."""


def trimmed_noughts(context: Context, relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations*; those that hold by nothing but such a reading are errors."""
    usual = _usual_decimals(context.mentions)
    for one in relations:
        operands = _operands(one, usual) if one.verdict == "rounding" and one.kind in _KINDS else ()
        if operands and _beyond(one, operands, usual[str(operands[0].unit)]):
            says = f"应为 {one.computed}，文中为 {one.stated}。文中金额多写到小数，整数应是省略了末尾的零。"
            yield replace(one, verdict="error", message=says, severity="high")
        else:
            yield one


def _usual_decimals(mentions: Iterable[Mention]) -> Mapping[str, int]:
    """The decimals that a unit's amounts show most often, by unit, where half of them and more show any."""
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    for mention in mentions:
        if mention.unit is not None and mention.unit.is_money and mention.value:
            seen[str(mention.unit)][mention.decimals] += 1
    usual: dict[str, int] = {}
    for unit, counts in seen.items():
        whole, of_all = counts.pop(0, 0), sum(counts.values())
        if of_all >= max(whole, _FEWEST):
            usual[unit] = counts.most_common(1)[0][0]
    return usual


def _operands(one: Relation, usual: Mapping[str, int]) -> Sequence[Mention]:
    """The amounts that the stated figure is computed from, if some of them show fewer decimals than usual."""
    mentions = [figure.mention for figure in one.figures]
    known = [mention for mention in mentions if mention is not None]
    if len(known) < len(mentions) or any(mention.approximate for mention in known):
        return ()
    operands = [mention for mention in known[:-1] if mention.unit is not None and mention.unit.is_money]
    units = {str(mention.unit) for mention in operands if mention.value}
    if len(operands) != len(known) - 1 or len(units) != 1 or not all(mention.value for mention in operands):
        return ()
    places = usual.get(units.pop(), 0)
    return operands if places and any(mention.decimals < places for mention in operands) else ()


def _beyond(one: Relation, operands: Sequence[Mention], places: int) -> bool:
    """Whether the gap is wider than figures of *places* decimals can make it."""
    stated = one.figures[-1].mention
    computed, told = (read_number(re.sub(r"[^\d.]", "", text)) for text in (one.computed, one.stated))
    if stated is None or computed is None or told is None or len(operands) < 2:
        return False
    half = Fraction(1, 2 * 10**places)
    wide = half * (len(operands) + 1)
    if stated.is_rate:
        base = min(abs(mention.value) for mention in operands)
        wide = 100 * half * len(operands) / base * (1 + computed / 100)
        if abs(computed - told) * _FAR > computed:
            return False  # so far apart that the two figures may be none of this rate's
    return abs(computed - told) > wide + Fraction(1, 10**stated.decimals)
