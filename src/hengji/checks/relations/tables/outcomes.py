"""Rows of a scored table that tell what was reached, and no goal in a column of its own: 危桥改造数量 | 8 | 24座得8分，
未完成按比例得分 | 24座 | 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.checks.relations.tables.grids import Part, parts_of

__all__ = ["told_rows"]

_NAME: Final = re.compile(
    r"(?:三级|四级|末级|具体|评价|考核|绩效)指标(?:名称|内容)?$|(?:^|/)指标(?:名称|内容)?$|(?:评价|评分|考核)(?:内容|项目)$"
)
_OUTCOME: Final = re.compile(
    r"(?:实际|完成|指标完成|实际完成|自评|执行|评价|核查)(?:情况|结果)$|实际完成$|完成值$|实际值$"
)


def told_rows(context: Context) -> tuple[GoalRow, ...]:
    """The rows of goals, and behind them those that tell an outcome alone; read once per document."""
    return context.once(told_rows, lambda: (*goal_rows(context), *_outcomes(context)))


def _outcomes(context: Context) -> Iterator[GoalRow]:
    known = {row.actual.start for row in goal_rows(context) if row.actual is not None}
    for table in context.tables:
        for part in parts_of(context, table):
            yield from (row for row in _rows(part) if row.actual is not None and row.actual.start not in known)


def _rows(part: Part) -> Iterator[GoalRow]:
    names, outcomes = part.columns_named(_NAME)[-1:], part.columns_named(_OUTCOME)[:1]
    if not names or not outcomes or names[0] >= outcomes[0]:
        return
    for row in part.body:
        label, cell = part.grid.cell(row, names[0]), part.grid.cell(row, outcomes[0])
        own = label is not None and cell is not None and label.row == cell.row == row and cell.row_span == 1
        if own and label is not None and label.text.strip():
            yield GoalRow(label.text.strip(), (label.text.strip(),), None, None, cell, False, True, label)
