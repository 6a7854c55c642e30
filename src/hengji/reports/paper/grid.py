"""Where each cell of a table stands, and how wide its columns are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hengji.reports.paper.blocks import Cell, Table
from hengji.reports.paper.printable import words

__all__ = ["LONG_CELL", "Place", "lines_of", "placed", "widths_of"]

_NARROWEST = 1 / 60
"""Of the table's width: a column of width 0 would be no column."""

LONG_CELL = 12
"""Lines. A row with a longer cell may be broken over pages, so that no page is left half empty."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the grid, `columns` wide. `covered` where a cell from above reaches down into it."""

    column: int
    columns: int
    cell: Cell
    covered: bool = False


def widths_of(table: Table, total: float) -> list[float]:
    """The widths of the columns, in proportion, adding up to *total*."""
    whole = sum(table.widths) or 1
    shares = [max(width / whole, _NARROWEST) for width in table.widths]
    return [total * share / sum(shares) for share in shares]


def placed(table: Table) -> Iterator[list[Place]]:
    """The places of each row, left to right, filling the row: covered ones and empty ones too.

    Raises ValueError where a row has more cells than places, for that is a mistake of whoever made the table.
    """
    count = len(table.widths)
    above: dict[int, tuple[int, Cell]] = {}  # by first column: how many more rows are covered, and the cell
    for number, row in enumerate(table.rows):
        cells = iter(row)
        places: list[Place] = []
        column = 0
        while column < count:
            if column in above:
                left, cell = above[column]
                places.append(Place(column, cell.columns, cell, covered=True))
                above[column] = (left - 1, cell)
                if left == 1:
                    del above[column]
                column += cell.columns
                continue
            cell = next(cells, Cell())
            end = column + cell.columns
            if end > count or any(covered in above for covered in range(column, end)):
                raise ValueError(f"{table.caption}: row {number + 1}, column {column + 1}: a cell reaches too far")
            places.append(Place(column, cell.columns, cell))
            if cell.rows > 1 and number + 1 < len(table.rows):
                above[column] = (cell.rows - 1, cell)
            column = end
        if next(cells, None) is not None:
            raise ValueError(f"{table.caption}: row {number + 1} has more cells than columns")
        yield places


def lines_of(place: Place, widths: list[float], size: float) -> int:
    """About how many lines of *size* the text takes in the columns that its cell spans; *widths* in the same unit."""
    room = max(1, int(sum(widths[place.column : place.column + place.columns]) / size))
    return sum(-(-len(line) // room) for line in words(place.cell.runs).split("\n"))
