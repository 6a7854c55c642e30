"""What one costs or has, told in the unit of totals: 每立方米 2.35 万元, 每人每月 1850 万元, 人均 2.83 万平方米.

A price is small where a total is great. Beside a figure of the same frame in the plain unit, 由 2.71 平方米提高到 2.83
万平方米, the two differ ten thousand times in what they say and hardly in their digits.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["price_units"]

_N = r"(?P<value>\d[\d,]{0,12}(?:\.\d{1,4})?)\s*"
_SMALL_PIECE = re.compile(
    rf"每(?:一)?(?:立方米|吨水|公斤|千克|斤|度|千瓦时|升|人次|人每[月日天]|[月日天]每人|课时|学时|公里运价)[^，。；：\d]{{0,8}}{_N}(?P<unit>万元)"
)
_SINGLE = re.compile(
    rf"每(?:人|名|户|位|生|亩)(?:每年|年)?[^，。；：\d每]{{0,10}}(?:补助|补贴|标准|救助|资助|奖补|生活费|保费|餐费)[^，。；：\d]{{0,4}}{_N}(?P<unit>万元)"
)
_AREA = re.compile(rf"(?:人均|户均|生均)[^，。；：\d]{{0,14}}{_N}(?P<unit>万平方米|万公里|万公斤|万立方米)")
_TURNED = re.compile(
    r"(?:由|从)[^，。；：\d]{0,12}(?P<first>\d[\d,]{0,12}(?:\.\d{1,4})?)\s*(?P<plain>平方米|公里|元|亩|吨|公斤)"
    rf"[^，。；：\d]{{0,10}}(?:到|至|为)[^，。；：\d]{{0,4}}{_N}(?P<unit>万(?:平方米|公里|元|亩|吨|公斤))"
)
_PAID = 100  # 万元 that no one person is granted


def price_units(context: Context) -> Iterator[Relation]:
    """Every such figure of running text."""
    flow = flowing(context)
    for match in _TURNED.finditer(flow.text):
        first, value = read_number(match["first"]), read_number(match["value"])
        if not first or not value or match["unit"] != "万" + match["plain"]:
            continue
        if Fraction(1, 10) <= Fraction(value) / Fraction(first) <= 10:
            yield _relation(context, flow, match, "前后两数的单位相差一万倍，数字却相近")
    for pattern, least in ((_SMALL_PIECE, 0), (_AREA, 0), (_SINGLE, _PAID)):
        for match in pattern.finditer(flow.text):
            value = read_number(match["value"])
            if value is not None and value > least and _TURNED.match(flow.text, match.start()) is None:
                yield _relation(context, flow, match, "单价（人均数）不会有这样大")


def _relation(context: Context, flow: Flowing, match: re.Match[str], why: str) -> Relation:
    unit = match["unit"].removeprefix("万")
    span = flow.span(match.start("value"), match.end("unit"))
    right, told = f"{match['value']}{unit}", f"{match['value']}{match['unit']}"
    return Relation(
        "unit",
        "error",
        (piece(context, "stated", *span),),
        "单价与人均数的单位",
        right,
        told,
        f"“{told}”：{why}。请核对单位，很可能应为“{right}”。",
        f"“{match['unit']}”应为“{unit}”",
        "high",
    )
