"""Last year's figure told as this year's: 2024年政府采购预算… in the budget of 2025, compared with nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hengji.checks.context import Context
from hengji.checks.relations.wording.years.left_years import left_standing
from hengji.facts.relation import Relation

__all__ = ["find_told_years"]

_TOLD = re.compile(
    r"(?:^|(?<=[。；\n]))\s{0,20}+(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]\s{0,20}+)?(?P<year>20\d{2})\s*年度?"
    r"(?P<what>(?:本部门|本单位|我[局委办院处会校]|我单位|我部门)?(?:政府采购|机关运行经费|部门|单位|“?三公”?经费|一般公共预算|项目支出|基本支出|收入|支出|绩效)[^，。；\n\d]{0,12}?)"
    r"(?P<column>预算|决算)(?:数|总额|安排|支出|收入|资金)?(?:共计?|合计|为|是)?\s*\d[^。\n]{0,160}"
)
_COMPARES = re.compile(r"上年|去年|比|较|同期|增[加长]|减少|下降|执行|完成|结转|决算")
_PAST = re.compile(r"上年|执行情况|回顾|往年|以前年度|年预算执行")
_NEAR = 60


def find_told_years(context: Context, year: int) -> Iterator[Relation]:
    """A sentence that begins with last year's budget and compares it with nothing."""
    column = {"budget": "预算", "final_account": "决算"}.get(context.facts.kind)
    text = context.document.text
    for match in _TOLD.finditer(text):
        if column is None or int(match["year"]) != year - 1 or match["column"] != column:
            continue
        around = text[max(0, match.start() - _NEAR) : match.start()]
        compared = _COMPARES.search(match[0].replace(match["what"], "", 1).partition(column)[2])
        again = re.search(rf"{year}\s*年度?{re.escape(match['what'])}{column}", text)
        if not compared and not again and not _PAST.search(around):
            start = match.start("year")
            yield left_standing(context, (start, start + 4), year, f"“{match['what']}{column}”前", "error")
