"""361970.68 元（折合 36.19 万元）: one amount told in two units, rounded or cut off."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hengji.checks.relations.passages import MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import converted, interval_of, number, relation, slip_of
from hengji.facts.relation import Relation

__all__ = ["converted_amounts"]

_PRICE = re.compile(r"(?:每|[单均]价|[\u4e00-\u9fff]均|标准|[×*/])[^，。；：]{0,12}$")
"""结算均价每平方米 P，合 T: what so many of them come to, which is no other way of telling the price."""
_SAME = re.compile(r"^[，（]?(?:折合|合计折合|换算为?|约合|合|即)(?:人民币)?为?$")


def converted_amounts(passage: Passage) -> Iterator[Relation]:
    """Every amount that is told again in another unit of one currency right behind itself."""
    for first, again in pairwise(passage.slots):
        both = first.kind == again.kind == MONEY and first.mention.unit != again.mention.unit
        if (
            both
            and not _PRICE.search(first.before)
            and "约" not in again.before
            and _SAME.match(again.before)
            and not first.mention.approximate
        ):
            yield from _compared(first, again)


def _compared(first: Slot, again: Slot) -> Iterator[Relation]:
    unit = again.mention.unit
    if first.mention.unit is None or unit is None or first.mention.unit.factor_to(unit) is None:
        return
    value = converted(first.mention, unit)
    right = as_written(value, again.mention)
    roles = [("first", first.mention), ("stated", again.mention)]
    formula = f"{number(first.mention)} = {number(again.mention)}"
    if interval_of(first.mention, unit).meets(interval_of(again.mention, unit)):
        yield relation("repeat", "ok", roles, formula, right, "换算一致。")
    elif not again.mention.approximate:
        message = f"{number(first.mention)}折合 {right}，文中为 {number(again.mention)}。"
        yield relation("repeat", "error", roles, formula, right, message, slip_of(again.mention, value))
