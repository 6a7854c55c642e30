"""The funds of a goal table: sources against uses, half a year against a year, and the execution rate they imply."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.goals.form_funds import form_funds
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.checks.relations.tables.trials import Family, Sum, relations_of
from hengji.facts.document import Table
from hengji.facts.numbers import percent
from hengji.facts.relation import Figure, Relation
from hengji.facts.targets import Target

__all__ = ["find"]

_HALF: Final = re.compile(r"半年.{0,6}(?:计划|执行|预算|支出)")
_FULL: Final = re.compile(r"全年.{0,4}(?:预算|计划)|预算数|年度预算")
_FUNDS: Final = re.compile(r"资金总额|预算资金总额|年度资金总额|收入合计|资金合计")
_EXECUTION: Final = re.compile(r"^(?:部门)?(?:整体)?(?:预算|支出)(?:资金)?执行率$")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``sum``, ``repeat`` and ``target`` about the funds of goal tables."""
    yield from form_funds(context)
    goals = [row for row in goal_rows(context) if row.has_half and _EXECUTION.search(row.name)]
    for table in context.document.tables:
        yield from _table(context, table, goals)


def _table(context: Context, table: Table, goals: list[GoalRow]) -> Iterator[Relation]:
    sides = [side for part in parts_of(context, table) for side in sides_of(part)]
    totals = [(line, side) for side in sides for line in side.lines if _FUNDS.search(line.label)]
    for side in sides:
        halves = [column for column in side.columns if _HALF.search(side.part.heads[column])]
        fulls = [column for column in side.columns if _FULL.search(side.part.heads[column]) and column not in halves]
        if len(halves) == 1 and len(fulls) == 1:
            yield from _half_years(side, halves[0], fulls[0])
            yield from _uses(side, halves[0], fulls[0], totals, goals)


def _half_years(side: Side, half: int, full: int) -> Iterator[Relation]:
    for line in side.lines:
        plan, budget = line.values.get(half), line.values.get(full)
        if plan is None or budget is None:
            continue
        above = plan.value > budget.value
        message = f"“{line.label}”半年计划执行数 {plan.text} {'高于' if above else '不高于'}全年预算数 {budget.text}。"
        yield Relation(
            "target", "error" if above else "ok", (budget.figure("full_year"), plan.figure("half_year")),
            f"{plan.text} ≤ {budget.text}", f"不超过 {budget.text}", plan.text, message, "", "high" if above else "low",
        )  # fmt: skip


def _uses(
    side: Side, half: int, full: int, totals: list[tuple[Line, Side]], goals: list[GoalRow]
) -> Iterator[Relation]:
    basic = next((line for line in side.lines if "基本支出" in line.label), None)
    project = next((line for line in side.lines if re.search(r"^(?:二、)?项目支出", line.label)), None)
    if basic is None or project is None:
        return
    uses = [line.values[full] for line in (basic, project) if full in line.values]
    for total, other in totals:
        amount = next((total.values[column] for column in other.columns if column in total.values), None)
        if amount is not None and len(uses) == 2:
            yield from relations_of([Family(True, [Sum(amount, tuple(uses), f"“{total.label}”与支出")])])
            plans = [line.values[half] for line in (basic, project) if half in line.values]
            yield from _implied(plans, amount, goals) if len(plans) == 2 else ()


def _implied(plans: list[Amount], total: Amount, goals: list[GoalRow]) -> Iterator[Relation]:
    """The half-year rate of execution that the plans imply, against the one that the goals set."""
    for row in goals:
        target = row.half_target
        if target is None or row.half is None or target.operator == "定性" or not total.value:
            continue
        rate = sum((plan.value for plan in plans), Fraction(0)) / total.value
        holds = _agrees(target, rate)
        said = tight(row.half.text)
        message = f"按半年计划执行数，半年执行率为 {percent(rate)}，“{row.name}”半年指标值为 {said}。"
        figures = (
            *(plan.figure("part") for plan in plans),
            total.figure("whole"),
            Figure("target", said, row.half.start, row.half.end),
        )
        likely = "" if holds else f"若指标值应为“≥{said.lstrip('=＝≥≤')}”，则一致。"
        formula = f"({' + '.join(plan.text for plan in plans)}) ÷ {total.text}"
        yield Relation(
            "target", "ok" if holds else "suspicious", figures, formula, percent(rate), said, message, likely
        )


def _agrees(target: Target, rate: Fraction) -> bool:
    near = Fraction(1, 200)
    return target.attained(rate) or (
        target.low is not None and target.operator == "=" and abs(rate - target.low) <= near
    )
