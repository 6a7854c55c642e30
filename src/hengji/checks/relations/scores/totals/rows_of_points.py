"""The rows whose points make the points of a total make its score as well: 10 + 50 + 30 + 10 = 100 in the one column,
and 6 + 48.96 + 29 + 9 in the other.

The points of a table are seldom wrong, so where they add up they tell which rows a 小计 or 合计 is of.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hengji.checks.relations.tables.lines import Line
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["Rows", "as_pointed", "rows_of_points"]

_FEWEST = 2

Rows = Mapping[int, frozenset[int]]
"""By the row of a total, the rows that make it."""


def rows_of_points(families: Sequence[Family]) -> Rows:
    """What a column of points tells, where its sums hold."""
    held = (one for family in families for one in family.sums if one.holds and one.total.value and len(one.parts) > 1)
    return {one.total.cell.row: frozenset(part.cell.row for part in one.parts) for one in held}


def as_pointed(family: Family, rows: Rows, lines: Sequence[Line], column: int) -> Iterator[Family]:
    """*family*, a column of scores, with the sums that fail read over the rows that the points add up over."""
    kept = Family(family.strong, [], family.named)
    sure = Family(True, pointed=True)
    for one in family.sums:
        own = rows.get(one.total.cell.row, frozenset())
        parts = tuple(line.values[column] for line in lines if line.row in own and column in line.values)
        if one.holds or len(parts) < _FEWEST or len(parts) != len(own):
            kept.sums.append(one)
        else:
            sure.sums.append(Sum(one.total, parts, one.name, one.exact))
    yield from (each for each in (kept, sure) if each.sums)
