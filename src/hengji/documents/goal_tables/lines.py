"""The tables of a document as one run of lines: what begins in each row, with its place, and columns by headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from hengji.documents.goal_tables.page_breaks import with_texts_carried_back
from hengji.facts.amounts import is_dash, read_amount
from hengji.facts.document import Cell, Document, Place
from hengji.facts.findings import Findings
from hengji.facts.numbers import read_number
from hengji.facts.sources import Source
from hengji.facts.units import Unit
from hengji.facts.wording import one_line, shortened

__all__ = ["Columns", "Line", "Reading", "columns_of", "lines_of"]

Columns = Mapping[str, int]
"""What a heading calls a column → where it begins."""


@dataclass(frozen=True, slots=True)
class Line:
    """The cells that begin in one row, left to right, their text on one line.

    `rebuilt` says that the row was rebuilt from plain text, so that its columns may have slipped.
    """

    cells: tuple[Cell, ...]
    rebuilt: bool
    unit: str = ""

    @property
    def filled(self) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.text)

    def at(self, column: int) -> Cell | None:
        """The cell with text that lies over *column*."""
        return next((cell for cell in self.filled if cell.column <= column < cell.column + cell.column_span), None)


def lines_of(document: Document) -> Iterator[Line]:
    """Every row that holds text, of every table in its order."""
    merges = any(cell.row_span > 1 for table in document.tables for cell in table.cells)
    for table in document.tables:
        rows: dict[int, list[Cell]] = {}
        for cell in with_texts_carried_back([_tidy(cell) for cell in table.cells], merges=merges):
            rows.setdefault(cell.row, []).append(cell)
        for row in sorted(rows):
            cells = tuple(sorted(rows[row], key=lambda cell: cell.column))
            if any(cell.text for cell in cells):
                yield Line(cells, table.rebuilt, table.unit)


def _tidy(cell: Cell) -> Cell:
    return Cell(
        cell.row,
        cell.column,
        cell.start,
        cell.end,
        one_line(cell.text),
        cell.row_span,
        cell.column_span,
        cell.address,
        cell.page,
    )


def columns_of(line: Line, headings: Mapping[str, re.Pattern[str]]) -> dict[str, int]:
    """The columns that *line* names, each by the first heading that fits it and is not taken yet."""
    found: dict[str, int] = {}
    for cell in line.filled:
        name = next((name for name, pattern in headings.items() if pattern.fullmatch(cell.text)), None)
        if name is not None and name not in found:
            found[name] = cell.column
    return found


class Reading:
    """Reads cells of one document and says where what is amiss."""

    def __init__(self, document: str) -> None:
        self._document = document
        self.findings = Findings()

    def place(self, cells: Sequence[Cell]) -> Source:
        """The place of the first of *cells*: its address, with the page where there are pages."""
        if not cells:
            return Source(self._document)
        return Source(self._document, cell=str(Place(cells[0].page, cells[0].address)))

    def amount(self, cell: Cell | None, what: str, unit: Unit) -> Fraction | None:
        """The amount in 万元; None for a blank, and (with a finding) for what is no amount."""
        if cell is None or is_dash(cell.text):
            return None
        amount = read_amount(cell.text, unit)
        if amount is None:
            self._no(cell, f"{what}不是金额", f"以{unit}计的数，如 1234.50")
        return amount

    def score(self, cell: Cell | None, what: str) -> Fraction | None:
        """Points or a score, 分 behind it allowed."""
        if cell is None or is_dash(cell.text):
            return None
        score = read_number(cell.text.removesuffix("分").strip("()（）"))
        if score is None:
            self._no(cell, f"{what}不是数", "分数，如 9.5")
        return score

    def _no(self, cell: Cell, message: str, expected: str) -> None:
        found, advice = f"“{shortened(cell.text)}”", "这一格没有采用，请改正后再读"
        self.findings.error(
            message, self.place([cell]), code="goal.read", found=found, expected=expected, advice=advice
        )
