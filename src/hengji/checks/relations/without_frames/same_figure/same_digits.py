"""One amount told in 元 in the text and in 万元 elsewhere, with the same digits: 补贴 2,476.50 元, and 2,476.50 in a
table in 万元.

The words around both must speak of one thing, as those of twins with swapped digits do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import digits_of, significant_digits
from hengji.checks.relations.verdicts import number, relation
from hengji.checks.relations.without_frames.same_figure.shared_words import surroundings
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["same_digits"]

_FEWEST: Final = 3
_MOST: Final = 8
_ENOUGH: Final = {3: 7, 4: 4, 5: 2}
_CENTS: Final = 2  # decimals
_SMALL: Final = 100_000
_RARELY: Final = 2
_EACH: Final = re.compile("每|标准|单价|[人户亩次]均")
_NEAR: Final = 20
_UNITS: Final = frozenset(("元", "万元"))


def same_digits(context: Context, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``unit``, errors all, in papers that tell nearly all amounts in 万元."""
    groups: dict[tuple[str, int], list[Mention]] = defaultdict(list)
    amounts = [one for one in context.mentions if str(one.unit) in _UNITS and not one.approximate]
    for mention in amounts:
        if significant_digits(mention.text) >= _FEWEST:
            groups[(digits_of(mention.text), mention.decimals)].append(mention)
    if sum(str(one.unit) == "元" for one in amounts) * _RARELY > len(amounts):
        return
    for group in groups.values():
        units = {str(one.unit) for one in group}
        if units == _UNITS and len(group) <= _MOST and not {one.start for one in group} & wrong:
            yield from _of_group(context, group)


def _of_group(context: Context, group: list[Mention]) -> Iterator[Relation]:
    for first, second in combinations(group, 2):
        if str(first.unit) == str(second.unit):
            continue
        around = surroundings(context, first, second)
        least = _ENOUGH[min(significant_digits(first.text), max(_ENOUGH))]
        if around is None or around.weight < least or not around.shared:
            continue
        right, stated = (first, second) if str(first.unit) == "万元" else (second, first)
        if context.in_table(stated) or stated.decimals != _CENTS or stated.value >= _SMALL:
            continue
        if _EACH.search(context.document.text, max(0, stated.start - _NEAR), stated.start):
            continue
        message = f"一处为 {number(right)}，另一处为 {number(stated)}，数字相同而相差一万倍。请核对单位。"
        likely = f"“{stated.unit}”应为“{right.unit}”"
        yield relation(
            "unit", "error", [("same", right), ("stated", stated)], "各处相等", number(right), message, likely
        )
        return
