"""Periods told by their digits alone whose end lies before their beginning: 2025.1.1-2024.12.31."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_dotted_periods"]

_DOTTED: Final = re.compile(
    r"(?<![\d.])(?P<y1>20\d\d)(?P<sep>[./])(?P<m1>\d{1,2})(?:(?P=sep)(?P<d1>\d{1,2}))?\s?(?:[-—~～－–]+|至|到)\s?"
    r"(?P<y2>20\d\d)(?P=sep)(?P<m2>\d{1,2})(?:(?P=sep)(?P<d2>\d{1,2}))?(?![\d.%％])"
)
_YEAR: Final = 12


def find_dotted_periods(context: Context) -> Iterator[Relation]:
    """2025.1.1-2024.12.31: the dates are told by their digits alone."""
    flow = flowing(context)
    for match in _DOTTED.finditer(flow.text):
        first, last = ([int(match[f"{part}{end}"] or 1) for part in "ymd"] for end in "12")
        sound = all(1 <= day[1] <= _YEAR and 1 <= day[2] <= 31 for day in (first, last))
        days = match["d1"] and match["d2"]  # 2025.12-2024.3 may be a calculation
        if sound and days and last < first:
            yield slip(
                context,
                [flow.span(match.start(), match.end("m1")), flow.span(match.start("y2"), match.end())],
                "error",
                f"“{match[0]}”的结束日期早于开始日期。请核对年份。",
                rule="结束日期应在开始日期之后",
                expected=f"不早于{first[0]}年{first[1]}月",
                severity="high",
                kind="year",
            )
