"""What must not be torn apart by the end of a page: a signature from the words it signs, the rows of a short table."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from hengji.reports.paper.blocks import Block, Paragraph, Table
from hengji.reports.paper.grid import lines_of, placed, widths_of

__all__ = ["is_short", "kept_with_next"]

_SHORT: Final = 22
"""Lines of a table's text. A longer one is cut, its head repeated: kept whole it would leave half a page empty."""


def kept_with_next(blocks: Sequence[Block]) -> frozenset[int]:
    """The paragraphs that stay with what follows: those before a line of the signature."""
    return frozenset(
        at
        for at, (one, after) in enumerate(pairwise(blocks))
        if isinstance(one, Paragraph) and isinstance(after, Paragraph) and after.style == "right"
    )


def is_short(table: Table, width: float, size: float) -> bool:
    """Whether the whole table, *width* wide in text of *size* (of the same unit), belongs on one page.

    Only one with a caption, which stands among words that can fill the page before it; a form is all tables.
    """
    if not table.caption:
        return False
    widths = widths_of(table, width)
    lines = 0
    for places in placed(table):
        lines += max((lines_of(place, widths, size) for place in places if not place.covered), default=1)
        if lines > _SHORT:
            return False
    return True
