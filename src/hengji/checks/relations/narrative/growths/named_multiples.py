"""So many times a standard that has its own sentence: 城市低保标准为每人每月690元, and …为城市低保标准的1.3倍，即每人
每月897元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["named_multiples"]

_N: Final = r"\d[\d,]{0,12}(?:\.\d{1,4})?"
_EACH: Final = "每人每月|每人每年|每人每天|每月|每年|每户|每亩|月人均|年人均"
_TIMES: Final = re.compile(
    rf"(?:按照?|为|是|不低于)(?P<base>[\u4e00-\u9fff]{{3,16}})的\s?(?P<k>\d{{1,2}}(?:\.\d{{1,2}})?)\s?倍(?:[^，。；：\d]{{0,8}})[，（](?:即|也就是|为|达到?|折合)"
    rf"(?P<each>{_EACH})?[为是]?\s?(?P<v>{_N})\s?(?P<u>万?元)"
)
_REACH: Final = 80
_TOLD: Final = rf"(?:[：为是]|调整为|提高到|提高至|调整到)(?P<each>{_EACH})?[为是]?\s?(?P<a>{_N})\s?(?P<u>万?元)"
_BEFORE: Final = 6
_TEN: Final = 10
_OLD: Final = re.compile("上年|去年|原|调整前|拟|计划")


def named_multiples(context: Context) -> Iterator[Relation]:
    """Relations of kind ``growth``: the standard is told with one amount for the same span of time."""
    flow = flowing(context)
    for match in matches_near(_TIMES, re.compile("倍"), flow.text, _REACH):
        found = [
            one
            for one in re.finditer(re.escape(match["base"]) + _TOLD, flow.text)
            if one["u"] == match["u"]
            and (one["each"] or "")[-1:] == (match["each"] or "")[-1:]
            and not _OLD.search(flow.text, max(0, one.start() - _BEFORE), one.start())
        ]
        if len({one["a"] for one in found}) == 1:
            yield from _judged(context, flow, found[0], match)


def _judged(context: Context, flow: Flowing, base: re.Match[str], told: re.Match[str]) -> Iterator[Relation]:
    """Standards are rounded up to whole yuan, or to ten of them."""
    amount, times, stated = (Fraction(one.replace(",", "")) for one in (base["a"], told["k"], told["v"]))
    meant = amount * times
    holds = 0 <= stated - meant < _TEN or abs(stated - meant) < 1
    figures = (
        piece(context, "base", *flow.of(base, "a")),
        piece(context, "times", *flow.of(told, "k")),
        piece(context, "stated", *flow.of(told, "v")),
    )
    right, written = f"{plain(meant)}{told['u']}", f"{told['v']}{told['u']}"
    says = "与文中一致" if holds else f"文中为 {written}"
    message = f"“{told['base']}”为 {base['a']}{base['u']}，其 {told['k']} 倍应为 {right}，{says}。"
    likely = "" if holds else mistaken(written, right, shape(told["v"].replace(",", ""), plain(meant)))
    yield Relation(
        "growth", "ok" if holds else "error", figures, f"{base['a']} × {told['k']}", right, written, message, likely,
        "medium" if holds else "high",
    )  # fmt: skip
