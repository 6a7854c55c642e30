"""So many places, and each with its part of one whole: 硬化道路12.8公里，涉及5个村，其中甲村3.2公里、乙村2.6公里、…,
where four make up the 12.8.

That the parts make the whole says that none is left out, whatever 其中 leaves open; the names end like what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.without_frames.counts.listed_names import measured_items, without_asides
from hengji.facts.relation import Relation

__all__ = ["measured_places"]

_COUNT: Final = re.compile(
    r"(?<![\d.,第])(?P<n>\d{1,2})\s?(?P<m>[个家所处座条项场次期栋部])(?P<noun>[\u4e00-\u9fff]{1,8}?)"
    r"[，。：；（(](?:其中|分别[是为有]|即|计有|具体[为是]|包括|是|为)?[：，]?(?=[\u4e00-\u9fff“”]{2,12}\d)"
)
_ITEM: Final = re.compile(
    r"(?P<name>[^，、；。\n\d]{1,16})(?P<v>\d[\d,]{0,12}(?:\.\d{1,4})?)\s?(?P<u>[%％]|[\u4e00-\u9fff]{1,3})"
)
_OTHER: Final = re.compile("其[他余]|另|合计|共|各|每|平均|均")
_AND_SO_ON: Final = re.compile(r"\s?(?:等|其[他余]|另)")
_FEWEST, _FEW, _BACK, _LONG = 3, 2, 90, 400
_MOST_NAMES: Final = Fraction(2, 3)


def measured_places(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all."""
    flow = flowing(context)
    masked = context.once("without asides", lambda: without_asides(flow.text))
    for text in (flow.text, masked) if masked != flow.text else (masked,):
        for match in _COUNT.finditer(text):
            closing = (
                text.find("）", match.end(), match.end() + _LONG) if "（" in match[0] or _opens(text, match) else -1
            )
            listed, end = measured_items(text, match.end(), closing if closing >= 0 else match.end() + _LONG)
            place = flow.of(match, "n")
            if listed < _FEWEST or not 0 < abs(int(match["n"]) - listed) <= _FEW or place[0] in settled:
                continue
            if _is_whole(text, match, end, listed) and context.table_at(place[0]) is None:
                yield _relation(context, flow, match, (end, listed))


def _opens(text: str, match: re.Match[str]) -> bool:
    """Whether the count stands in a bracket: 3350亩（4个乡镇，其中…）."""
    return text[match.start() - 1 : match.start()] == "（"


def _is_whole(text: str, match: re.Match[str], end: int, listed: int) -> bool:
    """Whether the items are of the kind counted, and make up a figure of their unit told before."""
    items = list(_ITEM.finditer(text, match.end(), end))
    if len(items) != listed or _AND_SO_ON.match(text, items[-1].end()):
        return False
    if any(_OTHER.search(one["name"]) for one in items):
        return False
    alike = sum(one["name"].strip("、，和及")[-1:] in match["noun"] for one in items)
    if alike < listed * _MOST_NAMES:
        return False
    whole = sum((Fraction(one["v"].replace(",", "")) for one in items), Fraction(0))
    start = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _BACK)
    unit = re.escape(items[0]["u"])
    told = re.findall(rf"(?<![\d.,])(\d[\d,]{{0,12}}(?:\.\d{{1,4}})?)\s?{unit}", text[start : match.start()])
    return any(Fraction(one.replace(",", "")) == whole for one in told)


def _relation(context: Context, flow: Flowing, match: re.Match[str], listed: tuple[int, int]) -> Relation:
    end, count = listed
    said = f"{match['n']}{match['m']}{match['noun']}"
    names = flow.text[match.end() : end].rstrip("，、；。\n")
    message = (
        f"文中说 {said}，其后列出 {count} {match['m']}，且各项之和已等于总数：{names[:60]}。请核对数目，或补齐名称。"
    )
    stop = match.end() + len(names)
    figures = (piece(context, "part", *flow.span(match.end(), stop)), piece(context, "stated", *flow.of(match, "n")))
    return Relation(
        "count", "error", figures, "所列各项的个数", str(count), said, message, "数目误写，或名单漏列、多列。", "high"
    )
