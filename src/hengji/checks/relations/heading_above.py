"""The numbered heading under which a place of the document stands."""

from __future__ import annotations

from bisect import bisect_right

from hengji.checks.context import Context
from hengji.checks.relations.wording.lines import MARKER, lines_in

__all__ = ["heading_above"]

_TITLE = 40  # characters of the longest


def heading_above(context: Context, at: int) -> str:
    """The last heading that begins at or before *at*; empty where none does."""

    def found() -> tuple[list[int], list[str]]:
        heads = [line for line in lines_in(context) if len(line.text) <= _TITLE and MARKER.match(line.text)]
        return [line.start for line in heads], [line.text.rstrip("：:。") for line in heads]

    starts, titles = context.once(heading_above, found)
    index = bisect_right(starts, at) - 1
    return titles[index] if index >= 0 else ""
