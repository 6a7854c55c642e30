"""Tables whose cells stand one a line with a blank line behind each, as a web page's text is taken: an empty cell has
left its blank line and nothing else, so *k* blank lines between two cells are *k* − 1 empty ones.

Counting them gives every cell its column back. The heading tells how many columns there are; the rows below it must
hold in every column figures alone or words alone, and nothing may be left over that looks like part of a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.headings import is_numbered
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line

__all__ = ["gapped_tables"]

_PROSE: Final = re.compile(r"[。；！？|\t]")
_NOTHING: Final = re.compile(r"[-—－–/]+|无")
_NO_NAME: Final = re.compile(r"[:：]|表$")
_AHEAD: Final = 12
"""Tokens among which a heading is looked for."""
_LONGEST: Final = 60
_MOST_BLANK: Final = 40
"""Blank lines between two cells: a row of two sides may be empty but for one name."""
_COLUMNS: Final = range(3, 13)
_FEWEST_ROWS: Final = 3
_FEWEST: Final = 12

Token = Line | None


def gapped_tables(lines: Sequence[Line]) -> Iterator[tuple[list[Line], Rows]]:
    """Heading and rows of each table that has empty cells; one without any is read by its lines alone."""
    for tokens in _runs(lines):
        start = 0
        while start < len(tokens) - _FEWEST:
            first, end, width = _table_from(tokens, start)
            if end:
                yield _given(tokens[first:end]), _cells(tokens[first:end], width)
            start = end or start + _AHEAD


def _runs(lines: Sequence[Line]) -> Iterator[list[Token]]:
    """Short lines that blank lines part, with an empty place for every blank line more than one."""
    run: list[Token] = []
    last: Line | None = None
    for line in lines:
        if line.is_blank:
            continue
        text = line.text.strip()
        short = len(text) <= _LONGEST and not _PROSE.search(text)
        blank = line.number - last.number - 1 if last is not None else 0
        if run and (not short or not 1 <= blank <= _MOST_BLANK):
            yield from [run] if _has_gaps(run) else []
            run = []
        if short:
            run += [None] * (blank - 1) if run else []
            run.append(line)
        last = line
    yield from [run] if _has_gaps(run) else []


def _has_gaps(run: Sequence[Token]) -> bool:
    return len(run) >= _FEWEST and None in run


def _given(tokens: Sequence[Token]) -> list[Line]:
    return [line for line in tokens if line is not None]


def _table_from(tokens: Sequence[Token], start: int) -> tuple[int, int, int]:
    """Where the table begins whose heading stands among the next tokens, where it ends, and its columns; 0 for none.

    The fewest columns that account for every row are the right ones: those of two rows do so as well.
    """
    for width in _COLUMNS:
        for first in range(start, min(start + _AHEAD, len(tokens) - width)):
            if not _is_heading(tokens[first : first + width], width) or _goes_on(tokens, first + width):
                continue
            end = _end_of_rows(tokens, first + width, width)
            if (end - first) // width > _FEWEST_ROWS and not _left_over(tokens[end : end + width]):
                return first, end, width
    return 0, 0, 0


def _is_heading(names: Sequence[Token], width: int) -> bool:
    texts = [line.text.strip() for line in names if line is not None]
    plain = len(texts) == width and not any(is_figure(text) or _NO_NAME.search(text) for text in texts)
    return plain and 2 * sum(names_a_column(text) for text in texts) >= width


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Whether the heading may have another name: the rows begin with words, and a heading's next name is one too."""
    line = tokens[end] if end < len(tokens) else None
    return line is not None and names_a_column(line.text.strip()) and not is_numbered(line.text.strip())


def _end_of_rows(tokens: Sequence[Token], start: int, width: int) -> int:
    """Where the rows from *start* end that keep every column's kind."""
    kinds: list[bool | None] = [None] * width
    at = start
    while at < len(tokens):
        row = list(tokens[at : at + width])
        row += [None] * (width - len(row))
        found = [_kind(line) for line in row]
        fits = all(one is None or kind is None or one is kind for one, kind in zip(found, kinds, strict=True))
        if not fits or False not in found or found[0] is True:
            break
        kinds = [kind if one is None else one for one, kind in zip(found, kinds, strict=True)]
        at += width
    return min(at, len(tokens)) if True in kinds else start


def _kind(line: Token) -> bool | None:
    """Whether a cell is a figure; None where it is empty or says that there is nothing."""
    if line is None or _NOTHING.fullmatch(line.text.strip()):
        return None
    return is_figure(line.text.strip())


def _left_over(tokens: Sequence[Token]) -> bool:
    """Whether a figure stands right behind the rows: then one of them was cut wrongly."""
    return any(line is not None and is_figure(line.text.strip()) for line in tokens)


def _cells(tokens: Sequence[Token], width: int) -> Rows:
    rows: Rows = []
    for at in range(0, len(tokens), width):
        number = len(rows)
        rows.append(
            [
                cell_in_line(line, number, column, 0, len(line.text))
                for column, line in enumerate(tokens[at : at + width])
                if line is not None
            ]
        )
    return rows
