"""The year before is the one before: 2024年度…比上年（2022年）增加; 2023年度收入…，2021年度收入…，同比增加.

And one evaluation has one year: 按照关于开展2024年度绩效自评的要求，对2023年度预算执行开展自评.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_year_before"]

_BRACKETED: Final = re.compile(r"(?:上年|去年|上一年)度?[（(](?P<year>20\d\d)\s?年度?(?:末|底)?[)）]")
_YEAR: Final = re.compile(r"(?<![\d〔\[—-])(?P<year>20\d\d)\s?年(?!\s?\d{1,2}\s?月)(?P<of>度)?(?![—–-])")
_ON_YEAR: Final = re.compile(r"同比|与上年度?对比|与上年度?相比")
_LONGER: Final = re.compile(
    r"前年|[两二三四五]年|年均|以来|累计|历年|翻|期初|上年同期|分别|—|至今|20\d\d\s?年?\s?(?:至|到|-)"
)
_ASKED: Final = re.compile(
    r"关于(?:开展|做好|组织开展|布置)(?P<asked>20\d\d)\s?年度[^，。；\n]{0,30}(?:自评|评价)[^。；\n]{0,60}?对[^，。；\n\d]{0,12}(?P<done>20\d\d)\s?年度(?:预算执行|部门整体|整体支出|履职|支出|项目)"
)
_FAR: Final = 90


def find_year_before(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, errors all."""
    flow = flowing(context)
    for match in _BRACKETED.finditer(flow.text):
        before = [one for one in _YEAR.finditer(flow.text, max(0, match.start() - _FAR), match.start()) if one["of"]]
        if (
            before
            and int(match["year"]) != int(before[-1]["year"]) - 1
            and "\n\n" not in flow.text[before[-1].end() : match.start()]
        ):
            yield _wrong(context, flow, before[-1], match, f"{int(before[-1]['year']) - 1}年")
    for match in _ON_YEAR.finditer(flow.text):
        sentence = _sentence(flow.text, match.start())
        years = list(_YEAR.finditer(flow.text, *sentence))
        if len(years) != 2 or _LONGER.search(flow.text, *sentence) or any(one["of"] is None for one in years):
            continue
        first, second = years
        if int(first["year"]) - int(second["year"]) == 2 and first["of"] and second["of"]:
            yield _wrong(context, flow, first, second, f"{int(first['year']) - 1}年")
    for match in _ASKED.finditer(flow.text):
        if int(match["asked"]) - int(match["done"]) == 1:
            spans = [flow.of(match, "asked"), flow.of(match, "done")]
            message = f"布置的是{match['asked']}年度的评价，开展的却是{match['done']}年度的。请核对年份。"
            yield slip(
                context,
                spans,
                "error",
                message,
                rule="一次评价一个年度",
                expected=match["asked"],
                severity="high",
                kind="year",
            )


def _sentence(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _FAR), min(len(text), at + _FAR)
    begin = max(max(text.rfind(stop, low, at) for stop in "。；\n") + 1, low)
    return begin, min((end for stop in "。；\n" if (end := text.find(stop, at, high)) >= 0), default=high)


def _wrong(context: Context, flow: Flowing, own: re.Match[str], other: re.Match[str], right: str) -> Relation:
    message = f"{own['year']}年的上年是{right}，文中却与{other['year']}年相比。请核对年份。"
    return slip(
        context,
        [flow.of(own, "year"), flow.of(other, "year")],
        "error",
        message,
        rule="同比是与上一年相比",
        expected=right,
        likely=f"{other['year']}应为{right}",
        severity="high",
        kind="year",
    )
