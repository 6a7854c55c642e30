"""323天÷365天为89.48%: a quotient written out with the units of its figures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import matches_near
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import mistaken, shape
from hengji.facts.numbers import read_number, round_half_up, shown
from hengji.facts.relation import Relation

__all__ = ["divided_with_units"]

_N: Final = r"\d[\d,]{0,14}(?:\.\d{1,4})?"
_QUOTIENT: Final = re.compile(
    rf"(?<![\d.)）])(?P<a>{_N})\s?(?P<u>万?[\u4e00-\u9fff]{{1,3}})\s?[÷/]\s?(?P<b>{_N})\s?(?P=u)(?:[×xX*]100[%％])?"
    rf"(?:，?(?:即|约|计)?为|，即|=|＝|≈|约|得|等于)\s?(?P<rate>\d{{1,3}}(?:\.\d{{1,3}})?)\s?[%％]"
)
_ANCHOR: Final = re.compile("[÷/]")
_REACH: Final = 40


def divided_with_units(context: Context) -> Iterator[Relation]:
    """Relations of kind ``rate``."""
    flow = flowing(context)
    for match in matches_near(_QUOTIENT, _ANCHOR, flow.text, _REACH):
        a, b = (read_number(match[name].replace(",", "")) for name in ("a", "b"))
        if a is None or not b:
            continue
        places = len(match["rate"].partition(".")[2])
        value, stated = a / b * 100, Fraction(match["rate"])
        right = shown(round_half_up(value, places), places)
        cut = stated <= value < stated + Fraction(1, 10**places)
        holds = Fraction(right) == stated or cut
        slip = "" if holds else shape(match["rate"], right)
        roles = (("part", "a"), ("base", "b"), ("stated", "rate"))
        figures = tuple(piece(context, role, *flow.of(match, name)) for role, name in roles)
        told, formula = f"{match['rate']}%", f"{match['a']} ÷ {match['b']}"
        message = f"{formula} = {right}%，文中为 {told}。"
        yield Relation(
            "rate", "ok" if holds else "error", figures, formula, f"{right}%", told, message,
            mistaken(told, f"{right}%", slip), "medium" if holds else "high",
        )  # fmt: skip
