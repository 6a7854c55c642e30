"""Tables that a page's end broke are one table again.

A table goes on when it is the first thing on the page after the one where another was the last, and either repeats
that table's heading (it is then dropped) or has none of its own. What may stand between them: page numbers, and
the name and unit line repeated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.plain.text_paragraphs import page_number
from hengji.documents.table_captions import unit_in
from hengji.facts.document import Cell, Table

__all__ = ["join_broken"]

_SPACE: Final = re.compile(r"[\s\u3000]+")
_CONTINUED: Final = re.compile(r"续\s*表|[（(]\s*续\s*[）)]|接上(?:页|表)")
_MAX_BETWEEN: Final = 300


def join_broken(tables: Sequence[Table], text: str) -> tuple[Table, ...]:
    """The tables in order, those that belong together joined."""
    joined: list[Table] = []
    for table in tables:
        whole = _joined(joined[-1], table, text) if joined else None
        if whole is None:
            joined.append(table)
        else:
            joined[-1] = whole
    return tuple(joined)


def _joined(above: Table, below: Table, text: str) -> Table | None:
    """Both as one table; None where the second is a table of its own."""
    between = text[above.end : below.start]
    if len(between) > _MAX_BETWEEN or not _is_next_page(above, below):
        return None
    repeats = _repeats_heading(above, below)
    if not _is_no_text(between, above.caption if repeats else ""):
        return None
    if repeats and below.columns == above.columns:
        rows = [cell for cell in below.cells if cell.row >= below.header_rows]
        return _appended(above, below, rows, below.header_rows, lambda column: column)
    if _first_row_is_body(below):
        columns = _columns_onto(above, below)
        if columns is not None:
            return _appended(above, below, below.cells, 0, columns.__getitem__)
    return None


def _is_next_page(above: Table, below: Table) -> bool:
    last = max((cell.page for cell in above.cells if cell.page is not None), default=None)
    first = min((cell.page for cell in below.cells if cell.page is not None), default=None)
    return last is not None and first is not None and first == last + 1


def _is_no_text(between: str, caption: str) -> bool:
    for line in re.split("[\r\n\f]", between):
        squeezed = _SPACE.sub("", line)
        if not squeezed or page_number(line) or _CONTINUED.search(line):
            continue
        if caption and (squeezed == _SPACE.sub("", caption) or unit_in(line)):
            continue
        return False
    return True


def _repeats_heading(above: Table, below: Table) -> bool:
    ours, theirs = _heading(above), _heading(below)
    return bool(theirs) and ours == theirs


def _heading(table: Table) -> tuple[str, ...]:
    written = (_SPACE.sub("", cell.text) for cell in table.cells if cell.row < table.header_rows)
    return tuple(sorted(text for text in written if text))


def _first_row_is_body(table: Table) -> bool:
    """A row with a figure, or the first of a table without heading."""
    return table.header_rows == 0 or any(is_figure(cell.text) for cell in table.cells if cell.row == 0)


def _columns_onto(above: Table, below: Table) -> list[int] | None:
    """For each column of *below* the one of *above* that it continues: the same kind of content, in order.

    A page where a column is empty all the way shows fewer columns than the table has.
    """
    if below.columns == above.columns:
        return list(range(below.columns))
    if below.columns > above.columns or not above.rebuilt:
        return None
    ours, theirs = _kinds(above), _kinds(below)
    mapping: list[int] = []
    place = 0
    for kind in theirs:
        while place < len(ours) and ours[place] not in {kind, ""}:
            place += 1
        if place == len(ours):
            return None
        mapping.append(place)
        place += 1
    return mapping


def _kinds(table: Table) -> list[str]:
    """What each column holds: codes, amounts, words, or "" for nothing."""
    kinds = [""] * table.columns
    counts: dict[int, dict[str, int]] = {}
    for cell in table.cells:
        if cell.row >= table.header_rows and cell.text.strip():
            of_column = counts.setdefault(cell.column, {})
            kind = _kind(cell.text.strip())
            of_column[kind] = of_column.get(kind, 0) + 1
    for column, of_column in counts.items():
        kinds[column] = max(of_column, key=lambda kind: of_column[kind])
    return kinds


def _kind(text: str) -> str:
    if re.fullmatch(r"\d{2}|\d{3}|\d{5}|\d{7}", text):
        return "code"
    return "amount" if is_figure(text) else "words"


def _appended(
    above: Table, below: Table, cells: Sequence[Cell], dropped: int, column_of: Callable[[int], int]
) -> Table:
    shift = above.rows - dropped
    moved = (replace(cell, row=cell.row + shift, column=column_of(cell.column)) for cell in cells)
    return replace(above, cells=(*above.cells, *moved), end=below.end)
