"""Rates of a whole that a table prints: the total row, or the only row, of the column that is called so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.relation import Figure

__all__ = ["tabled_rates"]

_TOTAL: Final = re.compile(r"(?:合|总|共)\s?计|总(?:体|数|额)?|全部|综合")
_ANYBODY: Final = re.compile(
    r"(?:综合|总体|整体|服务|社会|公众|对象|受益|群众|居民|部门|预算|资金|支出|全年|年度|本年)*"
)
"""What the name of an indicator of the whole may begin with."""


def tabled_rates(context: Context, name: str, head: str, tail: str) -> Iterator[tuple[Fraction, Fraction, Figure]]:
    """Value, step and figure; of an indicator of a part nothing: its name begins with what no heading says."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            column = _column(part, tail)
            if column is None or not (part.last_head(column).startswith(name) or _is_of_all(part, head)):
                continue
            rate = _of_total(part, column)
            if rate is not None and rate.is_rate:
                yield rate.value, rate.step, rate.figure("data")


def _column(part: Part, tail: str) -> int | None:
    """The one column called so, in a table without scores."""
    if part.columns_named(POINTS) or part.columns_named(SCORE):
        return None
    alike = tail.replace("满意率", "满意[率度]")
    found = part.columns_named(re.compile(f"{alike}(?:[(（].{{0,4}}[)）])?$"))
    return found[0] if len(found) == 1 else None


def _is_of_all(part: Part, head: str) -> bool:
    if _ANYBODY.fullmatch(head):
        return True
    heads = "".join(part.heads)
    return head in heads or (len(head) <= 3 and head[:2] in heads)


def _of_total(part: Part, column: int) -> Amount | None:
    rows = [row for row in part.body if part.grid.amount(row, column) is not None]
    totals = [row for row in rows if any(_TOTAL.fullmatch(text) for text in part.grid.words(row)[:2])]
    if len(totals) == 1:
        return part.grid.amount(totals[0], column)
    return part.grid.amount(rows[0], column) if len(rows) == 1 and not totals else None
