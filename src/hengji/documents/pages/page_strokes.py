"""Corners of drawn shapes → ruling lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from hengji.documents.pages.page_content import Ruling

__all__ = ["rulings_of"]

_THIN: Final = 3.5  # points: a filled shape no thicker is a stroke
_STRAIGHT: Final = 0.6


def rulings_of(corners: Sequence[tuple[float, float]], *, is_stroked: bool, is_filled: bool) -> Iterator[Ruling]:
    """The level and upright strokes of one shape: lines that are drawn, and filled shapes as thin as lines.

    The edges of a thick filled shape are none: it is a background, and its text may be part of a cell.
    """
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    x0, top, x1, bottom = min(xs), min(ys), max(xs), max(ys)
    if min(x1 - x0, bottom - top) <= _THIN:
        if is_stroked or is_filled:
            yield _middle_line(x0, top, x1, bottom)
    elif is_stroked:
        for (xa, ya), (xb, yb) in pairwise(corners):
            if min(abs(xb - xa), abs(yb - ya)) <= _STRAIGHT:
                yield _middle_line(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def _middle_line(x0: float, top: float, x1: float, bottom: float) -> Ruling:
    """The middle line of a long thin box."""
    if x1 - x0 >= bottom - top:
        return Ruling(x0, (top + bottom) / 2, x1, (top + bottom) / 2)
    return Ruling((x0 + x1) / 2, top, (x0 + x1) / 2, bottom)
