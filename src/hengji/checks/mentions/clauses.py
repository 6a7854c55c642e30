"""Where clauses and sentences end: found once per text, asked by bisection."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

__all__ = ["Clauses", "divide"]

_BOUNDARY: Final = re.compile(r"[。！？!?；;\t\f]|\n\s*|(?<![0-9])[,，]|[,，](?![0-9]{3})|[：:、()〔〕\[\]]")
_ASIDE: Final = re.compile(r"[(][^()0-9]{1,24}[)]")
_SENTENCE: Final = frozenset("。！？!?\f")
_OPERATORS: Final = tuple("=/*×÷+")
_BREAK: Final = frozenset("；;\t")
_NUMBERED: Final = re.compile(
    r"(?:[(（]?[一二三四五六七八九十]{1,3}[)）、.]|[(（]?[0-9]{1,2}[)）、.](?![0-9])|第[一二三四五六七八九十]+|注|附|其中[:：])"
)
_HEADING: Final = re.compile(_NUMBERED.pattern + r"[^0-9，。；：,;:]{0,40}")
_TIED: Final = re.compile(
    r"(?:.[0-9]\s+(?:[万亿千]?[美港]?元|%|个?百分点)|[0-9][.,，]\s+[0-9]|(?:增[长加]|减少|下降|[^\n][占为的约])\s+[0-9]+[.,0-9]*\s*[万亿元%])"
)
"""A line's end inside a figure, or between it and the word that governs it."""
_TABULAR: Final = re.compile(r"\t|\S[^\S\n]{2,}\S")
_SHORTEST_WRAPPED_LINE: Final = 20


@dataclass(frozen=True, slots=True)
class Clauses:
    """Offsets behind which something new begins: at any mark, at a semicolon or a cell, at a full stop."""

    marks: tuple[int, ...]
    breaks: tuple[int, ...]
    stops: tuple[int, ...]

    def clause(self, offset: int) -> int:
        """Where the clause that holds *offset* begins."""
        return _last(self.marks, offset)

    def statement(self, offset: int) -> int:
        """Where the run of clauses up to a semicolon or a full stop that holds *offset* begins."""
        return _last(self.breaks, offset)

    def sentence(self, offset: int) -> int:
        """Where the sentence that holds *offset* begins."""
        return _last(self.stops, offset)

    def next_mark(self, offset: int, end: int) -> int:
        """Where the clause that holds *offset* ends, its mark included."""
        return _next(self.marks, offset, end)

    def next_break(self, offset: int, end: int) -> int:
        """Where the run of clauses that holds *offset* ends."""
        return _next(self.breaks, offset, end)


def _last(offsets: tuple[int, ...], offset: int) -> int:
    index = bisect_right(offsets, offset)
    return offsets[index - 1] if index else 0


def _next(offsets: tuple[int, ...], offset: int, end: int) -> int:
    index = bisect_right(offsets, offset)
    return min(offsets[index], end) if index < len(offsets) else end


def divide(text: str) -> Clauses:
    """The boundaries of the folded *text*. A line that the page's edge broke does not end a clause."""
    marks: list[int] = []
    breaks: list[int] = []
    stops: list[int] = []
    aside = 0
    for match in _BOUNDARY.finditer(text):
        mark, at = match[0], match.end()
        if match.start() < aside:
            continue
        if mark == "(" and (found := _ASIDE.match(text, match.start())):
            aside = found.end()
            continue
        if mark in "()" and _in_formula(text, match.start()):
            continue
        line_end = "\n" in mark
        if line_end and _is_wrap(text, _line_end(text, match.start()), at):
            continue
        marks.append(at)
        if line_end or mark in _SENTENCE or mark in _BREAK:
            breaks.append(at)
        if line_end or mark in _SENTENCE:
            stops.append(at)
    return Clauses(tuple(marks), tuple(breaks), tuple(stops))


def _in_formula(text: str, bracket: int) -> bool:
    """Whether the bracket belongs to a formula: an operator stands before it opens or after it closes."""
    if text[bracket] == "(":
        return text[max(0, bracket - 3) : bracket].rstrip(" $")[-1:] in _OPERATORS
    return text[bracket + 1 : bracket + 4].lstrip(" $")[:1] in _OPERATORS


def _line_end(text: str, newline: int) -> int:
    """Where the words of the line that ends at *newline* end."""
    floor = max(0, newline - 80)
    return floor + len(text[floor:newline].rstrip())


def _is_wrap(text: str, start: int, end: int) -> bool:
    """Whether the white space from *start* to *end* is only where the page's edge broke a line of prose."""
    if start == 0 or end >= len(text) or text[start - 1] in "。；：！？:;":
        return False
    if _TIED.match(text, max(start - 2, 0)):
        return True
    line = text[max(text.rfind("\n", 0, start) + 1, start - 200) : start].strip()
    if _HEADING.fullmatch(line):
        return False
    following = text.find("\n", end)
    after = text[end : min(following if following >= 0 else len(text), end + 200)]
    long_enough = len(line) >= _SHORTEST_WRAPPED_LINE
    return long_enough and not _TABULAR.search(line) and not _TABULAR.search(after) and not _NUMBERED.match(after)
