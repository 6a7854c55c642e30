"""Texts and figures of a table by row and column."""

from __future__ import annotations

from collections.abc import Iterable

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import Amount, read_amount, tight
from hengji.facts.column_numbers import row_numbers_columns
from hengji.facts.document import Cell, Table

__all__ = ["Grid", "grid_of"]


class Grid:
    """Texts and figures of a table by row and column; a merged cell's figure stands once, its words everywhere."""

    def __init__(self, context: Context, table: Table) -> None:
        self.context = context
        self.table = table
        self.height, self.width = table.rows, table.columns
        self.cells = _laid_out(table.cells, self.height, self.width)
        self.texts = [[tight(cell.text) if cell is not None else "" for cell in row] for row in self.cells]
        self._amounts: dict[int, Amount | None] = {}

    def text(self, row: int, column: int) -> str:
        return self.texts[row][column] if 0 <= column < self.width else ""

    def cell(self, row: int, column: int) -> Cell | None:
        return self.cells[row][column]

    def begun(self, row: int) -> list[Cell]:
        """The cells that begin in a row, from left to right."""
        return [cell for cell in dict.fromkeys(self.cells[row]) if cell is not None and cell.row == row]

    def amount(self, row: int, column: int) -> Amount | None:
        """The figure that begins in this place."""
        cell = self.cells[row][column]
        if cell is None or cell.row != row or cell.column != column:
            return None
        if cell.start not in self._amounts:
            self._amounts[cell.start] = read_amount(self.context, cell)
        return self._amounts[cell.start]

    def words(self, row: int) -> list[str]:
        """The texts of a row, a merged cell's once."""
        cells = dict(zip(self.cells[row], self.texts[row], strict=True))
        return [text for cell, text in cells.items() if cell is not None and text]

    def numbers_columns(self, row: int) -> bool:
        """Whether what begins in the row only numbers its columns: 栏次 1 2 3 …"""
        return row_numbers_columns(self.cells[row], row)

    def has_number(self, row: int) -> bool:
        return any(self.amount(row, column) is not None for column in range(self.width))


def _laid_out(cells: Iterable[Cell], height: int, width: int) -> list[list[Cell | None]]:
    """As `Table.grid`, at a cost that does not grow with rows times cells."""
    grid: list[list[Cell | None]] = [[None] * width for _ in range(height)]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.row_span):
            grid[row][cell.column : cell.column + cell.column_span] = [cell] * cell.column_span
    return grid


def grid_of(context: Context, table: Table) -> Grid:
    """The whole table, whatever its header rows."""
    return context.once((grid_of, table.start, table.end), lambda: Grid(context, table))
