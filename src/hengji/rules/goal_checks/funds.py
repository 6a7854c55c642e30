"""Whether the money of a table closes: sources and expenditures add up to the total, parts to their whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from hengji.facts.findings import Finding
from hengji.facts.goal_table import Expenditure, Funds, GoalTable
from hengji.facts.numbers import percent, plain
from hengji.facts.project_table import ProjectFunds, ProjectTable
from hengji.facts.sources import Source

__all__ = ["check_funds", "check_project_funds"]

Named = tuple[str, Fraction | None]


def check_funds(table: GoalTable) -> Iterator[Finding]:
    """The total by source and by expenditure, the items of an expenditure, half of the year against all of it."""
    funds = table.funds
    yield from _missing(funds)
    sources = [(each.name, each.full_year) for each in funds.sources]
    yield from _closes("资金总额", funds.total, "各项资金来源", sources, funds.source)
    spent = [(each.name, each.full_year) for each in funds.expenditures]
    yield from _closes("资金总额", funds.total, "各项支出的全年预算数", spent, funds.source)
    for each in funds.expenditures:
        for word, whole, parts in (
            ("半年计划执行数", each.half_year, [(item.name, item.half_year) for item in each.items]),
            ("全年预算数", each.full_year, [(item.name, item.full_year) for item in each.items]),
        ):
            yield from _closes(f"“{each.name}”{word}", whole, "其下各项", parts, each.source)
    for line in (line for each in funds.expenditures for line in (each, *each.items)):
        yield from _halves(line)
    amounts = [(each.name, each.full_year, each.source) for each in funds.sources]
    yield from _negative(amounts)


def check_project_funds(table: ProjectTable) -> Iterator[Finding]:
    """The lines of money against the total, and what was spent against what there was to spend."""
    for word, attribute in (
        ("年初预算数", "initial_budget"),
        ("全年预算数", "adjusted_budget"),
        ("全年执行数", "executed"),
    ):
        parts = [(line.name, getattr(line, attribute)) for line in table.funds]
        whole = getattr(table.total, attribute)
        if whole is None:
            yield Finding("error", f"“{table.total.name}”没有写{word}", table.total.source, "goal.funds")
        yield from _closes(f"“{table.total.name}”{word}", whole, "其下各项", parts, table.total.source)
    for line in (table.total, *table.funds):
        yield from _overspent(line)
        amounts = (line.initial_budget, line.adjusted_budget, line.executed)
        yield from _negative((line.name, amount, line.source) for amount in amounts)


def _missing(funds: Funds) -> Iterator[Finding]:
    if funds.total is None:
        yield Finding("error", "没有写资金总额", funds.source, "goal.funds", advice="请填全年预算数")
    for word, lines in (("资金来源", funds.sources), ("支出", funds.expenditures)):
        if not lines:
            yield Finding("error", f"没有写{word}", funds.source, "goal.funds", advice="资金要按来源和按支出各写一遍")
    for each in funds.expenditures:
        for name, amount in (("半年计划执行数", each.half_year), ("全年预算数", each.full_year)):
            if amount is None:
                message = f"“{each.name}”没有写{name}"
                yield Finding("warning", message, each.source, "goal.funds", advice="没有的请写 0")


def _closes(
    whole_name: str, whole: Fraction | None, parts_name: str, parts: Iterable[Named], place: Source
) -> Iterator[Finding]:
    """Nothing where the parts give the whole; a warning where the rounding of what is shown may explain it."""
    known = [(name, amount) for name, amount in parts if amount is not None]
    if whole is None or not known:
        return
    total = sum((amount for _, amount in known), Fraction(0))
    if total == whole:
        return
    written = "＋".join(plain(amount) for _, amount in known[:12]) + ("＋…" if len(known) > 12 else "")
    last_digit = Fraction(1, 10 ** max(_decimals(amount) for amount in (whole, *(amount for _, amount in known))))
    may_be_rounding = abs(total - whole) <= last_digit / 2 * (len(known) + 1)
    yield Finding(
        "warning" if may_be_rounding else "error",
        f"{whole_name}与{parts_name}之和不等" + ("，可能是四舍五入" if may_be_rounding else ""),
        place,
        "goal.funds_close",
        found=f" {plain(whole)} 万元",
        expected=f" {written} = {plain(total)} 万元",
        advice=f"相差 {plain(abs(total - whole))} 万元，请核对后修改其中一处",
    )


def _decimals(amount: Fraction) -> int:
    return len(plain(amount).partition(".")[2])


def _halves(line: Expenditure) -> Iterator[Finding]:
    yield from _negative([(line.name, line.half_year, line.source), (line.name, line.full_year, line.source)])
    if line.half_year is not None and line.full_year is not None and line.half_year > line.full_year >= 0:
        yield Finding(
            "error",
            f"“{line.name}”半年计划执行数大于全年预算数",
            line.source,
            "goal.half_year",
            found=f" {plain(line.half_year)} 万元",
            expected=f"不超过 {plain(line.full_year)} 万元",
            advice="半年数是 1—6 月累计数，请核对两列是否填反",
        )


def _overspent(line: ProjectFunds) -> Iterator[Finding]:
    rate = line.execution_rate
    if rate is not None and rate > 1:
        yield Finding(
            "warning",
            f"“{line.name}”执行数大于全年预算数",
            line.source,
            "goal.overspent",
            found=f"执行率 {percent(rate)}",
            expected="不超过 100%",
            advice="全年预算数应含年中调整和上年结转，请核对",
        )
    if line.executed and line.adjusted_budget == 0:
        advice = "请补填全年预算数，或更正执行数"
        yield Finding("error", f"“{line.name}”没有预算却有执行数", line.source, "goal.overspent", advice=advice)


def _negative(amounts: Iterable[tuple[str, Fraction | None, Source]]) -> Iterator[Finding]:
    for name, amount, place in amounts:
        if amount is not None and amount < 0:
            found = f" {plain(amount)} 万元"
            yield Finding("error", f"“{name}”的金额是负数", place, "goal.funds", found=found, expected=" 0 或正数")
