"""Glyphs → lines in reading order.

Glyphs whose middles lie at one height make a line. A gap wider than two characters is a column gap and becomes a
tab, so that neighbouring figures of an unruled table never run together; a narrower gap becomes a space only where
the file has one or where two Latin words would merge. Headings that are printed twice (poor man's bold) are read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.documents.pages.page_content import Glyph

__all__ = ["Line", "joined", "line_of", "lines_of", "rows_of", "without_letter_spacing"]

_SPACES: Final = frozenset(" \u00a0\u3000\t\u2002\u2003\u2009")
_PUNCTUATION: Final = frozenset("，。、；：？！“”‘’（）《》〈〉【】〔〕…—")
_COLUMN_GAP: Final = 2.0  # characters
_WORD_GAP: Final = 0.2
_WIDE_GAP: Final = 0.4  # more than the quarter that sets figures apart from Chinese characters
_LETTER_SPACED: Final = re.compile(r"[\u4e00-\u9fff]([ \t]+[\u4e00-\u9fff]){1,7}")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with its box; *size* is the height of its tallest characters."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2


def lines_of(glyphs: Iterable[Glyph]) -> tuple[Line, ...]:
    """The lines of a page or of a table cell, from top to bottom."""
    lines = (line_of(row) for row in rows_of(glyphs))
    return tuple(line for line in lines if line is not None)


def rows_of(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Groups of glyphs of one height, from top to bottom."""
    glyphs = sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom)
    rows: list[list[Glyph]] = []
    middle = size = 0.0
    for glyph in glyphs:
        height = glyph.bottom - glyph.top
        at = (glyph.top + glyph.bottom) / 2
        if rows and at - middle <= max(0.35 * max(size, height), 0.5 * min(size, height)):
            row = rows[-1]
            row.append(glyph)
            middle += (at - middle) / len(row)
            size = max(size, height)
        else:
            rows.append([glyph])
            middle, size = at, height
    return rows


def line_of(glyphs: list[Glyph]) -> Line | None:
    """Glyphs of one height as a line; None where they are blanks."""
    glyphs.sort(key=lambda glyph: glyph.x0)
    inked = [glyph for glyph in glyphs if glyph.text not in _SPACES]
    if not inked:
        return None
    sizes = sorted(glyph.bottom - glyph.top for glyph in inked)
    size = sizes[len(sizes) * 3 // 4]
    return Line(
        _text(glyphs, size),
        inked[0].x0,
        min(glyph.top for glyph in inked),
        max(glyph.x1 for glyph in inked),
        max(glyph.bottom for glyph in inked),
        size,
    )


def _text(glyphs: Sequence[Glyph], size: float) -> str:
    """The line's characters with the gaps between them, read once where they are printed twice."""
    pieces: list[str] = []
    last: Glyph | None = None
    spaced = False
    for glyph in glyphs:
        if glyph.text in _SPACES:
            spaced = True
            continue
        if last is not None:
            if glyph.text == last.text and _is_printed_over(last, glyph):
                continue
            pieces.append(_gap(last, glyph, size, spaced))
        pieces.append(glyph.text)
        last, spaced = glyph, False
    return "".join(pieces)


def _is_printed_over(under: Glyph, over: Glyph) -> bool:
    """Whether the same character stands at the same place. A dash two characters wide is one sign for both of them."""
    width = under.x1 - under.x0
    return over.x0 - under.x0 < 0.25 * width and width < 1.5 * under.size


def _gap(left: Glyph, right: Glyph, size: float, spaced: bool) -> str:
    gap = right.x0 - left.x1
    if gap > _COLUMN_GAP * size:
        return "\t"
    if spaced and gap > _WORD_GAP * size:
        return " "
    if left.text in _PUNCTUATION or right.text in _PUNCTUATION:
        return " " if gap > size else ""
    if gap > _WIDE_GAP * size or (gap > _WORD_GAP * size and _is_word(left.text) and _is_word(right.text)):
        return " "
    return ""


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()


def joined(before: str, after: str) -> str:
    """One text of two that a line break parts: a space only between two Latin words.

    A break within a number (``366.`` and ``08``) leaves no trace: the figure is one.
    """
    if not before or not after:
        return before + after
    last, first = before[-1], after[0]
    apart = _is_word(last) and _is_word(first) and not (last.isdigit() and first.isdigit())
    return before + " " + after if apart else before + after


def without_letter_spacing(text: str) -> str:
    """``合    计`` → ``合计``: a label spread over its cell is one word."""
    return re.sub("[ \t]+", "", text) if _LETTER_SPACED.fullmatch(text) else text
