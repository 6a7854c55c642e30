"""One group (款) under two codes: 2013102 宣传事务——行政运行, where other items of 宣传事务 begin with 20133."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["group_codes"]

_CODED: Final = re.compile(
    r"(?<![\d.,])(?P<code>2[0-3]\d{5})(?![\d.,])\s?(?P<group>[\u4e00-\u9fff（）()]{2,20}?)\s?[—－-]{1,2}\s?[\u4e00-\u9fff]"
)
_GROUP: Final = 5  # digits of a class and a group
_FEWEST: Final = 2


def group_codes(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``, each an error: the paper itself has that code for another group, or has
    another code for this one at least twice."""
    flow = flowing(context)
    found = list(_CODED.finditer(flow.text))
    of_group: dict[str, dict[str, list[re.Match[str]]]] = defaultdict(lambda: defaultdict(list))
    groups: dict[str, set[str]] = defaultdict(set)
    for match in found:
        of_group[match["group"]][match["code"][:_GROUP]].append(match)
        groups[match["code"][:_GROUP]].add(match["group"])
    for group, codes in of_group.items():
        own = max(codes, key=lambda code: (len(groups[code]) == 1, len(codes[code])))
        for code, matches in codes.items():
            others = groups[code] - {group}
            sure = len(codes[own]) >= _FEWEST and (others or len(matches) == 1)
            for match in matches if code != own and code[:3] == own[:3] and sure else ():
                right = own + match["code"][_GROUP:]
                also = f"，{code} 在本材料中是“{min(others)}”" if others else ""
                yield slip(
                    context,
                    [flow.of(codes[own][0], "code"), flow.of(match, "code")],
                    "error",
                    f"“{group}”的其他各项编码都以 {own} 开头，这里写作 {match['code']}{also}。请核对编码。",
                    rule="同一款的科目编码前五位相同",
                    expected=right,
                    likely=f"很可能应为 {right}",
                    severity="medium",
                )
