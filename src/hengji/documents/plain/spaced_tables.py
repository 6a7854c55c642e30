"""Tables whose cells wide gaps part and whose lines all have as many pieces: which cell is whose needs no geometry.

``项目  目标值  完成值`` typed by hand is not aligned; where every line of the run gives the same number of pieces, the
first line names the columns and no place is in doubt. Anything else is left to `layout_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["spaced_tables", "unbroken_tables"]

_GAP: Final = re.compile(r"(?: {2,}|\u3000)[ \u3000]*")
_PROSE: Final = re.compile(r"[。；！？\t|]|，.*，")
_LEADERS: Final = re.compile(r"[.．…·]{3,}")
_FIGURE: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"20\d\d\s?年")
_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*计|小\s*计)(?:\s|$)")
_COLUMNS: Final = range(3, 13)
_ROWS: Final = 3
_WIDE: Final = 4  # pieces with wide gaps between them, which no sentence has
_AMOUNT: Final = re.compile(r"[-−]?\d[\d,]*(?:\.\d+)?%?")
_LONGEST: Final = 200


def unbroken_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """As `spaced_tables`, but only where no line like a row follows: what a run leaves over may have empty cells."""
    yield from (table for table, below in _runs(lines) if below is None)


def spaced_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of three and more lines of equally many pieces, the first without figures, all others with some."""
    for (run, rows), below in _runs(lines):
        merged = below is not None and below.indent > 1 and len(_split(below)) == len(_split(run[0])) - 1
        if below is None or (not merged and all(_pieces(line) == _pieces(run[0]) for line in run)):
            yield run, rows


def _runs(lines: Sequence[Line]) -> Iterator[tuple[tuple[list[Line], Rows], Line | None]]:
    """Every run, and the line of several pieces that stands right below it: it may be a row with empty cells."""
    run: list[Line] = []
    wide = 0
    for line in lines:
        count = _pieces(line)
        if run and _goes_on(run, wide, line):
            count = wide
        if run and (count != wide or line.number != run[-1].number + 1):
            below = line if line.number == run[-1].number + 1 and len(_split(line)) > 1 else None
            yield from ((table, below) for table in _table(run))
            run = []
        if count in _COLUMNS:
            run, wide = [*run, line], count
    yield from ((table, None) for table in _table(run))


def _pieces(line: Line) -> int:
    text = line.text.strip()
    plain = 0 < len(text) <= _LONGEST and not _PROSE.search(text) and not _LEADERS.search(text)
    return len(_GAP.split(text)) if plain else 0


def _split(line: Line) -> list[str]:
    return _GAP.split(line.text.strip())


def _goes_on(run: Sequence[Line], wide: int, line: Line) -> bool:
    """Whether *line* is a row of the table, though it reads like prose (a standard of several steps) or lacks cells: a
    total without the number or the code of the others, or with no more than its name and a figure for each column of
    figures."""
    pieces = _split(line)
    if len(pieces) == wide >= _WIDE and len(line.text) <= _LONGEST and "|" not in line.text:
        return True
    if len(pieces) == wide - 1 and _is_indented_total(line):
        return True
    return len(pieces) < wide and _TOTAL.match(line.text.strip()) is not None and _fits(run, pieces)


def _fits(run: Sequence[Line], pieces: Sequence[str]) -> bool:
    return all(map(_AMOUNT.fullmatch, pieces[1:])) and len(pieces) - 1 == len(_figure_columns(run))


def _figure_columns(run: Sequence[Line]) -> list[int]:
    """The columns that hold nothing but figures below their names."""
    rows = [_split(line) for line in run[1:]]
    whole = [row for row in rows if len(row) == len(_split(run[0]))]
    return [at for at, column in enumerate(zip(*whole, strict=True)) if all(map(_AMOUNT.fullmatch, column))]


def _is_indented_total(line: Line) -> bool:
    """The row of a total without the number or the code of the others: the gap in front of it is an empty cell."""
    return line.indent > 1 and _TOTAL.match(line.text.strip()) is not None


def _table(run: list[Line]) -> Iterator[tuple[list[Line], Rows]]:
    figures = [_FIGURE.search(line.text) is not None for line in run]
    heading = bool(run) and _FIGURE.search(_YEAR.sub("", run[0].text)) is None
    if len(run) >= _ROWS and heading and all(figures[1:]) and not _has_twins(run[0]):
        yield run, [[*_cells(line, row, _places(run, line))] for row, line in enumerate(run)]


def _places(run: Sequence[Line], line: Line) -> Sequence[int]:
    """The columns of the pieces of *line*: all, all but the first, or the name's and those of figures."""
    wide, pieces = len(_split(run[0])), _split(line)
    if len(pieces) < wide and not _is_indented_total(line):
        return 0, *_figure_columns([each for each in run if each is not line])
    return range(wide - len(pieces), wide)


def _has_twins(heading: Line) -> bool:
    """Whether two columns have one name: two tables side by side, or years above them, which places alone tell."""
    names = _split(heading)
    return len(set(names)) < len(names)


def _cells(line: Line, row: int, places: Sequence[int]) -> Iterator[Cell]:
    """*places*: the columns of the pieces."""
    start = line.indent
    end = len(line.text.rstrip())
    for column, gap in zip(places, [*_GAP.finditer(line.text, start, end), None], strict=True):
        yield cell_in_line(line, row, column, start, gap.start() if gap is not None else end)
        start = gap.end() if gap is not None else end
