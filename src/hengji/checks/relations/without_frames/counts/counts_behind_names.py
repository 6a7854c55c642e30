"""How many of a kind, right behind the names of all: 完成两会、国庆节、元旦 4 个重要时期; how many places, right behind
what each of them had: 派往甲县 18 名、乙县 14 名、丙区 12 名，共覆盖 4 个县区.

The kinds are those that a list names completely. 等 may leave a list open, yet nobody leaves out one alone: of a long
list that is a slip, of a short one (甲、乙、丙、丁等 5 个小区) it is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.without_frames.counts.listed_names import without_asides
from hengji.facts.relation import Relation, Verdict

__all__ = ["counts_behind_names"]

_N: Final = r"(?P<n>(?<![\d.,第])\d{1,2}|(?<![一二三四五六七八九十百第])[两三四五六七八九十])"
_KIND: Final = (
    r"(?:重要|关键|重点|主要|核心|特殊|敏感)?(?:时期|时段|时间段|节点|环节|阶段|方面|维度|层面|领域|层级"
    r"|渠道|板块|类别|[一二三]级指标|节日|节假日|学科|工种|方向|专题|季度)"
)
_NAMED: Final = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<list>[^，。；：、\n]{{2,40}}(?:、[^，。；：、\n]{{2,24}}){{1,15}}、[^，。；：、\n]{{2,24}}?)\s?{_N}\s?[个大](?P<kind>{_KIND})"
)
_KIND_WORD: Final = re.compile(rf"[个大]{_KIND}")
_LEAD: Final = re.compile(
    "完成|围绕|从|在|对|抓[好住]|包括|包含|分为|由|按|涉及|涵盖|覆盖|聚焦|突出|紧扣|设[置有]?|含|开展|把握|紧盯|做好|针对|强化|保障|通过|历经|经历|经过"
)
_LOOSE: Final = re.compile("[和及与等或]|其他|其中|以及|…|各")
_PLACE: Final = "县区|市县|县市|县|区|市|乡镇|镇街|乡|镇|街道|村|社区|行政村|学校|小学|园区"
_EACH: Final = r"[\u4e00-\u9fff]{2,12}?\d[\d,]{0,6}(?:\.\d{1,2})?(?P<u>人|名|户|个|家|处|件|台|套|所|公里|亩|万元)"
_ITEM: Final = r"[\u4e00-\u9fff]{2,8}?\d[\d,]{0,6}(?:\.\d{1,2})?(?P=u)"
_SPREAD: Final = re.compile(
    rf"(?P<list>{_EACH}(?:[、和]{_ITEM}){{2,20}})，(?:共计?|合计|总共|累计|一共)?(?:覆盖|涉及|分布[在于]|涵盖|惠及|辐射)了?(?:全[市县区])?{_N}\s?个(?P<kind>{_PLACE})(?![\u4e00-\u9fff]{{0,3}}以上)"
)
_SPREAD_WORD: Final = re.compile("覆盖|涉及|分布|涵盖|惠及|辐射")
_AND_SO_ON: Final = re.compile(
    rf"(?:^|(?<=[，。；：\n]))(?P<list>[^，。；：、\n]{{2,40}}(?:、[^，。；：、\n]{{2,16}}){{3,15}}?)等{_N}\s?个(?P<kind>[\u4e00-\u9fff]{{0,2}}(?:处室|科室|股室|部室|机构|单位|部门|小区|{_PLACE}))"
)
_AND_SO_ON_WORD: Final = re.compile(r"等\s?[\d三四五六七八九十]{1,2}\s?个")
_LONG_LIST: Final = 7
_NAME: Final = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,12})\d")
_REACH, _FEWEST, _FEW = 260, 3, 2


def counts_behind_names(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all: only where the number misses the names by one or two."""
    flow = flowing(context)
    masked = context.once("without asides", lambda: without_asides(flow.text))
    for match in matches_near(_NAMED, _KIND_WORD, masked, _REACH):
        yield from _judged(context, flow, match, settled, _named(match["list"]))
    for match in matches_near(_SPREAD, _SPREAD_WORD, flow.text, _REACH):
        yield from _judged(context, flow, match, settled, _spread(match))
    for match in matches_near(_AND_SO_ON, _AND_SO_ON_WORD, masked, _REACH):
        names = match["list"].split("、")
        closed = masked[match.start() - 1 : match.start()] != "，" or _LEAD.search(names[0]) is not None
        closed = closed and _LOOSE.search(_LEAD.sub("", match["list"])) is None
        if closed and whole_number(match["n"]) == len(names) + 1:
            verdict: Verdict = "error" if len(names) >= _LONG_LIST else "suspicious"
            yield from _judged(context, flow, match, settled, len(names), verdict)


def _named(listed: str) -> int:
    """How many there are; none where a word may join two, or where names may stand in front of the row."""
    names = listed.split("、")
    closed = _LEAD.search(names[0]) is not None and _LOOSE.search(_LEAD.sub("", listed)) is None
    return len(names) if closed and len(names) >= _FEWEST else 0


def _spread(match: re.Match[str]) -> int:
    """How many places of the kind that is counted; none where one of them is of another kind."""
    names = [one["name"] for one in _NAME.finditer(match["list"])]
    return len(names) if all(name[-1] in match["kind"] for name in names) else 0


def _judged(
    context: Context, flow: Flowing, match: re.Match[str], settled: set[int], count: int, verdict: Verdict = "error"
) -> Iterator[Relation]:
    place = flow.of(match, "n")
    said = whole_number(match["n"])
    fresh = place[0] not in settled and context.table_at(place[0]) is None
    if fresh and count and 0 < abs(said - count) <= _FEW:
        yield _relation(context, flow.of(match, "list"), place, count, f"{match['n']}个{match['kind']}", verdict)


def _relation(context: Context, listed: Span, stated: Span, count: int, said: str, verdict: Verdict) -> Relation:
    names = context.document.text[slice(*listed)]
    message = f"所列的为 {count} 个：{names[:60]}；其后却说“{said}”。请核对数目，或补齐、删去名称。"
    figures = (piece(context, "part", *listed), piece(context, "stated", *stated))
    return Relation(
        "count", verdict, figures, "所列名称的项数", str(count), context.document.text[slice(*stated)], message,
        "数目误写，或名单漏列、多列。", "high",
    )  # fmt: skip
