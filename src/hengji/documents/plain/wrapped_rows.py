"""Rows between tabs that were broken inside a cell: two lines that together have as many cells as the heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.plain.lines import Line

__all__ = ["whole_rows"]

_OPEN: Final = re.compile(r"[，、；：,;:（(]$|.{12}$")
_WORD: Final = re.compile(r"[\u4e00-\u9fff]{2}|[①-⑳]|\d[.、]|[扣得计减加]\d")
_WORDS: Final = re.compile(r"[^\d]*[\u4e00-\u9fff]{2}[^\d]*|.*[\u4e00-\u9fff]{3}.*")
_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*[计分]|小\s*计)")
_FEW: Final = 2


def whole_rows(run: Sequence[Line]) -> list[Line]:
    """*run* with broken rows put together, where most of its lines are whole and one break explains the others."""
    whole = _tabs_of_most(run)
    full = sum(line.text.count("\t") == whole for line in run)
    if whole < _FEW or full == len(run) or full * 3 < len(run):
        return list(run)
    kinds = _kinds([line for line in run[1:] if line.text.count("\t") == whole])
    found: list[Line] = []
    for line in run:
        if found and _belongs(found[-1], line, whole, kinds, heading=len(found) == 1):
            first = found.pop()
            text = f"{first.text}\n{line.text}"
            found.append(Line(first.number, first.start, line.end, text, first.page))
        else:
            found.append(line)
    return found


def _tabs_of_most(run: Sequence[Line]) -> int:
    """The tabs of the first line; of most lines, where the first one is broken itself."""
    counts = Counter(line.text.count("\t") for line in run)
    first = run[0].text.count("\t") if run else 0
    second = run[1].text.count("\t") if len(run) > 1 else 0
    most = max(counts, key=lambda count: (counts[count], count), default=0)
    return most if 0 < first < most == first + second and counts[most] > _FEW else first


def _kinds(lines: Sequence[Line]) -> list[bool | None]:
    """Whether each column holds figures (True) or words (False) in nearly every whole row; None where it is mixed."""
    rows = [[cell.strip() for cell in line.text.split("\t")] for line in lines]
    return [_kind([cell for cell in column if cell]) for column in zip(*rows, strict=True)]


def _kind(cells: Sequence[str]) -> bool | None:
    figures = sum(map(is_figure, cells))
    return True if figures * 5 >= len(cells) * 4 > 0 else False if not figures else None


def _belongs(first: Line, second: Line, whole: int, kinds: Sequence[bool | None], *, heading: bool) -> bool:
    """Whether the last cell of *first* goes on in *second*: neither is whole, and together they are."""
    head, tail = first.text.rsplit("\t", 1)[-1].rstrip(), second.text.split("\t", 1)[0].strip()
    next_to = second.start - first.end == 1 and first.page == second.page
    counts = first.text.count("\t"), second.text.count("\t")
    apart = 0 < counts[0] < whole and 0 < counts[1] < whole and sum(counts) == whole
    if not next_to or not apart or _WORD.match(tail) is None:
        return False
    return _OPEN.search(head) is not None or _fits(first, second, kinds, heading=heading)


def _fits(first: Line, second: Line, kinds: Sequence[bool | None], *, heading: bool) -> bool:
    """Whether both lines as one row hold figures and words where the whole rows do; as a heading, names alone."""
    cells = [cell.strip() for cell in f"{first.text}{second.text}".split("\t")]
    broken = first.text.count("\t")
    tail = second.text.split("\t", 1)[0].strip()
    if _WORDS.fullmatch(cells[broken]) is None or _TOTAL.match(tail) or not first.text.rsplit("\t", 1)[-1].strip():
        return False
    if heading:
        return not any(map(is_figure, cells))
    return all(
        not cell or kind is None or is_figure(cell) is kind for cell, kind in zip(cells, kinds, strict=True)
    ) and any(kinds)
