"""The money of projects beside their department's: sums, what cannot be, what only differs."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.workflows.project_funds import ProjectMoney, beside_evaluation, beside_monitoring, project_sums


def money(name, initial=None, budget=None, spent=None, forecast=None):
    amounts = (None if text is None else Fraction(text) for text in (initial, budget, spent, forecast))
    return ProjectMoney(name, *amounts)


PAIR = (money("修缮", "100", "110", "90.5"), money("演出", "50", "50", "49.5"))


def codes(rolled):
    return [finding.code for finding in rolled.findings]


def test_sums_are_exact():
    total = beside_evaluation({}, PAIR).total
    assert (total.initial, total.budget, total.spent, total.rate) == (150, 160, 140, Fraction(7, 8))


@pytest.mark.parametrize(
    ("name", "amount", "found"),
    [
        ("项目总支出", "150", []),
        ("项目总支出", "149.99", ["projects.differ"]),
        ("预算数", "160", []),
        ("预算数", "159.99", ["projects.exceed"]),
        ("预算完成数", "139", ["projects.exceed"]),
        ("全年执行数", "140", []),
        ("年初预算数", "149", ["projects.exceed"]),
        ("在用固定资产总额", "1", []),
    ],
)
def test_a_department_figure_is_compared_with_what_it_means(name, amount, found):
    assert codes(beside_evaluation({name: Fraction(amount)}, PAIR)) == found


def test_a_difference_says_both_figures_and_how_much():
    finding = beside_evaluation({"项目总支出": Fraction(115)}, PAIR).findings[0]
    assert finding.found == "115 万元，2 个项目合计 150 万元，多 35 万元"
    assert finding.source.cell == "data/项目总支出"


def test_an_open_project_keeps_the_sum_from_being_judged_equal_or_not():
    rolled = beside_evaluation({"项目总支出": Fraction(999)}, (*PAIR, money("维护")))
    assert codes(rolled) == ["projects.open"]
    assert project_sums((*PAIR, money("维护"))) == {}
    assert project_sums(PAIR) == {"项目总支出": 150}


def test_a_part_that_is_more_than_the_whole_is_wrong_whatever_else_is_open():
    rolled = beside_evaluation({"预算数": Fraction(100)}, (*PAIR, money("维护")))
    assert codes(rolled) == ["projects.exceed", "projects.open"]


def test_monitoring_compares_budget_spent_and_a_stated_forecast():
    department = money("局", None, "150", "200", "100")
    projects = (money("修缮", None, "110", "90", "105"), money("演出", None, "50", "49"))
    rolled = beside_monitoring(department, Fraction(165), projects)
    assert codes(rolled) == ["projects.exceed", "projects.exceed", "projects.differ"]
    assert "全年预算数" in rolled.findings[0].message
    assert "全年预计支出" in rolled.findings[1].message


@given(st.lists(st.decimals(0, 10**9, places=2), min_size=1, max_size=6))
def test_projects_that_are_the_whole_department_never_exceed_it(amounts):
    projects = [ProjectMoney(str(number), *(Fraction(one),) * 3) for number, one in enumerate(amounts)]
    whole = sum((Fraction(one) for one in amounts), Fraction(0))
    figures = {"预算数": whole, "预算完成数": whole, "项目总支出": whole}
    assert beside_evaluation(figures, projects).findings == ()
