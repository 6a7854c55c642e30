"""Goal tables and projects' forms in YAML: written and read back, mistakes told with their lines."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.documents.forms.yaml_writer import write_yaml
from hengji.facts.goal_table import goals_of
from hengji.rules.goal_checks.check import check_goal_table, check_project_table
from hengji.rules.goal_table_notation import goal_table_data, read_goal_table
from hengji.rules.project_table_notation import project_table_data, read_project_table
from located import located
from random_goal_tables import goal_tables, project_tables

EXAMPLES = Path(__file__).parents[2] / "examples"


def example(path: str):
    read = read_yaml((EXAMPLES / path).read_bytes(), path)
    assert read.located is not None
    return read.located


@settings(max_examples=100)
@given(goal_tables())
def test_a_goal_table_that_is_written_reads_back_as_itself(table):
    read = read_goal_table(located(write_yaml(goal_table_data(table))))
    assert (read.table, read.findings) == (table, ())


@settings(max_examples=100)
@given(project_tables())
def test_a_projects_form_that_is_written_reads_back_as_itself(table):
    read = read_project_table(located(write_yaml(project_table_data(table))))
    assert (read.table, read.findings) == (table, ())


def test_the_examples_evaluation_has_the_goals_of_the_examples_table():
    """The evaluation calls the duties by short names; all else follows from the table."""
    table = read_goal_table(example("goal-table-2024/goals.yaml")).table
    assert table is not None
    evaluation = example("goal-table-2024/self.yaml")
    rows = {row.get("name").text: row for row in evaluation.get("goals")}
    goals = goals_of(table)
    assert [goal.name for goal in goals] == list(rows)
    for goal in goals:
        row = rows[goal.name]
        written = {
            key: row.get(key).text if row.get(key) else "" for key in ("half_year", "target", "duty", "key_work")
        }
        assert (goal.half_year.text, goal.target.text) == (written["half_year"], written["target"])
        assert (goal.duty, goal.key_work) == (written["duty"], written["key_work"])
        assert goal.under[0] == row.get("under").items[0].text


def test_the_examples_have_no_errors():
    goals = read_goal_table(example("goal-table-2024/goals.yaml"))
    project = read_project_table(example("project-table-2024/project.yaml"))
    found = [*goals.findings, *check_goal_table(goals.table), *project.findings, *check_project_table(project.table)]
    assert [str(finding) for finding in found if finding.severity == "error"] == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("funds: {total: 约三万}", "第4行：资金总额 total不是金额；现为“约三万”"),
        ("funds: {sources: [{full_year: '3'}]}", "资金来源的一行没有名称 name"),
        ("indicators: [{under: [决策], rows: []}]", "一组指标的 under 应写两级"),
        ("indicator: []", "没有“indicator”这一项；是否想写“indicators”"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_the_rest_is_kept(written, said):
    text = f"table: goals\norganisation: 示例市档案局\nyear: 2024\n{written}"
    read = read_goal_table(located(text))
    assert any(said in str(finding) for finding in read.findings), [str(finding) for finding in read.findings]
    assert read.table is not None
    assert read.table.organisation == "示例市档案局"


def test_all_mistakes_are_told_in_one_pass():
    read = read_goal_table(
        located("table: goals\norganisation: 甲\nyear: 明年\nfunds: {total: 三, sources: [{name: 乙, full_year: 四}]}")
    )
    assert [finding.source.line for finding in read.findings] == [3, 4, 4]
