"""Scores with their grades elsewhere than in a conclusion: lists of units (“甲局91.2分，为优；乙局…”), a form's cells
(综合得分 | 84.30, 评价等级 | 良), and tables with a column of scores and one of grades."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.scores.reading.conclusion import GRADES, Conclusion
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.document import Cell

__all__ = ["graded"]

_WORDS: Final = "|".join(sorted(GRADES, key=len, reverse=True))
_LISTED: Final = near(
    re.compile(
        rf"(?<![\d.\-—~～–至到≥≤<>＜＞=])(\d{{2,3}}(?:\.\d{{1,4}})?)\s*分\s*[，,、（(]?\s*(?:(?:评价|自评|绩效)?(?:等级|等次|评级|级别)\s*)?"
        rf"(?:评?定?为|属于?|是|[:：])?\s*[“\"]?({_WORDS})[”\"]?(?:等?级|等次|档次?)?(?=[，,；;。、）)\n]|$)"
    ),
    r"分\s*[，,、（(]?\s*[评等级“\"自绩定为属是:：不优良中合一较差低]",
    60,
)
_SCORE_LABEL: Final = re.compile(r"(?:综合|评价|自评|最终|核查|总)(?:评价)?(?:得分|评分|总分)|总分|自评总得分|总得分")
_OWNERS: Final = "自评|复核|核查|抽查|复评|审定"
_GRADE_LABEL: Final = re.compile(rf"(?:综合|评价|{_OWNERS}|绩效|评定)?(?:评价)?(?:等级|等次|级别|评级|档次)")
_SCORE_HEAD: Final = re.compile(r"(?:总分|得分|总得分|评分|分数)(?:[(（]分?[)）])?$")
_POINTS: Final = re.compile("(?<![核扣调]减)(?<!核增)分值|权重|满分|标准分")
_GRADE: Final = re.compile(rf"[“\"]?({_WORDS})[”\"]?(?:等?级|等次)?")
_TO: Final = ("-", "—", "~", "～", "–", "至", "到")
_BOUNDS: Final = ("低于", "小于", "不足", "不到", "不满", "高于", "大于", "超过")
_LEAST: Final = 20
_MOST: Final = 120


def graded(context: Context) -> Iterator[list[Conclusion]]:
    """Scores with their grades, those of one sentence or one table together."""
    sentences: dict[Span, list[Conclusion]] = {}
    for match in _LISTED.finditer(context.document.text):
        total = amount_at(context, *match.span(1))
        before = context.document.text[max(0, match.start() - 8) : match.start()]
        range_ends = re.sub(r"\s", "", before).endswith((*_TO, *_BOUNDS))
        if total is not None and not range_ends and context.table_at(match.start()) is None:
            found = sentences.setdefault(context.sentence_at(match.start()), [])
            found += _pair(total, match[2], match.start(2))
    yield from sentences.values()
    for table in context.document.tables:
        yield list(_form(grid_of(context, table)))
        for part in parts_of(context, table):
            yield list(_rows(part))


def _pair(total: Amount, word: str, start: int) -> Iterator[Conclusion]:
    if _LEAST < total.value <= _MOST:
        yield Conclusion(total, GRADES[word], (start, start + len(word)), False)


def _form(grid: Grid) -> Iterator[Conclusion]:
    """A label with its value to the right, for the score and for the grade; once in a table."""
    scores = [value for label, value in _labelled(grid) if _SCORE_LABEL.fullmatch(label)]
    grades = [value for label, value in _labelled(grid) if _GRADE_LABEL.fullmatch(label)]
    if len(scores) == 1 and len(grades) == 1:
        yield from _cells(grid, scores[0], grades[0])


def _labelled(grid: Grid) -> Iterator[tuple[str, Cell]]:
    for row in range(grid.height):
        for column in range(grid.width - 1):
            label, value = grid.cell(row, column), grid.cell(row, column + 1)
            if label is not None and value is not None and label is not value and value.row == row == label.row:
                yield grid.text(row, column), value


def _rows(part: Part) -> Iterator[Conclusion]:
    if part.columns_named(_POINTS):
        return  # scores of indicators, each out of its own points
    scores = [c for c in part.columns_named(_SCORE_HEAD) if part.grid.amount(part.first, c) is not None]
    grades = [c for c in range(part.grid.width) if _GRADE_LABEL.fullmatch(part.last_head(c))]
    pairs = [(scores[-1], grades[0])] if scores and len(grades) == 1 else list(_owned(part, scores, grades))
    for row in part.body:
        for score_column, grade_column in pairs:
            score, grade = part.grid.cell(row, score_column), part.grid.cell(row, grade_column)
            if score is not None and grade is not None and score.row == grade.row == row:
                yield from _cells(part.grid, score, grade)


def _owned(part: Part, scores: list[int], grades: list[int]) -> Iterator[tuple[int, int]]:
    """自评得分 with 自评等级, 复核得分 with 复核等级: columns that name one owner, each once."""
    for owner in _OWNERS.split("|"):
        own = [[column for column in columns if owner in part.last_head(column)] for columns in (scores, grades)]
        if all(len(columns) == 1 for columns in own):
            yield own[0][0], own[1][0]


def _cells(grid: Grid, score: Cell, grade: Cell) -> Iterator[Conclusion]:
    total, said = grid.amount(score.row, score.column), _GRADE.fullmatch(grade.text.strip())
    if total is not None and not total.is_rate and said is not None:
        yield from _pair(total, said[1], grade.start + grade.text.index(said[1]))
