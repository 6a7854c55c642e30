"""A table with a column of points, of deductions and of scores: 分值 5, 扣分 1.5, 得分 3.5 in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.scores.reading.rubrics import POINTS
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict

__all__ = ["deduction_columns"]

_SCORE: Final = re.compile("^(?:[考自测]评|评价|实际|最终|核定|实)?得?分(?:数)?$|得分$")
_OFF: Final = re.compile("^(?:扣减?分|失分|扣分值|减分)(?:值|数|情况)?$")
_FEWEST: Final = 3


def deduction_columns(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``, where all rows but one hold."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            yield from _of(part)


def _of(part: Part) -> Iterator[Relation]:
    heads = {column: part.last_head(column) for column in range(part.grid.width)}
    off = [column for column, head in heads.items() if _OFF.search(head)]
    scores = [column for column, head in heads.items() if _SCORE.search(head) and column not in off]
    points = [column for column in part.columns_named(POINTS) if column not in (*off, *scores)]
    if not len(off) == len(scores) == len(points) == 1:
        return
    cells = [[part.grid.amount(row, column) for column in (points[0], off[0], scores[0])] for row in part.body]
    rows = [(a, b, c) for a, b, c in cells if a is not None and b is not None and c is not None]
    wrong = [row for row in rows if row[0].value - abs(row[1].value) != row[2].value]
    telling = [row for row in rows if row not in wrong and row[1].value]
    if len(rows) < _FEWEST or len(wrong) > 1 or len(telling) < _FEWEST - 1:
        return
    for row in rows:
        full, taken, score = row
        right = plain(full.value - abs(taken.value))
        figures = full.figure("points"), taken.figure("deduction"), score.figure("score")
        message = (
            f"分值 {full.text}、扣分 {taken.text}，{'应' if row in wrong else ''}得 {right} 分，所列 {score.text}。"
        )
        verdict: Verdict = "error" if row in wrong else "ok"
        yield rule_relation(verdict, figures, f"{full.text} - {taken.text}", right, message)
