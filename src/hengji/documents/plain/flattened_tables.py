"""Tables that plain text keeps with each cell on a line of its own behind a tab, and a blank line between rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.plain.flat_tables import Rows
from hengji.documents.plain.line_cells import cell_of_lines
from hengji.documents.plain.lines import Line

__all__ = ["flattened_tables"]

_SENTENCE: Final = re.compile("[。；！？]")
_TOTAL: Final = re.compile(r"(?:合\s*|总\s*|小\s*)(?:计|得?分)")
_FEW: Final = 2
_MAX_CONTINUATIONS: Final = 6


def flattened_tables(lines: Sequence[Line], text: str) -> Iterator[tuple[list[Line], Rows]]:
    """Cells on lines of their own, each after a tab; a blank line between rows; a cell may go on without a tab.

    The first cells of the rows may all do without their tab: a row that begins with a tab then has an empty one.
    """
    run: list[list[list[Line]]] = []
    used: list[Line] = []
    for is_blank, group in groupby(lines, key=lambda line: line.is_blank and "\t" not in line.text):
        block = list(group)
        if is_blank:
            continue
        row = _flattened_row(block)
        if run and row is not None:
            row = _with_empty_cells(row, run[0])
            if len(run) == 1 and _lacks_a_name(run[0], row):
                run[0] = [[replace(run[0][0][0], text="")], *run[0]]
        if run and (row is None or len(row) != len(run[0]) or block[0].number > used[-1].number + 3):
            yield from _flattened_table(run, used, text)
            run, used = [], []
        if row is not None:
            run.append(row)
            used += block
    yield from _flattened_table(run, used, text)


def _with_empty_cells(row: list[list[Line]], heading: list[list[Line]]) -> list[list[Line]]:
    """*row* with the empty cells that left no line: its first, or those between a total's name and figures."""
    missing = len(heading) - len(row)
    empty = [replace(row[0][0], text="")]
    if _is_tabbed(heading) or missing <= 0:
        return row
    if _is_tabbed(row):
        return [empty, *row] if missing == 1 else row
    total = _TOTAL.fullmatch(row[0][0].text.strip()) and all(is_figure(cell[0].text.strip()) for cell in row[1:])
    return [row[0], *[empty] * missing, *row[1:]] if total else row


def _lacks_a_name(heading: list[list[Line]], row: list[list[Line]]) -> bool:
    """Whether the first column has no name, so that the heading is one cell shorter than the rows below it."""
    named = not any(is_figure(cell[0].text.strip()) or not cell[0].text.strip() for cell in heading)
    valued = is_figure(row[-1][0].text.strip()) and not is_figure(row[0][0].text.strip())
    one_less = len(heading) + 1 == len(row) > _FEW + 1
    return one_less and named and valued and _is_tabbed(heading) and _is_tabbed(row)


def _is_tabbed(row: list[list[Line]]) -> bool:
    return row[0][0].text.startswith("\t")


def _flattened_row(block: list[Line]) -> list[list[Line]] | None:
    """The lines of each cell; None where the block is no row."""
    bare = not block[0].text.startswith("\t")
    if bare and (len(block) <= _FEW or _SENTENCE.search(block[0].text) or not block[1].text.startswith("\t")):
        return None
    cells: list[list[Line]] = [[block[0]]] if bare else []
    for line in block[bare:]:
        if "\t" in line.text.strip() or len(cells) > 40:
            return None
        if line.text.startswith("\t"):
            cells.append([line])
        elif len(cells[-1]) <= _MAX_CONTINUATIONS and cells[-1][0].text.strip():
            cells[-1].append(line)
        else:
            return None
    return cells if len(cells) > 1 else None


def _flattened_table(run: list[list[list[Line]]], used: list[Line], text: str) -> Iterator[tuple[list[Line], Rows]]:
    if len(run) < 2 or (len(run) == 2 and len(run[0]) == 2):
        return
    if sum(not _is_tabbed(row) and not row[0][0].is_blank for row in run) == 1:
        run, used = [row[1:] for row in run], used[1:]  # it is a caption, above rows that begin with a tab
    yield (
        used,
        [
            [cell_of_lines(pieces, row, column, text) for column, pieces in enumerate(cells)]
            for row, cells in enumerate(run)
        ],
    )
