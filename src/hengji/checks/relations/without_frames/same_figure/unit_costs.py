"""One cost of a unit told twice with two digits exchanged: 每人每天 367.94 元, and 376.94 元/人天 in the table.

What is paid for one is told in two ways, in words in front (每人每天…元) or in the unit behind (元/人天); of such long
figures two do not differ by a swap by chance.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import product
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import SWAPPED, digits_of, mistaken, shape
from hengji.facts.relation import Relation

__all__ = ["unit_costs"]

_N: Final = r"(?P<n>\d[\d,]{0,8}(?:\.\d{1,4})?)\s?(?P<ten>万?)元"
_OF: Final = "人次|人|户|亩|床|生|件|套|公里|平方米|吨|座|台|例|场|期|份|株"
_WORDS: Final = re.compile(
    rf"每(?P<of>{_OF})(?:每|/)?(?P<when>天|日|月|年|次)?(?:平均|成本|支出|费用|投入|造价|补助|综合)*(?:约|为|是|达)?{_N}(?![/／])"
)
_UNITS: Final = re.compile(rf"{_N}\s?[/／每](?P<of>{_OF})[·•/／*×.]?(?P<when>天|日|月|年|次)?(?!\d)")
_LIMIT: Final = re.compile(r"[≤≥<>＜＞]\s?$|不超过$|不高于$|标准|定额|上年|去年|限额|控制在|以内|低于$")
_FEWEST: Final = 4  # digits
_REACH: Final = 14


def unit_costs(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all: the words against the unit, where each is told but once."""
    flow = flowing(context)
    if "元/" not in flow.text and "元／" not in flow.text and "元每" not in flow.text:
        return
    words, units = _found(flow, _WORDS), _found(flow, _UNITS)
    for key in words.keys() & units.keys():
        for one, other in product(words[key], units[key]):
            if shape(one["n"], other["n"]) == SWAPPED and len(digits_of(one["n"]).strip("0")) >= _FEWEST:
                yield _relation(context, flow, one, other)


def _found(flow: Flowing, pattern: re.Pattern[str]) -> dict[tuple[str, str, str], list[re.Match[str]]]:
    """The costs by what they are of, how often, and whether in ten thousands; no limit and no other year's."""
    found: dict[tuple[str, str, str], list[re.Match[str]]] = defaultdict(list)
    for match in pattern.finditer(flow.text):
        before = re.split("[，。；\n]", flow.text[max(0, match.start() - _REACH) : match.start()])[-1]
        if _LIMIT.search(before) is None:
            when = (match["when"] or "").replace("日", "天")
            found[match["of"], when, match["ten"]].append(match)
    return found


def _relation(context: Context, flow: Flowing, one: re.Match[str], other: re.Match[str]) -> Relation:
    first, second = f"{one['n']}{one['ten']}元", f"{other['n']}{other['ten']}元"
    message = f"每{one['of']}{one['when'] or ''}的金额一处为 {first}，另一处为 {second}。请核对后统一。"
    figures = (piece(context, "first", *flow.of(other, "n")), piece(context, "stated", *flow.of(one, "n")))
    likely = mistaken(first, second, SWAPPED)
    return Relation("repeat", "error", figures, "各处相等", second, first, message, likely, "high")
