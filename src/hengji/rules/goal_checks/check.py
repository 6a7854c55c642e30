"""All checks of a goal table, and all of a project's self-evaluation table, in the order of the paper."""

from __future__ import annotations

from collections.abc import Iterator

from hengji.facts.findings import Finding
from hengji.facts.goal_table import GoalTable
from hengji.facts.numbers import percent, plain
from hengji.facts.project_table import ProjectTable
from hengji.facts.units import RATE
from hengji.rules.goal_checks.coverage import check_coverage
from hengji.rules.goal_checks.funds import check_funds, check_project_funds
from hengji.rules.goal_checks.project import check_project_scores
from hengji.rules.goal_checks.targets import check_row_targets, target_problems

__all__ = ["check_goal_table", "check_project_table"]


def check_goal_table(table: GoalTable) -> Iterator[Finding]:
    """Everything that is wrong with the table, each at the row or the cell it concerns."""
    for text, word in (
        (table.organisation, "单位名称"),
        (table.functions, "单位主要职能"),
        (table.institutions, "机构设置及人员配置"),
        (table.medium_term, "中长期目标"),
        (table.annual, "年度目标"),
    ):
        if not text:
            yield Finding("error", f"没有写{word}", table.source, "goal.blank")
    yield from check_funds(table)
    for row in table.indicators:
        yield from check_row_targets(row)
    yield from _execution_plan(table)
    yield from check_coverage(table)


def _execution_plan(table: GoalTable) -> Iterator[Finding]:
    """The half-year's execution rate that is promised, against the one that the funds' own plan gives."""
    lines = table.funds.expenditures
    if not table.funds.total or not lines or any(line.half_year is None for line in lines):
        return
    planned = sum((line.half_year for line in lines if line.half_year is not None), start=table.funds.total * 0)
    rate = planned / table.funds.total
    for row in table.indicators:
        half = row.half_year
        is_rate = row.name == "预算执行率" and half is not None and half.unit == RATE
        if is_rate and half is not None and half.operator != "定性" and not half.attained(rate):
            yield Finding(
                "warning",
                "“预算执行率”的半年指标值与资金的半年计划执行数对不上",
                row.source,
                "goal.execution",
                f"“{half.text}”",
                f" {plain(planned)} ÷ {plain(table.funds.total)} = {percent(rate)}",
                advice="请改其中一处；若本意是不低于，请写“≥”",
            )


def check_project_table(table: ProjectTable) -> Iterator[Finding]:
    """Everything that is wrong with the form, each at the row or the cell it concerns."""
    for text, word in (
        (table.project, "项目名称"),
        (table.department, "主管部门"),
        (table.unit, "实施单位"),
        (table.expected, "年度预期目标"),
        (table.achieved, "实际完成情况"),
    ):
        if not text:
            yield Finding("error", f"没有写{word}", table.source, "goal.blank")
    yield from check_project_funds(table)
    for row in table.indicators:
        yield from target_problems(row.name, row.target, row.source, "年度指标值")
    yield from check_project_scores(table)
