"""Items of one paragraph, each told with its points and its score: 经济效益8分得8分，社会效益10分得9分，小计17分;
质量指标15分，个别小区返修率偏高，得13分。成本指标5分，……，得6分.

None earns more than its points, and a subtotal behind them is their sum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["items_in_prose"]

_N: Final = r"\d{1,3}(?:\.\d{1,2})?"
_ONE: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,14}}?)[（(]?(?P<points>{_N})\s?分[)）]?[，,]?(?:自评|评价|实)?得\s?(?P<score>{_N})\s?分"
)
_ITEM: Final = re.sub(r"\?P<\w+>", "?:", _ONE.pattern)
_ASIDE: Final = r"(?:（[^（）\n]{1,40}）)?"
_LIST: Final = re.compile(
    rf"(?<![\u4e00-\u9fff“”])(?P<list>{_ITEM}(?:{_ASIDE}[，；、]{_ITEM}){{1,11}}){_ASIDE}"
    rf"[，；。](?:[\u4e00-\u9fff]{{0,6}}?)(?:小计|合计|共计|共得|总计)(?:得分?)?(?:为|：)?\s?(?P<total>{_N})\s?分(?!，(?:共|实|自评)?得)"
)
_HEAD: Final = re.compile(
    rf"(?<![\u4e00-\u9fff“”])(?P<name>[\u4e00-\u9fff“”]{{2,12}})(?P<points>{_N})分，(?:[^。；，\n\d]{{0,12}})得(?P<score>{_N})分[。；，]"
    r"其中[：，]?(?P<items>[^。\n]{12,400})。"
)
_PART: Final = re.compile(
    rf"(?P<name>[\u4e00-\u9fff“”]{{2,14}})(?P<points>{_N})分，(?:.*?，)?[\u4e00-\u9fff]{{0,4}}得(?P<score>{_N})分"
)
_TOTAL: Final = re.compile(r"(?:小计|合计|共计|共得|总计)")
_TOLD: Final = re.compile(
    rf"(?<![\u4e00-\u9fff“”])(?P<name>[\u4e00-\u9fff“”]{{2,12}})(?P<points>{_N})分，(?P<why>[^。；\n\d]{{0,60}})，得(?P<score>{_N})分"
    r"(?=[。；\n]|$)"
)
_BELOW: Final = re.compile("分[。；，]其中")
_EARNED: Final = re.compile(r"，得\d")
_OTHER: Final = re.compile("目标|标准|平均|调查|问卷|测评|评议|考核|比上年|去年|加分|奖励|满分")
_LONGEST: Final = 300
_REACH: Final = 100
_FELLOWS: Final = 2  # items of the same paragraph that say how it is told
_APART: Final = 120


def items_in_prose(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``score_sum`` and ``score_rule``, outside tables."""
    flow = flowing(context)
    for match in matches_near(_LIST, _TOTAL, flow.text, _LONGEST):
        if context.table_at(flow.place(match.start())) is None:
            yield from _sum(context, flow, match)
    for match in matches_near(_HEAD, _BELOW, flow.text, _LONGEST * 2) if "其中" in flow.text else ():
        yield from _of_head(context, flow, match)
    told = [one for one in matches_near(_TOLD, _EARNED, flow.text, _REACH) if not _OTHER.search(one[0])]
    for at, one in enumerate(told):
        if Fraction(one["score"]) > Fraction(one["points"]) and _has_fellows(told, at):
            yield _above(context, flow, one)


def _sum(context: Context, flow: Flowing, match: re.Match[str]) -> Iterator[Relation]:
    items = list(_ONE.finditer(flow.text, *match.span("list")))
    together = sum((Fraction(item["score"]) for item in items), Fraction(0))
    points = sum((Fraction(item["points"]) for item in items), Fraction(0))
    total = Fraction(match["total"])
    if total == points != together:
        return  # the subtotal is of the points
    holds, right = together == total, plain(together)
    slip = "" if holds else shape(match["total"], right)
    message = (
        f"各项得分之和{'' if holds else '应'}为 {right} 分，文中为 {match['total']} 分{'，一致' if holds else ''}。"
    )
    parts = tuple(piece(context, "part", *flow.of(item, "score")) for item in items)
    yield Relation(
        "score_sum", "ok" if holds else "error", (*parts, piece(context, "total", *flow.of(match, "total"))),
        " + ".join(item["score"] for item in items), right, match["total"], message,
        mistaken(match["total"], right, slip), "medium" if holds else "high",
    )  # fmt: skip


def _of_head(context: Context, flow: Flowing, head: re.Match[str]) -> Iterator[Relation]:
    """职责履行30分，得29分。其中：脱贫任务10分，得10分；…: where the points of the items are all of the head's, so are
    their scores."""
    start = head.start("items")
    items = []
    for text in head["items"].split("；"):
        items.append(_PART.fullmatch(flow.text, start, start + len(text)))
        start += len(text) + 1
    found = [item for item in items if item is not None]
    points = sum((Fraction(item["points"]) for item in found), Fraction(0))
    if len(found) != len(items) or len(found) < _FELLOWS or points != Fraction(head["points"]):
        return
    together, total = sum((Fraction(item["score"]) for item in found), Fraction(0)), Fraction(head["score"])
    holds, right = together == total, plain(together)
    says = f"{'' if holds else '应'}为 {right} 分，文中为 {head['score']} 分{'，一致' if holds else ''}。"
    message = f"“{head['name']}”各项得分之和{says}"
    parts = tuple(piece(context, "part", *flow.of(item, "score")) for item in found)
    yield Relation(
        "score_sum", "ok" if holds else "error", (*parts, piece(context, "total", *flow.of(head, "score"))),
        " + ".join(item["score"] for item in found), right, head["score"], message,
        "" if holds else mistaken(head["score"], right, shape(head["score"], right)), "medium" if holds else "high",
    )  # fmt: skip


def _has_fellows(told: Sequence[re.Match[str]], at: int) -> bool:
    """Whether other items are told so right beside this one, and earn no more than their points."""
    near = [one for one in told[max(0, at - _FELLOWS) : at + _FELLOWS + 1] if one is not told[at]]
    close = [one for one in near if abs(one.start() - told[at].start()) < _APART * _FELLOWS]
    return len([one for one in close if Fraction(one["score"]) <= Fraction(one["points"])]) >= _FELLOWS


def _above(context: Context, flow: Flowing, one: re.Match[str]) -> Relation:
    figures = (piece(context, "points", *flow.of(one, "points")), piece(context, "score", *flow.of(one, "score")))
    message = f"“{one['name']}”分值 {one['points']} 分，得分 {one['score']} 分超过了分值。请核对分值或得分。"
    return Relation(
        "score_rule", "error", figures, "得分 ≤ 分值", f"不超过 {one['points']} 分", f"{one['score']}分", message,
        "分值或得分误写。", "high",
    )  # fmt: skip
