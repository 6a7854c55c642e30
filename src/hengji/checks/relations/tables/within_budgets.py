"""Outturns of lines against their adjusted budgets, where no column says the rate of execution."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.relations.tables.column_formulas import Formula
from hengji.checks.relations.tables.lines import Side
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation

__all__ = ["within_budget"]

_ADJUSTED: Final = re.compile(r"^(?:调整后?|全年)预算数?(?:[(（].*)?$|预算调整数$|^调整预算")
_OUTTURN: Final = re.compile(r"^决算数?(?:[(（].*)?$|^(?:全年|实际)?执行数(?:[(（].*)?$")
_EXECUTION: Final = re.compile("执行率|完成率")
_SPENDING: Final = re.compile("支出|经费|费用?$")
_FEWEST: Final = 3


def within_budget(side: Side, rates: Sequence[int]) -> Iterator[Relation]:
    """Where no column says the rate of execution: the outturn of a line over its adjusted budget, at most 100 %.

    A line above its budget is a question where all others stay within theirs, else nothing: the columns may mean
    something else.
    """
    heads = {column: side.part.last_head(column) for column in side.columns if column not in rates}
    budgets = [column for column, head in heads.items() if _ADJUSTED.search(head)]
    outturns = [column for column, head in heads.items() if _OUTTURN.search(head)]
    if len(budgets) != 1 or len(outturns) != 1 or (rates and _EXECUTION.search("".join(side.part.heads))):
        return
    formula = Formula(outturns[0], budgets[0], "÷")
    found = [(line, both) for line in side.lines if (both := formula.operands(line)) is not None and both[1].value > 0]
    above = [spent for _, (spent, budget) in found if spent.value > budget.value]
    for line, (spent, budget) in found:
        exceeds = spent.value > budget.value
        if exceeds and (len(above) > 1 or len(found) <= _FEWEST or not _SPENDING.search(line.label)):
            continue
        computed = percent(spent.value / budget.value)
        name = f"“{line.label or line.code}”"
        says = "超过调整预算数，请核对两数，或说明原因" if exceeds else "没有超过调整预算数"
        yield Relation(
            "rate", "suspicious" if exceeds else "ok", (budget.figure("base"), spent.figure("stated")),
            formula.text(spent, budget), computed, spent.text,
            f"{name}决算数 {spent.text} 为调整预算数 {budget.text} 的 {computed}，{says}。",
        )  # fmt: skip
