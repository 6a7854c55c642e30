"""Days of one year, told without it, and how many they are: 秋季防火期9月15日至11月15日，共51天."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_days_counted"]

_COUNTED: Final = near(
    re.compile(
        r"(?:(?<!\d)(?P<y>20\d\d)年|(?<![年\d]))(?P<m1>\d{1,2})月(?P<d1>\d{1,2})日(?:至|到|—{1,2}|-|~)(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
        r"(?:[，,]?|[^。；\n]{0,44}[，,（(][^，。；\d]{0,6})(?:共计?|历时|为期|合计|计)(?P<n>\d{1,3})天(?=[，。；）)])"
    ),
    r"(?:共计?|历时|为期|合计|计)\d{1,3}天",
    120,
)
_THEN: Final = re.compile(
    r"(?<!\d)(?:(?P<m1>\d{1,2})月)?(?P<d1>\d{1,2})日?(?:至|到|—{1,2}|-|~)(?:(?P<m2>\d{1,2})月)?(?P<d2>\d{1,2})日"
)
_DAYS_OFF: Final = 3  # days by which a period may differ for the days that are counted or not
_COMMON: Final = 2023  # a year of 365 days


def find_days_counted(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``, each an error: the days from the first to the last, both counted or not."""
    flow = flowing(context)
    for match in _COUNTED.finditer(flow.text):
        year = int(match["y"] or context.facts.year or _COMMON)
        ends = (int(match["m1"]), int(match["d1"])), (int(match["m2"] or match["m1"]), int(match["d2"]))
        try:
            first, last = (datetime.date(year, *end) for end in ends)
        except ValueError:
            continue  # 2月30日 is told to be none elsewhere
        last, summed = _run(flow.text[match.end("d2") : match.start("n")], first, last)
        days, told = (last - first).days + 1, int(match["n"])
        if abs(summed - told) <= _DAYS_OFF:
            continue
        if last < first or abs(days - told) <= _DAYS_OFF:
            continue
        yield slip(
            context,
            [flow.of(match, "m1"), flow.of(match, "n")],
            "error",
            f"从{first.month}月{first.day}日到{last.month}月{last.day}日首尾都算共{days}天，文中为{told}天。请核对。",
            rule="起止日期与天数应一致",
            expected=f"{days}天",
            severity="medium",
            kind="year",
        )


def _run(between: str, first: datetime.date, last: datetime.date) -> tuple[datetime.date, int]:
    """4月7日至10日…，11日至20日…，21日至28日…，历时22天: the last day of the periods that follow one another, and how
    many days they have together."""
    summed = (last - first).days + 1
    for match in _THEN.finditer(between):
        try:
            start = last.replace(month=int(match["m1"] or last.month), day=int(match["d1"]))
            end = start.replace(month=int(match["m2"] or start.month), day=int(match["d2"]))
        except ValueError:
            break
        if start < last or end < start:
            break
        last, summed = end, summed + (end - start).days + 1
    return last, summed
