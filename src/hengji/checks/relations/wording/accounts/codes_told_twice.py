"""One code of an item behind two names: 对村级一事一议的补助（科目编码：2130701）…对村民委员会和村党支部的补助
（科目编码：2130701）…. A code has one name (政府收支分类科目)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.naming import pairs_of
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["codes_told_twice"]

_NAMED: Final = near(
    re.compile(r"(?P<name>[\u4e00-\u9fff]{4,24})[（(]科目编码[:：]?\s?(?P<code>2\d{6})[)）]\s?\d[\d,.]*\s?(?:万元|元)"),
    "科目编码",
    60,
)
_LEAD: Final = re.compile("^(?:其中|包括|具体)+")
_HALF: Final = 2


def codes_told_twice(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``, each an error: where the two names have little in common."""
    flow = flowing(context)
    told: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _NAMED.finditer(flow.text):
        told[match["code"]].append(match)
    for code, matches in told.items():
        for first, second in pairwise(matches):
            names = [_LEAD.sub("", one["name"]) for one in (first, second)]
            if _are_apart(*names):
                yield slip(
                    context,
                    [flow.of(first, "code"), flow.of(second, "code")],
                    "error",
                    f"编码{code}前面是“{names[0]}”，这里是“{names[1]}”，同一编码不会有两个名称。请核对其中哪个编码写错。",
                    rule="同一编码只对应一个科目",
                    expected="各科目自己的编码",
                    likely="其中一个编码误写",
                )


def _are_apart(one: str, other: str) -> bool:
    first, second = pairs_of(one), pairs_of(other)
    return len(first & second) * _HALF < min(len(first), len(second))
