"""Which first and second level, duty and key work each row of indicators stands under, from merged or missing cells."""

from __future__ import annotations

from dataclasses import dataclass, field

from hengji.documents.goal_tables.lines import Columns, Line
from hengji.facts.amounts import is_dash
from hengji.facts.document import Cell

__all__ = ["Levels", "cells_by_name"]


def cells_by_name(line: Line, columns: Columns, values: tuple[str, ...]) -> dict[str, Cell]:
    """The cells of a row by the names of their columns; *values* are the columns right of the indicator's name.

    In a row rebuilt from text the cells may have slipped: then the last ones are the values and the name.
    """
    by_column = {name: cell for name, column in columns.items() if (cell := line.at(column)) is not None}
    present = [name for name in sorted(columns, key=columns.__getitem__) if name in values]
    if not line.rebuilt or _in_line(line, columns, present):
        return by_column
    filled = line.filled
    if len(filled) <= len(present) or columns.get("name", 0) > min((columns[name] for name in present), default=0):
        return by_column
    *before, name = filled[: len(filled) - len(present)]
    found = dict(zip(present, filled[len(filled) - len(present) :], strict=True)) | {"name": name}
    levels = [name for name in ("first", "second", "key_work") if name in columns]
    # With a cell for each level there is nothing to guess.
    slipped = max(0, columns.get("name", 0) - name.column)  # to the left; to the right, the levels keep their places
    guessed = [_level_at(cell.column + slipped, columns) for cell in before]
    named = levels if len(before) == len(levels) else guessed
    return found | dict(zip(named, before, strict=True))


def _in_line(line: Line, columns: Columns, present: list[str]) -> bool:
    """Whether every cell stands under a heading, and there are a name and all values."""
    places = {cell.column for cell in line.filled}
    return places <= set(columns.values()) and {columns[name] for name in (*present, "name")} <= places


def _level_at(column: int, columns: Columns) -> str:
    if column <= columns.get("first", 0):
        return "first"
    return "key_work" if "key_work" in columns and column >= columns["key_work"] else "second"


@dataclass(slots=True)
class _Place:
    """Where one row stands; None is not known yet."""

    first: str | None
    second: str
    key_work: str


@dataclass(slots=True)
class Levels:
    """Follows the rows downwards: a level without a cell goes on from the row above.

    `places` grows by one per row; a first level that is printed only beside a later row of its own (a merged cell
    that text keeps in its middle, or on its next page) is given to the earlier rows when it comes.
    """

    places: list[_Place] = field(default_factory=list)
    _first: str | None = None
    _second: str = ""
    _key_work: str = ""
    _began: int = 0
    """The row in which the second level that is going on began."""

    def begin_part(self) -> None:
        """A heading of another kind: nothing goes on from above it."""
        self._first, self._second, self._key_work = None, "", ""

    def add(self, cells: dict[str, Cell], *, rebuilt: bool) -> None:
        """Places the next row."""
        first, second, key_work = (_text(cells.get(name)) for name in ("first", "second", "key_work"))
        if first is not None:
            self._begin_first(first, goes_on=rebuilt and second is None and bool(self._second))
        if second is not None:
            self._second, self._key_work, self._began = second, "", len(self.places)
        if key_work is not None:
            self._key_work = key_work
        self.places.append(_Place(self._first, self._second, self._key_work))

    def _begin_first(self, first: str, *, goes_on: bool) -> None:
        """A second level lies within one first level: where it *goes_on*, so did the first that is only named now."""
        earliest = self._began if goes_on else len(self.places)
        while earliest > 0 and self._first is None and self.places[earliest - 1].first is None:
            earliest -= 1
        for place in self.places[earliest:]:
            place.first = first
        self._first = first
        if not goes_on:
            self._second, self._key_work = "", ""


def _text(cell: Cell | None) -> str | None:
    """A stroke says that there is no such level; no cell says nothing."""
    if cell is None:
        return None
    return "" if is_dash(cell.text) else cell.text
