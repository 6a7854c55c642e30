"""What the cells of a workbook show, for tests that compare figures: its formats, which take longest, are not read."""

from __future__ import annotations

from pathlib import Path
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

__all__ = ["ShownBook"]


class ShownBook:
    """The stored results of a workbook, each sheet read once."""

    def __init__(self, file: Path | IO[bytes]) -> None:
        self._book = load_workbook(file, read_only=True, data_only=True)
        self._sheets: dict[str, list[tuple[Any, ...]]] = {}

    def rows(self, sheet: str) -> list[tuple[Any, ...]]:
        """What a sheet shows."""
        if sheet not in self._sheets:
            self._sheets[sheet] = list(self._book[sheet].values)
        return self._sheets[sheet]

    def value(self, sheet: str, row: int, column: int) -> Any:
        """What a cell shows, counted from 1; None where nothing was written."""
        rows = self.rows(sheet)
        return rows[row - 1][column - 1] if row <= len(rows) and column <= len(rows[row - 1]) else None

    def named(self, name: str) -> Any:
        """What the cell shows that a defined name stands for."""
        sheet, cell = next(iter(self._book.defined_names[name].destinations))
        return self.value(sheet, *coordinate_to_tuple(cell.replace("$", "")))
