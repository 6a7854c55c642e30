"""Posts of leaders told with their ranks: 科级领导职数9名（5正3副） is one more than the ranks make."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import chinese_value
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near, near
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["posts_listed"]

_N: Final = r"[\d一二两三四五六七八九十]{1,3}"
_RANKS: Final = near(
    re.compile(
        rf"(?P<n>(?<![\d.]){_N})\s?(?:名|个|人|职)?\s?[（(，,：:]\s?(?:其中[:：]?)?(?:分别为|即)?"
        rf"(?P<high>{_N})\s?(?:名|个|职)?正(?:[处科局股]级?职?)?[、，,]?(?P<low>{_N})\s?(?:名|个|职)?副(?:[处科局股]级?职?)?(?=[）)，,。；;、\n]|$)"
    ),
    "[正副]",
    120,
)
_POSTS: Final = re.compile(r"职数[^，。；\n]{0,8}$|(?:领导|班子|干部)[^，。；\n]{0,10}$")
_NEAR: Final = 24
_HELD: Final = re.compile(
    r"(?:核定|核准)?(?:[^，。；\d\n]{0,12}?)领导职数[^，。；\d\n]{0,6}?(?P<titles>(?:[，：、]?[^，。；：、\d\n]{1,6}\d{1,2}[名人个]){1,4})"
    r"[，；,;](?P<held>[^。；\n]{0,16}?(?:配有|配备|实有|实配|现有|在任|任职)[^，。；：、\d\n]{0,4}?(?P<there>(?:[，：、]?[^，。；：、\d\n]{1,6}\d{1,2}[名人个]){1,4}))"
)
_ANCHOR: Final = re.compile("领导职数")
_REACH: Final = 160
_TITLE: Final = re.compile(
    r"(?P<title>副?[\u4e00-\u9fff]{1,4}长|副?主任|副?书记|正职|副职)(?:为|共|有)?(?P<n>\d{1,2})[名人个]"
)
_WHY: Final = re.compile("超配|超职数|消化|军转|安置|过渡|保留|兼任|高配")


def posts_listed(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``count`` and ``policy``: ranks that miss their sum, and more leaders than there are posts."""
    flow = flowing(context)
    for match in _RANKS.finditer(flow.text):
        if _POSTS.search(flow.text, max(0, match.start() - _NEAR), match.start()):
            yield from _summed(context, flow, match)
    for match in matches_near(_HELD, _ANCHOR, flow.text, _REACH):
        posts = {one["title"]: one for one in _TITLE.finditer(flow.text, *match.span("titles"))}
        for there in _TITLE.finditer(flow.text, *match.span("there")):
            allowed = posts.get(there["title"])
            if allowed is not None and not _WHY.search(flow.sentence(*match.span())):
                yield _held(context, flow, allowed, there)


def _summed(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    whole, high, low = (_value(match[name]) for name in ("n", "high", "low"))
    if whole is None or high is None or low is None:
        return
    holds = whole == high + low
    figures = tuple(
        piece(context, role, *flow.of(match, name))
        for role, name in (("part", "high"), ("part", "low"), ("total", "n"))
    )
    says = "与文中一致" if holds else f"文中为 {match['n']} 名"
    message = f"正职 {high} 名、副职 {low} 名，共 {high + low} 名，{says}。"
    yield Relation(
        "count", "ok" if holds else "error", figures, "正职 + 副职", str(high + low), match["n"], message,
        "" if holds else "职数或其中一类误写。", "medium" if holds else "high",
    )  # fmt: skip


def _held(context: Context, flow: Flowing, allowed: re.Match[str], there: re.Match[str]) -> Relation:
    posts, held = int(allowed["n"]), int(there["n"])
    kept = held <= posts
    figures = piece(context, "establishment", *flow.of(allowed, "n")), piece(context, "headcount", *flow.of(there, "n"))
    message = (
        f"{there['title']}职数 {posts} 名，实有 {held} 名，{'未超职数' if kept else '超过职数。请核对，或说明原因'}。"
    )
    return Relation(
        "policy", "ok" if kept else "error", figures, "实配 ≤ 职数", f"≤ {posts}", str(held), message,
        "" if kept else "职数或实配人数误写。", "medium" if kept else "high",
    )  # fmt: skip


def _value(numeral: str) -> int | None:
    return int(numeral) if numeral.isdigit() else chinese_value(numeral)
