"""Formulas over the children of a branch: cell by cell, or by a hidden mark where one formula cannot name them all."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from hengji.facts.numbers import plain
from hengji.facts.workbook_layout import CALCULATION
from hengji.reports.workbook.book import at
from hengji.reports.workbook.grid import HIGH, PARENT, Desk
from hengji.rules.scheme import Indicator, Path

__all__ = ["PLACES", "BranchSums"]

PLACES: Final = 8
"""Decimals to which sums are snapped: effective points need not end at the places of scores."""
_MOST_NAMED: Final = 100
"""Cells that a formula names one by one: Excel takes 255 arguments and 8,192 characters."""


class BranchSums:
    """A department may have thousands of goals; then each child's row carries the number of its branch's row."""

    def __init__(self, desk: Desk, path: Path, node: Indicator) -> None:
        self._desk, self._node = desk, node
        self._paths = [(*path, child.name) for child in node.children]
        self._mark = desk.grid.nodes[path]
        self._is_marked = len(self._paths) > _MOST_NAMED
        if self._is_marked:
            for child, below in zip(node.children, self._paths, strict=True):
                mark = self._mark if child.points is not None else -self._mark
                desk.sheet.write_number(desk.grid.nodes[below], PARENT, mark)

    def total(self, column: int) -> str:
        return f"ROUND({self._sum(column)},{PLACES})" if self._paths else "0"

    def count(self, column: int) -> str:
        """How many children have a number."""
        if not self._is_marked:
            return f"COUNT({','.join(self._cells(column))})"
        return f"SUMPRODUCT((ABS({self._range(PARENT)})={self._mark})*ISNUMBER({self._range(column)}))"

    def lost(self) -> str:
        """What the children that print points can no longer earn."""
        named = [
            (child.points, cell)
            for child, cell in zip(self._node.children, self._cells(HIGH), strict=True)
            if child.points is not None
        ]
        points = plain(sum((points for points, _ in named), Fraction(0)))
        if self._is_marked:
            return f"({points}-SUMIF({self._range(PARENT)},{self._mark},{self._range(HIGH)}))"
        return f"({points}-SUM({','.join(cell for _, cell in named)}))" if named else "0"

    def _sum(self, column: int) -> str:
        if not self._is_marked:
            return f"SUM({','.join(self._cells(column))})"
        marks = (self._mark, -self._mark)
        return "+".join(f"SUMIF({self._range(PARENT)},{mark},{self._range(column)})" for mark in marks)

    def _cells(self, column: int) -> list[str]:
        return [self._desk.grid.cell(path, column) for path in self._paths]

    def _range(self, column: int) -> str:
        rows = [self._desk.grid.nodes[path] for path in self._paths]
        return f"{at(CALCULATION, min(rows), column)}:{at(CALCULATION, max(rows), column).split('!')[1]}"
