"""Tables whose cells a single blank parts, as copying a page leaves them: ``教育支出 92400 4680 97080``.

One blank says little, so the lines must say the rest: a line of names without figures, then rows of as many pieces,
where every column holds figures alone or words alone. A row of a total may leave out the columns of words before its
figures. Where a line falls out of step the table ends: a wrong table is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["blank_tables"]

_PIECE: Final = re.compile(r"[合总小共][ \u3000]{1,6}计(?=\s)|\S+")
_PROSE: Final = re.compile(r"[。；！？，\t|]")
_TOTAL: Final = re.compile(r"(?:合|总|小|共)\s{0,6}计|总和")
_NOTHING: Final = re.compile(r"[-—－–/]+")
_COLUMNS: Final = range(2, 13)
_ROWS: Final = 3
_LONGEST_NAME: Final = 16
_LONGEST: Final = 160

Pieces = list[re.Match[str]]


def blank_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """The heading and rows of each table; at least three rows under a heading."""
    pieces = [_pieces(line) for line in lines]
    place = 0
    while place < len(lines):
        rows = _rows(lines, pieces, place) if _names(pieces[place]) else []
        if len(rows) > _ROWS:
            yield [*lines[place : place + len(rows)]], rows
        place += max(1, len(rows) if len(rows) > _ROWS else 1)


def _pieces(line: Line) -> Pieces:
    text = line.text.strip()
    plain = 0 < len(text) <= _LONGEST and not _PROSE.search(text)
    return list(_PIECE.finditer(line.text)) if plain else []


def _names(pieces: Pieces) -> bool:
    """Short names without figures, each of its own: of two alike only places on the line tell which is whose."""
    own = len({one[0] for one in pieces}) == len(pieces)
    short = all(len(one[0]) <= _LONGEST_NAME and not _is_value(one[0]) for one in pieces)
    return len(pieces) in _COLUMNS and short and own


def _is_value(text: str) -> bool:
    return is_figure(text) or _NOTHING.fullmatch(text) is not None


def _rows(lines: Sequence[Line], pieces: Sequence[Pieces], head: int) -> list[list[Cell]]:
    """The cells of the heading and of all rows that keep its step; of the first row's kinds."""
    width = len(pieces[head])
    kinds: list[bool] = []
    rows = [_cells(lines[head], pieces[head], 0, range(width))]
    for place in range(head + 1, len(lines)):
        found = pieces[place]
        values = [_is_value(one[0]) for one in found]
        if not kinds and len(found) == width and any(values) and not values[0]:
            kinds = values
        columns = _columns(found, values, kinds)
        if not columns or lines[place].number != lines[place - 1].number + 1:
            break
        rows.append(_cells(lines[place], found, len(rows), columns))
    return rows


def _columns(found: Pieces, values: list[bool], kinds: list[bool]) -> Sequence[int]:
    """To which columns the pieces belong; nothing where they are out of step."""
    if not kinds:
        return ()
    if values == kinds:
        return range(len(kinds))
    figures = [column for column, is_value in enumerate(kinds) if is_value]
    total = found and _TOTAL.search(found[0][0]) and all(values[1:]) and len(found) == 1 + len(figures)
    return [0, *figures] if total else ()


def _cells(line: Line, found: Pieces, row: int, columns: Sequence[int]) -> list[Cell]:
    return [cell_in_line(line, row, column, one.start(), one.end()) for one, column in zip(found, columns, strict=True)]
