"""The goals of an evaluation follow from the goal table: nothing is said twice."""

from __future__ import annotations

from hengji.facts.goal_table import GoalIndicator, GoalTable, goals_of
from hengji.facts.targets import read_target


def table(*rows: GoalIndicator) -> GoalTable:
    return GoalTable("示例市档案局", 2024, indicators=rows)


def test_a_row_becomes_a_goal_with_both_targets():
    target, half = read_target("≥40条"), read_target("≥20条")
    [goal] = goals_of(table(GoalIndicator("过程", "预算执行", "信息条数", half, target)))
    assert goal.path == ("过程", "预算执行", "信息条数")
    assert (goal.half_year, goal.target, goal.duty) == (half, target, "")


def test_a_row_of_a_duty_keeps_its_duty_and_its_key_work():
    [goal] = goals_of(table(GoalIndicator("履职", "保管档案", "整理卷数", key_work="整理年度档案")))
    assert (goal.under, goal.duty, goal.key_work) == (("履职", "保管档案"), "保管档案", "整理年度档案")


def test_two_key_works_of_one_duty_with_one_name_are_told_apart():
    rows = [GoalIndicator("履职", "保管档案", "完成率", key_work=work) for work in ("整理", "扫描")]
    paths = [goal.path for goal in goals_of(table(*rows))]
    assert paths == [("履职", "保管档案", "整理", "完成率"), ("履职", "保管档案", "扫描", "完成率")]


def test_a_key_work_without_an_indicator_gives_no_goal():
    assert goals_of(table(GoalIndicator("履职", "保管档案", "", key_work="整理"))) == ()
