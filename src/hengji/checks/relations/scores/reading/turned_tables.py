"""Tables of scores that stand on their side: rows 分值, 得分 and perhaps 得分率, and an indicator in each column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["Turned", "turned_families", "turned_tables"]

_POINTS: Final = re.compile(r"^(?:指标)?(?:分值|权重分?|满分|标准分)(?:[(（].{0,3}[)）])?$")
_SCORE: Final = re.compile(r"^(?:实际|自评|评价|核查|最终)?(?:得分|评分|实得分)(?:[(（].{0,3}[)）])?$")
_RATE: Final = re.compile(r"^得分率(?:[(（].{0,3}[)）])?$")
_TOTAL: Final = re.compile(r"^(?:合计|总计|总分|总得分|综合)$")
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class Turned:
    """One indicator of such a table."""

    name: str
    points: Amount
    score: Amount
    rate: Amount | None


def turned_tables(context: Context) -> Iterator[list[Turned]]:
    """The indicators of every such table, its total among them."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            rows = {
                name: _row(part, pattern) for name, pattern in (("points", _POINTS), ("score", _SCORE), ("rate", _RATE))
            }
            if rows["points"] is None or rows["score"] is None:
                continue
            found = [one for column in range(1, part.grid.width) if (one := _turned(part, rows, column))]
            if len(found) >= _FEWEST:
                yield found


def turned_families(context: Context) -> Iterator[Family]:
    """Points and scores of the indicators against those of the column of totals."""
    for found in turned_tables(context):
        totals = [one for one in found if _TOTAL.match(one.name)]
        parts = [one for one in found if not _TOTAL.match(one.name)]
        if len(totals) == 1 and len(parts) >= _FEWEST:
            yield Family(
                True,
                [
                    Sum(totals[0].points, tuple(one.points for one in parts), "分值合计", exact=True),
                    Sum(totals[0].score, tuple(one.score for one in parts), "得分合计", exact=True),
                ],
                named=True,
            )


def _row(part: Part, pattern: re.Pattern[str]) -> int | None:
    rows = [row for row in part.body if pattern.match(part.grid.text(row, 0))]
    return rows[0] if len(rows) == 1 else None


def _turned(part: Part, rows: dict[str, int | None], column: int) -> Turned | None:
    def at(name: str) -> Amount | None:
        row = rows[name]
        return part.grid.amount(row, column) if row is not None else None

    points, score = at("points"), at("score")
    name = part.last_head(column)
    return Turned(name, points, score, at("rate")) if points is not None and score is not None and name else None
