"""单位造价 2,750.45 万元/平方米，低于 2,900 元/平方米: two prices of one thing held against each other, one of them ten
thousand times the other."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.relations.passages import Passage, Slot
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["compared_prices"]

_NEAR: Final = Fraction(4)


def compared_prices(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``unit``, errors all: 万元/平方米 beside 元/平方米, the numbers alike."""
    for first, second in pairwise(passage.slots):
        one, other = (_parts(slot) for slot in (first, second))
        if one is None or other is None or one[1] != other[1] or {one[0], other[0]} != {"万元", "元"}:
            continue
        if not first.mention.value or not second.mention.value:
            continue
        ratio = first.mention.value / second.mention.value
        if 1 / _NEAR <= ratio <= _NEAR:
            wrong, right = (first, second) if one[0] == "万元" else (second, first)
            unit = f"{_parts(right)[0]}/{one[1]}"  # type: ignore[index]
            message = f"{number(wrong.mention)} 与 {number(right.mention)} 相比，单位相差一万倍，应为“{unit}”。"
            roles = [("witness", right.mention), ("stated", wrong.mention)]
            yield relation("unit", "error", roles, "单价的单位应一致", unit, message, "多写了“万”。")


def _parts(slot: Slot) -> tuple[str, str] | None:
    """The unit above and below the stroke."""
    over, stroke, under = str(slot.mention.unit or "").partition("/")
    return (over, under) if stroke else None
