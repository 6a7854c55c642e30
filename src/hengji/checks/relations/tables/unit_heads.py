"""The unit of amounts that a table prints bare: that of the last 单位：万元 above them, whoever made the table."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.facts.units import MONEY

__all__ = ["yuan_each"]

_HEAD: Final = re.compile(r"(?:金额)?单位\s?[：:]\s?(?:人民币)?(?P<unit>万元|千元|元)")


def yuan_each(context: Context, place: int) -> Fraction:
    """元 that one of an amount at *place* is; 万元 where no unit is told above it, as in every budget."""
    heads = context.once(yuan_each, lambda: _heads(context.document.text))
    above = bisect_left(heads, (place, "")) - 1
    return MONEY[heads[above][1] if above >= 0 else "万元"]


def _heads(text: str) -> Sequence[tuple[int, str]]:
    return [(match.start(), match["unit"]) for match in _HEAD.finditer(text)]
