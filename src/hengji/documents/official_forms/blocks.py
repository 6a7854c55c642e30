"""The grid below a form's title: which rows are headings, what stands above each column, which columns hold labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from hengji.documents.headers import is_figure
from hengji.documents.official_forms.grids import Grid
from hengji.documents.official_forms.labels import DETAIL, UNNUMBERED, Label, heading, read_label
from hengji.documents.official_forms.sections import Section
from hengji.facts.official_form import FormLine, FormMapping

__all__ = ["Block", "Line", "blocks_of", "columns_for", "stands_right"]

_HEADING_WITHIN: Final = 4
"""Rows that a heading of several levels has at most below its first."""
_SERIES: Final = re.compile(r"\d{1,3}|栏次|行次|[甲乙丙丁]|—+|-+")


@dataclass(frozen=True, slots=True)
class Line:
    """A row as one of its label columns reads it, with the labels it stands below."""

    row: int
    column: int
    label: Label
    above: tuple[str, ...]


@dataclass(slots=True)
class Block:
    """Rows below one heading; a heading that is repeated on the next page begins another block."""

    section: Section
    headings: tuple[int, ...]
    """The rows from the form's first one to the last one of the heading."""
    body: tuple[int, ...]
    label_columns: tuple[int, ...] = ()
    _columns: list[int] = field(default_factory=list)

    @property
    def grid(self) -> Grid:
        return self.section.grid

    def path(self, column: int) -> tuple[Label, ...]:
        """The headings above *column* from top to bottom, each once, without the numbers of columns."""
        found: list[Label] = []
        for row in self.headings:
            text = self.grid.seen(row, column)
            if text and not _SERIES.fullmatch(text.strip()):
                label = heading(text)
                if not found or found[-1].key != label.key:
                    found.append(label)
        return tuple(found)

    def values_of(self, label_column: int) -> tuple[int, ...]:
        """The columns that belong to a column of labels: up to the next, or all others where it is the only one."""
        if not self._columns:
            self._columns = sorted({column for row in (*self.headings, *self.body) for column in self._reach(row)})
        columns = self._columns
        if len(self.label_columns) == 1:
            return tuple(column for column in columns if column != label_column)
        after = [column for column in self.label_columns if column > label_column]
        end = after[0] if after else columns[-1] + 1
        return tuple(column for column in columns if label_column < column < end)

    def _reach(self, row: int) -> Iterator[int]:
        for column in self.grid.rows.get(row, {}):
            yield from range(column, column + min(self.grid.spans.get((row, column), (1, 1))[1], 100))

    def lines(self, column: int) -> Iterator[Line]:
        """The rows that have a label in *column*; what it is a part of comes from the numbering and from 其中."""
        open_: list[Label] = []
        left = max((each for each in self.label_columns if each < column), default=-1)
        for row in self.body:
            text = self.grid.text(row, column)
            if not text or is_figure(text):
                continue
            label = read_label(text)
            if not label.key:
                continue
            if label.begins and open_ and open_[-1].rank == UNNUMBERED:
                # A line without a number is the heading of a numbering that begins below it.
                open_[-1] = replace(open_[-1], rank=label.rank - 1)
            while open_ and open_[-1].rank >= label.rank:
                open_.pop()
            beside = (self.grid.seen(row, each) for each in range(left + 1, column))
            categories = tuple(read_label(each).key for each in beside if each and not is_figure(each))
            yield Line(row, column, label, (*categories, *(each.key for each in open_)))
            if label.rank != DETAIL:
                open_.append(label)


def blocks_of(section: Section) -> list[Block]:
    """The blocks of a form; none where there is no heading that the mapping knows (a table of contents)."""
    mapping, grid = section.mapping, section.grid
    wanted = {heading(part).key for _, specs in mapping.columns for spec in specs for part in spec.split("/")}
    rows = [row for row in sorted(grid.rows) if section.title <= row <= section.last]
    heads = [row for row in rows if row != section.title and _names_columns(grid, row, wanted)]
    blocks: list[Block] = []
    done = -1
    for first in heads:
        if first <= done:
            continue
        number = rows.index(first)
        end = number
        for each in range(number + 1, min(number + 1 + _HEADING_WITHIN, len(rows))):
            if _holds_figures(grid, rows[each]):
                break
            if _names_columns(grid, rows[each], wanted) or _numbers_columns(grid, rows[each]):
                end = each
        done = rows[end]
        above = rows[:number] if not blocks else rows[max(number - 1, 0) : number]
        if blocks:
            blocks[-1].body = tuple(row for row in blocks[-1].body if row < first)
        blocks.append(Block(section, (*above, *rows[number : end + 1]), tuple(rows[end + 1 :])))
    labels = {read_label(row).key for line in mapping.lines for row in line.rows}
    for block in blocks:
        block.label_columns = _label_columns(block, labels)
    return [block for block in blocks if block.label_columns]


def _names_columns(grid: Grid, row: int, wanted: set[str]) -> bool:
    return not _holds_figures(grid, row) and any(heading(text).key in wanted for text in grid.rows[row].values())


def _numbers_columns(grid: Grid, row: int) -> bool:
    return all(_SERIES.fullmatch(text.strip()) for text in grid.rows[row].values())


def _holds_figures(grid: Grid, row: int) -> bool:
    return any(is_figure(text) for text in grid.rows[row].values()) and not _numbers_columns_in_order(grid, row)


def _numbers_columns_in_order(grid: Grid, row: int) -> bool:
    """栏次 1 2 3: whole numbers, each one more than the one before."""
    counted = [int(text) for text in grid.rows[row].values() if text.strip().isdecimal()]
    others = [text for text in grid.rows[row].values() if is_figure(text) and not text.strip().isdecimal()]
    return not others and len(counted) > 1 and counted == list(range(counted[0], counted[0] + len(counted)))


def _label_columns(block: Block, labels: set[str]) -> tuple[int, ...]:
    found = {
        column
        for row in block.body
        for column, text in block.grid.rows[row].items()
        if not is_figure(text) and read_label(text).key in labels
    }
    return tuple(sorted(found))


def stands_right(line: Line, wanted: FormLine, block: Block, order: dict[str, list[int]]) -> bool:
    """Whether *line* is the *wanted* one, beyond its label: its side, what it is part of, what it stands between."""
    if wanted.under and not {read_label(each).key for each in wanted.under} & set(line.above):
        return False
    if wanted.side:
        side = heading(wanted.side).key
        sides = [_sides(block, column) for column in block.label_columns]
        if any(side in each for each in sides) and side not in _sides(block, line.column):
            return False
    after = order.get(read_label(wanted.after).key, []) if wanted.after else []
    before = order.get(read_label(wanted.before).key, []) if wanted.before else []
    return not ((after and line.row <= min(after)) or (before and line.row >= min(before)))


def _sides(block: Block, column: int) -> set[str]:
    return {label.key for label in block.path(column)}


def columns_for(block: Block, column: int, mapping: FormMapping, name: str) -> tuple[int, ...]:
    """The columns that *name* means among those of a column of labels: those of the best heading that there is."""
    specs = dict(mapping.columns)[name]
    paths = {each: [label.key for label in block.path(each)] for each in block.values_of(column)}
    for spec in specs:
        parts = [heading(part).key for part in spec.split("/")]
        fitting = tuple(each for each, path in paths.items() if _ends_in(path, parts))
        if fitting:
            return fitting
    return ()


def _ends_in(path: list[str], parts: list[str]) -> bool:
    """Whether the lowest heading is the last of *parts*, and the others stand above it in order."""
    if not path or path[-1] != parts[-1]:
        return False
    above = iter(path[:-1])
    return all(part in above for part in parts[:-1])
