"""A project's form from its goal table, and a department's from its projects."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.facts.goal_table import Funds, FundSource, GoalTable
from hengji.workflows.prefilling import from_goals
from hengji.workflows.project_prefilling import _even, from_project, from_projects, with_points
from hengji.workflows.schemes import find_scheme

SCHEME = find_scheme("self-evaluation-2020").scheme
FRAMEWORK = find_scheme("common-framework-2013").scheme
TABLE = {
    "organisation": "市文化局（修缮）",
    "year": "2025",
    "indicators": [
        {"under": ["产出指标", "数量指标"], "rows": [{"name": name, "target": "≥3处"} for name in ("甲", "乙", "丙")]},
        {"under": ["效益指标", "社会效益指标"], "rows": [{"name": "开放率", "target": "≥90%"}]},
    ],
}


def points(content=None, earlier=None):
    content = content or {}
    offers = with_points(from_goals(content, TABLE, SCHEME, "目标表"), content, earlier or {}, SCHEME)
    return [offer.edits[0].after.get("points") for offer in offers]


def test_new_rows_share_the_points_of_their_slot():
    assert points() == ["17", "16.5", "16.5", "30"]


def test_last_years_points_stand_where_the_slot_has_the_same_rows():
    rows = [
        {"under": ["产出指标", "数量指标"], "name": name, "points": given}
        for name, given in zip("甲乙丙", ("20", "20", "10"), strict=True)
    ]
    assert points(earlier={"goals": rows}) == ["20", "20", "10", "30"]


@pytest.mark.parametrize("given", [("20", "20", "11"), ("20", "二十", "10")])
def test_last_years_points_that_do_not_sum_are_not_taken(given):
    rows = [
        {"under": ["产出指标", "数量指标"], "name": name, "points": each}
        for name, each in zip("甲乙丙", given, strict=True)
    ]
    assert points(earlier={"goals": rows})[:3] == ["17", "16.5", "16.5"]


def test_a_slot_with_rows_of_ones_own_gets_rows_without_points():
    standing = {"goals": [{"under": ["产出指标", "数量指标"], "name": "自定", "points": "50"}]}
    assert points(standing) == [None, None, None, "30"]


@given(st.integers(1, 200).map(lambda half: Fraction(half, 2)), st.integers(1, 30))
def test_shared_points_always_sum_to_the_whole(whole, count):
    shared = _even(whole, count)
    assert (len(shared), sum(shared)) == (count, whole)
    assert max(shared) - min(shared) <= Fraction(1, 2)


def test_money_and_goal_come_from_the_goal_table():
    table = GoalTable(
        "局", 2025, funds=Funds(Fraction("616.44"), (FundSource("财政拨款", Fraction("616.44")),)), annual="开放"
    )
    offers = {offer.name: offer for offer in from_project({}, Fraction("616.44"), table, "目标表")}
    assert offers["年度资金总额 年初预算数"].after == "616.44万元"
    assert offers["全年预算数"].after == "616.44万元"
    line = {"name": "财政拨款", "initial_budget": "616.44万元", "adjusted_budget": "616.44万元"}
    assert offers["资金来源各行"].edits[0].after == [line]
    assert offers["预期目标"].after == "开放"


def test_a_budget_that_was_adjusted_is_not_taken_for_the_initial_one_of_a_line():
    table = GoalTable("局", 2025, funds=Funds(Fraction(600), (FundSource("财政拨款", Fraction(600)),)))
    offers = {offer.name: offer for offer in from_project({}, Fraction(500), table, "目标表")}
    assert offers["资金来源各行"].edits[0].after == [{"name": "财政拨款", "adjusted_budget": "600.00万元"}]


def test_a_department_takes_the_sum_of_its_projects_once_all_are_known():
    own = {"funds": {"initial_budget": "100万元"}}
    offers = list(from_projects({}, [("甲", own), ("乙", own)], FRAMEWORK, "项目自评"))
    assert [(offer.name, offer.after, offer.source) for offer in offers] == [
        ("项目总支出", "200.00万元", "2个项目自评之和")
    ]
    assert list(from_projects({}, [("甲", own), ("乙", {})], FRAMEWORK, "项目自评")) == []


def test_a_linked_row_takes_the_actual_of_its_projects_row():
    content = {
        "goals": [{"under": ["产出指标"], "name": "处数", "project": "修缮"}, {"under": ["产出指标"], "name": "处数"}]
    }
    own = {"goals": [{"name": "处数", "actual": "6处"}]}
    offers = list(from_projects(content, [("修缮", own)], SCHEME, "项目自评"))
    assert [(offer.edits[0].path, offer.after) for offer in offers] == [(("goals", 0, "actual"), "6处")]
