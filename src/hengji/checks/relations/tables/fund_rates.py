"""执行率 = 执行数 ÷ 预算数 in the rows of funds of a project form, where two or three rows are all there is."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.fund_rows import FundRow, fund_rows
from hengji.facts.numbers import percent, round_half_up
from hengji.facts.relation import Relation, Verdict

__all__ = ["fund_rates", "stated_rate"]


def fund_rates(context: Context) -> Iterator[Relation]:
    """Relations of kind ``rate``: the stated rate against the adjusted and against the initial budget."""
    for row in fund_rows(context):
        if row.rate is not None and any(budget.value > 0 for budget in row.budgets):
            yield _rate(row, row.rate)


def stated_rate(rate: Amount) -> Fraction:
    """The rate as a ratio; a plain 95.00 under 执行率 means percent."""
    return rate.value if rate.is_rate or rate.value <= 1 else rate.value / 100


def _rate(row: FundRow, rate: Amount) -> Relation:
    bases = [budget for budget in row.budgets if budget.value > 0]
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
        likely=f"“{rate.text}”疑为“{right}”之误（{slip}）。" if slip else "",
        severity="high" if verdict == "error" else "medium",
    )


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
