"""Rows of a name and figures that single blanks part, as text is copied from a page: 公务接待费 14.80 16.30 91.2%.

A blank may stand inside a name, never inside a figure, so that the figures at the end of a line are its cells and what
is in front of them is its name. Three such lines of equally many figures, under a heading of as many names or none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line

__all__ = ["single_spaced_tables"]

_PIECE: Final = re.compile(r"\S+")
_PROSE: Final = re.compile(r"[。；！？\t|]|，.*，|[：:]\s*\S")
_GAP: Final = re.compile(r" {2,}|\u3000")
_NUMBER: Final = re.compile(r"\d{1,3}")
_NAME: Final = re.compile(r"[\u4e00-\u9fff（）()“”、—-]{2,30}")
_TOTAL: Final = re.compile(r"合\s?计|总\s?计|小\s?计")
_NOTHING: Final = re.compile(r"[-—/]+")
_LONGEST: Final = 160
_FIGURES: Final = range(2, 13)
_ROWS: Final = 3


def single_spaced_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of such lines, with the heading in front of them."""
    at = 0
    while at < len(lines):
        wide = _figures(lines[at])
        run = [lines[at]]
        while wide in _FIGURES and at + len(run) < len(lines):
            line = lines[at + len(run)]
            if _figures(line) != wide or line.number != run[-1].number + 1:
                break
            run.append(line)
        if wide in _FIGURES and len(run) >= _ROWS:
            above = lines[at - 1] if at and lines[at - 1].number == run[0].number - 1 else None
            last = lines[at + len(run)] if at + len(run) < len(lines) else None
            if last is not None and last.number == run[-1].number + 1 and 0 < _figures(last) < wide:
                run += [last] if _TOTAL.match(last.text.strip()) else []  # not every column has a total
            yield _table(above, run, wide)
        at += len(run)


def _figures(line: Line) -> int:
    """How many figures end the line; 0 where no name stands in front of them."""
    text = line.text.strip()
    if not 0 < len(text) <= _LONGEST or _PROSE.search(text) or _GAP.search(text):
        return 0
    pieces = text.split(" ")
    count = 0
    while count < len(pieces) and (is_figure(pieces[-1 - count]) or _NOTHING.fullmatch(pieces[-1 - count])):
        count += 1
    names = pieces[: len(pieces) - count]
    if names and _NUMBER.fullmatch(names[0]):
        names = names[1:]
    return count if names and all(_NAME.fullmatch(name) for name in names) else 0


def _table(above: Line | None, run: Sequence[Line], wide: int) -> tuple[list[Line], Rows]:
    numbered = all(_NUMBER.fullmatch(line.text.split()[0]) for line in run[:-1])
    columns = wide + 1 + numbered
    heading = above if above is not None and _is_heading(above, columns) else None
    rows: Rows = []
    if heading is not None:
        places = [match.span() for match in _PIECE.finditer(heading.text)]
        rows.append([cell_in_line(heading, 0, column, *span) for column, span in enumerate(places)])
    for row, line in enumerate(run, start=len(rows)):
        places = [match.span() for match in _PIECE.finditer(line.text)]
        cut = len(places) - min(wide, _figures(line))
        first = 1 if numbered and _NUMBER.fullmatch(line.text[slice(*places[0])]) else 0
        cells = [places[0]] if first else [(0, 0)] if numbered else []
        cells += [(places[first][0], places[cut - 1][1]), *places[cut:]]
        rows.append([cell_in_line(line, row, column, *span) for column, span in enumerate(cells)])
    return [*([heading] if heading is not None else []), *run], rows


def _is_heading(line: Line, columns: int) -> bool:
    pieces = line.text.split()
    named = sum(names_a_column(piece) for piece in pieces)
    return len(pieces) == columns and not any(map(is_figure, pieces)) and named * 2 >= columns
