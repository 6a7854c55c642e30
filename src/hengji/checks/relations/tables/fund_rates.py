"""执行率 = 执行数 ÷ 预算数 in the rows of funds of a project form, where two or three rows are all there is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.fund_rows import FundRow, fund_rows
from hengji.facts.numbers import percent, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["fund_rates", "stated_rate"]

_POINTS = 10  # that the form gives for the rate (财预〔2020〕10号)
_PAIR = 2
_MOST_PERCENT, _LEAST_PERCENT = 200, 20  # what a plain number under 执行率 is, if it is one


def fund_rates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``rate``: the stated rate against the adjusted and against the initial budget."""
    rows = [row for row in fund_rows(context) if row.rate is not None and any(one.value > 0 for one in row.budgets)]
    rows = [row for row in rows if not (_is_points(row) or _is_no_rate(row))]
    for row in rows:
        if row.rate is not None and not _is_of_other_columns(row, row.rate):
            fellows = [other for other in rows if other.grid is row.grid and other is not row]
            yield _rate(row, row.rate, strict=_by_adjusted(row) or any(map(_only_adjusted, fellows)))


def _is_of_other_columns(row: FundRow, rate: Amount) -> bool:
    """Whether two other amounts of a row that was rebuilt from blanks give the rate, which those below 预算 and 执行 do
    not: then names of columns were broken over lines, and stand beside their columns."""
    own = [budget for budget in row.budgets if budget.value > 0]
    if not row.grid.table.rebuilt or any(_judge(row.spent, budget, rate) != "error" for budget in own):
        return False
    cells = (row.grid.amount(row.row, column) for column in range(row.grid.width))
    pointed = {one.key for one in (row.points, row.score) if one is not None}
    amounts = [one for one in cells if one is not None and not one.is_rate and one.value > 0 and one.key not in pointed]
    others = [(one, base) for one in amounts for base in amounts if one is not base]
    return any(_judge(one, base, rate) == "ok" for one, base in others if one is not row.spent or base not in own)


def _is_no_rate(row: FundRow) -> bool:
    """Whether a rebuilt row has a plain count or an amount where a rate should be: it slipped from its column."""
    rate = row.rate
    if rate is None or rate.is_rate or not row.grid.table.rebuilt:
        return False
    return rate.value > _MOST_PERCENT or (not rate.decimals and 1 < rate.value < _LEAST_PERCENT)


def _is_points(row: FundRow) -> bool:
    """880 880 880 10 10: the rate was left out, and the points of the form stand in its place."""
    rate, given = row.rate, row.points or row.score
    plain = rate is not None and not rate.is_rate and not rate.decimals
    return bool(plain and rate is not None and rate.value == _POINTS and (given is None or given.value >= _POINTS))


def stated_rate(rate: Amount) -> Fraction:
    """The rate as a ratio; a plain 95.00 under 执行率 means percent."""
    return rate.value if rate.is_rate or rate.value <= 1 else rate.value / 100


def _only_adjusted(row: FundRow) -> bool:
    """Whether the rate is that of the adjusted budget and of no other."""
    if row.rate is None or any(budget.value <= 0 for budget in row.budgets):
        return False
    first, *others = (_judge(row.spent, budget, row.rate) for budget in row.budgets)
    return first != "error" and bool(others) and all(verdict == "error" for verdict in others)


def _by_adjusted(row: FundRow) -> bool:
    """Whether the points were earned at the rate of the adjusted budget, and not at that of the initial one."""
    if (
        row.points is None
        or row.score is None
        or len(row.budgets) < _PAIR
        or any(one.value <= 0 for one in row.budgets)
    ):
        return False
    earned = [row.points.value * min(row.spent.value / budget.value, Fraction(1)) for budget in row.budgets]
    held = [abs(one - row.score.value) <= row.score.step / 2 for one in earned]
    return held[0] and not any(held[1:])


def _rate(row: FundRow, rate: Amount, *, strict: bool) -> Relation:
    """*strict*: the form divides by the adjusted budget alone, as its other rows or its points show."""
    bases = [budget for budget in row.budgets if budget.value > 0]
    bases = bases[:1] if strict and bases[0] is row.budgets[0] else bases
    bases += [one for one in row.arrived if one.value > 0]
    judged = [_judge(row.spent, base, rate) for base in bases]
    best = min(range(len(bases)), key=lambda at: ("ok", "rounding", "error").index(judged[at]))
    base, verdict = bases[best], judged[best]
    computed = row.spent.value / base.value
    right = percent(round_half_up(computed, max(rate.decimals, 2) + 2), max(rate.decimals, 2))
    slip = shape(rate.text, right) if verdict == "error" else ""
    name = f"“{row.name}”" if row.name else "本行"
    wrong = f"{name}执行率应为 {right}（{row.spent.text} ÷ {base.text}），表中为 {rate.text}。"
    return Relation(
        kind="rate",
        verdict=verdict,
        figures=(row.spent.figure("part"), base.figure("base"), rate.figure("stated")),
        formula=f"{row.spent.text} ÷ {base.text}",
        computed=right,
        stated=rate.text,
        message=wrong if verdict == "error" else f"{name}执行率 {right}，与表中一致。",
        likely=mistaken(rate.text, right, slip) or _initial(row, rate, verdict),
        severity="high" if verdict == "error" else "medium",
    )


def _initial(row: FundRow, rate: Amount, verdict: Verdict) -> str:
    by_other = any(one.value > 0 and _judge(row.spent, one, rate) == "ok" for one in row.budgets[1:])
    return "误按年初预算数计算，应以全年预算数为分母。" if verdict == "error" and by_other else ""


def _judge(spent: Amount, base: Amount, rate: Amount) -> Verdict:
    computed, said = spent.value / base.value, stated_rate(rate)
    step = rate.step if rate.is_rate or rate.value <= 1 else rate.step / 100
    if round_half_up(computed / step, 0) * step == said or (computed > 1 and said == 1):
        return "ok"
    near = _near(spent).divided_by(_near(base))
    return "rounding" if near is not None and near.meets(Interval(said - step, said + step)) else "error"


def _near(amount: Amount) -> Interval:
    half = amount.step / 2
    return Interval(amount.value - half, amount.value + half)
