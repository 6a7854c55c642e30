"""The year in a form's own cells, beside 年度 or in “2023年度” alone, against the document's and the other forms'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.relation import Relation

__all__ = ["find_cell_years"]

_LABEL: Final = re.compile(r"(?:预算|评价|项目|申报|填报|绩效|自评|所属|实施|执行|资金)?年[度份][:：]?")
_YEAR: Final = re.compile(r"(20\d{2})年?度?")
_LABELLED: Final = re.compile(r"(?:预算|评价|项目|申报|填报|绩效|自评|所属|实施|执行)?年[度份][:：](20\d{2})年?度?")
_ALONE: Final = re.compile(r"[（(]\s*(20\d{2})\s*年\s*度?\s*[)）]")
_CONTINUES: Final = re.compile(r"结转|续建|跨年|延续|以前年度|上年|历年")
_HEAD: Final = 8
_REACH: Final = 200

Found = tuple[int, Span]


def find_cell_years(context: Context, year: int) -> Iterator[Relation]:
    """A form of another year than the document's. Wrong where other forms, or the title, have the document's year and
    this is the only one of its year; else a question."""
    found = list(_in_tables(context))
    counted = Counter(one for one, _ in found)
    titled = str(year) in context.facts.title
    for one, span in found:
        if one == year or abs(one - year) > 1:
            continue
        certain = counted[one] == 1 and (counted[year] > 0 or (titled and one < year))
        yield slip(
            context,
            [span],
            "error" if certain else "suspicious",
            f"这张表的年度是{one}，材料的年度是{year}{'，其余各表也是' if counted[year] else ''}。请核对。",
            rule="各表年度应一致",
            expected=str(year),
            kind="year",
        )


def _in_tables(context: Context) -> Iterator[Found]:
    for table in context.document.tables:
        grid = grid_of(context, table)
        end = min(table.end, table.start + _REACH)
        if _CONTINUES.search(context.document.text, table.start, end) is None:
            for row in range(min(grid.height, _HEAD)):
                yield from _in_row(grid, row)


def _in_row(grid: Grid, row: int) -> Iterator[Found]:
    """The label and the cell beside it, or both in one cell."""
    for column in range(grid.width):
        cell = grid.cell(row, column)
        if cell is None or (cell.row, cell.column) != (row, column):
            continue
        label = grid.text(row, column - 1) if column else ""
        beside = _YEAR.fullmatch(grid.text(row, column)) if _LABEL.fullmatch(label) else None
        match = beside or _LABELLED.fullmatch(grid.text(row, column)) or _ALONE.fullmatch(cell.text.strip())
        if match is not None and match[1] in cell.text:
            start = cell.start + cell.text.index(match[1])
            yield int(match[1]), (start, start + 4)
