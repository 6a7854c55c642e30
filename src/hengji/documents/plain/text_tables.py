"""The tables of a plain text, rebuilt with true offsets: by tabs, pipes, lines of their own, aligned spaces."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from hengji.documents.composing import named_cells
from hengji.documents.headers import header_depth, with_category_spans, with_header_spans
from hengji.documents.plain.barred_tables import barred_tables
from hengji.documents.plain.blank_tables import blank_tables
from hengji.documents.plain.flat_tables import (
    Rows,
    comma_tables,
    pipe_tables,
    tab_tables,
    wide_bar_tables,
    wide_blank_tables,
)
from hengji.documents.plain.flattened_tables import flattened_tables
from hengji.documents.plain.gapped_tables import gapped_tables
from hengji.documents.plain.headed_cells import headed_cells
from hengji.documents.plain.joined_tables import joined_tables
from hengji.documents.plain.layout_forms import layout_forms
from hengji.documents.plain.layout_tables import layout_tables
from hengji.documents.plain.lines import Line
from hengji.documents.plain.listed_tables import listed_tables
from hengji.documents.plain.scored_forms import scored_forms
from hengji.documents.plain.single_spaced_tables import single_spaced_tables
from hengji.documents.plain.slashed_tables import slashed_tables
from hengji.documents.plain.spaced_forms import spaced_forms
from hengji.documents.plain.spaced_tables import spaced_tables, unbroken_tables
from hengji.documents.plain.table_joining import join_broken
from hengji.documents.plain.wide_tables import wide_tables
from hengji.documents.table_captions import caption_and_unit
from hengji.facts.document import Cell, Table

__all__ = ["find_tables"]

_LINES_ABOVE: Final = 4
"""Lines that may hold a table's name and unit."""
_SCORED: Final = re.compile(r"^[ \t\u3000]*(?:得分|分值|满分|权重|完成值|实际完成值|实际值)", re.MULTILINE)
"""Whether a line begins as the name of a column of scores or of what was done."""


def _stretches(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines without a gap: where some were taken, a table stands, and no other may reach across it."""
    for _, run in groupby(enumerate(lines), key=lambda each: each[1].number - each[0]):
        yield [line for _, line in run]


def find_tables(lines: Sequence[Line], text: str) -> tuple[Table, ...]:
    """All tables in order; a line belongs to one table at most. A table broken across pages is one table."""
    found: list[Table] = []
    free = list(lines)
    has_tabs, has_pipes = "\t" in text, "|" in text
    written = [line for line in lines if not line.is_blank]
    starts = [line.start for line in written]

    def take(taken: Iterable[Line], cells: Sequence[Cell], header_rows: int) -> None:
        used = list(taken)
        place = bisect_left(starts, used[0].start)
        above = [line.text for line in written[max(0, place - _LINES_ABOVE) : place]]
        caption, unit = caption_and_unit(above)
        found.append(Table(tuple(cells), used[0].start, used[-1].end, header_rows, caption, unit, rebuilt=True))

    def take_rows(tables: Iterable[tuple[list[Line], Rows]]) -> None:
        nonlocal free
        used: set[int] = set()
        for taken, rows in tables:
            cells = [cell for row in rows for cell in row]
            depth = header_depth(cells)
            take(taken, with_category_spans(with_header_spans(cells, depth), depth), depth)
            used |= {line.number for line in taken}
        free = [line for line in free if line.number not in used] if used else free

    if has_pipes:
        take_rows(table for stretch in _stretches(free) for table in barred_tables(stretch))
        take_rows(table for stretch in _stretches(free) for table in pipe_tables(stretch))
    if has_tabs:
        take_rows(table for stretch in _stretches(free) for table in headed_cells(stretch))
        take_rows(table for stretch in _stretches(free) for table in flattened_tables(stretch, text))
        take_rows(table for stretch in _stretches(free) for table in tab_tables(stretch))
    for reader in (
        wide_bar_tables,
        wide_blank_tables,
        comma_tables,
        slashed_tables,
        spaced_forms,
        gapped_tables,
        unbroken_tables,
        joined_tables,
        wide_tables,
        spaced_tables,
        layout_forms,
        single_spaced_tables,
        blank_tables,
    ):
        take_rows(table for stretch in _stretches(free) for table in reader(stretch))
    if _SCORED.search(text):
        take_rows(table for stretch in _stretches(free) for table in scored_forms(stretch, text))
    take_rows(table for stretch in _stretches(free) for table in listed_tables(stretch, text))
    for stretch in _stretches(free):
        for table in layout_tables(stretch):
            take(table.lines, table.cells, table.header_rows)
    found.sort(key=lambda table: table.start)
    joined = join_broken(found, text)
    return tuple(replace(table, cells=named_cells(table.cells, number)) for number, table in enumerate(joined, start=1))
