"""Goals that are dates: 6月底前 beside 7月18日, and whether the row nevertheless earned all its points."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import figure_of_cell, tight
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.relation import Relation

__all__ = ["dates_of", "wrong_year"]

_DEADLINE: Final = re.compile(
    r"(?:不晚于|不迟于|≤|于|在)?(?:(?P<year>20\d\d)年|当年|本年)?(?P<month>\d{1,2})月(?:底|末|份|(?P<day>\d{1,2})日)?"
    r"(?:之?前|以前|内|底前)?(?:完成|完工|竣工|到位|拨付|交付|验收)?"
)
_DONE: Final = re.compile(
    r"(?:已?于|在)?(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:已|全部)?(?:前)?(?:完成|完工|竣工|到位|拨付|交付|验收)?"
)
_MONTHS: Final = 12


def dates_of(context: Context, row: GoalRow) -> tuple[date, date] | None:
    """The last day that the goal allows and the day of the result, where both are dates."""
    if row.full is None or row.actual is None:
        return None
    due = _last_day(_DEADLINE.fullmatch(tight(row.full.text)), context.facts.year)
    done = _last_day(_DONE.fullmatch(tight(row.actual.text)), context.facts.year)
    return (due, done) if due is not None and done is not None else None


def wrong_year(context: Context, row: GoalRow) -> Relation | None:
    """A relation of kind ``year`` for a result of a year before its goal's; else None."""
    dates = dates_of(context, row)
    if dates is None or dates[1].year >= dates[0].year or row.full is None or row.actual is None:
        return None
    goal, said, (due, done) = tight(row.full.text), tight(row.actual.text), dates
    figures = (figure_of_cell("target", row.full), figure_of_cell("actual", row.actual))
    message = f"“{row.name}”要求 {goal}，完成的日期却写作 {said}，早了 {due.year - done.year} 年。请核对年份。"
    return Relation(
        "year", "error", figures, "完成的年份应是目标的年份", f"{due.year}年", said, message, "年份误写。", "high"
    )


def _last_day(match: re.Match[str] | None, year: int | None) -> date | None:
    """The day, or the last one of its month; None where the calendar has no such day."""
    if match is None or year is None:
        return None
    at, month = int(match["year"] or year), int(match["month"])
    if not 1 <= month <= _MONTHS:
        return None
    last = monthrange(at, month)[1]
    day = int(match["day"] or last)
    return date(at, month, day) if 1 <= day <= last else None
