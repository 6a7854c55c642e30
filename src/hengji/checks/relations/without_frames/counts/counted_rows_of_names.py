"""A number of things and their names, however they are joined: 一共办了 5 场活动，分别是甲、乙、丙和丁; 派出五个法庭，
即甲、乙、丙、丁法庭; 共实施 10 个，……。分别是：甲 38.60 万元，乙 12.40 万元, where only nine are told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.without_frames.counts.listed_names import (
    ASIDE,
    BODY,
    dated_items,
    measured_items,
    names_in_row,
    without_asides,
)
from hengji.facts.relation import Relation

__all__ = ["counted_rows_of_names"]

_N: Final = (
    r"(?P<n>(?<![\d.,第前居/／-])\d{1,2}"
    r"|(?<![一二三四五六七八九十百千万第前居两几\d])(?:[两二三四五六七八九]|十[一二三四五六七八九]?))"
)
_MEASURE: Final = (
    "(?P<measure>大类|大|个|家|项|所|处|名|位|种|类|条|部|座|场次?|次|期|门|支|只|件|批|套|块|组|片|段|轮|届|款|台|本|册"
    "|道|幅|篇)"
)
_COUNT: Final = rf"{_N}\s?{_MEASURE}(?P<noun>[^，。；：、（）\d\n{ASIDE}]{{0,14}}?)"
_CUE: Final = re.compile(
    rf"{_COUNT}{ASIDE}{{0,40}}(?P<cue>：|，[\u4e00-\u9fff]{{0,6}}(?:分别|依次|具体)[是为有]：?|，?(?:分别|依次|具体|主要)?(?:[是为有叫即]|就是|包括|包含|涵盖|计有|名单为|名称为|列示如下|如下)：?|，)"
    rf"(?=[^，。；：、\d\n]{{2,30}}[、，]|《|\d{{1,2}}月)"
)
_BRACKET: Final = near(
    re.compile(rf"{_COUNT}（(?:即|分别[是为]|包括|具体为)?：?(?P<list>[^（）\n，；：。]{{3,300}})）"),
    r"（(?:即|分别[是为]|包括|具体为)?：?[^（）\n，；：。]{3,300}）",
    60,
)
_LATE: Final = re.compile(r"。(?:分别|具体|依次)(?:是|为|如下)[：]?")
_FAR: Final = 120
_COUNTED: Final = re.compile(_COUNT + r"(?=[，。；（])")
_STRONG: Final = re.compile("分别|依次|具体|名单|名称|即|：|就是|计有|如下")
_ABSTRACT: Final = re.compile(
    "方面|月$|百分点|工作日|小时|阶段|年$|季度|层级|档$|亿|级|步$|等次|等级|维度|层面|部分|大类$|次数"
)
_OF_ALL: Final = re.compile(
    "合计|共|总|均|以上|全部|都|累计|前后|[三四五六七八九][^月]|[亩户人]均|每|工程|项目|惠及|带动"
)
_OWN_COUNT: Final = re.compile(r"[\d两二三四五六七八九十]\s?[个家项所类][^、]{0,10}$|^(?:内设|下设|另设|设有)")
_TAIL: Final = re.compile(
    r"^，(?:另(?![^，。；\d]{2,20}\d{1,2}\s?[个家所])|以及|还|等|此外|外加|加上|和|及|同时)|^等|^；"
)
"""另设服务中心 1 个 has a number of its own."""
_FEWEST, _FEW, _MANY, _SHORT, _LONG = 3, 2, 10, 8, 300


@dataclass(frozen=True, slots=True)
class _Listed:
    low: int
    high: int
    start: int
    end: int
    closed: bool = True


def counted_rows_of_names(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all: only where the number misses the names by one or two."""
    flow = flowing(context)
    masked = context.once("without asides", lambda: without_asides(flow.text))
    seen: set[int] = set()
    for match, listed in (*_behind(masked), *_in_brackets(flow.text), *_late(masked)):
        place = flow.of(match, "n")
        if place[0] in settled | seen or context.table_at(place[0]) is not None:
            continue
        seen.add(place[0])
        said = whole_number(match["n"])
        missed = max(listed.low - said, said - listed.high)
        if said > listed.high and not listed.closed:
            continue
        if said > 1 and 0 < missed <= (_FEW if said < _MANY else _FEWEST) and max(listed.low, said) >= _FEWEST:
            yield _relation(context, flow, match, listed)


def _behind(masked: str) -> Iterator[tuple[re.Match[str], _Listed]]:
    for match in _CUE.finditer(masked):
        if _ABSTRACT.search(match["measure"] + match["noun"]) or _other_kinds_before(masked, match):
            continue
        if match["cue"] == "，" and _is_told_ahead(masked, match):
            continue
        end = match.end() + _LONG
        for reader in (measured_items, dated_items):
            count, at = reader(masked, match.end(), end)
            own = masked[match.end() : at].rstrip("，、。\n").endswith(match["measure"])  # 4名，甲138名、乙72名
            if count >= _FEWEST and not own and _closed(masked, at):
                yield match, _Listed(count, count, match.end(), at)
            if count >= _FEWEST:
                break
        else:
            yield from _names(masked, match, match.end(), strong=_STRONG.search(match["cue"]) is not None)


def _names(masked: str, match: re.Match[str], start: int, *, strong: bool) -> Iterator[tuple[re.Match[str], _Listed]]:
    row = names_in_row(masked, start, start + _LONG)
    if row is None or _OWN_COUNT.search(masked[start : row.end]):
        return
    following = re.match("，([^，。；\n]{1,40})", masked[row.end : row.end + 50])
    if following is not None and re.search("、", following[1]) and not re.search(r"\d|均|都|其中|共", following[1]):
        return
    closed = row.closed and not _TAIL.match(masked[row.end : row.end + 32])
    ends = {name[-1:] for name in row.names}
    short = not match["noun"] and len(row.names) > _FEWEST and all(len(name) <= _SHORT for name in row.names)
    bodies = all(BODY.search(name) for name in row.names)
    if strong or short or bodies or len(ends) == 1 or match["noun"][-1:] in ends:
        yield match, _Listed(row.low, row.high, start, row.end, closed)


def _in_brackets(text: str) -> Iterator[tuple[re.Match[str], _Listed]]:
    for match in _BRACKET.finditer(text):
        start = match.start("list")
        row = names_in_row(text, start, match.end("list"))
        if row is not None and row.end == match.end("list") and not re.search(r"\d", match["list"]):
            yield match, _Listed(row.low, row.high, start, row.end, row.closed)


def _late(masked: str) -> Iterator[tuple[re.Match[str], _Listed]]:
    """全年共实施 10 个，总投资……。分别是：…: the one number of things in the sentence before."""
    for cue in _LATE.finditer(masked):
        low = max(0, cue.start() - _FAR, masked.rfind("\n", 0, cue.start()) + 1)
        counts = [one for one in _COUNTED.finditer(masked, low, cue.start() + 1) if not _ABSTRACT.search(one[0])]
        if len(counts) != 1:
            continue
        count, at = measured_items(masked, cue.end(), cue.end() + 2 * _LONG)
        if count >= _FEWEST and _closed(masked, at):
            yield counts[0], _Listed(count, count, cue.end(), at)


def _closed(masked: str, at: int) -> bool:
    """Whether the list ends where reading stopped: at a stop, or before words that speak of all of it."""
    if masked[at - 1 : at] in ("。", "\n"):
        return True
    following = re.match("[^，。；\n]{0,40}", masked[at:])
    return following is not None and _OF_ALL.match(following[0]) is not None and "、" not in following[0]


def _is_told_ahead(masked: str, match: re.Match[str]) -> bool:
    """设有甲部、乙部、丙部和丁部四大业务部，产科…: the names in front of the number are what it counts."""
    names = re.split("[，。；：\n]", masked[max(0, match.start() - _FAR) : match.start()])[-1].split("、")
    more = re.search(".[和及与].", names[-1]) is not None
    return len(names) > 1 and whole_number(match["n"]) in (len(names), len(names) + more)


def _other_kinds_before(masked: str, match: re.Match[str]) -> bool:
    """1 个社区、8 个行政村，即…: the names are of both."""
    ahead = masked[max(0, match.start() - 16) : match.start()]
    return re.search(r"(?:\d|[一二三四五六七八九十])\s?[个家所项名][^，。；]{0,10}[、和及与]$", ahead) is not None


def _relation(context: Context, flow: Flowing, match: re.Match[str], listed: _Listed) -> Relation:
    names = flow.text[listed.start : listed.end].rstrip("，。；、\n")
    counted = str(listed.low) if listed.low == listed.high else f"{listed.low}～{listed.high}"
    told = f"{match['n']}{match['measure']}{match['noun']}"
    message = f"文中说“{told}”，所列的为 {counted} 个：{names[:60]}。请核对数目，或补齐、删去名称。"
    figures = (
        piece(context, "part", *flow.span(listed.start, listed.start + len(names))),
        piece(context, "stated", *flow.of(match, "n")),
    )
    return Relation(
        "count", "error", figures, "所列名称的项数", counted, match["n"], message,
        "数目误写，或名单漏列、多列。", "high",
    )  # fmt: skip
