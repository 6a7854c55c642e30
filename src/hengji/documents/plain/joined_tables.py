"""Tables whose cells one fixed gap parts, an empty cell leaving two gaps side by side: ``a    1.00        2.00``.

A program that joins the cells of a row by three or four blanks writes them so. No column is aligned, yet nothing is in
doubt: every gap is a multiple of the heading's, and every line then has the heading's number of cells. Lines that are
aligned have gaps of any length, and are left to `layout_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["joined_tables"]

_GAP: Final = re.compile(" {2,}")
_NO_HEADING: Final = re.compile(r"[：:。；！？\t|\u3000]|\d{2,}|[.．…·]{3,}")
_PROSE: Final = re.compile(r"[。；！？\t|\u3000]|，.*，")
_TOTAL: Final = re.compile(r"(?:合|总|小|共)\s*(?:计|分)")
_GAPS: Final = range(2, 9)
_COLUMNS: Final = range(2, 25)
_LONGEST: Final = 300
_FEWEST: Final = 2  # rows below the heading of a table of two columns
_MOSTLY: Final = 3  # of five gaps, so many are one gap wide


def joined_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of a heading without figures and lines below that have as many cells."""
    at = 0
    while at < len(lines):
        gap = _gap_of_heading(lines[at])
        run = _run(lines, at, gap) if gap else []
        if run:
            yield run, _rows(run, gap)
        at += len(run) or 1


def _gap_of_heading(line: Line) -> int:
    """How wide the only gap of a heading is; 0 where the line is none."""
    text = line.text.strip()
    widths = {len(gap) for gap in _GAP.findall(text)}
    if len(widths) != 1 or len(text) > _LONGEST or _NO_HEADING.search(text) or line.indent:
        return 0
    width = widths.pop()
    return width if width in _GAPS and len(text.split(" " * width)) in _COLUMNS else 0


def _run(lines: Sequence[Line], at: int, gap: int) -> list[Line]:
    """The heading at *at* with its rows; empty where they are too few to tell."""
    columns = len(lines[at].text.strip().split(" " * gap))
    run, wide = [lines[at]], [0, 0]
    for line in lines[at + 1 :]:
        if line.number != run[-1].number + 1 or not _fits(line, gap, columns):
            break
        run.append(line)
        gaps = [len(one) for one in _GAP.findall(line.text.strip())]
        wide = [wide[0] + sum(one == gap for one in gaps), wide[1] + len(gaps)]
    figures = sum(any(is_figure(cell) for cell in line.text.split(" " * gap) if cell.strip()) for line in run[1:])
    told = len(run) > _FEWEST or (columns > _FEWEST and len(run) == _FEWEST)
    return run if told and figures * 2 >= len(run) - 1 and (gap > 2 or wide[0] * 5 >= wide[1] * _MOSTLY) else []


def _fits(line: Line, gap: int, columns: int) -> bool:
    """Whether *line* is a row of so many cells: all its gaps are whole, the places at its end may be left out."""
    text = line.text.rstrip()
    if not text or len(text) > _LONGEST or _PROSE.search(text):
        return False
    widths = [line.indent, *(len(one) for one in _GAP.findall(text.lstrip()))]
    count = len(text.split(" " * gap))
    return all(width % gap == 0 for width in widths) and 2 <= count <= columns


def _rows(run: Sequence[Line], gap: int) -> Rows:
    """The cells of all lines; the figures of a total that leaves out the cells behind its name (合计, 100, 94.65 below
    类别, 指标, 分值, 得分) stand in the last columns, where every other line has figures."""
    pieces = [line.text.rstrip().split(" " * gap) for line in run]
    width = len(pieces[0])
    rows = [_cells(line, row, gap) for row, line in enumerate(run)]
    last = pieces[-1]
    missing = width - len(last)
    figured = all(is_figure(one) for row in [*pieces[1:-1], last[1:]] for one in row[1 - len(last) :])
    whole = all(len(row) == width for row in pieces[1:-1])
    if len(run) > _FEWEST + 1 and missing and len(last) > 1 and figured and whole and _TOTAL.fullmatch(last[0].strip()):
        rows[-1] = [replace(cell, column=cell.column + missing * (cell.column > 0)) for cell in rows[-1]]
    return rows


def _cells(line: Line, row: int, gap: int) -> list[Cell]:
    cells: list[Cell] = []
    position = 0
    for column, piece in enumerate(line.text.rstrip().split(" " * gap)):
        cells.append(cell_in_line(line, row, column, position, position + len(piece)))
        position += len(piece) + gap
    return cells
