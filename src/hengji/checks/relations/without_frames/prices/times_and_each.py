"""How many times as much, and the same again for each 万元: 相当于贴息的61.6倍，也就是每1万元贴息对应贷款616万元."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.verdicts import converted, in_words, number, relation
from hengji.facts.relation import Relation

__all__ = ["times_and_each"]

_AGAIN: Final = re.compile(
    r"(?:也就是|也即|即|意味着|换句话说|相当于|折合|等于)[^，。；\ue000-\ue005]{0,4}每(?:投入|一|个)?$"
)
_LOOSE: Final = Fraction(1, 20)


def times_and_each(passage: Passage) -> Iterator[Relation]:
    """Relations of kind ``rate``, errors all: three figures in a row, which are one ratio."""
    if "倍" not in passage.text and COUNT not in passage.text:
        return
    for times, one, each in zip(passage.slots, passage.slots[1:], passage.slots[2:], strict=False):
        if str(times.mention.unit) != "倍" or one.kind != MONEY or each.kind != MONEY or one.mention.value != 1:
            continue
        if not _AGAIN.search(one.before) or re.search("[，。；]", each.before):
            continue
        ratio = converted(each.mention, one.mention.unit)
        if abs(ratio - times.mention.value) > times.mention.value * _LOOSE:
            yield _relation(times, one, each)


def _relation(times: Slot, one: Slot, each: Slot) -> Relation:
    meant = times.mention.value * converted(one.mention, each.mention.unit)
    right = f"{in_words(meant)}{each.mention.unit_text}"
    formula = f"{in_words(times.mention.value)} × {number(one.mention)}"
    message = f"{number(times.mention)}就是每 {number(one.mention)} 对应 {right}，文中为 {number(each.mention)}。"
    roles = [("first", times.mention), ("base", one.mention), ("stated", each.mention)]
    return relation("rate", "error", roles, formula, right, message, "小数点移位，或倍数误写。")
