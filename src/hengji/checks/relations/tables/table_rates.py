"""Columns computed from others: 执行率, 占比, 增减额, 增减率. The rows that hold say what the column means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.adjustments import adjustments
from hengji.checks.relations.tables.column_formulas import Formula, ordered_pairs, rate_formulas
from hengji.checks.relations.tables.column_laws import column_laws
from hengji.checks.relations.tables.computed_columns import computed_column
from hengji.checks.relations.tables.fund_rates import fund_rates
from hengji.checks.relations.tables.goal_rates import goal_rates
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.halves import halves
from hengji.checks.relations.tables.last_years import last_years
from hengji.checks.relations.tables.lines import Side, sides_of
from hengji.checks.relations.tables.outside_wholes import outside_wholes
from hengji.checks.relations.tables.rated_lines import rated_lines
from hengji.checks.relations.tables.rates_of_remarks import rates_of_remarks
from hengji.checks.relations.tables.reviewed_scores import reviewed_scores
from hengji.checks.relations.tables.unit_costs import unit_costs
from hengji.checks.relations.tables.within_budgets import within_budget
from hengji.facts.relation import Relation

__all__ = ["find"]

_GAP_HEAD: Final = re.compile("差距|差值|偏离")
_RATE_HEAD: Final = re.compile(r"率|比例|比重|占比|(?:^|/)占(?!地|用|补)|占.{0,10}[%％]|[%％]|增幅|进度|百分比")
_DIFFERENCE_HEAD: Final = re.compile(r"增减|差额|差异|变动|结余|超支|增加额|减少额|比上年增")
_SKIPPED: Final = re.compile(r"得分|权重|分值|满意|税率|指标值|目标|完成值|控制数|单价|比率标准")
_ASKED: Final = re.compile("发放|发出|发问卷|回收|收回|有效|问卷|样本|受访|访问|调查(?:人|户|份)?数|抽样")
_CONTENT: Final = re.compile("满意")
_MEAN: Final = re.compile(r"均(?!衡|等)|^每|单价|单位成本")
_PROGRESS: Final = re.compile(r"(?:完成|实现|达成|执行|工作|任务|目标)(?:进度|率|比例|程度|百分比)|^进度|时间进度")
_GOALS: Final = re.compile(r"指标值|目标|完成值")
_MOST_COLUMNS: Final = 10


def find(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``rate``, ``share``, ``growth``, ``difference`` and ``target`` in tables."""
    funds = [*fund_rates(context), *goal_rates(context)]
    costs = list(unit_costs(context))
    years = list(last_years(context))
    yield from (*funds, *costs, *years)
    judged = {relation.start for relation in (*funds, *years)} | {
        figure.start for one in costs for figure in one.figures
    }
    for table in context.document.tables:
        for part in parts_of(context, table):
            for side in sides_of(part):
                for relation in _side(side):
                    if relation.start not in judged:
                        yield relation
                        judged.add(relation.start)
    steps = list(adjustments(context))
    judged |= {step.start for step in steps}
    yield from steps
    reviewed = list(reviewed_scores(context))
    judged |= {one.start for one in reviewed}
    yield from reviewed
    yield from (law for law in column_laws(context) if law.start not in judged)
    yield from outside_wholes(context, judged)
    yield from halves(context)
    yield from rates_of_remarks(context)
    yield from (row for row in rated_lines(context) if row.start not in judged)


def _side(side: Side) -> Iterator[Relation]:
    heads = {column: _unless_skipped(side, column) for column in side.columns}
    rates = [column for column, head in heads.items() if _RATE_HEAD.search(head) and not _SKIPPED.search(head)]
    rates = [column for column in rates if not _GAP_HEAD.search(side.part.last_head(column))]
    rates = [column for column in rates if not side.part.last_head(column).startswith("其中")]
    means = [c for c in heads if c not in rates and _MEAN.search(side.part.last_head(c))]
    taken = {*rates, *means}
    differences = [c for c in heads if c not in taken and _DIFFERENCE_HEAD.search(side.part.last_head(c))]
    amounts = [c for c in side.columns if c not in {*taken, *differences} and not _SKIPPED.search(heads[c])]
    if len(amounts) > _MOST_COLUMNS:
        return
    goals = [c for c in side.columns if c not in rates and _GOALS.search(heads[c]) and "率" not in heads[c]]
    progress = [c for c, head in heads.items() if c not in rates and goals and _PROGRESS.search(head)]
    for column in (*rates, *progress):
        operands = [*amounts, *goals] if _PROGRESS.search(heads[column]) else amounts
        yield from computed_column(side, column, list(rate_formulas(side, column, operands)))
    for column in means:
        yield from computed_column(side, column, [Formula(a, b, "均") for a, b in ordered_pairs(side.part, amounts)])
    yield from within_budget(side, rates)
    for column in differences:
        yield from computed_column(side, column, [Formula(a, b, "−") for a, b in ordered_pairs(side.part, amounts)])


def _unless_skipped(side: Side, column: int) -> str:
    """The head of a column; in the table of a survey (发放 收回 满意 满意率) the rate of those content is one of
    counts."""
    head = side.part.heads[column]
    asked = [other for other in side.columns if _ASKED.search(side.part.heads[other])]
    return _CONTENT.sub("认可", head) if asked and column not in asked else head
