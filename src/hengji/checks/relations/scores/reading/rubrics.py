"""Rubrics: tables with an indicator, its points, its standard and its scores in each row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.narrative import amount_at
from hengji.checks.relations.scores.reading.prose import deductions_of
from hengji.checks.relations.tables.alignment import offset, value_cells
from hengji.checks.relations.tables.amounts import Amount, read_amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell

__all__ = ["POINTS", "SCORE", "Rubric", "RubricRow", "pointed_parts", "rubrics_of"]

POINTS: Final = re.compile(r"(?:分值|权重分?|满分|标准分|配分|总分|分数)(?:[(（].{0,4}[)）])?$|^(?:分|标准分值)$")
SCORE: Final = re.compile(
    r"(?:得分|评分|^打分|自评分|[核复抽审]查分|复[核评]分|评[价审]分|[审核]定分|审核分|实得分|分数)"
    r"(?:[(（](?:.{0,4}|.{0,16}[×÷*/].{0,16})[)）])?$"
)
_NO_SCORE: Final = re.compile(r"标准|说明|依据|理由|原因|办法|细则|得分率|方法|规则|要点")
_STANDARD: Final = re.compile(r"(?:评分|评价|计分|打分|扣分)(?:标准|办法|细则|规则|方法|要点)|^标准$")
_EXPLAINED: Final = re.compile(r"(?:指标|考核|评价)(?:说明|解释|内容|要点)")
_REMARK: Final = re.compile(r"说明$|(?:扣分|失分|得分|评分|未完成)(?:原因|理由|依据|情况)|偏差原因|备注")
_OWN: Final = re.compile("自评|自查|单位")
_NAME: Final = re.compile("指标|名称|内容|因素|项目|要素|准则|维度|板块|类别")
_VALUED: Final = re.compile(
    "(?:完成|指标|目标|实际|计划|年度)值|完成情况|^(?:年初|年度|全年|预期)?(?:目标|计划|实际|完成)$|^实际(?:情况|完成)$"
)
"""Heads of what was aimed at and reached, which names no indicator: 完成值/指标值."""
_NOTHING: Final = re.compile("[-—－–/]+")
_TARGET: Final = re.compile(r"[≥≤><=＝≧≦]?\d[\d,.]*[%％]?[\u4e00-\u9fff]{0,3}")
_LAST_PARAGRAPH: Final = re.compile(r"<p>\s*(\d{1,2}(?:\.\d)?)\s*</p>\s*$")
_SAME: Final = re.compile(r"[\s“”\"（(]*(?:同上[一]?[项行]?|同前)[\s“”\"）)。]*")
_LONG: Final = 15
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class RubricRow:
    """One indicator. `scores` are in the order of the columns of scores; `explained` says what the indicator means."""

    row: int
    path: tuple[str, ...]
    points: Amount | None
    scores: tuple[Amount | None, ...]
    standard: Cell | None
    remark: Cell | None
    is_total: bool
    explained: Cell | None = None

    @property
    def name(self) -> str:
        return self.path[-1] if self.path else ""


@dataclass(frozen=True)
class Rubric:
    """`ragged`: cells slipped out of their columns, so that places prove nothing."""

    part: Part
    score_heads: tuple[str, ...]
    rows: tuple[RubricRow, ...]
    ragged: bool

    @property
    def verified(self) -> int:
        """The column of the scores that count: 核查得分 behind 自评得分."""
        return len(self.score_heads) - 1

    @cached_property
    def rescaled(self) -> frozenset[int]:
        """Columns most of whose scores are above their points: out of a hundred beside weights in percent."""
        found = set()
        for column in range(len(self.score_heads)):
            rows = [row for row in self.rows if row.points is not None and not row.is_total]
            scores = [(row.points, score) for row in rows if (score := row.scores[column]) is not None]
            above = sum(points is not None and score.value > points.value for points, score in scores)
            if len(scores) >= _FEWEST and above * 2 > len(scores):
                found.add(column)
        return frozenset(found)

    @property
    def is_plain(self) -> bool:
        """Whether the scores that count can be held against the points of their own rows."""
        return not self.ragged and self.verified not in self.rescaled

    def awarded(self) -> Iterator[tuple[RubricRow, Amount, Amount]]:
        """Every indicator with its points and its score; none where the table is not plain."""
        for row in self.rows if self.is_plain else ():
            score = row.scores[self.verified]
            if score is not None and row.points is not None and not row.is_total:
                yield row, row.points, score

    def cells_of(self, row: RubricRow) -> Iterator[Cell]:
        """The cells that are the row's alone."""
        for cell in self.part.grid.cells[row.row]:
            if cell is not None and cell.row == row.row and cell.row_span == 1:
                yield cell

    def is_own(self, column: int) -> bool:
        return _OWN.search(self.score_heads[column]) is not None


def rubrics_of(context: Context) -> tuple[Rubric, ...]:
    """Every part of a table whose headers name points and scores."""
    return context.once(rubrics_of, lambda: tuple(_rubrics(context)))


def _rubrics(context: Context) -> Iterator[Rubric]:
    for table in context.document.tables:
        for part in parts_of(context, table):
            points = [column for column in part.columns_named(POINTS) if not SCORE.search(part.heads[column])]
            scores = _score_columns(part)
            if points and scores and _NAME.search("".join(part.heads)):
                yield _rubric(context, part, points, scores)


def pointed_parts(context: Context) -> Iterator[Rubric]:
    """Systems of indicators with points for several levels and no scores: their rows say only which are totals."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            points = part.columns_named(POINTS)
            if len(points) > 1 and not _score_columns(part) and _NAME.search("".join(part.heads)):
                rows = tuple(
                    RubricRow(
                        row,
                        (),
                        None,
                        (),
                        None,
                        None,
                        _is_total([part.grid.text(row, at) for at in range(min(4, part.grid.width))]),
                    )
                    for row in part.body
                )
                yield Rubric(part, (), rows, False)


def _is_total(texts: Sequence[str]) -> bool:
    return any(re.match(r"合计|总计|总分|小计|总得分", text) for text in texts[:4])


def _score_columns(part: Part) -> list[int]:
    found = [
        c
        for c in part.columns_named(SCORE)
        if not _NO_SCORE.search(part.last_head(c)) and not POINTS.search(part.heads[c])
    ]
    return [
        column
        for place, column in enumerate(found)
        if place == 0 or part.heads[column] != part.heads[found[place - 1]] or column > found[place - 1] + 1
    ]


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where a rubric keeps what; −1 where it has no such column. `ended`: words whose last paragraph is the points."""

    points: int
    ended: int
    scores: list[int]
    standard: int
    remark: int
    explained: int


def _rubric(context: Context, part: Part, points: list[int], scores: list[int]) -> Rubric:
    standard = next(iter(part.columns_named(_STANDARD)), -1)
    remarks = [column for column in part.columns_named(_REMARK) if column not in (standard, *scores)]
    remark = next((column for column in remarks if not _EXPLAINED.search(part.last_head(column))), -1)
    remark = remark if remark >= 0 else next(iter(remarks), -1)
    known = (standard, remark, *scores, *points)
    explained = next((column for column in part.columns_named(_EXPLAINED) if column not in known), -1)
    ragged = any(offset(part, row, scores) for row in part.body) or _unpointed(part, points[-1], scores)
    columns = _Columns(points[-1], _ended(context, part, scores), scores, standard, remark, explained)
    rows = _carried_down([_row(context, part, row, columns, ragged) for row in part.body])
    return Rubric(part, tuple(part.heads[column] for column in scores), rows, ragged)


def _carried_down(rows: Sequence[RubricRow]) -> tuple[RubricRow, ...]:
    """同上 under the standards is the standard above."""
    found: list[RubricRow] = []
    last: Cell | None = None
    for row in rows:
        same = row.standard is not None and _SAME.fullmatch(row.standard.text) is not None
        found.append(replace(row, standard=last) if same else row)
        last = last if same or row.is_total else row.standard
    return tuple(found)


def _unpointed(part: Part, points: int, scores: list[int]) -> bool:
    """Whether words stand where points should, in a row with a score: the columns are out of joint."""
    grid = part.grid
    rows = [row for row in part.body if any(grid.amount(row, column) is not None for column in scores)]
    return grid.table.rebuilt and any(grid.text(row, points) and not grid.amount(row, points) for row in rows)


def _row(context: Context, part: Part, row: int, columns: _Columns, ragged: bool) -> RubricRow:
    grid, scores = part.grid, columns.scores
    placed = value_cells(part, row, scores)
    values = tuple(read_amount(context, cell) for cell in placed)
    texts = [grid.text(row, column) for column in range(grid.width)]
    first_value = min((cell.column for cell in placed if cell is not None), default=scores[0])
    first_long = next((column for column, text in enumerate(texts) if len(text) > _LONG), min(scores[0], first_value))
    if ragged:
        found = [amount for column in range(first_long) if (amount := grid.amount(row, column)) is not None]
        leaf = _at_the_end(context, grid.cell(row, first_long)) or (found[-1] if found else None)
        cells = [grid.cell(row, column) for column, text in enumerate(texts) if len(text) > _LONG]
        why, rule, said = (cells[place] if len(cells) > max(place, 1) else None for place in range(3))
        said = said or _marked_down([grid.cell(row, column) for column in range(first_value)])
    else:
        ended = columns.ended >= 0
        leaf = _at_the_end(context, grid.cell(row, columns.ended)) if ended else grid.amount(row, columns.points)
        found_at = (columns.explained, columns.standard, columns.remark)
        why, rule, said = (grid.cell(row, column) if column >= 0 else None for column in found_at)
    said_in = [] if ragged else [at for at in (columns.explained, columns.standard, columns.remark) if at > 0]
    path = _path(part, row, min([first_long, scores[0], *said_in]))
    return RubricRow(row, path, leaf, values, rule, said, _is_total(texts), why)


def _ended(context: Context, part: Part, scores: list[int]) -> int:
    """The column of words left of the scores whose cells end in the points of their row, as most do; −1 for none."""
    rows = [row for row in part.body if part.grid.amount(row, scores[0]) is not None]
    for column in range(scores[0] if len(rows) >= _FEWEST else 0):
        ended = sum(_at_the_end(context, part.grid.cell(row, column)) is not None for row in rows)
        if ended * 2 > len(rows):
            return column
    return -1


def _marked_down(cells: Sequence[Cell | None]) -> Cell | None:
    """The last cell that says what was taken off and what is left: no standard does."""
    told = [cell for cell in cells if cell is not None and any(one.leaves for one in deductions_of(cell.text))]
    return told[-1] if told else None


def _at_the_end(context: Context, cell: Cell | None) -> Amount | None:
    """Points that a converter of scanned tables left as the last paragraph of the cell before them."""
    match = _LAST_PARAGRAPH.search(cell.text) if cell is not None else None
    return amount_at(context, cell.start + match.start(1), cell.start + match.end(1)) if cell and match else None


def _path(part: Part, row: int, end: int) -> tuple[str, ...]:
    """The names left of the standard, filled down where a cell is blank."""
    grid = part.grid
    names: list[str] = []
    for column in range(end):
        names_it = column not in part.sign_columns and not _VALUED.search(part.last_head(column))
        text = grid.text(row, column) if names_it else ""
        if (
            text
            and not _NOTHING.fullmatch(text)
            and not _TARGET.fullmatch(text)
            and not grid.amount(row, column)
            and (not names or names[-1] != text)
        ):
            names.append(text)
    return tuple(names)
