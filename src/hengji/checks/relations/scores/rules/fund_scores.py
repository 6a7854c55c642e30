"""What the funds of a project form earn: the points of the row times its rate of execution, at most all of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.marking import rule_relation
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.fund_rates import stated_rate
from hengji.checks.relations.tables.fund_rows import FundRow, fund_rows, funds_by_table
from hengji.checks.relations.tables.grids import Part
from hengji.facts.document import Table
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["earned_above", "fund_scores"]

_BY_RATE: Final = re.compile(
    r"(?:按|依据?|以|根据)[^。；\n]{0,10}执行率[^。；\n]{0,12}(?:计|算|得分|比例)|执行率\s*[×*]\s*(?:分值|10)"
)
_FEWEST: Final = 2
_BACK: Final = 3  # tables in front among which the funds of a form may stand
_TOTAL: Final = re.compile("总分|合计|总计|总得分")


def fund_scores(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``. Places differ: some give all points from 95 % on. A score that is no
    proportion is wrong where the text says that it is one, where other forms show it, or by the shape of the slip."""
    rows = [(one, points, score) for one in fund_rows(context) for points, score in _marks(one)]
    told = _BY_RATE.search(context.document.text) is not None
    witnesses = sum(_holds(one, points, score) and not _is_whole(one) for one, points, score in rows)
    for one, points, score in rows:
        yield _relation(one, points, score, certain=told or witnesses >= _FEWEST)


def _marks(one: FundRow) -> Iterator[tuple[Amount, Amount]]:
    """Points and score, where there is a rate to earn them by."""
    known = one.rate is not None or any(budget.value > 0 for budget in one.budgets)
    if one.points is not None and one.score is not None and known and one.points.value > 0:
        yield one.points, one.score


def _rates(one: FundRow) -> list[Fraction]:
    """The rate as computed and as stated; more than all earns no more than all."""
    found = [one.spent.value / budget.value for budget in one.budgets if budget.value > 0]
    return [min(rate, Fraction(1)) for rate in (*found, *([stated_rate(one.rate)] if one.rate is not None else ()))]


def _is_whole(one: FundRow) -> bool:
    return all(rate == 1 for rate in _rates(one))


def _holds(one: FundRow, points: Amount, score: Amount) -> bool:
    """Whether the score is the proportion, rounded or cut off."""
    return any(
        round_half_up(earned, score.decimals) == score.value or 0 <= earned - score.value < score.step
        for earned in (points.value * rate for rate in _rates(one))
    )


def _relation(one: FundRow, points: Amount, score: Amount, *, certain: bool) -> Relation:
    rate = _rates(one)[0]
    right = plain(round_half_up(points.value * rate, max(score.decimals, 2)))
    place = one.rate if one.rate is not None else one.spent
    figures = (points.figure("points"), place.figure("data"), score.figure("score"))
    formula = f"{points.text} × {place.text}"
    if _holds(one, points, score):
        return rule_relation("ok", figures, formula, right, f"资金得分 {score.text} 与执行率相符。")
    written = score.written(points.value * rate, 2)
    slip = shape(score.written(score.value, 2), written)
    verdict: Verdict = "error" if score.value > points.value or certain or slip else "suspicious"
    message = f"预算执行分值 {points.text}，按执行率应得 {right} 分，所列得分 {score.text}。"
    likely = mistaken(score.text, written, slip) or "如按分档计分，请写明标准。"
    return rule_relation(verdict, figures, formula, right, message, likely)


def earned_above(context: Context, part: Part) -> FundRow | None:
    """The row of all funds, with its score, and its points where they are printed, of the form whose indicators *part*
    lists: higher up in the same table, or in the table before it. Points inside *part* are added there already."""
    by_table = funds_by_table(context)
    same = [one for one in by_table.get(part.grid.table.start, ()) if _earns(one)]
    if same:
        above = [one for one in same if one.row < part.first]
        return above[-1] if above else None
    for before in _tables_before(context, part):
        found = next((one for one in by_table.get(before.start, ()) if _earns(one)), None)
        if found is not None or any(_TOTAL.match(cell.text.strip()) for cell in before.cells):
            return found  # a form of its own ends with its total
    return None


def _earns(one: FundRow) -> bool:
    return one.whole and one.score is not None


def _tables_before(context: Context, part: Part) -> list[Table]:
    """The few tables in front of that of *part*, the nearest first: the goals of a form may stand between."""
    tables = context.document.tables
    starts: Sequence[int] = context.once(_tables_before, lambda: [table.start for table in tables])
    at = bisect_left(starts, part.grid.table.start)
    return list(reversed(tables[max(0, at - _BACK) : at]))
