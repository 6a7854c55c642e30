"""Lines and paragraphs of a text as a reader sees them: which belong to tables, which run on over a line break."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hengji.checks.context import Context
from hengji.checks.relations.full_width import full_width
from hengji.facts.document import Document

__all__ = ["MARKER", "Line", "blocks", "lines_in", "lines_of"]

_GAP = re.compile(r"\S(?:[ \u3000]{3,}|\t)\S")
_BARE_ROW = re.compile(r"(?:[ \t]-?\d[\d,]*(?:\.\d+)?[%％]?){2,}$")
_AFTER_MARKER = re.compile(r"^(?:第.{1,3}(?:部分|章|节|篇)|.{1,4}[、．.）)])[ \u3000]{3,}")
_TERMINAL = "。！？；：:;!?"
_SHORT = 20
_CENTRED = 16
_REAL_PARAGRAPHS = frozenset(("docx", "doc", "wps", "html"))

MARKER = re.compile(
    r"(?:第[一二三四五六七八九十]{1,3}(?:部分|章|节|篇)|[一二三四五六七八九十]{1,3}\s*[、．.]|[（(]\s*[一二三四五六七八九十]{1,3}\s*[）)]"
    r"|\d{1,2}\s*[.．、](?!\d(?!0\d\d\s?年|型[\u4e00-\u9fff]))|[（(]\s*\d{1,2}\s*[）)]|\d{1,2}[）)]|[①-⑳])"
)
"""What numbers a heading or a list item, at the start of a line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, without the white space around it. `after_blank`: a blank line stands before it."""

    start: int
    end: int
    text: str
    tabular: bool
    centred: bool = False
    after_blank: bool = False


def lines_in(context: Context) -> tuple[Line, ...]:
    """The lines of the document that is checked, cut once for all finders."""
    return context.once(lines_in, lambda: lines_of(context.document))


def lines_of(document: Document) -> tuple[Line, ...]:
    """The lines of *document* in order. A line is tabular when it lies in a table or looks like a row of one,
    or stands between two such lines."""
    lines = list(_lines(document))
    tabular = [line.tabular for line in lines]
    for index in range(1, len(lines) - 1):
        if tabular[index - 1] and tabular[index + 1] and not tabular[index] and _in_columns(lines[index]):
            lines[index] = replace(lines[index], tabular=True)
    return tuple(lines)


def _in_columns(line: Line) -> bool:
    return len(line.text) <= 2 * _SHORT and not line.text.endswith("。")


def _is_row(text: str) -> bool:
    return _BARE_ROW.search(text) is not None or _GAP.search(_AFTER_MARKER.sub("", text)) is not None


def _lines(document: Document) -> Iterator[Line]:
    text, blank, position = full_width(document.text), True, 0
    tables = sorted((table.start, table.end) for table in document.tables)
    starts = [start for start, _ in tables]
    for raw in text.split("\n"):
        stripped = raw.strip()
        if stripped:
            indent = len(raw) - len(raw.lstrip())
            start = position + indent
            index = bisect_right(starts, start) - 1
            inside = index >= 0 and start < tables[index][1]
            row = raw[:indent].count("\t") > 0 or _is_row(stripped)
            centred = indent >= _CENTRED
            yield Line(start, start + len(stripped), stripped, inside or row, centred, blank)
        blank = not stripped
        position += len(raw) + 1


def blocks(document: Document, lines: Iterable[Line]) -> Iterator[tuple[Line, ...]]:
    """Lines that make one paragraph. Rows of tables are left out; a line break without a stop before it, or a
    page break in mid-sentence, runs on."""
    real = document.format in _REAL_PARAGRAPHS
    block: list[Line] = []
    for line in lines:
        if block and (real or line.tabular or _ends(block[-1], line)):
            yield tuple(block)
            block = []
        if not line.tabular:
            block.append(line)
    if block:
        yield tuple(block)


def _ends(line: Line, following: Line) -> bool:
    return (
        line.text[-1] in _TERMINAL
        or MARKER.match(following.text) is not None
        or (len(line.text) < _SHORT and following.after_blank)
        or line.centred
        or following.centred
    )
