"""Of the purchases reserved for small and medium enterprises six tenths are for the small and micro ones.

Source: 财政部、工业和信息化部《政府采购促进中小企业发展管理办法》（财库〔2020〕46号）第八条. What falls short is a
question: a department may count purchases below the article's limits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import percent, read_number
from hengji.facts.relation import Relation

__all__ = ["reserved_shares"]

_TOLD: Final = re.compile(
    r"面向中小企业预留[^，。；\d]{0,24}(?P<all>\d[\d,]*(?:\.\d+)?)\s?万?元，其中，?(?:预留给|面向)小型?和?微型?企业[^，。；\d]{0,24}?"
    r"(?P<small>\d[\d,]*(?:\.\d+)?)\s?万?元"
)
_LEAST: Final = Fraction(6, 10)
_SINCE: Final = 2021


def reserved_shares(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy`` in budgets of the years that the article is in force."""
    flow = flowing(context)
    if context.facts.kind != "budget" or (context.facts.year or 0) < _SINCE:
        return
    for match in _TOLD.finditer(flow.text):
        whole, small = read_number(match["all"]), read_number(match["small"])
        if not whole or small is None or small > whole:
            continue
        enough, share = small >= _LEAST * whole, percent(small / whole)
        message = f"预留给小微企业的份额为 {share}，不低于 60%。"
        if not enough:
            message = (
                f"预留给小微企业 {match['small']}，占面向中小企业预留 {match['all']} 的 {share}，低于 60%"
                "（财库〔2020〕46号第八条）。请核对金额，或说明哪些项目不在规定范围内。"
            )
        yield Relation(
            "policy", "ok" if enough else "suspicious",
            (piece(context, "whole", *flow.of(match, "all")), piece(context, "stated", *flow.of(match, "small"))),
            "小微企业份额 ≥ 60%", "不低于 60%", share, message, "", "low",
        )  # fmt: skip
