"""A goal told as so many of so many, and a share below it: 占贴息企业的24.22%，实现了每四户中至少有一户的目标."""

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
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation

__all__ = ["spoken_bars"]

_UNIT: Final = "户|人|个|家|件|名|项|台|亩|村|所|笔"
_N: Final = r"[一二两三四五六七八九十]|\d{1,3}"
_BAR: Final = re.compile(
    rf"(?<![\d.])(?P<rate>\d{{1,2}}(?:\.\d{{1,4}})?)[%％][^。；\n\d]{{0,12}}?[，,]"
    rf"(?P<said>(?:实现|达到|完成|做到|兑现)了?[^，。；\n]{{0,12}}?每(?P<of>{_N})(?P<unit>{_UNIT})[^，。；\n\d]{{0,6}}?"
    rf"(?:至少|不少于|不低于)有?(?P<n>{_N})(?P=unit)[^，。；\n]{{0,12}})"
)
_DENIED: Final = re.compile("未|没有|尚|不能|力争|若|如")
_ANCHOR: Final = re.compile(f"每(?:{_N})(?:{_UNIT})")
_REACH: Final = 60


def spoken_bars(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``, errors all."""
    flow = flowing(context)
    for match in matches_near(_BAR, _ANCHOR, flow.text, _REACH):
        bar = Fraction(whole_number(match["n"]), whole_number(match["of"]) or 1)
        rate = Fraction(match["rate"]) / 100
        if not rate < bar < 1 or _DENIED.search(match[0]):
            continue
        told = f"{match['rate']}%"
        message = f"“{match['said']}”就是不低于 {percent(bar)}，前面写的是 {told}，没有达到。请核对。"
        figures = piece(context, "actual", *flow.of(match, "rate")), piece(context, "stated", *flow.of(match, "said"))
        yield Relation(
            "target", "error", figures, f"{told} ≥ {percent(bar)}", f"≥ {percent(bar)}", told, message,
            "说法与数字不符。", "high",
        )  # fmt: skip
