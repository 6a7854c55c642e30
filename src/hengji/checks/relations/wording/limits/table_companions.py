"""More hosts at the table than the rule on official receptions allows, where the paper says that nobody was over it:
来访 8 人，陪餐 5 人……均未发现超标准陪餐.

Up to ten guests three may sit with them, beyond ten a third of their number: the rule is that of the whole country.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["table_companions"]

_TOLD: Final = re.compile(
    r"(?:来访|来宾|来客|来人|接待对象|客人)(?:人员|人数)?(?:为|共|有)?(?P<guests>\d{1,3})[人名位](?!以)[^。；\n]{0,20}?"
    r"(?:陪餐|陪同(?:就餐|用餐))(?:人员|人数)?(?:为|共|有)?(?P<hosts>\d{1,2})[人名位]"
)
_KEPT: Final = re.compile(
    r"(?:未|没有|无|不存在)(?:发现|发生|出现)?(?:有)?(?:超标准?|超(?:出|过)?(?:人数|规定)|违规)[^，。；\n]{0,4}陪[餐同]"
    r"|陪餐(?:人数|人员)?(?:均|都)?(?:符合|控制在|未超|没有超)"
)
_FEW, _AT_MOST, _PART = 10, 3, 3
_REACH: Final = 120


def table_companions(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, errors all."""
    flow = flowing(context)
    for match in _TOLD.finditer(flow.text) if "陪" in flow.text else ():
        guests, hosts = int(match["guests"]), int(match["hosts"])
        most = _AT_MOST if guests <= _FEW else guests // _PART
        kept = _KEPT.search(flow.text, match.end(), match.end() + _REACH)
        if hosts <= most or kept is None or "\n" in flow.text[match.end() : kept.start()]:
            continue
        figures = (
            piece(context, "base", *flow.of(match, "guests")),
            piece(context, "actual", *flow.of(match, "hosts")),
            piece(context, "stated", *flow.span(*kept.span())),
        )
        message = f"来访 {guests} 人，按规定陪餐不得超过 {most} 人，实际 {hosts} 人，文中却说“{kept[0]}”。请核对。"
        yield Relation(
            "policy", "error", figures, f"陪餐 ≤ {most}", f"≤ {most}", str(hosts), message,
            "超标准陪餐，或人数误写。", "high",
        )  # fmt: skip
