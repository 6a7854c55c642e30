"""Tables whose cells stand one a line and without any mark, as copying a page or extracting its text leaves them.

The heading tells the period: after *k* names of columns come rows of *k* lines, where every column holds figures
alone or words alone. Where a cell is missing the kinds fall out of step, and the lines stay lines: nothing says
which cell it was, and a wrong table is worse than none. Rows that blank lines set apart need no such proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Final, NamedTuple

from hengji.documents.headers import names_a_column
from hengji.documents.headings import is_numbered
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_of_lines
from hengji.documents.plain.lines import Line
from hengji.documents.plain.listed_blocks import blocks_of, tables_of_blocks
from hengji.documents.plain.listed_items import MARKED_OFF, Item, cell_of, is_heading, runs_of_items
from hengji.facts.document import Cell

__all__ = ["listed_tables"]

_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:[/／]平均)?")
_MAX_COLUMNS: Final = 12
_ROWS_OF_PAIRS: Final = 3
_ROWS: Final = 2
_MAX_GROUPS: Final = 4
_WRAPPED: Final = 8
"""A name as long as this may go on in the next line."""


class _Heading(NamedTuple):
    """The names of columns: each with its row, column and spans; how many lines they take, and how many columns."""

    places: tuple[tuple[int, int, int, int], ...]
    columns: int


@dataclass(slots=True)
class _Body:
    """The rows read so far, each the lines of its cells, and the item after them."""

    rows: list[list[list[Line]]]
    end: int


def listed_tables(lines: Sequence[Line], text: str) -> Iterator[tuple[list[Line], Rows]]:
    """The tables among *lines*, which are some of those of *text*: the lines each takes, and its cells by row."""
    for run in runs_of_items(lines):
        yield from list(tables_of_blocks(list(blocks_of(run)))) or _tables_of_stream(run, text)


def _tables_of_stream(run: Sequence[Item], text: str) -> Iterator[tuple[list[Line], Rows]]:
    start = 0
    while start < len(run):
        names = max(_names_from(run, start), 1)
        end = start + names
        for first in range(start, start + names):
            found, read = _table_from(run, first)
            end = max(end, read)
            if found is not None:
                heading, body = found
                yield [item.line for item in run[first : body.end]], _cells(run, first, heading, body, text)
                break
        start = end


def _names_from(run: Sequence[Item], start: int) -> int:
    """How many items from *start* may name columns, as far as a heading can reach."""
    end = start
    while end < min(len(run), start + 2 * _MAX_COLUMNS) and run[end].is_name:
        end += 1
    return end - start


def _table_from(run: Sequence[Item], start: int) -> tuple[tuple[_Heading, _Body] | None, int]:
    """The heading that begins at *start* and its rows, if they are sure; and how far rows of any kind were read."""
    read = start
    for heading in _headings(run, start):
        body = _body(run, start, heading)
        if len(body.rows) < (_ROWS if heading.columns > _ROWS else _ROWS_OF_PAIRS):
            continue
        read = max(read, body.end)
        if not _goes_on(run, body.end, heading.columns):
            return (heading, body), read
    return None, read


def _headings(run: Sequence[Item], start: int) -> Iterator[_Heading]:
    """The headings that may begin at *start*: of one row, and of two where groups repeat the names below them."""
    most = _names_from(run, start)
    for columns in range(2, min(most, _MAX_COLUMNS) + 1 if _may_begin(run, start) else 0):
        if is_heading(run[start : start + columns]):
            yield _Heading(tuple((0, column, 1, 1) for column in range(columns)), columns)
    names = [item.text for item in run[start : start + most]]
    for single in range(1, 4):
        for groups in range(2, _MAX_GROUPS + 1):
            for last in range(2):
                top = single + groups + last
                for each in range(2, _MAX_GROUPS + 1):
                    lower = names[top : top + groups * each]
                    if len(lower) == groups * each and lower == lower[:each] * groups and len(set(lower)) == each:
                        yield _two_rows(single, groups, each, last)


def _may_begin(run: Sequence[Item], start: int) -> bool:
    """Whether a heading may begin here: below what is none of it, or below a blank line where its own cells have none
    between them (产出和效益指标完成情况 is a caption then)."""
    if not start or _may_stand_below(run[start - 1]):
        return True
    numbers = [item.line.number for item in run[start - 1 : start + 3]]
    return len(numbers) > _ROWS and numbers[1] > numbers[0] + 1 and numbers[-1] - numbers[1] == len(numbers) - 2


def _may_stand_below(above: Item | None) -> bool:
    """Whether what precedes a heading is none of it: a title, or the end of something else."""
    return above is None or not above.is_name or "表" in above.text or not names_a_column(above.text)


def _two_rows(single: int, groups: int, each: int, last: int) -> _Heading:
    """Names of two rows' height, groups of *each* columns, and perhaps a last name of two rows' height."""
    end = single + groups * each
    top = [(0, column, 2, 1) for column in range(single)]
    top += [(0, single + group * each, 1, each) for group in range(groups)]
    top += [(0, end + column, 2, 1) for column in range(last)]
    return _Heading((*top, *((1, column, 1, 1) for column in range(single, end))), end + last)


def _body(run: Sequence[Item], start: int, heading: _Heading) -> _Body:
    """The rows below a heading, as long as each column keeps its kind; a repeated heading is no row."""
    columns, lines = heading.columns, len(heading.places)
    names = [item.text for item in run[start : start + lines]]
    body = _Body([], start + lines)
    kinds: list[bool | None] = [None] * columns
    while True:
        at = body.end
        if [item.text for item in run[at : at + lines]] == names:
            body.end += lines
            continue
        row = run[at : at + columns]
        if _keeps(kinds, row) and _has_kinds(row):
            kinds = [kind if item.is_nothing else item.is_figure for kind, item in zip(kinds, row, strict=True)]
            body.rows.append([[item.line] for item in row])
            body.end += columns
        elif not (kinds[0] is False and all(kinds[1:]) and _take_name(run, kinds, body)):
            _take_total(run, kinds, body) or _take_short_total(run, kinds, body)
            return body


def _keeps(kinds: Sequence[bool | None], row: Sequence[Item]) -> bool:
    return len(row) == len(kinds) and all(
        item.is_nothing or kind is None or kind is item.is_figure for kind, item in zip(kinds, row, strict=True)
    )


def _has_kinds(row: Sequence[Item]) -> bool:
    """A row has figures, and words in its first or second column: a name, or a number and a name."""
    words = [not item.is_figure and not item.is_nothing for item in row]
    return any(words[:2]) and any(item.is_figure or item.is_nothing for item in row[1:])


def _take_name(run: Sequence[Item], kinds: Sequence[bool | None], body: _Body) -> bool:
    """A name before a row: one of a row without figures (``其中：``), or the first piece of the row's own name."""
    row = run[body.end + 1 : body.end + 1 + len(kinds)]
    if not row:
        return False
    name = run[body.end]
    if name.is_figure or name.is_nothing or not _keeps(kinds, row) or not _has_kinds(row):
        return False
    if len(name.text) >= _WRAPPED and not is_numbered(row[0].text) and not MARKED_OFF.search(name.text):
        body.rows.append([[name.line, row[0].line], *([item.line] for item in row[1:])])
        body.end += 1 + len(kinds)
    else:
        body.rows.append([[name.line]])
        body.end += 1
    return True


def _take_total(run: Sequence[Item], kinds: Sequence[bool | None], body: _Body) -> bool:
    """The row of a total that ends a table without the number, or other words, that stand before its name."""
    width = len(kinds) - 1
    row = run[body.end : body.end + width]
    if kinds[1] is not False or len(body.rows) < _ROWS or len(row) < width or not _TOTAL.fullmatch(row[0].text):
        return False
    whole = all(
        item.is_nothing or (item.is_figure and kind is not False) for item, kind in zip(row[1:], kinds[2:], strict=True)
    )
    if whole:
        body.rows.append([[], *([item.line] for item in row)])
        body.end += width
    return whole


def _take_short_total(run: Sequence[Item], kinds: Sequence[bool | None], body: _Body) -> bool:
    """The row of a total whose last cells are blank and left no line: 合计 424.50 472.50 97.11% below four columns of
    figures. A rate below the rates must show which they are."""
    rest = run[body.end + 1 : body.end + 1 + len(kinds)]
    figures = list(takewhile(lambda item: item.is_figure and not item.is_nothing, rest))
    columns = [column for column, kind in enumerate(kinds) if kind and column]
    total = body.end < len(run) and _TOTAL.fullmatch(run[body.end].text) is not None
    last = next((row for row in reversed(body.rows) if len(row) == len(kinds) and all(row)), None)
    if not total or last is None or not _ROWS <= len(figures) < len(columns):
        return False
    above = [last[column][0].text.strip() for column in columns[: len(figures)]]
    rates = [item.text.endswith("%") for item in figures]
    if not any(rates) or rates != [text.endswith("%") for text in above]:
        return False
    row: list[list[Line]] = [[] for _ in kinds]
    row[kinds.index(False)] = [run[body.end].line]
    for column, item in zip(columns, figures, strict=False):
        row[column] = [item.line]
    body.rows.append(row)
    body.end += 1 + len(figures)
    return True


def _goes_on(run: Sequence[Item], end: int, columns: int) -> bool:
    """Whether figures follow so closely that a row must have been cut short."""
    return any(item.is_figure or item.is_nothing for item in run[end : end + columns])


def _cells(run: Sequence[Item], start: int, heading: _Heading, body: _Body, text: str) -> Rows:
    depth = max(row for row, _, _, _ in heading.places) + 1
    rows: Rows = [[] for _ in range(depth)]
    for item, (row, column, row_span, column_span) in zip(run[start:], heading.places, strict=False):
        cell = cell_of(item.line, row, column)
        rows[row].append(Cell(row, column, cell.start, cell.end, cell.text, row_span, column_span, page=cell.page))
    for number, pieces in enumerate(body.rows, start=depth):
        rows.append([cell_of_lines(each, number, column, text) for column, each in enumerate(pieces) if each])
    return rows
