"""A year that ran into the amount behind it: 支出498.00万元，与2014247.15万元相比 is 与2014年的247.15万元相比."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_glued_years"]

_GLUED: Final = near(
    re.compile(
        r"(?P<now>\d[\d,]{0,12}(?:\.\d{1,4})?)\s?万元[^\d\n]{0,12}?(?P<found>(?P<year>20[0-2]\d)(?P<then>[1-9]\d{0,4}\.\d{1,4}))\s?万元"
        r"(?=(?:相?比|[^。\d\n]{0,6}(?:增加|减少|增长|下降|持平)))"
    ),
    r"20[0-2]\d[1-9]\d{0,4}\.\d",
    80,
)
_ALIKE: Final = 20
"""How many times the greater of two years' amounts may be the lesser."""


def find_glued_years(context: Context) -> Iterator[Relation]:
    """Relations of kind ``structure``: the amount without the year is of the size of this year's, with it none."""
    flow = flowing(context)
    for match in _GLUED.finditer(flow.text):
        now, then = Fraction(match["now"].replace(",", "")), Fraction(match["then"])
        if now / _ALIKE < then < now * _ALIKE and Fraction(match["found"]) > now * _ALIKE:
            right = f"{match['year']}年{match['then']}"
            yield slip(
                context,
                [flow.of(match, "found")],
                "error",
                f"“{match['found']}万元”把年份与金额连在了一起，应为“{right}万元”。请补上“年”。",
                rule="年份应写完整",
                expected=right,
                likely=f"应为“{right}”",
                severity="medium",
            )
