"""公用经费合计 below 302 in one side of a table and 310 in the next: one total for what stands in both.

Its name is one cell over both sides. Source: 财政部《地方预决算公开操作规程》（财预〔2016〕143号）, the form of the
table of 基本支出 by economic class, which has one side of 人员经费 and two of 公用经费.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.lines import Line, Side, totalled_sides
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["totals_over_sides"]


def totals_over_sides(sides: Sequence[Side]) -> Iterator[Family]:
    """One family for each row of such a total; what other sides total in the row bears witness."""
    for last, side in enumerate(sides):
        for row, name, reach in totalled_sides(side):
            below = [other for other in sides[: last + 1] if other.label >= reach]
            total = next((at for column in side.columns if (at := side.part.grid.amount(row, column))), None)
            whole = _sum(total, below, row, name) if len(below) > 1 else None
            if whole is not None:
                yield Family(True, [whole, *_beside(sides, below, row)], named=True)


def _beside(sides: Sequence[Side], below: Sequence[Side], row: int) -> Iterator[Sum]:
    """人员经费合计 in the row of 公用经费合计: what a side that is none of *below* totals."""
    for side in sides:
        lines = [line for line in side.lines if line.row == row and line.is_total]
        if lines and not any(side is other for other in below):
            total = _sum(_first(lines[0], side), [side], row, lines[0].label)
            yield from [total] if total is not None else []


def _sum(total: Amount | None, sides: Sequence[Side], row: int, name: str) -> Sum | None:
    parts = tuple(amount for side in sides for amount in _highest(side, row))
    return Sum(total, parts, f"“{name}”") if total is not None and parts else None


def _highest(side: Side, row: int) -> list[Amount]:
    """The figures of the lines of the shortest codes above *row*."""
    coded = [line for line in side.lines if line.code and line.row < row]
    least = min((len(line.code) for line in coded), default=0)
    return [amount for line in coded if len(line.code) == least and (amount := _first(line, side)) is not None]


def _first(line: Line, side: Side) -> Amount | None:
    return next((line.values[column] for column in side.columns if column in line.values), None)
