"""Lines that may be the cells of a table, one a line: what each says, and whether that is a figure, words or a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from hengji.documents.headers import is_figure, names_a_column
from hengji.documents.headings import is_numbered
from hengji.documents.plain.line_cells import cell_in_line
from hengji.documents.plain.lines import Line
from hengji.documents.plain.text_paragraphs import page_number
from hengji.documents.table_captions import unit_in
from hengji.facts.document import Cell

__all__ = ["MARKED_OFF", "Item", "cell_of", "is_heading", "item_of", "runs_of_items"]

_PROSE: Final = re.compile(r"[。；！？|\t]")
_NOTHING: Final = re.compile(r"[-—－–/]+|无")
MARKED_OFF: Final = re.compile(r"其中|[：:]$")
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
_MAX_GAP: Final = 3
"""Blank lines between two cells."""


class Item(NamedTuple):
    """A line as a cell: what it says and whether that is a figure, words, or a sign for nothing."""

    line: Line
    text: str
    is_figure: bool
    is_nothing: bool
    is_name: bool
    """Whether it may name a column."""


def runs_of_items(lines: Sequence[Line]) -> Iterator[list[Item]]:
    """Neighbouring lines short enough for cells, without the numbers of pages."""
    run: list[Item] = []
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
            run.append(item_of(line))
    yield run


def item_of(line: Line) -> Item:
    text = line.text.strip()
    is_year = bool(_YEAR.fullmatch(text))
    figure = is_figure(text) or _MEASURED.fullmatch(text) is not None
    short = 0 < len(text) <= _MAX_NAME
    is_name = short and (not figure or is_year) and not is_numbered(text) and not MARKED_OFF.search(text)
    return Item(line, text, figure, not text or bool(_NOTHING.fullmatch(text)), is_name)


def cell_of(line: Line, row: int, column: int) -> Cell:
    return cell_in_line(line, row, column, 0, len(line.text))


def is_heading(items: Sequence[Item]) -> bool:
    names = {item.text for item in items if item.is_name}
    return len(names) == len(items) <= 2 * sum(names_a_column(name) for name in names)


def _without_bar(line: Line) -> Line:
    """A cell that ends in a bar of its own (公务接待费 |), as web pages are copied; the bar is none of it."""
    text = line.text.rstrip()
    return replace(line, text=text[:-1].rstrip()) if text.endswith("|") and text.count("|") == 1 else line


def _ends_its_page(lines: Sequence[Line], index: int) -> bool:
    line = lines[index]
    following = next((each for each in lines[index + 1 : index + 1 + _MAX_GAP] if not each.is_blank), None)
    ends = line.page is not None and (following is None or following.page != line.page)
    return ends and page_number(line.text)
