"""Where each indicator and each part stands on the sheet 计算, and what one row of it is written with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from xlsxwriter.worksheet import Worksheet

from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.workbook_layout import CALCULATION
from hengji.reports.workbook.book import Book, Result, at
from hengji.reports.workbook.inputs import Inputs
from hengji.rules.scheme import Path, Scheme, walk

__all__ = [
    "APPLIES",
    "COMPLETE",
    "EFFECTIVE",
    "FIRST_ROW",
    "FORMULA",
    "HIGH",
    "LOW",
    "NAME",
    "NUMBER",
    "POINTS",
    "SCORE",
    "SHARES",
    "STATE",
    "VALUE",
    "Desk",
    "Grid",
    "lay_out",
]

NAME, NUMBER, FORMULA, VALUE, COMPLETE, STATE, APPLIES, POINTS, EFFECTIVE, SCORE, LOW, HIGH, SHARES = range(13)
FIRST_ROW = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows count from 0; a leaf's parts stand below it, in order."""

    nodes: dict[Path, int]
    parts: dict[Path, tuple[int, ...]]
    end: int

    def cell(self, path: Path, column: int) -> str:
        return at(CALCULATION, self.nodes[path], column)

    def part_cells(self, path: Path, column: int) -> list[str]:
        return [at(CALCULATION, row, column) for row in self.parts[path]]


def lay_out(scheme: Scheme, with_parts: bool) -> Grid:
    """The rows of all nodes in the scheme's order; a stated column has no parts to show."""
    nodes: dict[Path, int] = {}
    parts: dict[Path, tuple[int, ...]] = {}
    row = FIRST_ROW
    for path, node in walk(scheme.indicators):
        nodes[path] = row
        count = len(node.parts) if node.is_leaf and with_parts else 0
        parts[path] = tuple(range(row + 1, row + 1 + count))
        row += 1 + count
    return Grid(nodes, parts, row)


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the rows of the sheet 计算 are written from."""

    book: Book
    sheet: Worksheet
    scheme: Scheme
    card: Scorecard
    inputs: Inputs
    grid: Grid

    @property
    def places(self) -> int:
        return self.scheme.places.score

    def node(self, path: Path) -> NodeScore | None:
        return self.card.node(path)

    def live(
        self, row: int, column: int, formula: str, result: Result = None, number: str = "", look: str = "live"
    ) -> None:
        self.book.formula(self.sheet, row, column, formula, self.book.look(look, number), result)

    def blank(self, row: int, columns: Sequence[int]) -> None:
        for column in columns:
            self.sheet.write_blank(row, column, None, self.book.look("text"))

    def number(self, row: int, column: int, value: Fraction | None, number: str) -> None:
        self.book.number(self.sheet, row, column, value, self.book.look("figure", number))
