"""The grade in a line right below a table of scores, in a row below its totals, or beside a labelled score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.scores.reading.conclusion import GRADES, Conclusion
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of

__all__ = ["grades_below"]

_WORDS: Final = "|".join(sorted(GRADES, key=len, reverse=True))
_LABEL: Final = r"(?:综合|评价|自评|绩效|核查|复核|评定|最终)*(?:等级|等次|级别|评级|档次)(?:评定|认定)?"
_BELOW: Final = re.compile(rf"\s*{_LABEL}\s*[:：]?\s*[“\"]?({_WORDS})[”\"]?(?:等?级|等次|档)?\s*(?:。|\n|$)")
_BLANK: Final = r"[ \t\u3000]*"
_SCORE: Final = r"(?:综合|评价|自评|最终|总)(?:评价)?(?:得分|评分|总分)\s*[:：]?\s*(\d{2,3}(?:\.\d{1,4})?)\s*分?"
_SAID: Final = rf"{_LABEL}\s*[:：]?\s*[“\"]?({_WORDS})[”\"]?(?:等?级|等次|档)?"
_PAIRS: Final = (
    (re.compile(rf"^{_BLANK}{_SCORE}{_BLANK}\n{{1,3}}{_BLANK}{_SAID}{_BLANK}$", re.MULTILINE), 1, 2),
    (re.compile(rf"^{_BLANK}{_SAID}{_BLANK}\n{{1,3}}{_BLANK}{_SCORE}{_BLANK}$", re.MULTILINE), 2, 1),
)
_NAMED: Final = re.compile(_LABEL)
_GRADE: Final = re.compile(rf"[“\"]?({_WORDS})[”\"]?(?:等?级|等次|档)?")
_HUNDRED: Final = Fraction(100)
_LEAST: Final = 20
_MOST: Final = 120


def grades_below(context: Context) -> Iterator[Conclusion]:
    """Totals with the grade that stands below them or beside them under a label."""
    yield from _labelled(context)
    for rubric in rubrics_of(context):
        totals = [row for row in rubric.rows if row.is_total]
        if len(totals) == 1 and not rubric.ragged and len(rubric.score_heads) == 1:
            yield from _of(context, rubric, totals[0])


def _labelled(context: Context) -> Iterator[Conclusion]:
    """综合得分 and its figure, 评价等级 and its word, each in a line of its own or beside its label."""
    for pattern, score, grade in _PAIRS:
        for match in pattern.finditer(context.document.text):
            total = amount_at(context, *match.span(score))
            if total is not None and _LEAST < total.value <= _MOST and context.table_at(match.start()) is None:
                yield Conclusion(total, GRADES[match[grade]], match.span(grade), False)


def _of(context: Context, rubric: Rubric, row: RubricRow) -> Iterator[Conclusion]:
    score = row.scores[0]
    if score is None or row.points is None or row.points.value != _HUNDRED or not _LEAST < score.value <= _MOST:
        return
    match = _BELOW.match(context.document.text, rubric.part.grid.table.end)
    place = match.span(1) if match is not None else _in_rows(rubric, row)
    if place is not None:
        yield Conclusion(score, GRADES[context.document.text[slice(*place)]], place, False)


def _in_rows(rubric: Rubric, total: RubricRow) -> Span | None:
    """The grade in the row below the totals: a label, and the next cell that is filled."""
    grid, below = rubric.part.grid, total.row + 1
    if below >= grid.height:
        return None
    texts = [(column, text) for column in range(grid.width) if (text := grid.text(below, column))]
    for (_, label), (column, said) in pairwise(texts):
        cell, found = grid.cell(below, column), _GRADE.fullmatch(said)
        if _NAMED.fullmatch(label) and found is not None and cell is not None:
            start = cell.start + cell.text.index(found[1])
            return start, start + len(found[1])
    return None
