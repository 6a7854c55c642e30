"""Lines → paragraphs: a line that was wrapped at the margin goes on in the next, over a page break too.

A line goes on when it reaches the right margin and the next one starts at the left margin in letters of one size.
The margins are those of the page's own wide lines; a page with few lines borrows those of the pages of its size.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.documents.headings import is_numbered
from hengji.documents.pages.page_lines import Line

__all__ = ["TextArea", "goes_on", "text_area"]

_FEW: Final = 3
_RAGGED: Final = 1.9
"""Characters by which a full line may fall short: punctuation that may not begin a line is carried over."""
_TOKEN: Final = re.compile(r"[0-9A-Za-z.,，:：/%％-]*[0-9A-Za-z%％]")
_LISTED: Final = re.compile(r"\d{1,2}[.．](?=(?:19|20)\d\d年)")  # 4．2025年部门支出预算总表
_ENDED: Final = re.compile(r"[。！？；：;:!?…]\s*[”’」）)]?$")


@dataclass(frozen=True, slots=True)
class TextArea:
    """The left and right edges of a page's running text, and whether its paragraphs begin with an indent."""

    left: float
    right: float
    is_indented: bool = False


def text_area(lines: Iterable[Line], width: float, fallback: TextArea | None = None) -> TextArea | None:
    """The edges that the wide lines of a page keep; *fallback* where too few lines are wide."""
    running = [line for line in lines if "\t" not in line.text]
    wide = [line for line in running if line.x1 - line.x0 > 0.5 * width]
    if len(wide) < _FEW and fallback is not None:
        return fallback
    if not wide:
        return None
    lefts = _shared([line.x0 for line in running], 2)  # the ends of paragraphs tell the left edge, however short
    left = min([*lefts, *(line.x0 for line in wide)])
    rights = [line.x1 for line in wide]
    right = max(_shared(rights, len(wide) / 7) or rights)
    return TextArea(left, right, any(1.5 < (line.x0 - left) / line.size < 2.6 for line in wide))


def _shared(edges: Sequence[float], least: float) -> list[float]:
    """The edges that at least so many lines have, give or take a point or two."""
    counted = Counter(round(edge / 3) for edge in edges)
    return [edge for edge in edges if sum(counted[round(edge / 3) + near] for near in (-1, 0, 1)) >= least]


def goes_on(line: Line, following: Line, area: TextArea | None) -> bool:
    """Whether *following* carries on the sentence of *line*."""
    if area is None or "\t" in line.text or "\t" in following.text:
        return False
    if (is_numbered(following.text) or _LISTED.match(following.text)) and not _breaks_a_figure(
        line.text, following.text
    ):
        return False
    size = max(line.size, following.size)
    if abs(line.size - following.size) > 0.2 * size:
        return False
    if abs(following.x0 - area.left) < 1.2 * size:
        return _is_full(line, following, area) or (area.is_indented and _stops_short(line, area))
    return _is_full(line, following, area) and _is_centred(line, area) and _is_centred(following, area)


def _breaks_a_figure(above: str, below: str) -> bool:
    return above[-1] in ".," and below[0].isdigit()


def _is_full(line: Line, following: Line, area: TextArea) -> bool:
    """Whether the first word of *following* (a figure is one word) had no room at the end of *line*."""
    word = _TOKEN.match(following.text)
    needed = max(_RAGGED, 0.62 * len(word.group()) if word else 0)
    return area.right - line.x1 < needed * line.size


def _stops_short(line: Line, area: TextArea) -> bool:
    """Whether *line* is long and ends within a sentence; the next one then is no paragraph for want of an indent."""
    return line.x1 - area.left > 0.6 * (area.right - area.left) and not _ENDED.search(line.text)


def _is_centred(line: Line, area: TextArea) -> bool:
    left, right = line.x0 - area.left, area.right - line.x1
    return left > -line.size and abs(left - right) < 1.5 * line.size
