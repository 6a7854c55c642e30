"""What stands on a page, whatever format it came from: glyphs and ruling lines with their places.

PDF, OFD and recognised scans are all read into this shape; everything after it (lines, tables, paragraphs) is
written once. Coordinates are points (1/72 inch) from the page's top left corner, y growing downwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Glyph", "PageContent", "Ruling"]


class Glyph(NamedTuple):
    """One character (of an OCR result: one recognised character) and the box it fills."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def size(self) -> float:
        return self.bottom - self.top


class Ruling(NamedTuple):
    """A horizontal (top == bottom) or vertical (x0 == x1) stroke."""

    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def is_horizontal(self) -> bool:
        return self.bottom - self.top <= self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page, counted from 1."""

    number: int
    width: float
    height: float
    glyphs: tuple[Glyph, ...] = ()
    rulings: tuple[Ruling, ...] = ()
