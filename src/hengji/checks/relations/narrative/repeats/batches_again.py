"""The year's receptions told twice with their digits exchanged: 全年接待62批次418人次, and later 全年接待26批次."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import SWAPPED, shape
from hengji.facts.relation import Relation

__all__ = ["batches_again"]

_TOLD: Final = re.compile(
    r"(?P<before>[^，。；：、（）\n]{0,14})接待(?:了|共|共计|累计|来[访客宾])?\s?(?P<n>\d{2,4})\s?个?(?P<unit>批次|人次)"
)
_APART: Final = re.compile("上年|去年|同期|国内|国外|外[宾事商]|其中|比|较|预算|计划|每|部门|上半年|季度|月")


def batches_again(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors; receptions of a part or of another year are left out."""
    flow = flowing(context)
    told = [
        match
        for match in _TOLD.finditer(flow.text)
        if not _APART.search(match["before"]) and context.table_at(flow.place(match.start("n"))) is None
    ]
    for unit in ("批次", "人次"):
        for first, again in pairwise([match for match in told if match["unit"] == unit]):
            if shape(again["n"], first["n"]) == SWAPPED:
                figures = piece(context, "first", *flow.of(first, "n")), piece(context, "stated", *flow.of(again, "n"))
                message = f"前面说接待 {first['n']}{unit}，这里是 {again['n']}{unit}。请核对后统一。"
                likely = f"“{again['n']}”与“{first['n']}”数字颠倒，其中一处误写。"
                yield Relation(
                    "repeat", "error", figures, "接待批次（人次）各处相等", first["n"], again["n"], message, likely,
                    "high",
                )  # fmt: skip
