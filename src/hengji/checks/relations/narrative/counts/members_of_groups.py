"""A body whose members are told with two numbers: 水利、财政等7个部门为成员的领导小组, and 由8个部门组成的领导小组.

Of such bodies a paper has one of a name. Both times the members are counted in the same words. Which of the two is
right the names may tell; that the numbers differ is wrong in any case.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["members_of_groups"]

_GROUP: Final = "领导小组|工作专班|联席会议|指挥部"
_MEMBERS: Final = near(
    re.compile(
        r"(?<![\d.第])(?P<n>\d{1,2}|[两二三四五六七八九十]{1,3})\s?[个家]"
        r"(?P<what>部门|单位|科室|股室|成员单位)"
        r"(?:共同|联合)?(?:为成员|组成|参加|参与|构成|组建)的(?P<name>[^，。；：、\n\d（）]{0,12}?)"
        rf"(?P<group>{_GROUP})"
    ),
    "(?:为成员|组成|参加|参与|构成|组建)的",
    120,
)


def members_of_groups(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all."""
    flow = flowing(context)
    told: dict[tuple[str, str], list[re.Match[str]]] = defaultdict(list)
    for match in _MEMBERS.finditer(flow.text):
        told[match["what"], match["name"] + match["group"]].append(match)
    for (what, name), places in told.items():
        first = places[0]
        for again in places[1:]:
            if whole_number(again["n"]) != whole_number(first["n"]):
                yield _relation(context, flow, first, again, f"“{name}”的{what}")


def _relation(context: Context, flow: Flowing, first: re.Match[str], again: re.Match[str], whose: str) -> Relation:
    figures = piece(context, "whole", *flow.of(first, "n")), piece(context, "stated", *flow.of(again, "n"))
    message = f"{whose}前面说是 {first['n']} 个，这里是 {again['n']} 个。请核对后统一。"
    return Relation(
        "count", "error", figures, "成员数前后一致", first["n"], again["n"], message, "两处个数之一有误。", "medium"
    )
