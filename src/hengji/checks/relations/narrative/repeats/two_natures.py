"""按收入性质分 A, 按支出性质分 B: the funds of the year by where they came from and by what they went for are one sum.

The form of 部门整体支出绩效自评表 has both beside each other, each above its own parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain, read_number
from hengji.facts.relation import Relation

__all__ = ["two_natures"]

_N: Final = r"\d[\d,]{0,20}(?:\.\d{1,6})?"
_BOTH: Final = re.compile(
    rf"按收入性质分[：:]?\s?(?P<one>{_N})\s?(?:万?元)?[\s|，；]{{0,6}}按支出性质分[：:]?\s?(?P<other>{_N})(?!\d)"
)


def two_natures(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, one for each form."""
    flow = flowing(context)
    for match in _BOTH.finditer(flow.text):
        one, other = (read_number(match[name].replace(",", "")) for name in ("one", "other"))
        if one is None or other is None:
            continue
        equal = one == other
        figures = piece(context, "income", *flow.of(match, "one")), piece(context, "stated", *flow.of(match, "other"))
        message = "按收入性质与按支出性质分的资金总额相等。"
        if not equal:
            message = (
                f"按收入性质分为 {match['one']}，按支出性质分为 {match['other']}，同一笔资金的两种分法应相等，"
                f"相差 {plain(abs(one - other))}。请核对各项明细。"
            )
        yield Relation(
            "repeat", "ok" if equal else "error", figures, "按收入性质分 = 按支出性质分", match["one"], match["other"],
            message, "" if equal else "其中一边的合计或明细有误。", "medium",
        )  # fmt: skip
