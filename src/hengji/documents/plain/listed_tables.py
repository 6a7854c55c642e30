"""Tables whose cells stand one a line and without any mark, as copying a page or extracting its text leaves them.

The heading tells the period: after *k* names of columns come rows of *k* lines, where every column holds figures
alone or words alone. Where a cell is missing the kinds fall out of step, and the lines stay lines: nothing says
which cell it was, and a wrong table is worse than none. Rows that blank lines set apart need no such proof.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, NamedTuple

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.headings import is_numbered
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_in_line, cell_of_lines
from hengji.documents.plain.lines import Line
from hengji.documents.plain.text_paragraphs import page_number
from hengji.documents.table_captions import unit_in
from hengji.facts.document import Cell

__all__ = ["listed_tables"]

_PROSE: Final = re.compile(r"[。；！？|\t]")
_NOTHING: Final = re.compile(r"[-—－–/]+|无")
_MARKED_OFF: Final = re.compile(r"其中|[：:]$")
_TOTAL: Final = re.compile(r"(?:合\s*计|总\s*计|小\s*计|共\s*计)(?:[/／]平均)?")
_AMOUNT: Final = re.compile(r"(?!.*表[（(])[\u4e00-\u9fff]{2,10}[（(](?:[万亿千]|百万)?元[)）]")
"""支出金额（万元） names a column; 收支预算总表（万元） names a table."""
_YEAR: Final = re.compile(r"(?:19|20)\d\d\s*年?")
_MEASURED: Final = re.compile(
    r"[≥≤＞＜><][ \t]?\d[\d,]*(?:\.\d+)?\s?(?:[%％‰]|[\u4e00-\u9fff]{1,4})?|[前第]\d{1,2}[名位]"
    r"|\d[\d,]*(?:\.\d+)?\s?(?:项次?|人次|场次|批次|枚|名|所|座|处|小时|公里|平方米|亩|吨|株|只|册|份|笔|起|宗|棵|套|米|‰)"
)
"""What was aimed at and what was done: ≥40项次, 前8名, 21枚."""
_MAX_TEXT: Final = 40
_MAX_NAME: Final = 20
_MAX_COLUMNS: Final = 12
_MAX_GAP: Final = 3
"""Blank lines between two cells."""
_ROWS_OF_PAIRS: Final = 3
_ROWS: Final = 2
_MAX_GROUPS: Final = 4
_WRAPPED: Final = 8
"""A name as long as this may go on in the next line."""


class _Item(NamedTuple):
    """A line as a cell: what it says and whether that is a figure, words, or a sign for nothing."""

    line: Line
    text: str
    is_figure: bool
    is_nothing: bool
    is_name: bool
    """Whether it may name a column."""


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
    for run in _runs(lines):
        yield from list(_tables_of_blocks(list(_blocks(run)))) or _tables_of_stream(run, text)


def _runs(lines: Sequence[Line]) -> Iterator[list[_Item]]:
    """Neighbouring lines short enough for cells, without the numbers of pages."""
    run: list[_Item] = []
    for index, whole in enumerate(lines):
        line = _without_bar(whole)
        if (whole.is_blank and line is whole) or _ends_its_page(lines, index):
            continue
        is_short = len(line.text) <= _MAX_TEXT + line.indent and not _PROSE.search(line.text)
        is_short = is_short and (not unit_in(line.text) or _AMOUNT.fullmatch(line.text.strip()) is not None)
        if run and (not is_short or line.number > run[-1].line.number + _MAX_GAP + 1):
            yield run
            run = []
        if is_short:
            run.append(_item(line))
    yield run


def _without_bar(line: Line) -> Line:
    """A cell that ends in a bar of its own (公务接待费 |), as web pages are copied; the bar is none of it."""
    text = line.text.rstrip()
    return replace(line, text=text[:-1].rstrip()) if text.endswith("|") and text.count("|") == 1 else line


def _ends_its_page(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    following = next((each for each in lines[index + 1 : index + 1 + _MAX_GAP] if not each.is_blank), None)
    ends = line.page is not None and (following is None or following.page != line.page)
    return ends and page_number(line.text)


def _item(line: Line) -> _Item:
    text = line.text.strip()
    is_year = bool(_YEAR.fullmatch(text))
    figure = is_figure(text) or _MEASURED.fullmatch(text) is not None
    short = 0 < len(text) <= _MAX_NAME
    is_name = short and (not figure or is_year) and not is_numbered(text) and not _MARKED_OFF.search(text)
    return _Item(line, text, figure, not text or bool(_NOTHING.fullmatch(text)), is_name)


# --------------------------------------------------------------------------------------------- rows set apart by blanks
def _blocks(run: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Items that no blank line parts."""
    for _, block in groupby(enumerate(run), key=lambda each: each[1].line.number - each[0]):
        yield [item for _, item in block]


def _tables_of_blocks(blocks: Sequence[list[_Item]]) -> Iterator[tuple[list[Line], Rows]]:
    index = 0
    blocks = list(_with_gaps(blocks))
    while index < len(blocks):
        size = len(blocks[index])
        end = index + 1
        while end < len(blocks) and len(blocks[end]) == size:
            end += 1
        rows = blocks[index:end]
        cut = end < len(blocks) and size > len(blocks[end]) > 1 and any(item.is_figure for item in blocks[end])
        if _is_table(rows) and not cut:
            cells = [
                [_cell(item.line, row, column) for column, item in enumerate(block)] for row, block in enumerate(rows)
            ]
            yield [item.line for block in rows for item in block], cells
        index = end


def _with_gaps(blocks: Sequence[list[_Item]]) -> Iterator[list[_Item]]:
    """Blocks as they stand; two that the blank line of an empty cell parts are one row, where with that cell they have
    as many as the heading above them: 产出小计, 35, nothing, 34.80 below 指标, 分值, 实际, 得分."""
    size, index = 0, 0
    while index < len(blocks):
        block, index = blocks[index], index + 1
        if _is_heading(block) and len(block) > _ROWS:
            size = len(block)
        below = blocks[index] if index < len(blocks) else []
        torn = size and below and len(block) < size and len(block) + len(below) + 1 == size
        if torn and not block[0].is_figure and below[0].is_figure and below[0].line.number - block[-1].line.number == 2:
            yield [*block, _nothing(block[-1].line), *below]
            index += 1
        else:
            yield block


def _nothing(line: Line) -> _Item:
    """The empty cell whose blank line follows *line*."""
    return _item(Line(line.number + 1, line.end + 1, line.end + 1, "", line.page))


def _is_table(rows: Sequence[Sequence[_Item]]) -> bool:
    heading, body = rows[0], rows[1:]
    if not _ROWS < len(heading) <= _MAX_COLUMNS or len(body) < _ROWS or not _is_heading(heading):
        return False
    figures = [sum(item.is_figure or item.is_nothing for item in column) for column in zip(*body, strict=True)]
    return any(count * 2 > len(body) for count in figures) and any(count * 2 <= len(body) for count in figures)


def _cell(line: Line, row: int, column: int) -> Cell:
    return cell_in_line(line, row, column, 0, len(line.text))


# ------------------------------------------------------------------------------------------------- a stream of cells
def _tables_of_stream(run: Sequence[_Item], text: str) -> Iterator[tuple[list[Line], Rows]]:
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


def _names_from(run: Sequence[_Item], start: int) -> int:
    """How many items from *start* may name columns, as far as a heading can reach."""
    end = start
    while end < min(len(run), start + 2 * _MAX_COLUMNS) and run[end].is_name:
        end += 1
    return end - start


def _table_from(run: Sequence[_Item], start: int) -> tuple[tuple[_Heading, _Body] | None, int]:
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


def _headings(run: Sequence[_Item], start: int) -> Iterator[_Heading]:
    """The headings that may begin at *start*: of one row, and of two where groups repeat the names below them."""
    most = _names_from(run, start)
    for columns in range(2, min(most, _MAX_COLUMNS) + 1 if _may_begin(run, start) else 0):
        if _is_heading(run[start : start + columns]):
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


def _is_heading(items: Sequence[_Item]) -> bool:
    names = {item.text for item in items if item.is_name}
    return len(names) == len(items) <= 2 * sum(names_a_column(name) for name in names)


def _may_begin(run: Sequence[_Item], start: int) -> bool:
    """Whether a heading may begin here: below what is none of it, or below a blank line where its own cells have none
    between them (产出和效益指标完成情况 is a caption then)."""
    if not start or _may_stand_below(run[start - 1]):
        return True
    numbers = [item.line.number for item in run[start - 1 : start + 3]]
    return len(numbers) > _ROWS and numbers[1] > numbers[0] + 1 and numbers[-1] - numbers[1] == len(numbers) - 2


def _may_stand_below(above: _Item | None) -> bool:
    """Whether what precedes a heading is none of it: a title, or the end of something else."""
    return above is None or not above.is_name or "表" in above.text or not names_a_column(above.text)


def _two_rows(single: int, groups: int, each: int, last: int) -> _Heading:
    """Names of two rows' height, groups of *each* columns, and perhaps a last name of two rows' height."""
    end = single + groups * each
    top = [(0, column, 2, 1) for column in range(single)]
    top += [(0, single + group * each, 1, each) for group in range(groups)]
    top += [(0, end + column, 2, 1) for column in range(last)]
    return _Heading((*top, *((1, column, 1, 1) for column in range(single, end))), end + last)


def _body(run: Sequence[_Item], start: int, heading: _Heading) -> _Body:
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
            _take_total(run, kinds, body)
            return body


def _keeps(kinds: Sequence[bool | None], row: Sequence[_Item]) -> bool:
    return len(row) == len(kinds) and all(
        item.is_nothing or kind is None or kind is item.is_figure for kind, item in zip(kinds, row, strict=True)
    )


def _has_kinds(row: Sequence[_Item]) -> bool:
    """A row has figures, and words in its first or second column: a name, or a number and a name."""
    words = [not item.is_figure and not item.is_nothing for item in row]
    return any(words[:2]) and any(item.is_figure or item.is_nothing for item in row[1:])


def _take_name(run: Sequence[_Item], kinds: Sequence[bool | None], body: _Body) -> bool:
    """A name before a row: one of a row without figures (``其中：``), or the first piece of the row's own name."""
    row = run[body.end + 1 : body.end + 1 + len(kinds)]
    if not row:
        return False
    name = run[body.end]
    if name.is_figure or name.is_nothing or not _keeps(kinds, row) or not _has_kinds(row):
        return False
    if len(name.text) >= _WRAPPED and not is_numbered(row[0].text) and not _MARKED_OFF.search(name.text):
        body.rows.append([[name.line, row[0].line], *([item.line] for item in row[1:])])
        body.end += 1 + len(kinds)
    else:
        body.rows.append([[name.line]])
        body.end += 1
    return True


def _take_total(run: Sequence[_Item], kinds: Sequence[bool | None], body: _Body) -> None:
    """The row of a total that ends a table without the number, or other words, that stand before its name."""
    width = len(kinds) - 1
    row = run[body.end : body.end + width]
    if kinds[1] is not False or len(body.rows) < _ROWS or len(row) < width or not _TOTAL.fullmatch(row[0].text):
        return
    if all(
        item.is_nothing or (item.is_figure and kind is not False) for item, kind in zip(row[1:], kinds[2:], strict=True)
    ):
        body.rows.append([[], *([item.line] for item in row)])
        body.end += width


def _goes_on(run: Sequence[_Item], end: int, columns: int) -> bool:
    """Whether figures follow so closely that a row must have been cut short."""
    return any(item.is_figure or item.is_nothing for item in run[end : end + columns])


def _cells(run: Sequence[_Item], start: int, heading: _Heading, body: _Body, text: str) -> Rows:
    depth = max(row for row, _, _, _ in heading.places) + 1
    rows: Rows = [[] for _ in range(depth)]
    for item, (row, column, row_span, column_span) in zip(run[start:], heading.places, strict=False):
        cell = _cell(item.line, row, column)
        rows[row].append(Cell(row, column, cell.start, cell.end, cell.text, row_span, column_span, page=cell.page))
    for number, pieces in enumerate(body.rows, start=depth):
        rows.append([cell_of_lines(each, number, column, text) for column, each in enumerate(pieces) if each])
    return rows
