"""One figure told twice in a sentence, in two units of one thing: 清理 2960 公斤，其中 2100 吨，共计 2960 吨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.slips import significant_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.facts.relation import Relation

__all__ = ["find_mass_units"]

_SAME: Final = (
    frozenset(("公斤", "千克", "吨", "万吨", "克")),
    frozenset(("米", "公里", "千米", "万米")),
    frozenset(("平方米", "平方公里", "万平方米", "公顷")),
    frozenset(("立方米", "万立方米")),
)
_ANY: Final = re.compile("吨|公里|千米|平方|立方")
_SHORTEST: Final = 3
_PAIR: Final = 2
_PRICE: Final = re.compile("每|均|单价")


def find_mass_units(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``unit`` where a third figure of the sentence, or its sum, is in the other unit."""
    for passage in texts:
        counts = [slot for slot in passage.slots if slot.kind == COUNT and slot.mention.unit_text]
        if len(counts) > _SHORTEST - 1 and any(_ANY.search(slot.mention.unit_text) for slot in counts):
            yield from _in_passage(counts)
            yield from _in_parts(counts)


def _in_parts(counts: Sequence[Slot]) -> Iterator[Relation]:
    """完成 12.4 米，其中干渠 5.6 公里、支渠 6.8 公里: the parts make up the figure, and not the length."""
    for at, whole in enumerate(counts[:-_PAIR]):
        parts = counts[at + 1 : at + 1 + _PAIR]
        group = next((units for units in _SAME if whole.mention.unit_text in units), frozenset())
        units = {slot.mention.unit_text for slot in parts}
        alone = len(units) == 1 and units <= group and whole.mention.unit_text not in units
        if alone and "其中" in parts[0].before and whole.mention.value == sum(slot.mention.value for slot in parts):
            (unit,) = units
            message = (
                f"{number(parts[0].mention)}与{number(parts[1].mention)}之和不是 {number(whole.mention)}。请核对单位。"
            )
            roles = [*(("part", slot.mention) for slot in parts), ("stated", whole.mention)]
            right, likely = f"{whole.mention.text}{unit}", f"“{whole.mention.unit_text}”疑为“{unit}”之误。"
            yield relation("unit", "error", roles, "部分与合计的单位相同", right, message, likely)


def _in_passage(counts: Sequence[Slot]) -> Iterator[Relation]:
    for at, first in enumerate(counts):
        for again in counts[at + 1 :]:
            group = next((units for units in _SAME if first.mention.unit_text in units), frozenset())
            other = again.mention.unit_text in group and again.mention.unit_text != first.mention.unit_text
            digits = significant_digits(first.mention.text)
            if not other or first.mention.value != again.mention.value or digits < _SHORTEST:
                continue
            if _PRICE.search(first.before + again.before):
                continue
            rest = [slot for slot in counts if slot not in (first, again) and slot.mention.unit_text in group]
            units = {slot.mention.unit_text for slot in rest}
            if len(units) == 1:
                wrong, right = (first, again) if again.mention.unit_text in units else (again, first)
                message = f"同一个数一处是 {number(right.mention)}，一处是 {number(wrong.mention)}。请核对单位。"
                roles = [("first", right.mention), ("stated", wrong.mention)]
                likely = f"“{wrong.mention.unit_text}”疑为“{right.mention.unit_text}”之误。"
                yield relation("unit", "error", roles, "同一数的单位相同", number(right.mention), message, likely)
                return
