"""Goals that are dates: 6月底前 beside 7月18日, and whether the row nevertheless earned all its points."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.rules.full_marks import Awarded
from hengji.checks.relations.tables.amounts import figure_of_cell, tight
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.relation import Relation

__all__ = ["kept_deadline"]

_DEADLINE: Final = re.compile(
    r"(?:不晚于|不迟于|≤|于|在)?(?:(?P<year>20\d\d)年|当年|本年)?(?P<month>\d{1,2})月(?:底|末|份|(?P<day>\d{1,2})日)?"
    r"(?:之?前|以前|内|底前)?(?:完成|完工|竣工|到位|拨付|交付|验收)?"
)
_DONE: Final = re.compile(
    r"(?:已?于|在)?(?:(?P<year>20\d\d)年)?(?P<month>\d{1,2})月(?P<day>\d{1,2})日(?:已|全部)?(?:前)?(?:完成|完工|竣工|到位|拨付|交付|验收)?"
)
_MONTHS: Final = 12


def kept_deadline(context: Context, row: GoalRow, full: Mapping[int, Awarded]) -> Relation | None:
    """A relation of kind ``target`` where goal and result are dates; None where they are not. A date missed is an error
    where the row has full marks, and else a question; one of a year before is of kind ``year``."""
    if row.full is None or row.actual is None:
        return None
    goal, said = tight(row.full.text), tight(row.actual.text)
    due = _last_day(_DEADLINE.fullmatch(goal), context.facts.year)
    done = _last_day(_DONE.fullmatch(said), context.facts.year)
    if due is None or done is None:
        return None
    figures = (figure_of_cell("target", row.full), figure_of_cell("actual", row.actual))
    if done.year < due.year:
        message = f"“{row.name}”要求 {goal}，完成的日期却写作 {said}，早了 {due.year - done.year} 年。请核对年份。"
        right = f"{due.year}年"
        return Relation(
            "year", "error", figures, "完成的年份应是目标的年份", right, said, message, "年份误写。", "high"
        )
    if done <= due:
        message = f"“{row.name}”要求 {goal}，{said} 完成，达标。"
        return Relation("target", "ok", figures, f"{said} 对 {goal}", "达标", said, message)
    awarded = full.get(row.actual.start)
    message = f"“{row.name}”要求 {goal}，{said} 才完成，未达标"
    if awarded is None:
        return Relation(
            "target", "suspicious", figures, f"未达标：{said} 对 {goal}", "未达标", said, f"{message}。请说明原因。"
        )
    witnesses = awarded.points.figure("points"), awarded.score.figure("score")
    message += f"，得分 {awarded.score.text} 却是满分 {awarded.points.text}。"
    return Relation(
        kind="target",
        verdict="error",
        figures=(*witnesses, *figures),
        formula=f"未达标：{said} 对 {goal}",
        computed="未达标",
        stated=said,
        message=message,
        likely="请核对要求的日期、完成的日期和得分，其中一个有误。",
        severity="high",
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
