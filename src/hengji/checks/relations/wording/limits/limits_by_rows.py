"""A limit said to be kept, where a table says it was not: 会议费支出 3.20 万元，控制在年初预算以内, and in the table
会议费, 预算 3.00, 决算 3.20."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.named_rows import NamedCell, named_rows, spelled
from hengji.checks.relations.verdicts import number
from hengji.checks.relations.wording.limits.said_limits import said_limit
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["limits_by_rows"]

_CLAIM: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff（）]{2,16}?)(?:实际)?(?:支出|决算|列支|使用|执行)?(?:数|额)?(?:共|为|是)?\s{0,4}"
    r"(?P<a>\d[\d,]{0,20}(?:\.\d{1,8})?)\s{0,4}(?:亿元|万元|元)[，,]"
    r"(?P<said>(?:均|都|也|已)?(?:严格)?(?:控制|压)?在(?:年初|年度|批复的?|核定的?)?预算(?:数|额|指标)?(?:范围)?(?:之内|以内|内)"
    r"|(?:没有|未)(?:超过|超出|突破)(?:年初|年度|批复的?|核定的?)?预算(?:数|额|指标)?|未超预算|低于(?:年初|年度)?预算(?:数|额)?)"
    r"(?=[，,。；;\n]|$)"
)
_ANCHOR: Final = re.compile("预算(?:数|额|指标)?(?:范围)?(?:之内|以内|内)|(?:没有|未)(?:超过|超出|突破)|未超预算|低于")
_REACH: Final = 120
_BUDGET: Final = re.compile(r"预算")
_SPENT: Final = re.compile(r"决算|支出|执行|实际|完成|列支")


def limits_by_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``policy``, where one row of that name holds the very amount that is told."""
    flow = flowing(context)
    for claim in matches_near(_CLAIM, _ANCHOR, flow.text, _REACH):
        told = read_number(claim["a"].replace(",", ""))
        if told is None or context.table_at(flow.place(claim.start("a"))) is not None:
            continue
        name = spelled(claim["name"])
        known = named_rows(context)
        for row in known.get(name) or known.get(name.removesuffix("支出"), ()):
            spent = next((one for one in row.cells if _is_spent(one) and one.mention.value == told), None)
            limits = [one for one in row.cells if _BUDGET.search(one.head) and one is not spent]
            if spent is None or not limits:
                continue
            limit = max(limits, key=lambda one: one.mention.value)
            if limit.mention.unit != spent.mention.unit:
                continue
            kept = spent.mention.value <= limit.mention.value
            figures = (
                figure("budget", limit.mention),
                figure("actual", spent.mention),
                piece(context, "stated", *flow.of(claim, "said")),
            )
            allowed, actual = number(limit.mention), number(spent.mention)
            row_told = f"表中“{row.name}”预算 {allowed}，支出 {actual}，"
            yield said_limit(figures, allowed, actual, claim["said"], row_told, borne_out=kept)
            break


def _is_spent(cell: NamedCell) -> bool:
    return _SPENT.search(cell.head) is not None and _BUDGET.search(cell.head) is None
