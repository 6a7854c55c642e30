"""A rate below 100% of the goal, and in the same breath the claim that the goal was reached.

建成 1171 张，完成目标 1300 张的 90.08%，圆满完成年度目标任务.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["claimed_rates"]

_RATE: Final = re.compile(
    r"(?:完成|为|占|达到?)[^，。；：\n]{0,10}?(?:目标|计划|任务)(?:数|值|任务)?[^，。；：%％\n]{0,14}?的?\s*"
    r"(?P<rate>\d{1,3}(?:\.\d{1,4})?)\s*[%％][^，。；\n]{0,6}[，,]"
    r"(?P<claim>[^，。；\n]{0,6}?(?:超额|圆满|全面|如期|按时|按期|顺利|全部)(?:地)?(?:完成|实现|达成)了?"
    r"(?:年初|年度|全年|各项|既定|预期|绩效)*(?:目标|任务|计划|指标)[^，。；\n]{0,4})"
)
_NOT_CLAIMED: Final = re.compile(r"未|没有|不能|力争|确保|争取|预计|将|拟")
_WHOLE: Final = 100


def claimed_rates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``; what is promised or denied is no claim."""
    flow = flowing(context)
    for match in _RATE.finditer(flow.text):
        value = read_number(match["rate"])
        if value is None or value >= _WHOLE or _NOT_CLAIMED.search(match["claim"]):
            continue
        claim = match["claim"].strip()
        yield Relation(
            "target",
            "error",
            (piece(context, "stated", *flow.of(match, "rate")), piece(context, "claim", *flow.of(match, "claim"))),
            "称完成目标的，完成率不低于 100%",
            "≥ 100%",
            f"{match['rate']}%",
            f"只完成目标的 {match['rate']}%，文中却称“{claim}”。请核对完成数，或如实说明未完成的原因。",
            "说法与数字不符",
            "high",
        )
