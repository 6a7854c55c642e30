"""Where each indicator and each part stands on the sheet 计算, and what one row of it is written with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from xlsxwriter.worksheet import Worksheet

from hengji.facts.scorecard import NodeScore, Scorecard
from hengji.facts.workbook_layout import CALCULATION
from hengji.reports.workbook.book import Book, Result, at
from hengji.reports.workbook.inputs import Inputs
from hengji.rules.scheme import Path, Scheme, Transfer, leaves, walk

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
    "PARENT",
    "POINTS",
    "SCORE",
    "SHARES",
    "STATE",
    "VALUE",
    "Desk",
    "Grid",
    "lay_out",
]

NAME, NUMBER, FORMULA, VALUE, COMPLETE, STATE, APPLIES, POINTS, EFFECTIVE, SCORE, LOW, HIGH, SHARES, PARENT = range(14)
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


@dataclass(frozen=True)
class Desk:
    """Everything that the rows of the sheet 计算 are written from."""

    book: Book
    sheet: Worksheet
    scheme: Scheme
    card: Scorecard
    inputs: Inputs
    grid: Grid
    is_form: bool = False

    @cached_property
    def known(self) -> dict[Path, NodeScore]:
        return {node.path: node for node in self.card.nodes}

    @cached_property
    def points(self) -> dict[Path, Fraction]:
        """The printed points of every leaf."""
        return {path: leaf.points or Fraction(0) for path, leaf in leaves(self.scheme.indicators)}

    @cached_property
    def payers(self) -> dict[Path, tuple[Path, ...]]:
        """Leaves whose points may come to a leaf, by that leaf."""
        found: dict[Path, tuple[Path, ...]] = {}
        for path, leaf in leaves(self.scheme.indicators):
            if leaf.transfer is not None and leaf.transfer.how == "to":
                for target in leaf.transfer.targets:
                    found[target] = (*found.get(target, ()), path)
        return found

    @cached_property
    def transfers(self) -> dict[Path, Transfer]:
        return {path: leaf.transfer for path, leaf in leaves(self.scheme.indicators) if leaf.transfer is not None}

    @property
    def places(self) -> int:
        return self.scheme.places.score

    def node(self, path: Path) -> NodeScore | None:
        return self.known.get(path)

    def live(
        self, row: int, column: int, formula: str, result: Result = None, number: str = "", look: str = "live"
    ) -> None:
        self.book.formula(self.sheet, row, column, formula, self.book.look(look, number), result)

    def blank(self, row: int, columns: Sequence[int]) -> None:
        for column in columns:
            self.sheet.write_blank(row, column, None, self.book.look("text"))

    def number(self, row: int, column: int, value: Fraction | None, number: str) -> None:
        self.book.number(self.sheet, row, column, value, self.book.look("figure", number))
