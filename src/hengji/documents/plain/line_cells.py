"""Cells of tables rebuilt from plain text: what stands in a part of a line, or in several lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.documents.plain.lines import Line
from hengji.facts.document import Cell

__all__ = ["cell_in_line", "cell_of_lines"]

_BOLD: Final = re.compile(r"(\*\*|__)(?P<words>[^*_]+)\1")
"""Markdown's emphasis around all that a cell says: **合计** is 合计."""


def cell_in_line(line: Line, row: int, column: int, start: int, end: int) -> Cell:
    """The cell between two offsets of a line, without the blanks around it."""
    raw = line.text[start:end]
    text = raw.strip()
    offset = line.start + start + (len(raw) - len(raw.lstrip()) if text else 0)
    bold = _BOLD.fullmatch(text)
    if bold is not None:
        text, offset = bold["words"], offset + bold.start("words")
    return Cell(row, column, offset, offset + len(text), text, page=line.page)


def cell_of_lines(pieces: Sequence[Line], row: int, column: int, text: str) -> Cell:
    """A cell over several lines of *text*; what it says holds their line ends, as the file does."""
    first, last = pieces[0], pieces[-1]
    if len(pieces) == 1:
        return cell_in_line(first, row, column, 0, len(first.text))
    start, end = first.start + first.indent, last.start + len(last.text.rstrip())
    return Cell(row, column, start, end, text[start:end], page=first.page)
