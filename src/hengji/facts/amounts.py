"""Amounts of money as cells of official tables write them, in 万元: ``4239.71``, ``1,234.50 万元``, ``40000元``."""

from __future__ import annotations

import unicodedata
from fractions import Fraction

from hengji.facts.figures import read_figure
from hengji.facts.numbers import MAX_DECIMALS, round_half_up
from hengji.facts.units import Unit, unit_of

__all__ = ["WAN_YUAN", "is_dash", "read_amount"]

WAN_YUAN = unit_of("万元")


def is_dash(text: str) -> bool:
    """Whether a cell says that it has nothing to say: it is empty, or holds a dash or a stroke."""
    return not text.strip(" \u3000/／-－−—–")


def read_amount(text: str, unit: Unit = WAN_YUAN) -> Fraction | None:
    """The amount in 万元 that *text* writes; a number alone is in *unit*, which the table's heading declares.

    None for what is no amount of yuan, or is finer than a figure may be (eight decimals of 万元).
    """
    figure = read_figure(unicodedata.normalize("NFKC", text).strip().removeprefix("¥").strip())
    if figure is None:
        return None
    factor = (figure.unit or unit).factor_to(WAN_YUAN)
    if factor is None:
        return None
    amount = figure.value * factor
    return amount if round_half_up(amount, MAX_DECIMALS) == amount else None
