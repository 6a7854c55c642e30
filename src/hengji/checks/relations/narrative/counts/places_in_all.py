"""More towns than there are: 到12个镇（街道）现场核查, where 助餐点覆盖全部11个镇（街道）."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["places_in_all"]

_KIND: Final = (
    "乡镇（街道）|镇（街道）|乡（镇、街道）|乡（镇）|乡镇街道|乡镇|街镇|镇街|县（市、区）|县（区）|县市区|县区"
)
_COUNTED: Final = near(
    re.compile(rf"(?<![\d.])(?P<n>[1-9]\d{{0,2}})\s?个(?P<kind>{_KIND})(?![\u4e00-\u9fff]{{0,6}}(?:次|站|所))"),
    "个(?=乡|镇|街|县)",
    30,
)
_WHOLE_BEFORE: Final = re.compile(r"(?:全部|所有|全[县区市州省](?:共有?|辖|下辖|现有)?|下辖|(?<!管)辖)$")
_WHOLE_BEHIND: Final = re.compile(r"(?:全部|全覆盖|均已|实现全覆盖)")
_OF_OTHERS: Final = re.compile("全[市省国]|周边|外县|邻县|跨|累计|人次|以上|第")
_THING: Final = "小区|项目|标段|站点|学校|水库|片区|供水点|安置点|网点|服务点"
_ALL_THINGS: Final = near(
    re.compile(
        rf"(?:全部|所有)(?P<n>\d{{1,3}}|[两三四五六七八九十])\s?[个所座](?P<kind>{_THING})"
        rf"|(?<![\d.的其前后])(?P<m>\d{{1,3}}|[两三四五六七八九十])\s?[个所座](?P<other>{_THING})(?:里|当中|中)(?=[^，。；]{{0,8}}(?:只有|仅有|有|最|均|都))"
    ),
    rf"(?:全部|所有)[\d两三四五六七八九十]|(?:{_THING})(?:里|当中|中)",
    40,
)
_NEAR: Final = 8
_FAR: Final = 30


def places_in_all(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``; nothing where the whole is told with two numbers."""
    flow = flowing(context)
    found = list(_COUNTED.finditer(flow.text))
    wholes = {(match["kind"], int(match["n"])): match for match in reversed(found) if _is_whole(flow, match)}
    for match in found:
        told = [whole for (kind, _), whole in wholes.items() if kind == match["kind"]]
        near = flow.text[max(0, match.start() - _FAR) : match.start()]
        if len(told) == 1 and int(match["n"]) > int(told[0]["n"]) and not _OF_OTHERS.search(near):
            yield _relation(context, flow, told[0], match)
    yield from _things(context, flow)


def _things(context: Context, flow: Flowing) -> Iterator[Relation]:
    """查看了全部6个小区, and 5个小区里只有2个…: two numbers of all of them; the one told more often is right."""
    told: dict[str, dict[int, list[re.Match[str]]]] = defaultdict(lambda: defaultdict(list))
    for match in _ALL_THINGS.finditer(flow.text):
        if context.table_at(flow.place(match.start())) is None:
            told[match["kind"] or match["other"]][whole_number(match["n"] or match["m"])].append(match)
    for kind, numbers in told.items():
        ranked = sorted(numbers.items(), key=lambda one: len(one[1]))
        if len(ranked) == 2 and ranked[0][0] and len(ranked[0][1]) <= len(ranked[1][1]):
            (odd, places), (right, others) = ranked
            figures = tuple(
                piece(context, role, *flow.of(match, "n" if match["n"] else "m"))
                for role, match in (("whole", others[0]), ("stated", places[0]))
            )
            message = f"一处说全部{kind}是 {right} 个，这里是 {odd} 个。请核对后统一。"
            yield Relation(
                "count", "error", figures, "全部的个数前后一致", f"{right} 个", f"{odd} 个", message,
                "两处个数之一有误。", "medium",
            )  # fmt: skip


def _is_whole(flow: Flowing, match: re.Match[str]) -> bool:
    before = flow.text[max(0, match.start() - _NEAR) : match.start()]
    return bool(_WHOLE_BEFORE.search(before) or _WHOLE_BEHIND.match(flow.text, match.end()))


def _relation(context: Context, flow: Flowing, whole: re.Match[str], match: re.Match[str]) -> Relation:
    kind, most, stated = match["kind"], whole["n"], match["n"]
    figures = piece(context, "whole", *flow.of(whole, "n")), piece(context, "stated", *flow.of(match, "n"))
    return Relation(
        "count", "error", figures, f"{stated} ≤ {most}", f"不超过 {most} 个", f"{stated} 个",
        f"另一处写明全部{kind}为 {most} 个，此处却有 {stated} 个。请核对{kind}的个数后统一。",
        "两处个数之一有误。", "medium",
    )  # fmt: skip
