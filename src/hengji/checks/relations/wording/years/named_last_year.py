"""“上年（2022年）” in a paper on 2024: the words say which year it is, and the bracket says another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_named_last_year"]

_NAMED: Final = re.compile(r"(?P<word>上一?年|去年|本年|当年)度?[（(]\s*(?P<year>20\d\d)\s*年?度?[）)]")
_YEARS: Final = re.compile(r"20\d\d")


def find_named_last_year(context: Context, year: int) -> Iterator[Relation]:
    """Every such bracket, where the paper's title names *year* and no other."""
    if set(_YEARS.findall(context.facts.title)) != {str(year)}:
        return
    flow = flowing(context)
    for match in _NAMED.finditer(flow.text):
        meant = year - 1 if match["word"] in ("上年", "上一年", "去年") else year
        if int(match["year"]) != meant:
            yield slip(
                context,
                [flow.of(match, "year")],
                "error",
                f"材料是{year}年度的，“{match['word']}”应为{meant}年，括号里却写{match['year']}年。请核对。",
                rule="括号中的年度与“上年”“本年”一致",
                expected=str(meant),
                severity="high",
                kind="year",
            )
