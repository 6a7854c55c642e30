"""Names in a row and, behind them, how many there are: 改造小区有甲家属院、乙新村和丙巷，4 个小区楼栋共 17 栋.

The number must be of what the names are: its noun stands in front of the row (小区), or the names end with it
(…镇，5 个镇).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.without_frames.counts.listed_names import NamesInRow, names_in_row, without_asides
from hengji.facts.relation import Relation

__all__ = ["names_then_count"]

_ROW_FOLLOWS: Final = r"(?=[^，。；：、\n]{2,24}、[^，。；：、\n]{2,24}、)"
_ROW: Final = re.compile(
    r"(?:^|(?<=[，。；：\n]))(?P<lead>[^，。；：、\n]{0,40}?)(?P<cue>分别[有为是]|如下：|设在|位于|包括|涉及|计有|有|为|是|：|即|了)"
    + _ROW_FOLLOWS
)
_HEAD: Final = near(
    re.compile(rf"(?P<lead>[^，。；：、\n]{{2,30}})：{_ROW_FOLLOWS}"),
    rf"：{_ROW_FOLLOWS}",
    60,
)
_COUNT: Final = re.compile(
    r"[，。；][^，。；、\d\n]{0,14}?(?P<all>以上|上述|这|共计?|合计|总计)?(?P<n>(?<![\d.,第])\d{1,2}|(?<![一二三四五六七八九十百千万第])[两二三四五六七八九十]{1,2})\s?"
    r"(?P<measure>[个家项所处名位种类条座场次期门支件批套块组轮届款台])(?P<noun>[\u4e00-\u9fff]{0,6})"
)
_VISITED: Final = re.compile(
    r"(?:抽取|选取|抽查|走访|深入|前往|赴|覆盖|涉及|选择|抽中|(?<![直所管附])辖|到|在|对)了?"
    r"(?P<list>[\u4e00-\u9fff]{2,4}(?:、[\u4e00-\u9fff]{2,4}){1,20}?(?:、[\u4e00-\u9fff]{2,4}[和及与][\u4e00-\u9fff]{2,4})?)"
    r"(?P<n>\d{1,2}|[两二三四五六七八九十]{1,2})\s?"
    r"(?P<measure>[个所])(?P<noun>(?:县|区|市|镇|乡|街道|村|社区|行政村|乡镇|镇街|县区|点位|标段|小区|园区|[中小]?学|幼儿园|站所|林场))"
)
_ABSTRACT: Final = re.compile("^(?:月|百分点|工作日|小时|方面|阶段)")
_REACH, _FEWEST, _FEW, _LONG = 34, 3, 2, 400


def names_then_count(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all: only where the number misses the names by one or two."""
    flow = flowing(context)
    masked = context.once("without asides", lambda: without_asides(flow.text))
    seen: set[int] = set()
    for told in _VISITED.finditer(masked):
        names = tuple(told["list"].split("、"))
        place, count = flow.of(told, "n"), len(names)
        most = count + (re.search(".[和及与].", names[-1]) is not None)
        said, opened = whole_number(told["n"]), "等" in told["list"]
        missed = 0 if opened and said > count else max(count - said, said - most)
        if place[0] not in settled and 0 < missed <= _FEW and context.table_at(place[0]) is None:
            yield _relation(context, flow, told, (told.start("list"), NamesInRow(count, most, names, told.end("list"))))
    for pattern in (_ROW, _HEAD):
        for match in pattern.finditer(masked):
            row = names_in_row(masked, match.end(), match.end() + _LONG)
            behind = _COUNT.match(masked, row.end, row.end + _REACH) if row is not None and row.closed else None
            if row is None or behind is None or not _of_these(match["lead"], row, behind):
                continue
            place = flow.of(behind, "n")
            said = whole_number(behind["n"])
            missed = max(row.low - said, said - row.high)
            fresh = place[0] not in settled | seen and context.table_at(place[0]) is None
            if fresh and said > 1 and row.low >= _FEWEST and 0 < missed <= _FEW:
                seen.add(place[0])
                yield _relation(context, flow, behind, (match.end(), row))


def _of_these(lead: str, row: NamesInRow, told: re.Match[str]) -> bool:
    noun = told["noun"]
    if _ABSTRACT.match(noun):
        return False
    ends = {name[-1:] for name in row.names}
    named = any(word in lead for word in (noun[:2], noun[1:3], noun[2:4]) if len(word) > 1)
    ending = len(ends) == 1 and noun[:1] in ends | {name[-2:-1] for name in row.names} and bool(noun)
    return named or ending or (noun[:1] in lead[-8:] and bool(noun) and noun[1:2] in "每各均共合都")


def _relation(context: Context, flow: Flowing, told: re.Match[str], listed: tuple[int, NamesInRow]) -> Relation:
    start, row = listed
    names = flow.text[start : row.end]
    counted = str(row.low) if row.low == row.high else f"{row.low}～{row.high}"
    said = f"{told['n']}{told['measure']}{told['noun'][:4]}"
    message = f"所列的为 {counted} 个：{names[:60]}；其后却说“{said}”。请核对数目，或补齐、删去名称。"
    figures = (piece(context, "part", *flow.span(start, row.end)), piece(context, "stated", *flow.of(told, "n")))
    return Relation(
        "count", "error", figures, "所列名称的项数", counted, told["n"], message,
        "数目误写，或名单漏列、多列。", "high",
    )  # fmt: skip
