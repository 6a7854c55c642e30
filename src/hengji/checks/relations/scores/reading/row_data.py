"""What the row of a rubric prints beside its standard: its target, what was done of it, a rate in words."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.goals import signed_target
from hengji.facts.document import Cell
from hengji.facts.relation import Figure
from hengji.facts.targets import read_actual

__all__ = ["done_of_goal", "rate_done", "rate_in_words", "with_target"]

_TARGET: Final = re.compile(r"指标值$|目标值?$|计划(?:值|数|完成值)?$|任务数$")
_ACTUAL: Final = re.compile(r"(?:完成|实际|实现)(?:完成)?(?:值|数|情况|量)?$")
_TOLD: Final = re.compile("情况$|完成值$|实际值$|说明$")
_NAMED: Final = re.compile(
    r"(?:达到|完成|不低于|不高于)?(?:了)?(?:年度|年初|预期|既定|设定的?)?(?:目标|指标|计划)(?:值|任务|要求)?"
    r"(?=的?[，,]?(?:得|计)(?:满|全)分)"
)
_RATE: Final = re.compile(r"(?:率|度|比例|为|达到?)\s*(\d{1,3}(?:\.\d+)?)\s*[%％](?!\s*(?:以上|以下|的目标|目标))")
_BOUND: Final = re.compile(r"\s*[≥≤><＞＜]=?\s*\d+(?:\.\d+)?\s*[%％]\s*")
_BY_SHARE: Final = re.compile("完成(?:比例|率)|实际完成|按比例")
_FIGURE: Final = re.compile(r"\d")


def with_target(row: RubricRow, rubric: Rubric) -> str:
    """The standard of *row* with 达到目标值 replaced by the target that the row prints, where that is a rate."""
    text = row.standard.text if row.standard is not None else ""
    if _NAMED.search(text) is None:
        return text
    cell = _one(row, rubric, _TARGET)
    if cell is None or _BOUND.fullmatch(cell.text) is None:
        return text
    return _NAMED.sub(tight(cell.text), text)


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
    """72户 of 80户: what part of a goal that counts things was reached, at most all of it."""
    planned, done = _one(row, rubric, _TARGET), _one(row, rubric, _ACTUAL)
    if planned is None or done is None:
        return None
    target = signed_target(rubric.part.sign(row.row, planned.column), planned)
    actual = read_actual(tight(done.text), target)
    if target is None or actual is None or target.operator not in ("≥", "=") or not target.low:
        return None
    if actual.unit != target.unit or (target.unit is not None and (target.unit.is_rate or target.unit.is_money)):
        return None
    return min(actual.value / target.low, Fraction(1)), Figure("data", done.text.strip(), done.start, done.end)


def _one(row: RubricRow, rubric: Rubric, names: re.Pattern[str]) -> Cell | None:
    """The cell of *row* in the only column so named."""
    columns = rubric.part.columns_named(names)
    cell = rubric.part.grid.cell(row.row, columns[0]) if len(columns) == 1 else None
    return cell if cell is not None and cell.row == row.row and cell.row_span == 1 else None
