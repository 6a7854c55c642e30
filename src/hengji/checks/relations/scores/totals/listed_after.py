"""自评得分 T 分。四类指标得分：决策 a 分，过程 b 分，…: as many as are announced, and they make the total."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["listed_after"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_ONE: Final = re.compile(rf"(?P<name>[\u4e00-\u9fff]{{2,10}}?)(?:得分?|为)?\s?(?P<score>{_N})\s?分")
_LIST: Final = re.compile(
    rf"(?P<number>[三四五六])[类个项大]?(?:一级)?(?:指标|板块|方面|部分|维度)(?:的)?(?:得分)?(?:分别)?(?:为|是|如下)?[：:，]?"
    rf"(?P<list>(?:[\u4e00-\u9fff]{{2,12}}\s?{_N}\s?分[，,、；;]?){{3,6}})"
)
_BEFORE: Final = re.compile(
    rf"(?P<list>(?:[\u4e00-\u9fff]{{2,10}}\s?{_N}\s?分[、，,]){{3,6}})[^。；\n\d]{{0,12}}(?:20\d\d年度?)?[^。；\n\d]{{0,16}}(?:总得分|总分|自评得分|评价得分|综合得分)(?:为|是)?\s?(?P<total>{_N})\s?分"
)
_PARTS: Final = re.compile("预算|投入|过程|产出|效益|效果|满意|管理|决策|履职")
_TOTAL: Final = re.compile(rf"(?:自评|评价|综合|总|最终)(?:总|得|评)?(?:分|得分)(?:为|是)?\s?(?P<total>{_N})\s?分")
_ANCHOR: Final = re.compile("[三四五六][类个项大]?(?:一级)?(?:指标|板块|方面|部分|维度)")
_BEHIND: Final = re.compile("总得分|总分|自评得分|评价得分|综合得分")
_LOST: Final = re.compile("[扣减失丢]")
_NEARLY: Final = Fraction(1, 20)
_REACH: Final = 160
_FEWEST: Final = 2
_POINTS: Final = re.compile("分值|满分|权重")


def listed_after(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_sum``: the list against the total that stands last in front of it, or right behind."""
    flow = flowing(context)
    for match in matches_near(_BEFORE, _BEHIND, flow.text, _REACH):
        items = list(_ONE.finditer(flow.text, *match.span("list")))
        named = {found[0] for item in items if (found := _PARTS.search(item["name"]))}
        total = Fraction(match["total"])
        whole = abs(sum(Fraction(item["score"]) for item in items) - total) <= _NEARLY * total
        if len(named) >= _FEWEST and whole and not any(_LOST.search(item["name"]) for item in items):
            yield _relation(context, flow, items, match)
    for match in matches_near(_LIST, _ANCHOR, flow.text, _REACH):
        items = list(_ONE.finditer(flow.text, *match.span("list")))
        before = list(_TOTAL.finditer(flow.text, max(0, match.start() - _REACH), match.start()))
        told = flow.text[before[-1].start() : match.end()] if before else ""
        if not before or len(items) != whole_number(match["number"]) or _POINTS.search(told):
            continue
        yield _relation(context, flow, items, before[-1])


def _relation(context: Context, flow: Flowing, items: Sequence[re.Match[str]], told: re.Match[str]) -> Relation:
    total, right = told["total"], sum((Fraction(item["score"]) for item in items), Fraction(0))
    holds = right == Fraction(total)
    message = f"各项得分之和{'' if holds else '应'}为 {plain(right)} 分，文中总分 {total} 分。"
    parts = tuple(piece(context, "part", *flow.of(item, "score")) for item in items)
    slip = "" if holds else shape(total, plain(right))
    return Relation(
        "score_sum", "ok" if holds else "error", (*parts, piece(context, "total", *flow.of(told, "total"))),
        " + ".join(item["score"] for item in items), plain(right), total, message,
        mistaken(total, plain(right), slip), "medium" if holds else "high",
    )  # fmt: skip
