"""Columns of points and of scores in tables whose lines have totals, held against each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from hengji.checks.relations.scores.reading.pairing import is_added
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE
from hengji.checks.relations.scores.totals.paged_totals import is_rounded
from hengji.checks.relations.scores.totals.rows_of_points import Rows, as_pointed, rows_of_points
from hengji.checks.relations.tables.column_sums import column_families
from hengji.checks.relations.tables.grids import Part
from hengji.checks.relations.tables.lines import sides_of
from hengji.checks.relations.tables.trials import Family

__all__ = ["columns_of_points", "is_scored"]

_RATE: Final = re.compile("率|%|平均|均分")


def columns_of_points(part: Part) -> Iterator[Family]:
    """Columns of points and scores of a table whose lines have totals. Points beyond the 100, of 加分项, are in their
    total or are not; scores are."""
    names = {column: f"的“{part.last_head(column)}”" for column in range(part.grid.width)}
    heads = [column for column in range(part.grid.width) if is_scored(part, column)]
    rows: Rows = {}
    for side in sides_of(part):
        within = replace(side, lines=tuple(line for line in side.lines if not is_added(part, line.row)))
        for column in (column for column in side.columns if column in heads):
            families = column_families(side, [column], names)
            if len(within.lines) < len(side.lines) and any(_exactly(family).failures for family in families):
                families = column_families(within, [column], names)
            families = [_exactly(family) for family in families]
            if SCORE.search(part.last_head(column)) is None:
                rows = rows_of_points(families)
                yield from families
            else:
                yield from (one for family in families for one in as_pointed(family, rows, side.lines, column))


def is_scored(part: Part, column: int) -> bool:
    head = part.last_head(column)
    return (POINTS.search(head) or SCORE.search(head)) is not None and not _RATE.search(head.replace("(%)", ""))


def _exactly(family: Family) -> Family:
    return Family(family.strong, [replace(one, exact=not is_rounded(one)) for one in family.sums])
