"""How many there are, and each with its own measure: 建成道路 6 条，即甲路 3.20 公里、乙路 2.65 公里、….

So, too, 收入超过 150 万元的村有 4 个，即甲村 214.30 万元、….

Every item of the list is a name and a figure of one unit. Only a number that misses them by one or two is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["measured_lists"]

_N: Final = r"\d[\d,]{0,9}(?:\.\d{1,4})?"
_UNIT: Final = "公里|千米|米|平方米|万平方米|亩|万亩|立方米|吨|公顷|万?元|人次?|户|%"
_LIST: Final = re.compile(
    rf"(?<![\d.,])(?P<n>\d{{1,2}})\s?(?P<measure>条|座|处|个|所|栋|项|段|标段)(?P<noun>[\u4e00-\u9fff]{{0,8}})[，：](?:分别为|分别是|即|是|为|依次为)?"
    rf"(?P<list>[\u4e00-\u9fff（）A-Z0-9]{{2,16}}?{_N}(?P<u>{_UNIT})(?:[、和及][\u4e00-\u9fff（）A-Z0-9]{{2,16}}?{_N}(?P=u)){{1,11}})(?P<end>等)?(?=[。；），])"
)
_ITEM: Final = re.compile(rf"{_N}(?:{_UNIT})")
_OTHER: Final = re.compile("合计|共|总|其中|其余|其他|平均|另")
_FEW, _FEWEST = 2, 3


def measured_lists(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all."""
    flow = flowing(context)
    for match in _LIST.finditer(flow.text):
        listed, said = len(_ITEM.findall(match["list"])), int(match["n"])
        place = flow.of(match, "n")
        plain = match["end"] is None and not _OTHER.search(match["list"]) and context.table_at(place[0]) is None
        if plain and listed >= _FEWEST and 0 < abs(listed - said) <= _FEW and place[0] not in settled:
            yield _relation(context, flow, match, listed)


def _relation(context: Context, flow: Flowing, match: re.Match[str], listed: int) -> Relation:
    said = f"{match['n']}{match['measure']}"
    message = (
        f"文中说 {said}，其后列出的是 {listed} {match['measure']}：{match['list'][:60]}。请核对数目，或补齐、删去名称。"
    )
    figures = (piece(context, "part", *flow.of(match, "list")), piece(context, "stated", *flow.of(match, "n")))
    return Relation(
        "count", "error", figures, "所列各项的个数", str(listed), said, message, "数目误写，或名单漏列、多列。", "high"
    )
