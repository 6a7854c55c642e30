"""Tables aligned on a screen, where a Chinese character is as wide as two blanks: every piece begins below its heading.

Only what is aligned is read so, but for the signs that some screens show wide and others narrow (“ ≥ ·); anything
looser is left to `layout_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final
from unicodedata import east_asian_width

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["wide_tables"]

_PIECE: Final = re.compile(r"\S+(?: \S+)*")
_PROSE: Final = re.compile(r"[。；！？\t|]|，.*，")
_LONGEST: Final = 200
_COLUMNS: Final = range(3, 15)
_ROWS: Final = 3
_APART: Final = 6
"""Places between headings that leave no doubt below which of them a piece stands."""
_OFF: Final = 3
"""Places by which a piece may miss its heading, where headings stand further apart than twice that."""

Piece = tuple[int, int, int]
"""Where a piece begins as seen on a screen, and its range in the line."""


def wide_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of a heading of names and three lines or more all of whose pieces begin where a name does."""
    at = 0
    while at < len(lines):
        heading = _pieces(lines[at])
        if _is_heading(lines[at], heading):
            starts = [start for start, _, _ in heading]
            run, off = _run(lines, at, starts)
            blank = any(len(_pieces(line)) < len(starts) for line in run)
            if len(run) > _ROWS and blank and _figures(run[1:]) * 2 > len(run):
                yield run, [_cells(line, row, starts, off) for row, line in enumerate(run)]
                at += len(run)
                continue
        at += 1


def _run(lines: Sequence[Line], at: int, starts: Sequence[int]) -> tuple[list[Line], int]:
    """The heading at *at* and the lines that fit below it, and by how many places they may miss it: by a few only where
    no line like a row is then left below them."""
    apart = min((after - before for before, after in pairwise(starts)), default=0)
    loose = _fitting(lines, at, starts, min(_OFF, (apart - 1) // 2))
    below = lines[at + len(loose)] if at + len(loose) < len(lines) else None
    torn = below is not None and below.number == loose[-1].number + 1 and len(_pieces(below)) > 1
    return (_fitting(lines, at, starts, 0), 0) if torn or apart < _APART else (loose, min(_OFF, (apart - 1) // 2))


def _fitting(lines: Sequence[Line], at: int, starts: Sequence[int], off: int) -> list[Line]:
    run = [lines[at]]
    for line in lines[at + 1 :]:
        if line.number != run[-1].number + 1 or not _fits(_pieces(line), starts, off):
            break
        run.append(line)
    return run


def _pieces(line: Line) -> list[Piece]:
    if len(line.text) > _LONGEST or _PROSE.search(line.text) or "  " not in line.text.strip():
        return []
    found, place, seen = [], 0, 0
    for match in _PIECE.finditer(line.text):
        seen += sum(2 if east_asian_width(letter) in "WF" else 1 for letter in line.text[place : match.start()])
        place = match.start()
        found.append((seen, match.start(), match.end()))
    return found


def _is_heading(line: Line, pieces: Sequence[Piece]) -> bool:
    texts = [line.text[start:end] for _, start, end in pieces]
    named = sum(names_a_column(text) for text in texts)
    return len(texts) in _COLUMNS and not any(is_figure(text) for text in texts) and named * 2 > len(texts)


def _fits(pieces: Sequence[Piece], starts: Sequence[int], off: int) -> bool:
    columns = [_column(seen, starts, off) for seen, _, _ in pieces]
    return len(pieces) > 1 and None not in columns and len(set(columns)) == len(columns)


def _column(seen: int, starts: Sequence[int], off: int) -> int | None:
    """The heading that a piece begins below."""
    return next((at for at, start in enumerate(starts) if abs(start - seen) <= off), None)


def _figures(run: Sequence[Line]) -> int:
    """How many lines hold a bare figure."""
    return sum(any(is_figure(line.text[start:end]) for _, start, end in _pieces(line)) for line in run)


def _cells(line: Line, row: int, starts: Sequence[int], off: int) -> list[Cell]:
    places = {_column(seen, starts, off): (start, end) for seen, start, end in _pieces(line)}
    return [cell_in_line(line, row, column, *places.get(column, (0, 0))) for column in range(len(starts))]
