"""Tables that keep their heading in one line of tabs, and below it every cell on a line of its own behind a tab.

So a page is copied whose rows a program broke: ``指标<tab>目标值<tab>完成值``, then ``数量指标`` without a tab, which
stands in the first column for all rows below it, then ``<tab>开馆天数``, ``<tab>300天``, ``<tab>309天``. Every group
must hold whole rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.headers import names_a_column
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line

__all__ = ["headed_cells"]

_PIECE: Final = re.compile(r"[^\t]+")
_PROSE: Final = re.compile("[。；！？]")
_COLUMNS: Final = range(3, 13)
_LONGEST: Final = 40
_ROWS: Final = 2


def headed_cells(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """The heading and rows of each table; at least two rows under a heading."""
    place = 0
    while place < len(lines):
        width = _names(lines[place])
        groups = _groups(lines, place + 1, width) if width else []
        size = sum(1 + len(cells) for _, cells in groups)
        if sum(len(cells) for _, cells in groups) >= _ROWS * (width - 1) > 0:
            yield [*lines[place : place + 1 + size]], _cells(lines[place], groups, width)
            place += size
        place += 1


def _names(line: Line) -> int:
    """How many columns a line of tabs names; 0 of any other line."""
    pieces = [one.strip() for one in line.text.strip().split("\t")] if "\t" in line.text.strip() else []
    named = len(pieces) in _COLUMNS and all(0 < len(one) <= _LONGEST for one in pieces)
    return len(pieces) if named and 2 * sum(names_a_column(one) for one in pieces) >= len(pieces) else 0


def _groups(lines: Sequence[Line], place: int, width: int) -> list[tuple[Line, list[Line]]]:
    """Names of the first column, each with the lines of its rows; none where one of them has half a row."""
    groups: list[tuple[Line, list[Line]]] = []
    for before, line in zip(lines[place - 1 :], lines[place:], strict=False):
        text = line.text.strip()
        plain = text and len(text) <= _LONGEST and "\t" not in text and not _PROSE.search(text)
        if not plain or line.number != before.number + 1:
            break
        if line.text.startswith("\t") and groups:
            groups[-1][1].append(line)
        elif line.text.startswith("\t") or (groups and not groups[-1][1]):
            return []
        else:
            groups.append((line, []))
    while groups and not groups[-1][1]:
        groups.pop()  # a line of text right below
    return groups if all(len(cells) % (width - 1) == 0 for _, cells in groups) else []


def _cells(heading: Line, groups: Sequence[tuple[Line, list[Line]]], width: int) -> Rows:
    names = _PIECE.finditer(heading.text)
    rows: Rows = [[cell_in_line(heading, 0, at, *one.span()) for at, one in enumerate(names) if one[0].strip()]]
    for name, cells in groups:
        for start in range(0, len(cells), width - 1):
            number = len(rows)
            first = [] if start else [cell_in_line(name, number, 0, 0, len(name.text))]
            row = cells[start : start + width - 1]
            rows.append(
                first + [cell_in_line(one, number, at, 0, len(one.text)) for at, one in enumerate(row, start=1)]
            )
    return rows
