"""Lines whose columns blanks keep apart, as ``pdftotext -layout`` writes the cells of tables broken over lines.

What stands side by side in such a line are pieces of different cells, and a bracket opened in one line is closed in
another column's. Tables that were rebuilt from such lines are read as tables; the rest is no running text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import Final

from hengji.checks.context import Context, Span

__all__ = ["piece_at"]

_LINE: Final = re.compile(r"[^\n]+")
_GAP: Final = re.compile(r"(?<=\S)[ \u3000]{2,}(?=\S)")
_NARROW: Final = re.compile(r"(?<=[\u4e00-\u9fff，。；：、）”%％])[ \u3000](?=[\u4e00-\u9fff“（])|[ \u3000]{2,}(?=\S)")
"""Between two columns that are nearly full, where other lines show that there are columns."""
_WIDE: Final = 4  # blanks of the only gap of a line, or in front of its only piece
_SHORT: Final = 12  # characters of the rest of a cell that stands alone in its line
_FEWEST: Final = 3  # lines of columns in a paper that has any
_INNER: Final = 2  # blanks inside of a line of cells that are nearly full
_REACH: Final = 3


def piece_at(context: Context, place: int) -> Span | None:
    """The piece of a line of columns that holds *place*; None where the line is running text."""
    starts, pieces = context.once(piece_at, lambda: _pieces(context.document.text))
    index = bisect_right(starts, place) - 1
    return pieces[index] if index >= 0 and place < pieces[index][1] else None


def _pieces(text: str) -> tuple[list[int], list[Span]]:
    lines = [match.span() for match in _LINE.finditer(text) if match[0].strip()]
    columns = [_is_columns(text[slice(*line)]) for line in lines]
    if sum(columns) < _FEWEST:
        return [], []
    found: list[Span] = []
    for at, line in enumerate(lines):
        near = any(columns[max(0, at - _REACH) : at + _REACH + 1])
        if columns[at] or (near and _is_rest(text[slice(*line)])):
            found += _parted(text, line)
    return [start for start, _ in found], found


def _is_columns(line: str) -> bool:
    gaps = [len(gap[0]) for gap in _GAP.finditer(line)]
    return len(gaps) > 1 or max(gaps, default=0) >= _WIDE


def _is_rest(line: str) -> bool:
    """What else the cells near a line of columns left: a short piece, or pieces that blanks part."""
    words = line.strip()
    led = len(line) - len(line.lstrip()) >= _WIDE
    return (led and len(words) <= _SHORT) or _GAP.search(words) is not None or len(_NARROW.findall(words)) >= _INNER


def _parted(text: str, line: Span) -> list[Span]:
    begin = line[0] + len(text[slice(*line)]) - len(text[slice(*line)].lstrip())
    bounds = [line[0], *(edge for gap in _NARROW.finditer(text, begin, line[1]) for edge in gap.span()), line[1]]
    return list(zip(bounds[::2], bounds[1::2], strict=True))
