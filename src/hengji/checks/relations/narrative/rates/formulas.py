"""Written-out formulas as relations: each equality recomputed from its own literals."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.context import figure as figure_of
from hengji.checks.intervals import Interval
from hengji.checks.relations.narrative.rates.written_formulas import Equality, Literal, equalities
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.quoted import quoted
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import plain, round_half_up, shown
from hengji.facts.relation import Figure, Relation, RelationKind, Verdict

__all__ = ["formulas"]

_BRACKETED = near(
    re.compile(
        r"(?P<rate>\d{1,4}(?:\.\d{1,4})?\s?[%％])\s?[（(](?P<formula>[（(]?\d[\d.,\s+＋\-－（）()万亿元人户个件家次]{2,60}?[÷/／]\s?[（(]?\d[\d.,\s万亿元人户个件家次)）×*xX%％]{1,40}?)[)）](?=[，。；、,;\s]|$)"
    ),
    "[÷/／]",
    160,
)
_SCALES = tuple(Fraction(scale) for scale in ("1", "100", "1/100", "10000", "1/10000"))


def formulas(context: Context) -> Iterator[Relation]:
    """Every equality of a formula and a number, in prose and in table cells."""
    for equality in (*equalities(context.document.text), *_in_brackets(context.document.text)):
        verdict, computed = _verdict(equality)
        yield _relation(context, equality, verdict, computed)


def _in_brackets(text: str) -> Iterator[Equality]:
    """执行率 55.90%（3848.84÷6885.00×100%）: the result stands in front, and no sign of equality is written."""
    for match in _BRACKETED.finditer(text):
        turned = f"{match['formula']}={match['rate']}"
        shift, back = match.start("formula"), match.start("rate") - len(match["formula"]) - 1
        for found in equalities(turned):
            operands = tuple(_moved(one, shift) for one in found.operands)
            yield replace(found, operands=operands, stated=_moved(found.stated, back))


def _moved(literal: Literal, by: int) -> Literal:
    return replace(literal, start=literal.start + by, end=literal.end + by)


def _verdict(equality: Equality) -> tuple[Verdict, Fraction]:
    """The first scale that holds: a missing % or 万元 beside 元 is no wrong result."""
    stated = equality.stated
    for scale in _SCALES if equality.value else _SCALES[:1]:
        verdict = _judge(equality.value * scale, equality.possible, scale, stated)
        if verdict != "error":
            return verdict, equality.value * scale
    turned = Interval(-equality.possible.high, -equality.possible.low)
    if _judge(-equality.value, turned, Fraction(1), stated) != "error":
        return "suspicious", equality.value  # 降低率 is often written without its sign
    return "error", equality.value


def _judge(computed: Fraction, possible: Interval, scale: Fraction, stated: Literal) -> Verdict:
    if round_half_up(computed / stated.step, 0) * stated.step == stated.value:
        return "ok"
    wide = Interval(possible.low * scale, possible.high * scale)
    below, above = (stated.step / 2, stated.step) if stated.value >= 0 else (stated.step, stated.step / 2)
    near = Interval(stated.value - below, stated.value + above)
    return "rounding" if wide.meets(near) and scale == 1 else "error"


def _written(value: Fraction, like: Literal) -> str:
    places = len(str(1 / like.step)) - 1 - (2 if like.percent else 0)
    return shown(value * 100, places) + "%" if like.percent else shown(value, places)


def _relation(context: Context, equality: Equality, verdict: Verdict, computed: Fraction) -> Relation:
    stated = equality.stated
    right, said = _written(computed, stated), _written(stated.value, stated)
    message, likely = f"算式结果为 {right}，与文中一致。", ""
    if verdict == "suspicious":
        message = f"算式 {equality.text} 的结果为 {right}，文中为 {said}，只差正负号。请核对是增是减。"
    if verdict == "error":
        message = f"算式 {equality.text} 的结果应为 {right}，文中为 {said}。"
        name = shape(said, right)
        likely = mistaken(said, right, name) or "算式中一数或结果误写。"
    figures = tuple(_figure(context, "operand", literal) for literal in equality.operands)
    sources = quoted(context, [(literal.start, literal.end) for literal in equality.operands])
    return Relation(
        kind=_kind(context.document.text, equality),
        verdict=verdict,
        figures=(*sources, *figures, _figure(context, "stated", stated)),
        formula=equality.text,
        computed=right
        if verdict != "error"
        else plain(computed * (100 if stated.percent else 1), 4) + "%" * stated.percent,
        stated=said,
        message=message,
        likely=likely,
        severity="high" if verdict == "error" else "medium",
    )


def _kind(text: str, equality: Equality) -> RelationKind:
    if equality.stated.percent:
        return "rate"
    start = equality.operands[0].start
    if equality.stated.unit == "分" or re.search(
        r"(?:得分|分值|评分)[^，。；]{0,12}$", text[max(0, start - 20) : start]
    ):
        return "score_rule"
    return "sum" if set(equality.operators) == {"+"} else "difference" if set(equality.operators) == {"-"} else "rate"


def _figure(context: Context, role: str, literal: Literal) -> Figure:
    index = bisect_left(context.starts, literal.start)
    if index < len(context.mentions) and context.mentions[index].start == literal.start:
        return figure_of(role, context.mentions[index])
    return Figure(role, context.document.text[literal.start : literal.end], literal.start, literal.end)
