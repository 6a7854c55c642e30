"""The date under the title of a report to a congress: it is not given before the year that it reports on is over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.wording.days.dates import Date, impossible
from hengji.facts.relation import Relation

__all__ = ["find_meeting_dates"]

_GIVEN = re.compile(r"^\s*[（(]?\s*(?:在|于|向|提请|提交)[^。；\n]{2,40}?(?:会议|大会|常委会|全会|会)")
_REPORTS_ON = re.compile(r"(20\d{2})\s*年(?:度)?(?:[^，。；\d\n]{0,16}?)(?:预算执行|决算|预算收支执行|预算完成)")
_NEXT_YEARS = re.compile(r"预算草案")
_PART_OF_YEAR = re.compile(r"上半年|季度|\d\s*[-—~～至]\s*\d{1,2}\s*月|半年|调整|前三季")
_HEAD = 400
_LAST_QUARTER = 10


def find_meeting_dates(context: Context, dates: Sequence[Date]) -> Iterator[Relation]:
    """——2024年1月14日在…会议上, under 2024年预算执行情况和2025年预算草案的报告."""
    text = context.document.text
    title = _REPORTS_ON.search(re.sub(r"[\s（）()]", "", context.facts.title))
    if title is None or _PART_OF_YEAR.search(context.facts.title):
        return
    year = int(title[1])
    for date in dates:
        if (
            not date.year
            or not date.day
            or date.start > _HEAD
            or impossible(date)
            or not _GIVEN.match(text[date.end :])
        ):
            continue
        early = _LAST_QUARTER if _NEXT_YEARS.search(context.facts.title) else 13
        if date.year < year or (date.year == year and date.month < early):
            yield slip(
                context,
                [(date.start, date.end)],
                "error",
                f"报告的是{year}年全年的情况，会议日期却是“{text[date.start : date.end]}”，"
                f"这时{year}年还没有结束。请核对年份。",
                rule="报告日期应在所述年度之后",
                expected=f"{year + 1}年",
                likely=f"{date.year}应为{year + 1}",
                severity="high",
                kind="year",
            )
