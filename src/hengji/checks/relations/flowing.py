"""The text with the line breaks taken out that only the page's edge made, and where each letter of it stands.

Patterns over running text are written for it, so that they read on where a pdf broke a line; spans are carried back.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hengji.checks.context import Context, Span
from hengji.checks.relations.full_width import full_width
from hengji.checks.relations.wording.lines import blocks, lines_in

__all__ = ["Flowing", "flowing"]

_FAR = 1000
_WRAPPED = 20  # a line shorter than this was not broken by the page's edge
_TITLE = re.compile(r"(?:报告|说明|公开|情况|预算|决算|表)$")
_BLANK = re.compile(
    r"(?<=[\u4e00-\u9fff，。；：、（）“”])[ \u00a0](?=[\dA-Za-z])(?!\d[\d,.]*[ \t]+-?[\d.])"
    r"|(?<=[\d%])[ \u00a0](?=[\u4e00-\u9fff（])"
)
_BULLET = re.compile(r"[*+•◆●■▪] ")
_MARKS = re.compile(r"[，。；：]")


@dataclass(frozen=True, slots=True)
class Flowing:
    """`places` tells for every letter of `text` where it stands in the document."""

    text: str
    places: list[int]

    def place(self, at: int) -> int:
        """Where the letter at *at* stands; behind the last letter, the end."""
        if at < len(self.places):
            return self.places[at]
        return self.places[-1] + 1 if self.places else 0

    def span(self, start: int, end: int) -> Span:
        """Where a stretch of `text` stands in the document."""
        return self.place(start), (self.places[end - 1] + 1 if end > start else self.place(start))

    def stretch(self, start: int, end: int) -> Span:
        """Which stretch of `text` the document's *start* to *end* is."""
        return bisect_left(self.places, start), bisect_left(self.places, end)

    def of(self, match: re.Match[str], group: str | int = 0) -> Span:
        """Where a group of a match in `text` stands in the document."""
        return self.span(*match.span(group))

    def sentence(self, start: int, end: int) -> str:
        """The sentence of `text` that holds a stretch of it, as far as it is worth reading: no stop and no line
        break inside."""
        low, high = max(0, start - _FAR), min(len(self.text), end + _FAR)
        first = max(max(self.text.rfind(stop, low, start) for stop in "。！？\n") + 1, low)
        stops = [found for stop in "。！？\n" if (found := self.text.find(stop, end, high)) >= 0]
        return self.text[first : min(stops, default=high)]


def flowing(context: Context) -> Flowing:
    """Made once per document."""
    return context.once(flowing, lambda: _made(context))


def _made(context: Context) -> Flowing:
    text = context.document.text
    pieces: list[str] = []
    places: list[int] = []
    position = 0
    for start, end in _left_out(context):
        pieces.append(text[position:start])
        places += range(position, start)
        position = end
    pieces.append(text[position:])
    places += range(position, len(text))
    return Flowing(full_width("".join(pieces)), places)


def _left_out(context: Context) -> Iterator[Span]:
    """Line breaks of the page's edge, and the blanks that a pdf sets between letters and digits: 与 2024 年度相比."""
    breaks = list(_breaks(context))
    inside = {at for start, end in breaks for at in range(start, end)}
    blanks = [match.span() for match in _BLANK.finditer(context.document.text) if match.start() not in inside]
    yield from sorted([*breaks, *blanks])


def _breaks(context: Context) -> Iterator[Span]:
    for block in blocks(context.document, lines_in(context)):
        for line, following in pairwise(block):
            if _goes_on(line.text) and not _BULLET.match(following.text):
                yield line.end, following.start


def _goes_on(line: str) -> bool:
    """Whether a line was broken by the page's edge: a short one, or a title, ends by itself."""
    if line[-1] in "，、；,;：:":
        return True
    return len(line) >= _WRAPPED and not (_TITLE.search(line) and not _MARKS.search(line))
