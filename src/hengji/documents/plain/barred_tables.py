"""Tables whose cells stand one a line with a bar on a line of its own behind each, as a web page's text is taken:
``年度 ⏎ | ⏎ 合计 ⏎ | ⏎ 2015年 ⏎ | …``; an empty cell leaves its bar.

The bars give every cell its place, so only the number of columns is to be found: the fewest that give each column
figures alone or words alone. A last name over several others (公车购置及运行 over 合计, 购置, 运行) stands before them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["barred_tables"]

_BAR: Final = "|"
_LONGEST: Final = 60
_NOTHING: Final = re.compile(r"[-—－–/]*|无")
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*年?度?")
_SUM: Final = re.compile(r"合\s*计|小\s*计")
_COLUMNS: Final = range(2, 13)
_NAMED: Final = 3
"""One name of so many has a word that headings have: the bars say the rest."""
_FEWEST: Final = 3
"""Figures that such a table holds."""

Token = tuple[Line | None, Line]
"""A cell, which may be empty, and its bar."""


def barred_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Every run of cells and bars that rows of one width account for."""
    for run in _runs(lines):
        for width in _COLUMNS:
            found = _read(run, width)
            if found is not None:
                yield found
                break


def _runs(lines: Sequence[Line]) -> Iterator[list[Token]]:
    """Cells and bars by turns; two cells without a bar between them part the runs."""
    run: list[Token] = []
    cell: Line | None = None
    for line in lines:
        text = line.text.strip()
        if text == _BAR:
            run.append((cell, line))
            cell = None
        elif text and len(text) <= _LONGEST and cell is None and _BAR not in text:
            cell = line
        elif text:
            yield run
            run, cell = [], line if len(text) <= _LONGEST and _BAR not in text else None
    yield run


def _read(run: list[Token], width: int) -> tuple[list[Line], Rows] | None:
    """The heading of *width* columns at the beginning of the run, and rows to its end; None where they do not fit."""
    for extra in (0, 1):
        names = [token[0].text.strip() if token[0] is not None else "" for token in run[: width + extra]]
        rest = run[width + extra :]
        if extra and (width <= _FEWEST or not any(map(_SUM.fullmatch, names[width - 3 :]))):
            continue
        if not rest or len(rest) % width or not _is_heading(names):
            continue
        rows = [rest[at : at + width] for at in range(0, len(rest), width)]
        if _keeps_kinds(rows):
            lines = [line for cell, bar in run for line in ((cell, bar) if cell is not None else (bar,))]
            return lines, _cells(run[: width + extra], rows, width, extra)
    return None


def _is_heading(names: Sequence[str]) -> bool:
    words = [name for name in names if name]
    plain = not any(is_figure(name) and not _YEAR.fullmatch(name) for name in words)
    return plain and len(words) >= len(names) - 1 and _NAMED * sum(map(names_a_column, words)) >= len(words)


def _keeps_kinds(rows: Sequence[Sequence[Token]]) -> bool:
    """Whether each row begins with a name, and every other column holds figures alone or words alone."""
    figures = 0
    for place, column in enumerate(zip(*rows, strict=True)):
        texts = [cell.text.strip() for cell, _ in column if cell is not None]
        kinds = [is_figure(text) and not (place == 0 and _YEAR.fullmatch(text) is not None) for text in texts
                 if not _NOTHING.fullmatch(text)]  # fmt: skip
        if len(set(kinds)) > 1 or (place == 0 and (True in kinds or len(texts) < len(rows))):
            return False
        figures += sum(kinds)
    return figures >= _FEWEST or (figures > 0 and len(rows) >= _FEWEST)


def _cells(heading: Sequence[Token], rows: Sequence[Sequence[Token]], width: int, extra: int) -> Rows:
    """The rows of cells; *extra*: the heading has a name more, which heads the columns from the sum behind it on."""
    names = [cell for cell, _ in heading]
    if extra:
        sums = [
            at for at in range(1, width + 1) if (cell := names[at]) is not None and _SUM.fullmatch(cell.text.strip())
        ]
        group = sums[-1] - 1
        found = [
            _row(0, [(names[at], at, 2, 1) for at in range(group)] + [(names[group], group, 1, width - group)]),
            _row(1, [(names[at], at - 1, 1, 1) for at in range(group + 1, width + 1)]),
        ]
    else:
        found = [_row(0, [(cell, at, 1, 1) for at, cell in enumerate(names)])]
    for row in rows:
        found.append(_row(len(found), [(cell, at, 1, 1) for at, (cell, _) in enumerate(row)]))
    return found


def _row(row: int, places: Sequence[tuple[Line | None, int, int, int]]) -> list[Cell]:
    """The cells of a row, each with its column and how many rows and columns it takes; none for an empty one."""
    found = []
    for line, column, tall, wide in places:
        if line is not None:
            cell = cell_in_line(line, row, column, 0, len(line.text))
            found.append(Cell(row, column, cell.start, cell.end, cell.text, tall, wide, page=cell.page))
    return found
