"""Vehicles bought and what was paid for them: 公务用车购置费 0 万元 beside 购置 7 辆, which are those in use.

And vehicles for official use against all that the paper says there are: 公务用车保有量 20 辆, 共有车辆 16 辆.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import piece
from hengji.facts.relation import Relation

__all__ = ["vehicles_bought"]

_NUMBER: Final = re.compile(
    r"(?<!未)(?<!没有)(?:购置|购入|购买|更新)(?:了)?(?:公务用?车|车辆|公车)(?:数量?|辆数)?(?:为|是|：)?\s{0,4}(?P<number>[1-9]\d{0,2})\s{0,4}[辆台]"
)
_PAID: Final = re.compile(
    r"(?:公务用?车|公车|车辆)购置(?:费用?|支出|经费)(?:支出|决算)?(?:数)?(?:为|是|：|合计)?\s{0,4}(?P<paid>0(?:\.0{1,2})?)\s{0,4}万?元"
)
_BOTH: Final = re.compile(
    r"购置数?量?(?:及|和|与|、)(?:年末)?保有量?数?分别(?:为|是|有)\s{0,4}(?P<bought>\d{1,4})\s{0,4}[辆台]?[和、，及与]\s{0,4}(?P<kept>\d{1,4})\s{0,4}[辆台]"
)
_KEPT: Final = re.compile(r"公务用车保有量(?:为|是|共)?\s?(?P<n>\d{1,4})\s?辆")
_ALL: Final = re.compile(
    r"(?:部门|单位)(?:共有|实有|现有)(?:各类)?(?:车辆|公务用车)(?:总数)?(?:为|是|共)?\s?(?P<n>\d{1,4})\s?辆"
)
_OTHER: Final = re.compile(r"上年|去年|比|较|20\d\d年")
_REACH: Final = 300


def vehicles_bought(context: Context) -> Iterator[Relation]:
    """Relations of kind ``count``: a number of vehicles bought, near a cost of nothing, or more than are kept."""
    flow = flowing(context)
    yield from _more_than_kept(context, flow)
    yield from _more_than_all(context, flow)
    paid = list(_PAID.finditer(flow.text))
    for bought in _NUMBER.finditer(flow.text) if paid else ():
        near = [one for one in paid if _apart(flow, one, bought) <= _REACH]
        if near and not _OTHER.search(flow.text, max(0, bought.start() - 6), bought.start()):
            yield _relation(context, flow, near[0], bought)


def _more_than_kept(context: Context, flow: Flowing) -> Iterator[Relation]:
    """公务用车购置数及保有量分别为 130 辆和 1 辆: what was bought in the year is part of what is kept at its end."""
    for match in _BOTH.finditer(flow.text):
        bought, kept = int(match["bought"]), int(match["kept"])
        figures = piece(context, "stated", *flow.of(match, "bought")), piece(context, "total", *flow.of(match, "kept"))
        says = "没有超过保有量" if bought <= kept else "多于年末保有量，两数可能写反。请核对"
        yield Relation(
            "count", "ok" if bought <= kept else "error", figures, "购置数 ≤ 保有量", f"≤ {kept}辆", f"{bought}辆",
            f"购置 {bought} 辆，保有 {kept} 辆，购置数{says}。", "" if bought <= kept else "两数对调。",
            "medium" if bought <= kept else "high",
        )  # fmt: skip


def _more_than_all(context: Context, flow: Flowing) -> Iterator[Relation]:
    """What is kept for official use is part of all vehicles; where either is told twice nobody knows which is meant."""
    kept, whole = list(_KEPT.finditer(flow.text)), list(_ALL.finditer(flow.text))
    if len(kept) != 1 or len(whole) != 1:
        return
    figures = piece(context, "part", *flow.of(kept[0], "n")), piece(context, "stated", *flow.of(whole[0], "n"))
    part, every = int(kept[0]["n"]), int(whole[0]["n"])
    holds = part <= every
    says = "不少于公务用车保有量" if holds else "少于公务用车保有量。请核对两处的口径和数字"
    yield Relation(
        "count", "ok" if holds else "error", figures, "共有车辆 ≥ 公务用车保有量", f"≥ {part}辆", f"{every}辆",
        f"公务用车保有量 {part} 辆，车辆共 {every} 辆，总数{says}。",
        "" if holds else "两处之一误写，或沿用了上年的数。", "medium" if holds else "high",
    )  # fmt: skip


def _apart(flow: Flowing, paid: re.Match[str], bought: re.Match[str]) -> int:
    """The characters between the two; more than any reach where a heading parts them."""
    low, high = sorted((paid.span(), bought.span()))
    between = flow.text[low[1] : high[0]]
    return _REACH + 1 if re.search(r"\n\s*[一二三四五六七八九十]、", between) else len(between)


def _relation(context: Context, flow: Flowing, paid: re.Match[str], bought: re.Match[str]) -> Relation:
    number = bought["number"]
    return Relation(
        kind="count",
        verdict="error",
        figures=(
            piece(context, "witness", *flow.of(paid, "paid")),
            piece(context, "stated", *flow.of(bought, "number")),
        ),
        formula="购置费为 0，购置数应为 0",
        computed="0辆",
        stated=f"{number}辆",
        message=f"公务用车购置费为 {paid['paid']}，却购置公务用车 {number} 辆。请核对：可能把保有量填作了购置数。",
        likely="购置数应为 0，或购置费漏填。",
        severity="high",
    )
