"""Villages in the brackets of their towns against the number told: 甲镇（A村、B村）、乙乡（C村）2个乡镇4个村."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["bracketed_places"]

_PLACE: Final = r"[\u4e00-\u9fff]{1,8}(?:镇|乡|街道|办事处|县|区|市)"
_INNER: Final = r"[（(][\u4e00-\u9fff]{1,12}(?:、[\u4e00-\u9fff]{1,12}){0,30}[）)]"
_LIST: Final = rf"{_PLACE}{_INNER}(?:[、，和及与]{_PLACE}{_INNER}){{1,30}}"
_COUNTS: Final = (
    r"(?:(?P<towns>\d{1,2})\s?个?(?:乡镇|乡|镇|街道|县|区|县[（(]?[市区]?[^，。；、\d]{0,6})"
    r"(?:[（(][^（）()\d]{1,8}[）)])?[、，和的]?(?:共|共计)?)?(?P<villages>\d{1,3})\s?个(?:[^，。；、\d（）()]{0,4}?(?:村|社区|点|单位|项目))"
)
_BEHIND: Final = re.compile(rf"(?P<list>{_LIST})(?:等|共|共计|合计)?\s?{_COUNTS}")
_AHEAD: Final = near(
    re.compile(
        rf"{_COUNTS}[^，。；：:\d（）()\n]{{0,8}}(?:[，：:](?:分别[为是]|包括|具体[为是]|即)?[：:]?)(?P<list>{_LIST})(?=[。；;\n])"
    ),
    r"[）)][、，和及与][\u4e00-\u9fff]{1,8}(?:镇|乡|街道|办事处|县|区|市)[（(]",
    400,
)
_OPEN: Final = re.compile("等|部分|其他")


def bracketed_places(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``, one for the towns and one for what their brackets hold."""
    flow = flowing(context)
    for pattern in (_BEHIND, _AHEAD):
        for match in pattern.finditer(flow.text):
            inner = re.findall(_INNER, match["list"])
            if _OPEN.search(match["list"]) or (
                pattern is _BEHIND and "等" in flow.text[match.end("list") : match.start("villages")]
            ):
                continue
            names = [len(one.split("、")) for one in inner]
            if match["towns"]:
                yield _relation(context, flow, match, "towns", len(inner))
            yield _relation(context, flow, match, "villages", sum(names))


def _relation(context: Context, flow: Flowing, match: re.Match[str], name: str, found: int) -> Relation:
    holds = int(match[name]) == found
    figures = piece(context, "part", *flow.of(match, "list")), piece(context, "stated", *flow.of(match, name))
    message = f"所列名称共 {found} 个，与文中一致。" if holds else f"文中说 {match[name]} 个，所列名称为 {found} 个。"
    return Relation(
        "count", "ok" if holds else "error", figures, "所列名称的项数", str(found), match[name], message,
        "" if holds else "数目误写，或名单漏列、多列。", "medium" if holds else "high",
    )  # fmt: skip
