"""How often the office wrote for its own account, told twice: 公众号全年推送96期, and elsewhere 推送公众号69期."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, shape
from hengji.facts.relation import Relation

__all__ = ["issues_again"]

_TOLD: Final = re.compile(
    r"公众号(?:[^。；\n]{0,60}[。，])?(?P<words>[^。，；\d\n]{0,10}?)(?P<n>\d{2,4})\s?期(?!间|限|末|初|工程|项目)"
)
_APART: Final = re.compile("上年|去年|每|上半年|季度|月|目标|计划|抖音|视频号|微博|简报|专栏|专题|其中|不少于|以上")


def issues_again(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``: two numbers a slip of the pen apart; a paper that tells three tells of several."""
    flow = flowing(context)
    told = [
        match
        for match in _TOLD.finditer(flow.text)
        if not _APART.search(match[0]) and context.table_at(flow.place(match.start("n"))) is None
    ]
    values = list(dict.fromkeys(match["n"] for match in told))
    if len(values) == 2 and shape(values[1], values[0]) in (SWAPPED, ONE_DIGIT):
        first, again = (next(match for match in told if match["n"] == value) for value in values)
        figures = piece(context, "first", *flow.of(first, "n")), piece(context, "stated", *flow.of(again, "n"))
        yield Relation(
            "repeat", "error", figures, "公众号期数各处相等", f"{values[0]}期", f"{values[1]}期",
            f"公众号的期数前面是 {values[0]} 期，这里是 {values[1]} 期。请核对后统一。", "两处期数之一有误。", "medium",
        )  # fmt: skip
