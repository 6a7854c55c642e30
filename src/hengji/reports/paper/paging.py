"""On which page each heading probably stands: Word finds out when it opens the paper, but a reader may not wait for it.

The page of GB/T 9704 is a grid of 22 lines by 28 characters, so counting comes close.
"""

from __future__ import annotations

import math
import unicodedata
from typing import Final

from hengji.reports.paper.blocks import (
    Block,
    Contents,
    Heading,
    PageBreak,
    Paper,
    Paragraph,
    Picture,
    Table,
)
from hengji.reports.paper.grid import widths_of
from hengji.reports.paper.pictures import height_of_picture
from hengji.reports.paper.printable import words

__all__ = ["breadth", "pages_of_headings"]

_LINES, _CHARACTERS = 22, 28
_TURNED_LINES, _TURNED_CHARACTERS = 15, 40
_POINTS: Final = 28.95


def breadth(text: str) -> float:
    """Widths of a Chinese character that *text* takes; a Latin one takes half."""
    if text.isascii():
        return len(text) / 2
    return sum(1.0 if unicodedata.east_asian_width(character) in "WFA" else 0.5 for character in text)


def pages_of_headings(paper: Paper) -> dict[int, int]:
    """The page of each heading, by the heading's identity."""
    contents = sum(isinstance(block, Heading) for section in paper.sections for block in section.blocks)
    pages: dict[int, int] = {}
    page, line = 1, 3.0 if paper.title else 0.0
    for number, section in enumerate(paper.sections):
        turned = section.orientation == "landscape"
        room, across = (_TURNED_LINES, _TURNED_CHARACTERS) if turned else (_LINES, _CHARACTERS)
        if number:
            page, line = page + 1, 0.0
        for at, block in enumerate(section.blocks):
            if isinstance(block, PageBreak):
                page, line = page + 1, 0.0
                continue
            if isinstance(block, Heading):
                page, line = (page + 1, 0.0) if line + _kept(section.blocks, at) > room else (page, line)
                pages[id(block)] = page
            line += _lines(block, across, contents)
            page, line = page + int(line // room), line % room
    return pages


def _kept(blocks: tuple[Block, ...], at: int) -> int:
    """Lines that stay together: the headings from *at* on and the two lines after them."""
    below = next((n for n, block in enumerate(blocks[at:]) if not isinstance(block, Heading)), len(blocks) - at)
    return below + 2


def _lines(block: Block, across: int, contents: int) -> float:
    match block:
        case Paragraph(style="note"):
            room = across * 16 / 10.5
            return (
                sum(max(1, math.ceil(breadth(line) / room)) * 16 + 12 for line in words(block.runs).split("\n"))
                / _POINTS
            )
        case Heading() | Paragraph():
            text = words(block.runs)
            return sum(max(1, math.ceil((2 + breadth(line)) / across)) for line in text.split("\n"))
        case Table():
            return _table(block, across)
        case Picture():
            lines = _TURNED_LINES if across == _TURNED_CHARACTERS else _LINES
            return height_of_picture(block, across * 16.0, lines * _POINTS) / _POINTS + 1.3
        case Contents():
            return 2 + contents * 0.83
        case PageBreak():
            return 0


def _table(table: Table, across: int) -> float:
    size = 9.0 if table.small else 10.5
    widths = widths_of(table, across * 16.0)
    total = 1.0 if table.caption else 0.0
    for row in table.rows:
        deepest = 1
        for cell, width in zip(row, widths[-len(row) :], strict=False):
            room = max(1.0, (width * cell.columns - 7) / size)
            lines = sum(max(1, math.ceil(breadth(line) / room)) for line in words(cell.runs).split("\n"))
            deepest = max(deepest, math.ceil(lines / cell.rows))
        total += (deepest * size * 1.4 + 5.5) / _POINTS
    return total
