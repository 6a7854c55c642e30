"""A total and the scores that make it up, told without their points: 整体支出得97.79分。其中执行得9.67分，…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["spoken_scores"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_LED: Final = re.compile(
    rf"(?:得分?|评分|总分)(?:为|是|：)?\s?(?P<total>{_N})\s?分[。，；：]\s?(?:其中|分别为|具体为|各部分得分)[：，]?\s?"
    rf"(?P<list>[^，。；、（）\d\n]{{2,16}}?得(?:分)?(?:为)?\s?{_N}\s?分(?:[，、；]\s?[^，。；、（）\d\n]{{2,16}}?得(?:分)?(?:为)?\s?{_N}\s?分){{2,9}})(?=[。\n]|$)"
)
_ITEM: Final = re.compile(rf"(?P<name>[^，。；、（）\d\n]{{2,16}}?)得(?:分)?(?:为)?\s?(?P<n>{_N})\s?分")
_BRANCH: Final = re.compile("决策|投入|过程|管理|产出|效益|效果|满意|预算执行|履职|成本|可持续")
_NEAR: Final = 5
"""Points by which a sum may miss its total and still be meant to be it."""


def spoken_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``: lists of whole branches only, so that none can be left out."""
    flow = flowing(context)
    for match in _LED.finditer(flow.text):
        items = list(_ITEM.finditer(flow.text, *match.span("list")))
        branches = all(_BRANCH.search(item["name"]) for item in items)
        together = sum((Fraction(item["n"]) for item in items), Fraction(0))
        if branches and abs(together - Fraction(match["total"])) < _NEAR:
            yield _relation(context, flow, match, items, together)


def _relation(
    context: Context, flow: Flowing, match: re.Match[str], items: list[re.Match[str]], together: Fraction
) -> Relation:
    total, right = match["total"], plain(together)
    holds = together == Fraction(total)
    parts = tuple(piece(context, "part", *flow.of(item, "n")) for item in items)
    slip = "" if holds else shape(total, right)
    message = f"各部分得分之和{'' if holds else '应'}为 {right} 分，文中总分 {total} 分{'，一致' if holds else ''}。"
    return Relation(
        "score_sum", "ok" if holds else "error", (*parts, piece(context, "total", *flow.of(match, "total"))),
        " + ".join(item["n"] for item in items), right, total, message,
        mistaken(total, right, slip), "medium" if holds else "high",
    )  # fmt: skip
