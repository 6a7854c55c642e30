"""What the row of a rubric prints beside its standard: its target, what was done of it, a rate in words."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.goals import signed_target
from hengji.facts.document import Cell
from hengji.facts.relation import Figure
from hengji.facts.targets import read_actual

__all__ = ["done_of_goal", "earned_by_part", "goal_rate", "rate_done", "rate_in_words", "with_target"]

_TARGET: Final = re.compile(r"指标值$|目标值?$|计划(?:值|数|完成值)?$|任务数$")
_ACTUAL: Final = re.compile(r"(?:完成|实际|实现)(?:完成)?(?:值|数|情况|量)?$")
_TOLD: Final = re.compile("情况$|完成值$|实际值$|说明$")
_NAMED: Final = re.compile(
    r"(?:达到|完成|不低于|不高于)?(?:了)?(?:年度|年初|预期|既定|设定的?)?(?:目标|指标|计划)(?:值|任务|要求)?"
    r"(?=的?[，,]?(?:得|计)(?:满|全)分)"
)
_RATE: Final = re.compile(r"(?:率|度|比例|为|达到?)\s*(\d{1,3}(?:\.\d+)?)\s*[%％](?!\s*(?:以上|以下|的目标|目标))")
_BOUND: Final = re.compile(r"\s*[≥≤><＞＜]=?\s*\d+(?:\.\d+)?\s*[%％]\s*")
_PLAIN: Final = re.compile(r"\s*\d+(?:\.\d+)?\s*[%％]\s*")
_MISSED: Final = re.compile(
    r"(?:低于|未达到?|达不到|没有达到|未完成|少于|高于|超过|超出)了?(?:年度|年初|预期|既定)?(?:目标|计划|指标)(?:值|要求)?的?(?:部分)?[，,]?(?=每)"
    r"|(?:未达标|不达标|未达到)的?[，,](?=每)|(?=每(?:低于?|高于?|少|差|超过?|超出))"
)
_GOAL_RATE: Final = re.compile(r"\s*(?:[≥>]=?)?\s*(\d{1,3}(?:\.\d+)?)\s*[%％]\s*")
_FULL: Final = re.compile("满分|全分")
_LESS: Final = re.compile("差错|投诉|事故|变动|调整|控制|结转|结余|成本|超支|偏差|流失|辍学")
_BY_SHARE: Final = re.compile("完成(?:比例|率)|实际完成|按比例")
_FIGURE: Final = re.compile(r"\d")
_BY_PART: Final = re.compile(
    r"[，,；;（(]?(?:未|没有)(?:完成|达到|达标|实现)(?:目标|任务)?的?[，,]?(?:则)?按(?:实际)?(?:完成)?(?:率|比例)(?:计|得|给)分[）)]?$"
)
"""The standard that a goal's own cell goes on with: ≥2000亩，未完成的按完成比例计分."""


def with_target(row: RubricRow, rubric: Rubric) -> str:
    """The standard of *row* with 达到目标值 replaced by the target that the row prints, where that is a rate; and with
    that target in front of 低于目标的，每低1个百分点扣0.2分."""
    text = row.standard.text if row.standard is not None else ""
    if _NAMED.search(text) is None and _MISSED.search(text) is None:
        return text
    cell = _one(row, rubric, _TARGET)
    least = cell is not None and _PLAIN.fullmatch(cell.text) is not None and _LESS.search(row.name) is None
    if cell is None or not (least or _BOUND.fullmatch(cell.text)):
        return text
    goal = f"≥{tight(cell.text)}" if least else tight(cell.text)
    text = _NAMED.sub(goal, text)
    return text if _FULL.search(text) else f"{goal}得满分，{_MISSED.sub('', text)}"


def goal_rate(row: RubricRow, rubric: Rubric) -> Fraction | None:
    """The rate that the row aims at, 60% or ≥60%."""
    cell = _one(row, rubric, _TARGET)
    found = _GOAL_RATE.fullmatch(cell.text) if cell is not None else None
    return Fraction(found[1]) / 100 if found is not None else None


def rate_in_words(row: RubricRow, rubric: Rubric) -> tuple[Fraction, Figure] | None:
    """“归档率88.5%” under 完成情况: the only figure of its cell."""
    cell = _one(row, rubric, _TOLD)
    found = list(_RATE.finditer(cell.text)) if cell is not None else []
    if cell is None or len(found) != 1 or _FIGURE.search(_RATE.sub("", cell.text)):
        return None
    return Fraction(found[0][1]) / 100, Figure("data", cell.text.strip(), cell.start, cell.end)


def rate_done(row: RubricRow, rubric: Rubric) -> tuple[Fraction, Figure] | None:
    """72户 of 80户, where the standard gives points in proportion to what was done."""
    text = tight(row.standard.text) if row.standard is not None else ""
    return done_of_goal(row, rubric) if _BY_SHARE.search(text) else None


def done_of_goal(row: RubricRow, rubric: Rubric) -> tuple[Fraction, Figure] | None:
    """72户 of 80户, 81% of 90%: what part of a goal was reached, at most all of it; of amounts of money none."""
    planned, done = _one(row, rubric, _TARGET), _one(row, rubric, _ACTUAL)
    if planned is None or done is None:
        return None
    planned = replace(planned, text=_BY_PART.sub("", planned.text))
    target = signed_target(rubric.part.sign(row.row, planned.column), planned)
    actual = read_actual(tight(done.text), target)
    if target is None or actual is None or target.operator not in ("≥", "=") or not target.low:
        return None
    if actual.unit != target.unit or (target.unit is not None and target.unit.is_money):
        return None
    return min(actual.value / target.low, Fraction(1)), Figure("data", done.text.strip(), done.start, done.end)


def _one(row: RubricRow, rubric: Rubric, names: re.Pattern[str]) -> Cell | None:
    """The cell of *row* in the only column so named."""
    columns = rubric.part.columns_named(names)
    cell = rubric.part.grid.cell(row.row, columns[0]) if len(columns) == 1 else None
    return cell if cell is not None and cell.row == row.row and cell.row_span == 1 else None


def earned_by_part(row: RubricRow, rubric: Rubric) -> bool:
    """Whether the cell of the goal says itself that what falls short of it earns in proportion."""
    planned = _one(row, rubric, _TARGET)
    return planned is not None and _BY_PART.search(tight(planned.text)) is not None
