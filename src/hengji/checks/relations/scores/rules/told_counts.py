"""发现一笔不合规支出扣0.5分，……抽查中发现有2笔，扣0.5分: so much for each, and how many there were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["told_counts"]

_N: Final = r"\d{1,2}(?:\.\d{1,2})?"
_UNIT: Final = "笔|处|个|项|次|件|份|起|例|人|户|天|家|宗"
_RULED: Final = re.compile(
    rf"(?:每)?(?:发现|出现|有|存在|查出|指出|少|缺|逾期|超)?(?:每)?[一1](?P<unit>{_UNIT})(?!百分点)[^，。；\n\d]{{0,16}}[，,]?扣减?(?P<off>{_N})分"
    rf"(?P<more>[^\n]{{0,24}}?[。；])(?P<found>[^\n。；]{{0,40}}?)(?<![\d.])(?P<number>\d{{1,2}}|[两二三四五六七八九十])(?P=unit)(?!百分点)"
    rf"(?P<between>[^。；\n\d]{{0,40}})[，,](?:共|合计|按标准|故|应|因此)?扣减?(?P<told>{_N})分"
)
_ANCHOR: Final = re.compile(r"[一1](?:笔|处|个|项|次|件|份|起|例|人|户|天|家|宗)[^，。；\n\d]{0,16}[，,]?扣")
_REACH: Final = 160
_OTHER: Final = re.compile("另|还|同时|此外|其中|以内|以上|超过|扣除")


def told_counts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, outside tables."""
    flow = flowing(context)
    for match in matches_near(_RULED, _ANCHOR, flow.text, _REACH):
        number = whole_number(match["number"])
        if not number or _OTHER.search(match["found"] + match["between"]):
            continue
        off, told = Fraction(match["off"]), Fraction(match["told"])
        right = off * number
        holds = right == told or ("扣完" in match["more"] and told < right and told > off * (number - 1))
        figures = (
            piece(context, "off", *flow.of(match, "off")),
            piece(context, "count", *flow.span(match.start("number"), match.end("number"))),
            piece(context, "stated", *flow.of(match, "told")),
        )
        message = (
            f"每{match['unit']}扣 {plain(off)} 分，{match['number']}{match['unit']}应扣 {plain(right)} 分，"
            f"文中扣 {match['told']} 分。"
        )
        yield Relation(
            "score_rule", "ok" if holds else "error", figures, f"{number} × {plain(off)}", plain(right), match["told"],
            message, "" if holds else "扣分、次数之一有误。", "medium" if holds else "high",
        )  # fmt: skip
