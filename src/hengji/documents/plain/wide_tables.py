"""Tables aligned on a screen, where a Chinese character is as wide as two blanks: every piece begins below its heading.

Only what is aligned to the column is read so; anything looser is left to `layout_tables`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
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

Piece = tuple[int, int, int]
"""Where a piece begins as seen on a screen, and its range in the line."""


def wide_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of a heading of names and three lines or more all of whose pieces begin where a name does."""
    at = 0
    while at < len(lines):
        heading = _pieces(lines[at])
        run = [lines[at]]
        if _is_heading(lines[at], heading):
            starts = [start for start, _, _ in heading]
            for line in lines[at + 1 :]:
                if line.number != run[-1].number + 1 or not _fits(_pieces(line), starts):
                    break
                run.append(line)
            blank = any(len(_pieces(line)) < len(starts) for line in run)
            if len(run) > _ROWS and blank and _figures(run[1:]) * 2 > len(run):
                yield run, [_cells(line, row, starts) for row, line in enumerate(run)]
                at += len(run)
                continue
        at += 1


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


def _fits(pieces: Sequence[Piece], starts: Sequence[int]) -> bool:
    return len(pieces) > 1 and all(seen in starts for seen, _, _ in pieces)


def _figures(run: Sequence[Line]) -> int:
    """How many lines hold a bare figure."""
    return sum(any(is_figure(line.text[start:end]) for _, start, end in _pieces(line)) for line in run)


def _cells(line: Line, row: int, starts: Sequence[int]) -> list[Cell]:
    places = {seen: (start, end) for seen, start, end in _pieces(line)}
    return [cell_in_line(line, row, column, *places.get(seen, (0, 0))) for column, seen in enumerate(starts)]
