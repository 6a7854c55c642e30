"""A paragraph that tells what every item earned, and ends in their sum: 制度健全，得5分；公开不完整，扣0.5分，得
4.5分；……。合计18.5分.

Every part between semicolons or stops earns once, so that nothing is left out and nothing is a subtotal. Where the last
of them make the total, it is theirs alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["paragraph_scores"]

_TOTAL: Final = near(
    re.compile(
        r"[。；，](?:以上|上述|本部分|[两三四五六七八九十]项|各项)*(?:合计|共计|共得|小计|总计)(?:得分?)?(?:为|：)?\s?"
        r"(?P<total>\d{1,3}(?:\.\d{1,2})?)\s?分(?=[。；\n])"
    ),
    "[合共小总][计得]",
    20,
)
_EARNED: Final = re.compile(r"(?<![的可应率时者上下均各])得\s?(?P<score>\d{1,2}(?:\.\d{1,2})?)\s?分(?![之值以])")
_STOPS: Final = re.compile("[；。]")
_OTHER: Final = re.compile("其中|上年|去年|小计|合计|总分|[每均]得|加分|平均|标准[是为：]|满分的")
_FEWEST: Final = 3
_APART: Final = 5  # points; what misses by more leaves something out
_LONGEST: Final = 700


def paragraph_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``, outside tables."""
    flow = flowing(context)
    for match in _TOTAL.finditer(flow.text):
        begin = flow.text.rfind("\n", 0, match.start()) + 1
        told = flow.text[begin : match.start()]
        if len(told) > _LONGEST or _OTHER.search(told) or context.table_at(flow.place(match.start())) is not None:
            continue
        items = _items(told)
        if len(items) >= _FEWEST:
            yield from _held(context, flow, begin, items, match)


def _items(told: str) -> list[re.Match[str]]:
    """The scores, one of every part; none where a part but the first earns nothing, or one earns twice."""
    found: list[re.Match[str]] = []
    start = 0
    for at, part in enumerate(_STOPS.split(told)):
        own = list(_EARNED.finditer(told, start, start + len(part)))
        if len(own) > 1 or (not own and at > 0):
            return []
        found += own
        start += len(part) + 1
    return found


def _held(
    context: Context, flow: Flowing, begin: int, items: Sequence[re.Match[str]], match: re.Match[str]
) -> Iterator[Relation]:
    scores, total = [Fraction(item["score"]) for item in items], Fraction(match["total"])
    together = sum(scores, Fraction(0))
    if abs(together - total) > _APART or (total != together and total in list(accumulate(reversed(scores)))[1:]):
        return
    holds, right = together == total, plain(together)
    says = f"{'' if holds else '应'}为 {right} 分，文中为 {match['total']} 分{'，一致' if holds else ''}。"
    parts = tuple(
        piece(context, "part", *flow.span(begin + item.start("score"), begin + item.end("score"))) for item in items
    )
    yield Relation(
        "score_sum", "ok" if holds else "error", (*parts, piece(context, "total", *flow.of(match, "total"))),
        " + ".join(item["score"] for item in items), right, match["total"], f"各项得分之和{says}",
        "" if holds else mistaken(match["total"], right, shape(match["total"], right)), "medium" if holds else "high",
    )  # fmt: skip
