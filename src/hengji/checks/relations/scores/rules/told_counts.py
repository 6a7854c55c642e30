"""发现一笔不合规支出扣0.5分，……抽查中发现有2笔，扣0.5分: so much for each, and how many there were."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.numerals import whole_number
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation

__all__ = ["told_counts"]

_N: Final = r"\d{1,2}(?:\.\d{1,2})?"
_UNIT: Final = "笔|处|个|项|次|件|份|起|例|人|户|天|家|宗"
_RULED: Final = re.compile(
    rf"(?:每(?:发现|出现|有|存在|查出|指出|少|缺|逾期|超)?[一1]?|(?:发现|出现|查出|指出|存在)[一1])(?P<unit>{_UNIT})(?!百分点)[^，。；\n\d]{{0,16}}[，,]?扣减?(?P<off>{_N})分"
    rf"(?P<more>[^\n]{{0,24}}?[。；])(?P<found>[^\n。；]{{0,40}}?)(?<![\d.])(?P<number>\d{{1,2}}|[两二三四五六七八九十])(?P=unit)(?!百分点)"
    rf"(?P<between>[^。；\n\d]{{0,40}})[，,](?:共|合计|按标准|故|应|因此)?扣减?(?P<told>{_N})分"
)
_BEYOND: Final = re.compile(
    rf"(?P<points>{_N})\s?分[）)]?[^\n]{{0,60}}?(?:超过|多于)(?P<limit>\d{{1,2}})(?P<unit>{_UNIT})的?[，,]?每(?:多|超过?|增加)?[一1]?(?P=unit)扣(?P<off>{_N})分"
    rf"[^\n。；]{{0,12}}[。；][^\n。；\d]{{0,20}}(?P<number>\d{{1,2}})(?P=unit)[^，。；\n\d]{{0,12}}[，,](?:实|自评)?得(?P<told>{_N})分"
)
_ANCHOR: Final = re.compile(
    r"[一1每现有在出少缺](?:笔|处|个|项|次|件|份|起|例|人|户|天|家|宗)[^，。；\n\d]{0,16}[，,]?扣"
)
_REACH: Final = 160
_NONE_TOLD: Final = re.compile(
    rf"每(?:发现|出现|有|存在|查出)[一1](?P<unit>{_UNIT})(?!百分点)(?P<what>[^，。；\n\d]{{4,16}}?)[，]?扣减?(?P<off>{_N})分[，；]"
    rf"(?:扣完为止[，；])?(?:本项|该项|此项|本指标|该指标|本次|共|实际)扣减?(?P<told>{_N})分"
)
_FOUND: Final = re.compile(
    rf"(?:发现|存在|查出|查实)了?(?P<number>\d{{1,2}}|[两二三四五六七八九])(?P<unit>{_UNIT})(?P<what>[\u4e00-\u9fff]{{4,16}})"
)
_LETTERS: Final = 4
_OTHER: Final = re.compile("另|还|同时|此外|其中|以内|以上|超过|扣除")


def told_counts(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, outside tables."""
    flow = flowing(context)
    yield from _beyond(context, flow)
    yield from _found_before(context, flow)
    for match in matches_near(_RULED, _ANCHOR, flow.text, _REACH):
        number = whole_number(match["number"])
        if not number or _OTHER.search(match["found"] + match["between"]):
            continue
        off, told = Fraction(match["off"]), Fraction(match["told"])
        right = off * number
        capped = "扣完" in match["more"] and re.match("，(?:实)?得0分", flow.text[match.end() : match.end() + 6])
        holds = right == told or bool(capped and told < right)
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


def _beyond(context: Context, flow: Flowing) -> Iterator[Relation]:
    """（5分）。调剂超过3次的，每多1次扣1分。全年调剂5次，得3分: the points less so much for each beyond the limit."""
    for match in matches_near(_BEYOND, re.compile("每(?:多|超|增加)"), flow.text, _REACH):
        over = max(int(match["number"]) - int(match["limit"]), 0)
        right = max(Fraction(match["points"]) - over * Fraction(match["off"]), Fraction(0))
        holds = right == Fraction(match["told"])
        figures = (
            piece(context, "points", *flow.of(match, "points")),
            piece(context, "count", *flow.of(match, "number")),
            piece(context, "stated", *flow.of(match, "told")),
        )
        unit = match["unit"]
        beyond = f"{match['number']}{unit}比 {match['limit']}{unit}多 {over}{unit}"
        message = f"{beyond}，应得 {plain(right)} 分，文中为 {match['told']} 分。"
        formula = f"{match['points']} − {over} × {match['off']}"
        yield Relation(
            "score_rule", "ok" if holds else "error", figures, formula, plain(right), match["told"], message,
            "" if holds else "得分、次数之一有误。", "medium" if holds else "high",
        )  # fmt: skip


def _found_before(context: Context, flow: Flowing) -> Iterator[Relation]:
    """每发现1笔不合规支出扣1分，本项扣1分, where a chapter before told 发现2笔支出不合规."""
    for match in matches_near(_NONE_TOLD, _ANCHOR, flow.text, _REACH):
        found = [
            one
            for one in _FOUND.finditer(flow.text, 0, match.start())
            if one["unit"] == match["unit"] and _same_thing(one["what"], match["what"])
        ]
        numbers = {whole_number(one["number"]) for one in found}
        number = numbers.pop() if len(numbers) == 1 else None
        if not number:
            continue
        right, told = Fraction(match["off"]) * number, Fraction(match["told"])
        if right == told or "扣完" in match[0] or "最多" in match[0]:
            continue
        figures = (
            piece(context, "count", *flow.of(found[0], "number")),
            piece(context, "off", *flow.of(match, "off")),
            piece(context, "stated", *flow.of(match, "told")),
        )
        each = f"每{match['unit']}扣 {match['off']} 分"
        message = f"前文查出 {number}{match['unit']}，{each}，应扣 {plain(right)} 分，文中扣 {match['told']} 分。"
        yield Relation(
            "score_rule", "error", figures, f"{number} × {match['off']}", plain(right), match["told"], message,
            "扣分、次数之一有误。", "high",
        )  # fmt: skip


def _same_thing(one: str, other: str) -> bool:
    """不合规支出 and 支出不合规: nearly all letters of the shorter are those of the other."""
    short, long = sorted((set(one), set(other)), key=len)
    return len(short) >= _LETTERS and len(short & long) * 5 >= len(short) * 4
