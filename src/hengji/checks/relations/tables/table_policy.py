"""What a table's own words ask of it: “三公”经费 are not above their budget, and its columns are those of its title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.column_heads import column_heads
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, sides_of
from hengji.checks.relations.tables.parts_of_three_public import parts_of_three_public
from hengji.facts.relation import Relation

__all__ = ["find"]

_LINE: Final = re.compile(r"三公.{0,3}经费|因公出国|公务接待|公务用车")
_BUDGET: Final = re.compile(r"预算数?$|年初预算|预算安排")
_ACTUAL: Final = re.compile(r"决算数?$|执行数|实际支出|支出数$")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``policy``, ``year`` and ``unit`` in tables."""
    yield from column_heads(context)
    yield from parts_of_three_public(context)
    for table in context.document.tables:
        for part in parts_of(context, table):
            for side in sides_of(part):
                budget = [column for column in side.columns if _BUDGET.search(part.last_head(column))]
                actual = [column for column in side.columns if _ACTUAL.search(part.last_head(column))]
                if len(actual) == 1 and budget:
                    lines = [line for line in side.lines if _LINE.search(line.label)]
                    yield from (found for line in lines for found in _compared(line, budget[-1], actual[0]))


def _compared(line: Line, budget: int, actual: int) -> Iterator[Relation]:
    planned, spent = line.values.get(budget), line.values.get(actual)
    if planned is None or spent is None or planned.is_rate or spent.is_rate:
        return
    above = spent.value > planned.value
    message = f"“{line.label}”决算 {spent.text} {'超过' if above else '不超过'}预算 {planned.text}。"
    yield Relation(
        kind="policy",
        verdict="suspicious" if above else "ok",
        figures=(planned.figure("budget"), spent.figure("actual")),
        formula=f"{spent.text} ≤ {planned.text}",
        computed=f"不超过 {planned.text}",
        stated=spent.text,
        message=message,
        likely="“三公”经费决算一般不得超过预算：请核对数字，或说明原因。" if above else "",
    )
