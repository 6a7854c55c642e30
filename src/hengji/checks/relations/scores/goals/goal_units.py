"""A goal and its result in the same digits and units ten thousand times apart: 3000元/人次 beside 3000万元/人次."""

from __future__ import annotations

import re
from typing import Final

from hengji.checks.relations.tables.amounts import figure_of_cell, tight
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.relation import Relation

__all__ = ["goal_units"]

_WRITTEN: Final = re.compile(r"[≥≤><=]?(?P<digits>\d[\d,]*(?:\.\d+)?)(?P<unit>[^\d≥≤><=]{1,8})")


def goal_units(row: GoalRow) -> Relation | None:
    """A relation of kind ``unit``; None where the digits differ, or the units do not differ by 万 alone."""
    if row.full is None or row.actual is None:
        return None
    goal, done = (_WRITTEN.fullmatch(tight(cell.text)) for cell in (row.full, row.actual))
    if goal is None or done is None or goal["digits"] != done["digits"] or goal["unit"] == done["unit"]:
        return None
    if goal["unit"].replace("万", "", 1) != done["unit"].replace("万", "", 1):
        return None
    right = f"{done['digits']}{goal['unit']}"
    message = f"“{row.name}”目标 {tight(row.full.text)}，完成写作 {tight(row.actual.text)}，相差一万倍。请核对单位。"
    figures = (figure_of_cell("target", row.full), figure_of_cell("stated", row.actual))
    likely = f"“{done['unit']}”应为“{goal['unit']}”"
    return Relation(
        "unit", "error", figures, "目标与完成的单位应一致", right, tight(row.actual.text), message, likely, "high"
    )
