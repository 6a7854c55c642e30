"""The total of a project form adds the points that its funds earn to those of its indicators.

Whether it does so is shown by the points: the indicators' 90 and the funds' 10 make the total of 100.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.rubrics import POINTS, SCORE
from hengji.checks.relations.scores.rules.fund_scores import earned_above
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.fund_rows import FundRow
from hengji.checks.relations.tables.grids import Part
from hengji.checks.relations.tables.trials import Family, Sum

__all__ = ["with_funds"]

_INCLUDED: Final = re.compile(r"含[^，。；）)]{0,8}(?:执行|资金|预算)[^，。；）)\d]{0,6}(\d{1,2})(?:分|[)）])")
_IN_HEADS: Final = re.compile(r"(?:执行(?:情况|率)?|得分)[（(](?:满分|分值)?(\d{1,2})分?(?:[)）]|[×xX*])")
_PAIR: Final = 2  # the points and the score
_ALL_FUNDS: Final = re.compile("资金总额")
_ABOVE: Final = 300  # characters from the heads of the funds to their score
_HUNDRED: Final = Fraction(100)


def with_funds(context: Context, part: Part, families: Sequence[Family]) -> list[Family]:
    """*families* of the columns of *part*, the funds added to the totals that include them."""
    funds = earned_above(context, part)
    if funds is None or funds.score is None:
        return _with_lost_row(part, families)
    points = funds.points.value if funds.points is not None else _told(part, families, funds.score)
    points = points or _headed(context, funds.score)
    rows = set(_including(part, families, points)) if points else set()
    rows |= set(_earning(part, families, funds.score))
    if not rows:
        return list(families)
    return [
        Family(
            family.strong,
            [
                _added(part, one, funds) if one.total.cell.row in rows else one
                for one in family.sums
                if not (one.total.cell.row in rows and funds.points is None and _is_points(part, one.total.cell.column))
            ],
        )
        for family in families
    ]


def _with_lost_row(part: Part, families: Sequence[Family]) -> list[Family]:
    """*families*, the points and the score of 年度资金总额 added where just these two are missing: a page's end has
    parted the row from the names of its columns."""
    lost = [
        one
        for row in range(part.first)
        if any(_ALL_FUNDS.search(text) for text in part.grid.words(row))
        for column in range(part.grid.width)
        if (one := part.grid.amount(row, column)) is not None and one.value
    ]
    missing = [one for family in families for one in family.sums if _missing(one, lost) is not None]
    rows = Counter(one.total.cell.row for one in missing)
    found = {one.total.key for one in missing if rows[one.total.cell.row] >= _PAIR}
    return [
        replace(family, sums=[_completed(one, lost) if one.total.key in found else one for one in family.sums])
        for family in families
    ]


def _missing(one: Sum, lost: Sequence[Amount]) -> Amount | None:
    gap = one.total.value - one.computed
    return next((each for each in lost if each.value == gap), None) if not one.holds else None


def _completed(one: Sum, lost: Sequence[Amount]) -> Sum:
    extra = _missing(one, lost)
    return replace(one, parts=(extra, *one.parts)) if extra is not None else one


def _told(part: Part, families: Sequence[Family], score: Amount) -> Fraction:
    """The points of the funds where only the name of the total says them: 总分（含预算执行率10分）; else 0."""
    names = [one.name for family in families for one in family.sums]
    told = [match for name in names if (match := _INCLUDED.search(name))]
    return Fraction(told[0][1]) if told and Fraction(told[0][1]) >= score.value else Fraction(0)


def _headed(context: Context, score: Amount) -> Fraction:
    """The points of the funds where heads above them print them: 预算执行情况（20分）, 得分（20分×执行率）; else 0."""
    start = score.cell.start
    told = _IN_HEADS.findall(context.document.text, max(0, start - _ABOVE), start)
    return Fraction(told[-1]) if told and Fraction(told[-1]) >= score.value else Fraction(0)


def _including(part: Part, families: Sequence[Family], points: Fraction) -> Iterator[int]:
    """The rows of totals whose points are those of the indicators and of the funds."""
    columns = [column for column in range(part.grid.width) if _is_points(part, column)]
    sums = [one for family in families for one in family.sums]
    pointed = [one for one in sums if one.total.cell.column in columns]
    for one in pointed:
        if not one.holds and one.computed + points == one.total.value:
            yield one.total.cell.row
    if pointed or not columns:
        return
    printed = (part.grid.amount(row, columns[-1]) for row in part.body)
    if sum((one.value for one in printed if one is not None), points) == _HUNDRED:
        yield from (one.total.cell.row for one in sums)


def _earning(part: Part, families: Sequence[Family], earned: Amount) -> Iterator[int]:
    """The rows of totals whose scores are those of the indicators and what the funds earned, whatever their points."""
    for one in (each for family in families for each in family.sums):
        scored = not _is_points(part, one.total.cell.column) and not one.holds and earned.value
        if scored and one.computed + earned.value == one.total.value:
            yield one.total.cell.row


def _is_points(part: Part, column: int) -> bool:
    head = part.last_head(column)
    return POINTS.search(head) is not None and not SCORE.search(head) and re.search("率", head) is None


def _added(part: Part, one: Sum, funds: FundRow) -> Sum:
    extra = funds.points if _is_points(part, one.total.cell.column) else funds.score
    return replace(one, parts=(extra, *one.parts)) if extra is not None else one
