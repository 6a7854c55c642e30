"""Rows between tabs that were broken inside a cell: two lines that together have as many cells as the heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from hengji.documents.plain.lines import Line

__all__ = ["whole_rows"]

_OPEN: Final = re.compile(r"[，、；：,;:（(]$|.{12}$")
_WORD: Final = re.compile(r"[\u4e00-\u9fff]{2}|[①-⑳]|\d[.、]")


def whole_rows(run: Sequence[Line]) -> list[Line]:
    """*run* with broken rows put together, where most of its lines are whole and one break explains the others."""
    whole = run[0].text.count("\t") if run else 0
    full = sum(line.text.count("\t") == whole for line in run)
    if whole < 2 or full == len(run) or full * 3 < len(run):
        return list(run)
    found: list[Line] = []
    for line in run:
        if found and _belongs(found[-1], line, whole):
            first = found.pop()
            text = f"{first.text}\n{line.text}"
            found.append(Line(first.number, first.start, line.end, text, first.page))
        else:
            found.append(line)
    return found


def _belongs(first: Line, second: Line, whole: int) -> bool:
    """Whether the last cell of *first* goes on in *second*: neither is whole, and together they are."""
    head, tail = first.text.rsplit("\t", 1)[-1].rstrip(), second.text.split("\t", 1)[0].strip()
    next_to = second.start - first.end == 1 and first.page == second.page
    counts = first.text.count("\t"), second.text.count("\t")
    apart = 0 < counts[0] < whole and 0 < counts[1] < whole and sum(counts) == whole
    return next_to and apart and _OPEN.search(head) is not None and _WORD.match(tail) is not None
