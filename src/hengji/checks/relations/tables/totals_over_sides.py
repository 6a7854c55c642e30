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
    """One family for each such total; its parts are the highest codes of the sides."""
    for last, side in enumerate(sides):
        for row, name, reach in totalled_sides(side):
            below = [other for other in sides[: last + 1] if other.label >= reach]
            total = next((at for column in side.columns if (at := side.part.grid.amount(row, column))), None)
            parts = tuple(amount for other in below for amount in _highest(other, row))
            if len(below) > 1 and total is not None and parts:
                yield Family(True, [Sum(total, parts, f"“{name}”")])


def _highest(side: Side, row: int) -> list[Amount]:
    """The figures of the lines of the shortest codes above *row*."""
    coded = [line for line in side.lines if line.code and line.row < row]
    least = min((len(line.code) for line in coded), default=0)
    return [amount for line in coded if len(line.code) == least and (amount := _first(line, side)) is not None]


def _first(line: Line, side: Side) -> Amount | None:
    return next((line.values[column] for column in side.columns if column in line.values), None)
