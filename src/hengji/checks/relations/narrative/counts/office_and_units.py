"""The office and the units under it, in whatever order they and their number are told: 共7个预算单位，即局机关本级和5个
下属事业单位; 教育局机关及所属9所学校，共计12个单位.

Exactly two figures count units in the sentence: all of them, and those below. The office is one more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.narrative.counts.head_office import NOT_COUNTED
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["office_and_units"]

_N: Final = r"(?<![\d.,第])\d{1,2}"
_BODY: Final = "单位|机构|站|所|院|学校|中心|队|馆|场|分局"
_WHOLE: Final = (
    r"(?:(?:预算|决算|编报|汇总|核算|独立|纳入|评价)[^，。；：、（）\d\n]{0,14}?"
    rf"(?:{_BODY}|范围的?[^，。；：、（）\d\n]{{0,6}})|[共由]|合计|总计|下设)"
)
_OFFICE: Final = r"(?:[^，。；：、（）\d\n]{0,8}(?:本级|机关本部|本部|机关))(?:预算|决算|1个)?"
_BELOW: Final = (
    rf"(?:还有|以及|[、和及与，])?(?:下属|所属|直属|下辖|委属|局属|二级)?(?:[^，。；：、（）\d\n]{{2,20}}(?:、[^，。；：、（）\d\n]{{2,20}}){{1,12}})?"
    rf"(?P<n>{_N})\s?[个家所](?P<kind>[^，。；：、（）\d\n]{{0,12}}?(?:{_BODY}))"
)
_AHEAD: Final = near(
    re.compile(
        rf"{_WHOLE}[^，。；：、（）\d\n]{{0,6}}?(?P<t>{_N})\s?[个家][^，。；：（）\d\n]{{0,14}}[，：（](?:即|分别[为是]|包括|包含|由|具体为|其中|除)?[：]?"
        rf"{_OFFICE}(?:[以]?外，)?{_BELOW}(?P<end>[（：，。；）\n]|$)"
    ),
    "本级|机关|本部",
    120,
)
_NAMED_BELOW: Final = (
    rf"[、和及与，](?:下属|所属|直属|下辖|二级)[^，。；：、（）\d\n]{{0,8}}?(?:{_BODY})(?P<n>{_N})\s?[个家所]"
)
_TOTAL: Final = (
    rf"[^。；\d\n]{{0,16}}?(?:（[^（）\n]{{0,80}}）)?[^。；\d\n]{{0,6}}?[，（][^，。；\d\n]{{0,16}}?"
    rf"(?:共计?|合计|总计|单位|{_WHOLE})[^，。；：、（）\d\n]{{0,4}}?(?P<t>{_N})\s?[个家](?P<tail>[^，。；\d\n]{{0,8}})(?=[，。；）\n]|$)"
)
_BEHIND: Final = tuple(
    near(re.compile(f"{_OFFICE}{below}{_TOTAL}"), "本级|机关|本部", 160) for below in (_BELOW, _NAMED_BELOW)
)
_AND_MORE: Final = re.compile(
    r"等|[和及与]\s?\d{1,2}\s?[个家所]|另有|[、，](?:以及)?\d{1,2}\s?[个家所][^，。；]{0,8}(?:单位|机构|中心|站|所)|另|加上|其他"
)
_FAR: Final = 3
_LINE: Final = 60


def office_and_units(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all."""
    flow = flowing(context)
    told: set[Span] = set()
    for pattern in (_AHEAD, *_BEHIND):
        for match in pattern.finditer(flow.text):
            place = flow.of(match, "t")
            whole, below = int(match["t"]), int(match["n"])
            sentence = flow.sentence(*match.span())
            off = 0 < abs(whole - below - 1) <= _FAR and whole != below
            if not off or place in told or _is_open(flow, match) or NOT_COUNTED.search(sentence):
                continue
            if context.table_at(place[0]) is None:
                told.add(place)
                yield _relation(context, flow, match, place)


def _is_open(flow: Flowing, match: re.Match[str]) -> bool:
    """Whether more kinds of units are told beside these: 和1个代管单位."""
    behind = re.split("[。；\n]", flow.text[match.end("n") : match.end("n") + _LINE])[0]
    return (
        _AND_MORE.search(re.sub(r"（[^（）]*）", "", behind[: behind.find("共") if "共" in behind else None]))
        is not None
    )


def _relation(context: Context, flow: Flowing, match: re.Match[str], place: Span) -> Relation:
    below, whole = match["n"], match["t"]
    right = str(int(below) + 1)
    figures = (piece(context, "part", *flow.of(match, "n")), piece(context, "total", *place))
    return Relation(
        "count", "error", figures, "本级 + 所属", right, whole,
        f"本级 1 个，加上所属的 {below} 个，共 {right} 个，文中为 {whole} 个。", "单位总数或所属单位数误写。", "high",
    )  # fmt: skip
