"""A number of things, what they cost or whom they serve, and only then their names: 整治背街小巷9条，惠及居民3280户，
分别为甲巷、乙巷、…, where eight are named.

The number is the only one of its sentence that is off the names by one or two, and none is equal to them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.without_frames.counts.listed_names import NamesInRow, names_in_row, without_asides
from hengji.facts.relation import Relation

__all__ = ["lists_behind_measures"]

_CUE: Final = re.compile(
    r"(?:[，。]|(?<=[，。；：])[^，。；：、\d\n]{0,6})(?P<cue>(?P<sure>(?:分别|依次)(?:[是为有设]|设在|位于|叫)|名单(?:如下|为|是)|(?:分布|设|坐落)在|位于|具体[为是有]|计有)|即|是|包括)"
    r"：?\n?(?P<row>(?=[^，。；：\n]{2,24}、[^，。；：\n]{2,24}、|《[^《》\n]{2,40}》[、，]?《))"
)
_CUE_WORD: Final = re.compile("分别|依次|名单|[布设落]在|位于|具体[为是有]|计有|，[即是]|包括")
_COUNT: Final = re.compile(
    r"(?<![\d.,第年])(?P<n>\d{1,2})\s?(?P<m>[个家所处座条项场次期栋部台套户种件门篇幅艘辆支])(?![月度])"
)
_NUMBER: Final = re.compile(r"(?<![\d.,])\d{1,2}(?![\d.,%％])")
_LOOSE: Final = re.compile("[的了并]|其他|其中|相关|有关|工作$|管理$|情况|问题|不[足够全到]|加强|提高|推进")
_NOT_COUNTED: Final = re.compile("上年|去年|其余|剩余|另|第|每|未")
_FEWEST, _FEW, _LONG, _BACK, _SPREAD = 4, 2, 400, 120, 3


def lists_behind_measures(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``, errors all."""
    flow = flowing(context)
    masked = context.once("without asides", lambda: without_asides(flow.text))
    for match in matches_near(_CUE, _CUE_WORD, masked, _BACK):
        start = match.start("row")
        row = names_in_row(masked, start, start + _LONG)
        if row is None or not row.closed or row.low < _FEWEST or not _is_list(row, match):
            continue
        told = _told(masked, match.start(), row)
        place = flow.of(told, "n") if told is not None else (0, 0)
        if told is not None and place[0] not in settled and context.table_at(place[0]) is None:
            yield _relation(context, flow, told, (start, row))


def _is_list(row: NamesInRow, cue: re.Match[str]) -> bool:
    """Names alone, without figures; behind 即 and 包括 they also look alike."""
    if any(re.search(r"\d|[”》][“《]", name) or _LOOSE.search(name) for name in row.names):
        return False
    lengths = [len(name) for name in row.names[:-1]]
    alike = len({name[-1] for name in row.names}) == 1 or row.names[0].startswith("《")
    return bool(cue["sure"]) or alike or (cue["cue"] != "包括" and max(lengths) - min(lengths) <= _SPREAD)


def _told(text: str, end: int, row: NamesInRow) -> re.Match[str] | None:
    start = max(text.rfind("。", 0, end), text.rfind("\n", 0, end), text.rfind("；", 0, end), end - _BACK - 1) + 1
    numbers = [int(one[0]) for one in _NUMBER.finditer(text, start, end)]
    ends = range(len(numbers))
    if any(row.low <= sum(numbers[a : b + 1]) <= row.high for a in ends for b in ends[a:]):
        return None  # 冷库2座、车间4个，分别位于……: six places
    near = [
        one
        for one in _COUNT.finditer(text, start, end)
        if 0 < max(row.low - int(one["n"]), int(one["n"]) - row.high) <= _FEW
        and not _NOT_COUNTED.search(re.split("[，；：、]", text[start : one.start()])[-1])
    ]
    return near[0] if len(near) == 1 else None


def _relation(context: Context, flow: Flowing, told: re.Match[str], listed: tuple[int, NamesInRow]) -> Relation:
    start, row = listed
    names = flow.text[start : row.end]
    counted = str(row.low) if row.low == row.high else f"{row.low}～{row.high}"
    said = f"{told['n']}{told['m']}"
    message = f"文中说 {said}，其后所列名称为 {counted} 个：{names[:60]}。请核对数目，或补齐、删去名称。"
    figures = (piece(context, "part", *flow.span(start, row.end)), piece(context, "stated", *flow.of(told, "n")))
    return Relation(
        "count", "error", figures, "所列名称的项数", counted, said, message, "数目误写，或名单漏列、多列。", "high"
    )
