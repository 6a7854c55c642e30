"""Goals that were surely met and yet lost points, in a form whose column for the reason is left blank in that row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.rubrics import Rubric, rubrics_of
from hengji.checks.relations.scores.rules.full_marks import Awarded
from hengji.checks.relations.tables.amounts import is_blank
from hengji.checks.relations.tables.goals import GoalRow
from hengji.facts.relation import Figure, Relation

__all__ = ["unexplained_losses"]


def unexplained_losses(context: Context, rows: Iterable[GoalRow]) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, all of them questions: a standard may ask for more than the target."""
    lost = {start: marks for rubric in rubrics_of(context) for start, marks in _lost(rubric)}
    for row in rows if lost else ():
        marks = lost.get(row.actual.start) if row.actual is not None else None
        if marks is not None and row.actual is not None and _is_met(row):
            yield _relation(row, row.actual.start, row.actual.end, marks)


def _lost(rubric: Rubric) -> Iterator[tuple[int, Awarded]]:
    """By the start of every cell of a row: its points and lower score, where other rows lost points with a reason."""
    for row, points, score in rubric.awarded() if _gives_reasons(rubric) else ():
        silent = row.standard is None and is_blank(row.remark.text if row.remark is not None else "")
        if silent and 0 <= score.value < points.value:
            for cell in rubric.cells_of(row):
                yield cell.start, Awarded(points, score)


def _gives_reasons(rubric: Rubric) -> bool:
    return any(row.remark is not None and not is_blank(row.remark.text) for row in rubric.rows)


def _is_met(row: GoalRow) -> bool:
    target, actual = row.full_target, row.achieved
    if target is None or actual is None or target.operator == "定性" or target.unit != actual.unit:
        return False
    return not target.implied and target.attained(actual.value)


def _relation(row: GoalRow, start: int, end: int, marks: Awarded) -> Relation:
    said = row.actual.text.strip() if row.actual is not None else ""
    figures = (Figure("actual", said, start, end), marks.points.figure("points"), marks.score.figure("score"))
    message = f"“{row.name}”已达到目标，得分 {marks.score.text} 却低于分值 {marks.points.text}，未写扣分原因。"
    return Relation(
        "score_rule", "suspicious", figures, f"{marks.score.text} < {marks.points.text}", marks.points.text,
        marks.score.text, message, "请写明扣分原因，或改正得分。", "low",
    )  # fmt: skip
