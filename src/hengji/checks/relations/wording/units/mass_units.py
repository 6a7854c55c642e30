"""One figure told twice in a sentence, in two units of one thing: 清理 2960 公斤，其中 2100 吨，共计 2960 吨."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
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
_FROM: Final = re.compile("由(?:上年|去年|原来)?的?$|从(?:上年|去年|原来)?的?$")
_TO: Final = re.compile(
    "^(?:的|[（][^（）]{0,12}[）])?(?:增加|减少|增长|下降|降低?|提高|上升|扩大|缩小|压缩|压减)(?:到|至|为)$"
)
_PRICE: Final = re.compile("每|均|单价")


def find_mass_units(texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``unit`` where a third figure of the sentence, or its sum, is in the other unit."""
    for passage in texts:
        yield from _in_change([slot for slot in passage.slots if slot.kind in (COUNT, MONEY, RATE)])
        counts = [slot for slot in passage.slots if slot.kind == COUNT and slot.mention.unit_text]
        if len(counts) > _SHORTEST - 1:
            if any(_ANY.search(slot.mention.unit_text) for slot in counts):
                yield from _in_passage(counts)
            yield from _in_parts(counts)


def _in_parts(counts: Sequence[Slot]) -> Iterator[Relation]:
    """完成 12.4 米，其中干渠 5.6 公里、支渠 6.8 公里: the parts make up the figure, and not the length."""
    for at, whole in enumerate(counts[:-_PAIR]):
        if "其中" not in counts[at + 1].before:
            continue
        unit, run = next(groupby(counts[at + 1 :], key=lambda slot: slot.mention.unit_text))
        parts = list(run)
        if _of_one_thing(whole.mention.unit_text, unit) and _makes_up(parts, whole):
            told = "、".join(number(slot.mention) for slot in parts)
            message = f"{told}之和不是 {number(whole.mention)}。请核对单位。"
            roles = [*(("part", slot.mention) for slot in parts), ("stated", whole.mention)]
            right, likely = f"{whole.mention.text}{unit}", f"“{whole.mention.unit_text}”疑为“{unit}”之误。"
            yield relation("unit", "error", roles, "部分与合计的单位相同", right, message, likely)


def _of_one_thing(unit: str, other: str) -> bool:
    """Whether both measure one thing, and are not the same unit."""
    alike = any(unit in units and other in units for units in _SAME) or unit.lstrip("万亿") == other.lstrip("万亿")
    return alike and unit != other


def _makes_up(parts: Sequence[Slot], whole: Slot) -> bool:
    return len(parts) >= _PAIR and whole.mention.value == sum(slot.mention.value for slot in parts)


def _in_change(slots: Sequence[Slot]) -> Iterator[Relation]:
    """由 5.62 万亩下降到 4.36 亩，减少 1.26 万亩，下降 22.42%: what is told behind fits both figures in one unit."""
    for at, base in enumerate(slots[:-_PAIR]):
        current, behind = slots[at + 1], slots[at + _PAIR]
        units = base.mention.unit_text, current.mention.unit_text
        told = {base.kind, current.kind} <= {COUNT, MONEY} and _FROM.search(base.before) and _TO.search(current.before)
        if told and base.mention.value > 0 and _of_one_thing(*units) and _fits(base, current, behind):
            message = (
                f"按同一单位计，变动正是 {number(behind.mention)}；文中由 {number(base.mention)} "
                f"变为 {number(current.mention)}。请核对单位。"
            )
            roles = [("base", base.mention), ("change", behind.mention), ("stated", current.mention)]
            right, likely = f"{current.mention.text}{units[0]}", f"“{units[1]}”疑为“{units[0]}”之误。"
            yield relation("unit", "error", roles, "前后两数的单位相同", right, message, likely)


def _fits(base: Slot, current: Slot, behind: Slot) -> bool:
    """Whether *behind* is the change, or its rate, of the two figures as they stand, whatever they are counted in."""
    change = abs(current.mention.value - base.mention.value)
    if behind.kind == RATE:
        return abs(change / base.mention.value - abs(behind.mention.value)) <= behind.mention.step
    return behind.mention.unit_text == base.mention.unit_text and change == abs(behind.mention.value)


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
