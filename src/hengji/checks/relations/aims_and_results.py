"""What a form of goals aims at and what it says was done of it, told side by side: 预期目标 | 实际完成情况.

The two speak of the same things with other figures, which is no contradiction (财预〔2018〕167号, the form 项目支出
绩效自评表). The pair is found in tables, in lines of one cell each, and in lines whose columns blanks keep apart.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal

from hengji.checks.context import Context, Span
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.document import Cell

__all__ = ["AIM", "RESULT", "aims", "goals_of_rows", "results", "side_at"]

Side = Literal["aim", "result"]
AIM: Final[Side] = "aim"
RESULT: Final[Side] = "result"

_AIM_HEAD: Final = re.compile(
    r"(?:年度|年初|全年|总体|整体|项目|绩效|预期|设定|申报|本年|当年|任务|工作|(?:20\d\d年度?))*(?:目标|任务)(?:设定|申报)?(?:情况)?[:：]?"
)
_AIM_HEAD_END: Final = re.compile("目标[:：]?$")
_RESULT_HEAD: Final = re.compile(
    r"(?:年度|全年|总体|目标|绩效|本年|截至年底|任务)*(?:实际|目标)?(?:总体)?(?:完成|实现)(?:的)?(?:情况|结果|效果)(?:说明)?[:：]?"
)
_RESULT_LINE: Final = re.compile(
    r"^(?P<line>[^\n]{0,120}?(?:完成|实现)(?:的)?(?:情况|结果|效果)(?:说明)?[:：]?)[ \t\u3000]*$", re.MULTILINE
)
_BLANKS: Final = re.compile(r"[ \u3000]{2,}")
_PIECE: Final = re.compile(r"\S+(?: \S+)*")
_MOST_LINES: Final = 12
_OVER: Final = re.compile("[一二三四]级指标|绩效指标|指标值")


def aims(context: Context) -> tuple[Span, ...]:
    """Where forms tell what is aimed at, in order."""
    return tuple(span for span, side in _sides(context) if side == AIM)


def results(context: Context) -> tuple[Span, ...]:
    """Where forms tell what was done of it, in order."""
    return tuple(span for span, side in _sides(context) if side == RESULT)


def side_at(context: Context, place: int) -> Side | None:
    """On which side of a form *place* stands; None outside of such forms."""
    spans = _sides(context)
    index = bisect_right(spans, place, key=lambda one: one[0][0]) - 1
    return spans[index][1] if index >= 0 and spans[index][0][0] <= place < spans[index][0][1] else None


def goals_of_rows(context: Context) -> tuple[Cell, ...]:
    """The cells of a list of projects that tell in words what the rows beside them are to reach: 项目目标, merged
    down over the indicators of the project."""
    return context.once(goals_of_rows, lambda: tuple(_merged_goals(context)))


def _merged_goals(context: Context) -> Iterator[Cell]:
    for table in context.document.tables:
        for part in parts_of(context, table):
            for column in part.columns_named(_AIM_HEAD_END):
                rows = (row for row in part.body if _AIM_HEAD.fullmatch(part.last_head(column)))
                cells = dict.fromkeys(part.grid.cell(row, column) for row in rows)
                yield from (cell for cell in cells if cell is not None and cell.row_span > 1)


def _sides(context: Context) -> tuple[tuple[Span, Side], ...]:
    return context.once(_sides, lambda: tuple(sorted(_found(context))))


def _found(context: Context) -> set[tuple[Span, Side]]:
    return {
        *_in_tables(context),
        *_in_lines(context),
        *(((cell.start, cell.end), AIM) for cell in goals_of_rows(context)),
    }


def _in_tables(context: Context) -> Iterator[tuple[Span, Side]]:
    for table in context.document.tables:
        yield from _of_grid(grid_of(context, table))


def _of_grid(grid: Grid) -> Iterator[tuple[Span, Side]]:
    """The cells below two heads side by side; where merged cells were left out, the only two in the row below."""
    for row in range(grid.height - 1):
        heads = [cell for cell in grid.begun(row) if cell.text.strip()]
        sides = [_side(grid.text(row, cell.column)) for cell in heads]
        at = next((at for at, pair in enumerate(pairwise(sides)) if pair == (AIM, RESULT)), None)
        if at is None:
            continue
        pair = [grid.cell(row + 1, head.column) for head in heads[at : at + 2]]
        told = [cell for cell in grid.begun(row + 1) if cell.text.strip()]
        if grid.table.rebuilt and len(told) == len(pair):
            pair = [*told]
        for cell, side in zip(pair, (AIM, RESULT), strict=True):
            if cell is not None and cell.row == row + 1 and grid.amount(row + 1, cell.column) is None:
                yield (cell.start, cell.end), side


def _side(text: str) -> Side | None:
    if _RESULT_HEAD.fullmatch(text):
        return RESULT
    return AIM if _AIM_HEAD.fullmatch(text) else None


def _in_lines(context: Context) -> Iterator[tuple[Span, Side]]:
    """The two heads in two lines, and what they head in the next two; or all in columns that blanks keep apart."""
    text = context.document.text
    for match in _RESULT_LINE.finditer(text):
        heads = _BLANKS.split(match["line"].strip())
        if _side(heads[-1]) != RESULT:
            continue
        if len(heads) > 1 and _side(heads[-2]) == AIM:
            yield from _beside_one_another(text, match.end() + 1)
        elif len(heads) == 1 and _side(_line_above(text, match.start())) == AIM:
            yield from _one_below_the_other(text, match.end() + 1)


def _line_above(text: str, start: int) -> str:
    return text[text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].strip()


def _lines_below(text: str, start: int) -> Iterator[Span]:
    """The next lines that are not blank, as far as a cell may reach."""
    for _ in range(_MOST_LINES):
        end = text.find("\n", start)
        end = end if end >= 0 else len(text)
        if start >= len(text) or not text[start:end].strip():
            return
        yield start, end
        start = end + 1


def _one_below_the_other(text: str, start: int) -> Iterator[tuple[Span, Side]]:
    yield from zip(_lines_below(text, start), (AIM, RESULT), strict=False)


def _beside_one_another(text: str, start: int) -> Iterator[tuple[Span, Side]]:
    """Every line has its last piece but one under the first head, and its last one under the second."""
    for begin, end in _lines_below(text, start):
        if _OVER.search(text, begin, end):
            return
        pieces = list(_PIECE.finditer(text, begin, end))
        if len(pieces) > 1:
            yield pieces[-2].span(), AIM
            yield pieces[-1].span(), RESULT
