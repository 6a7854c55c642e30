"""Tables whose cells a slash parts, a row a line, below a line that names the columns in brackets:
``主要指标完成情况（指标/年初目标/实际完成）：``, ``改厕户数 / ≥320户 / 336户``, or below a row that names them itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["slashed_tables"]

_SLASH: Final = re.compile(r"(?<![ \u3000])[ \u3000]+[/／][ \u3000]+")
_NAMES: Final = re.compile(r"[（(](?P<names>[^（）()\n]{5,60})[)）]\s*[：:]?\s*$")
_PROSE: Final = re.compile(r"[。；！？|\t]")
_LONGEST: Final = 60
_FEWEST: Final = 3
"""Rows, and columns, that such a table has."""


def slashed_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Runs of as many cells each; the names of the columns stand in the line above, which stays text."""
    above: Line | None = None
    for width, group in groupby(lines, key=_width):
        rows = list(group)
        heading = _heading(above, width) if min(width, len(rows)) >= _FEWEST else None
        if heading is not None:
            yield rows, [heading, *(_row(line, number) for number, line in enumerate(rows, start=1))]
        elif width >= _FEWEST and len(rows) > _FEWEST and _names_columns(rows[0]):
            yield rows, [_row(line, number) for number, line in enumerate(rows)]
        above = next((line for line in reversed(rows) if not line.is_blank), above)


def _width(line: Line) -> int:
    """How many cells the line has; 0 where it is no row."""
    if line.is_blank or _PROSE.search(line.text):
        return 0
    cells = _SLASH.split(line.text)
    return len(cells) if all(0 < len(cell.strip()) <= _LONGEST for cell in cells) else 0


def _names_columns(line: Line) -> bool:
    """三级指标 / 年初指标值 / 全年完成值 / 是否完成: names alone, and most of them such as head columns."""
    names = [name.strip() for name in _SLASH.split(line.text)]
    return not any(map(is_figure, names)) and 2 * sum(map(names_a_column, names)) >= len(names)


def _heading(above: Line | None, width: int) -> list[Cell] | None:
    told = _NAMES.search(above.text) if above is not None else None
    names = re.split("[/／、]", told["names"]) if told is not None else []
    if above is None or told is None or len(names) != width or not any(map(names_a_column, names)):
        return None
    cells, at = [], told.start("names")
    for column, name in enumerate(names):
        cells.append(cell_in_line(above, 0, column, at, at + len(name)))
        at += len(name) + 1
    return cells


def _row(line: Line, row: int) -> list[Cell]:
    bounds = [0, *(end for slash in _SLASH.finditer(line.text) for end in slash.span()), len(line.text)]
    places = zip(bounds[::2], bounds[1::2], strict=True)
    return [cell_in_line(line, row, column, *place) for column, place in enumerate(places)]
