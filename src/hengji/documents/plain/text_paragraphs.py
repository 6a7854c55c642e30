"""Lines outside tables → paragraphs; lines that a page's width or a page's end broke are one paragraph again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from hengji.documents.headings import heading_level, is_numbered
from hengji.documents.plain.lines import Line
from hengji.facts.document import Paragraph

__all__ = ["page_number", "paragraphs_of"]

_PAGE_NUMBER: Final = re.compile(
    r"\s*(?:[-—–]\s*)?(?:第\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?(?:\s*页)?(?:\s*[,，]?\s*共\s*\d+\s*页)?(?:\s*[-—–])?\s*"
)
_ENDED: Final = re.compile(r"[。！？；：:;.!?…]\s*[”’」）)]?\s*$")
_INSIDE: Final = re.compile(r"[，,、；。]")
_SLACK: Final = 9
"""Columns that a full line may fall short of the widest: a figure that does not fit moves to the next line."""


def page_number(text: str) -> bool:
    """Whether a line is nothing but a page's number."""
    return bool(text.strip()) and bool(_PAGE_NUMBER.fullmatch(text))


def paragraphs_of(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """Paragraphs in order. Page numbers alone on a line next to a page's end are left out."""
    written = [line for line in lines if not line.is_blank]
    paged = any(line.page not in {None, 1} for line in written)
    if paged:
        written = [line for line in written if not page_number(line.text)]
    width = _column_width(written)
    paragraphs: list[Paragraph] = []
    group: list[Line] = []
    for line in written:
        if group and not _goes_on(group[-1], line, group[0], width):
            paragraphs.append(_paragraph(group))
            group = []
        group.append(line)
    if group:
        paragraphs.append(_paragraph(group))
    return tuple(paragraphs)


def _paragraph(group: list[Line]) -> Paragraph:
    first, last = group[0], group[-1]
    start = first.start + first.indent
    level = heading_level(first.text) if len(group) == 1 else 0
    return Paragraph(start, last.end - (len(last.text) - len(last.text.rstrip())), level, first.page)


def _goes_on(above: Line, line: Line, first: Line, width: int | None) -> bool:
    """Whether *line* continues the paragraph of *above*."""
    if is_numbered(line.text) or heading_level(line.text):
        return False
    if width is not None:
        full = _display_width(above.text.rstrip()) >= width - _SLACK
        return full and line.indent <= max(min(above.indent, first.indent), 0) + 1
    broken = len(above.text.strip()) >= 15 and not _ENDED.search(above.text) and bool(_INSIDE.search(above.text))
    return broken and line.indent == 0 and bool(_ENDED.search(line.text)) and not heading_level(above.text)


def _column_width(lines: Sequence[Line]) -> int | None:
    """The width at which the text was broken into lines, if it was: many lines end within a few columns of it."""
    widths = sorted(_display_width(line.text.rstrip()) for line in lines if len(line.text.strip()) > 15)
    if len(widths) < 5:
        return None
    widest = widths[int(len(widths) * 0.95)]
    near = sum(1 for each in widths if widest - _SLACK <= each <= widest + _SLACK)
    return widest if widest <= 200 and near >= len(widths) * 0.4 else None


def _display_width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)
