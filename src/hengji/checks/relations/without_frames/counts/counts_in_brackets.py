"""Numbers in the brackets of a list against their total, and two kinds of places counted together and named together:
20个行政村，分布为：甲镇6,800亩（5个村）、乙镇5,400亩（4个村）……; 辖1个社区、8个行政村，即甲社区和乙、丙、丁村."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["counts_in_brackets"]

_UNIT: Final = r"个|家|处|户|所|座|名|人|项|台|条|件"
_NAME: Final = r"[^，。；：、（）\n]{2,24}"
_ITEM: Final = rf"[^，。；：、（）\n]{{2,24}}（(?P<n>\d{{1,4}})(?P<unit>{_UNIT})(?P<noun>[\u4e00-\u9fff]{{0,4}})）"
_LIST: Final = near(
    re.compile(
        rf"{_NAME}（\d{{1,4}}(?:{_UNIT})[\u4e00-\u9fff]{{0,4}}）"
        rf"(?:[、，；和及]{{1,2}}{_NAME}（\d{{1,4}}(?:{_UNIT})[\u4e00-\u9fff]{{0,4}}）){{2,30}}"
    ),
    r"（\d{1,4}(?:个|家|处|户|所|座|名|人|项|台|条|件)",
    80,
)
_ONE: Final = re.compile(_ITEM)
_TOTAL: Final = re.compile(rf"(?<![\d.,])(?P<n>\d{{1,5}})\s?(?P<unit>{_UNIT})(?P<noun>[\u4e00-\u9fff]{{0,6}})")
_OPEN: Final = re.compile("^等|^、|^，?(?:另|以及|和|及|还有|其余|其他)")
_PARTIAL: Final = re.compile("其中|部分|主要|如|重点")
_N: Final = r"\d{1,2}|[一两二三四五六七八九十]{1,3}"
_MIXED: Final = near(
    re.compile(
        rf"(?P<a>{_N})个(?P<x>[\u4e00-\u9fff]{{1,4}})[、和及](?P<n>{_N})个(?P<y>[\u4e00-\u9fff]{{1,4}})(?:，?(?:即|分别[是为]|包括|具体[是为]|有)：?|：|（)(?P<list>[^，。；：（）\d\n]{{4,200}})(?=[，。；）])"
    ),
    r"个[\u4e00-\u9fff]{1,4}[、和及][\d一两二三四五六七八九十]",
    120,
)
_KIND: Final = ("社区", "居委会", "街道", "镇", "乡", "区", "县", "村", "处", "科", "股", "站", "所")
_REACH, _FEW = 120, 2


def counts_in_brackets(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all; a list that is open, or a total of other things, decides nothing."""
    flow = flowing(context)
    for match in _LIST.finditer(flow.text):
        items = list(_ONE.finditer(match[0]))
        if len({(one["unit"], one["noun"][-1:]) for one in items}) != 1 or _OPEN.match(flow.text, match.end()):
            continue
        told = _told(flow.text, match.start(), items[0])
        total = sum(int(one["n"]) for one in items)
        if told is not None and int(told["n"]) != total and flow.of(told, "n")[0] not in settled:
            basis = " + ".join(one["n"] for one in items)
            yield _relation(context, flow.of(match), flow.of(told, "n"), total, f"括号里各数之和 {basis} = {total}")
    for match in _MIXED.finditer(flow.text):
        yield from _mixed(context, flow, match, settled)


def _told(text: str, start: int, item: re.Match[str]) -> re.Match[str] | None:
    """The one number of such things in front of the list, in its sentence."""
    low = max(text.rfind("。", 0, start), text.rfind("\n", 0, start), start - _REACH) + 1
    found = [
        one
        for one in _TOTAL.finditer(text, low, start)
        if one["unit"] == item["unit"] and one["noun"].endswith(item["noun"]) and (item["noun"] or not one["noun"])
    ]
    if len(found) != 1 or _PARTIAL.search(text[found[0].end() : start]):
        return None
    return found[0]


def _mixed(context: Context, flow: Flowing, match: re.Match[str], settled: set[int]) -> Iterator[Relation]:
    """The names are of both kinds where one of them bears the first kind's word; 和 behind that word parts two."""
    kind = next((one for one in _KIND if match["x"].endswith(one)), "")
    names = match["list"]
    if flow.text[match.start("list") - 1] == "（" and flow.text[match.end()] != "）":
        return  # 9个村和1个社区（甲村……，乙社区）: the list goes on
    if not kind or kind not in names or re.search("等|其他|其中", names):
        return
    parts = [one for part in re.split(rf"、|(?<={kind})[和及与]", names) for one in [part] if one]
    last = re.split("以及|[和及]", parts[-1])
    count = len(parts) - 1 + len(last)
    said = whole_number(match["a"]) + whole_number(match["n"])
    place = flow.of(match, "n")
    if len(parts) > _FEW and 0 < abs(said - count) <= _FEW and all(last):
        yield _relation(
            context, flow.of(match, "list"), place, count - whole_number(match["a"]), f"所列名称共 {count} 个"
        )


def _relation(context: Context, witness: Span, stated: Span, right: int, basis: str) -> Relation:
    said = context.document.text[slice(*stated)]
    message = f"{basis}，文中的 {said} 应为 {right}。请核对个数，或补齐所列的各项。"
    figures = (piece(context, "part", *witness), piece(context, "stated", *stated))
    return Relation("count", "error", figures, basis, str(right), said, message, "数目误写，或所列漏项、多项。", "high")
