"""The steps of one work in a row of a table, a form, or lines 开工时间：…, in an order that cannot be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.near_anchors import near
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.checks.relations.wording.days.date_order import disordered
from hengji.checks.relations.wording.days.procedure_steps import STEP_WORD, Step, follows, step_of
from hengji.checks.relations.wording.days.told_dates import ToldDate, told_dates
from hengji.facts.document import Cell, Table
from hengji.facts.relation import Relation, Verdict

__all__ = ["find_step_tables"]

_CUE: Final = re.compile(r"(?:开|竣|完)工|验收|签[订署约]|招标|开标|中标|公示|批复|立项|下达|拨付|申报|评审|整改|反馈")
_DATED: Final = re.compile(r"日期|时间|年月|月份")
_PLANNED: Final = re.compile(r"计划|拟|预计|约定|要求|目标|应|截止|最迟|合同(?:开工|竣工|完工)")
_LINE: Final = near(
    re.compile(
        r"(?P<label>[\u4e00-\u9fff（）]{2,16}(?:日期|时间|年月))\s*[:：]\s*(?P<date>20\d{2}\s*[年.\-/]\s*\d[^\n，。；：:]{0,12})"
    ),
    r"(?:日期|时间|年月)\s*[:：]",
    60,
)
_LONGEST_LABEL: Final = 16
_NEXT_LINE: Final = 60  # characters between two lines of one form
_MANY: Final = 12  # boxes of one form that are held against each other


@dataclass(frozen=True, slots=True)
class _Box:
    """A date in a box or line, the step that its label names, and whether it was only planned."""

    step: Step
    date: ToldDate
    planned: bool

    @property
    def span(self) -> Span:
        return self.date.start, self.date.end


def find_step_tables(context: Context) -> Iterator[Relation]:
    """Rows under heads that name steps, then labels with a date beside them, then lines of label and date."""
    for table in context.document.tables:
        if len({match[0] for match in _CUE.finditer(context.document.text, table.start, table.end)}) > 1:
            rows = list(_rows(context, table))
            yield from _in_rows(context, rows) if rows else _in_form(context, list(_form(context, table)))
    yield from _in_lines(context)


def _label(text: str) -> tuple[Step, bool] | None:
    """The step whose date a head or label of a box announces."""
    match = STEP_WORD.search(text) if len(text) <= _LONGEST_LABEL else None
    step = step_of(match, text + ("合同" if "签" in text else "")) if match else None
    return (step, _PLANNED.search(text) is not None) if step is not None else None


def _only_date(context: Context, cell: Cell | None) -> ToldDate | None:
    """The date that fills a cell."""
    if cell is None or not cell.text or len(cell.text) > 2 * _LONGEST_LABEL:
        return None
    found = told_dates(context.document.text, cell.start, cell.end)
    filled = len(found) == 1 and len(re.sub(r"\s", "", cell.text)) - (found[0].end - found[0].start) <= 2
    return found[0] if filled and found[0].first[0] else None


def _rows(context: Context, table: Table) -> Iterator[list[_Box]]:
    for part in parts_of(context, table):
        named = [(column, label) for column in range(part.grid.width) if (label := _label(part.last_head(column)))]
        if len(named) < 2:
            continue
        for row in part.body:
            yield [
                _Box(step, date, planned)
                for column, (step, planned) in named
                if (date := _only_date(context, part.grid.cell(row, column))) is not None
            ]


def _in_rows(context: Context, rows: Sequence[list[_Box]]) -> Iterator[Relation]:
    """An order that most rows break is none: then the columns mean something else."""
    broken = [pair for row in rows if (pair := _broken(row)) is not None]
    whole = sum(1 for row in rows if len(row) > 1)
    certain = len(broken) * 2 < whole or whole == 1
    for one, other in broken:
        verdict: Verdict = "error" if certain and one.step.strict and other.step.strict else "suspicious"
        yield disordered(context, (one.span, other.span), (one.step, other.step), verdict)


def _form(context: Context, table: Table) -> Iterator[_Box]:
    grid: Grid = grid_of(context, table)
    for row in range(grid.height):
        for column in range(1, grid.width):
            text = grid.text(row, column - 1)
            cell = grid.cell(row, column)
            own = cell is not None and (cell.row, cell.column) == (row, column)
            if own and _DATED.search(text) and (label := _label(text)) and (date := _only_date(context, cell)):
                yield _Box(label[0], date, label[1])


def _in_form(context: Context, boxes: Sequence[_Box]) -> Iterator[Relation]:
    """A form in which a step stands twice tells of several works."""
    keys = [(box.step.ranks, box.planned) for box in boxes]
    pair = _broken(boxes) if len(keys) == len(set(keys)) <= _MANY else None
    if pair is not None:
        one, other = pair
        verdict: Verdict = "error" if one.step.strict and other.step.strict else "suspicious"
        yield disordered(context, (one.span, other.span), (one.step, other.step), verdict)


def _in_lines(context: Context) -> Iterator[Relation]:
    form: list[_Box] = []
    text = context.document.text
    for match in _LINE.finditer(text):
        label = _label(match["label"])
        dates = told_dates(text, *match.span("date"))
        if label is None or len(dates) != 1:
            continue
        box = _Box(label[0], dates[0], label[1])
        again = any((box.step.ranks, box.planned) == (one.step.ranks, one.planned) for one in form)
        if form and (again or match.start() - form[-1].date.end > _NEXT_LINE):
            yield from _in_form(context, form)
            form = []
        form.append(box)
    yield from _in_form(context, form)


def _broken(boxes: Sequence[_Box]) -> tuple[_Box, _Box] | None:
    """The first two that cannot follow as they do; what was planned is held against what was planned."""
    for one, other in combinations(boxes, 2):
        if one.planned != other.planned:
            continue
        if follows(other.step, one.step) and other.date.last < one.date.first:
            return one, other
        if follows(one.step, other.step) and one.date.last < other.date.first:
            return one, other
    return None
