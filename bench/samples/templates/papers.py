"""Smaller papers: one project, a survey, a contract, a subsidy."""

from __future__ import annotations

from fractions import Fraction

from samples.arithmetic import half_up
from samples.statements.accounts import Line
from samples.statements.changes import growth
from samples.statements.goals import claim, draw_goals, goal_table
from samples.statements.money import execution, parts_of
from samples.statements.people import outline
from samples.statements.policy import contract, procurement
from samples.statements.surveys import lists, settled, survey
from samples.statements.traps import trap, truncated
from samples.templates.frames import closing, opening, problems
from samples.writer import Writer

__all__ = ["contract_note", "project_evaluation", "subsidy_report", "survey_report"]


def project_evaluation(w: Writer) -> None:
    """A project: funds, execution rate × 10 as its score, targets, the total."""
    opening(w, f"{w.place.task}项目支出绩效自评", f"{w.place.task}项目开展了绩效自评")
    w.section("资金情况")
    budget = w.amount(60, 600)
    scale = 10**w.style.decimals
    spent = Fraction(int(budget * scale * w.rng.randint(82, 99) / 100), scale)
    rate = execution(w, budget, spent)
    shown = rate.shown
    assert shown is not None
    points, earned = w.count(10, "分"), w.score(half_up(shown.value / 10, 2))
    again = w.word(rate.text, "rate")
    w.relate("repeat", "a=b", rate, again)
    w.relate("score_rule", "a*b/100=c", again, points, earned)
    w.para(f"预算执行率指标分值{points}，按执行率计分：10×{again}＝{earned}。")
    w.section("指标完成情况")
    goal_table(w, draw_goals(w, 4, 2))
    w.section("自评得分")
    first, second = w.score(half_up(shown.value / 10, 2)), w.count(90, "分")
    w.relate("repeat", "a=b", earned, first)
    total = w.score(half_up(shown.value / 10, 2) + 90)
    w.sum("score_sum", [first, second], total)
    grade = w.word("优", "grade")
    w.relate("grade", "", total, note="优>=90|良>=80|中>=60|差>=0", grade=grade)
    w.para(f"预算执行{first}，绩效指标{second}，合计{total}，自评等级为“{grade}”。")
    problems(w)


def survey_report(w: Writer) -> None:
    """A satisfaction survey, and the cases settled."""
    opening(w, "服务对象满意度调查报告", "服务对象满意度进行了调查")
    w.section("被评价单位")
    outline(w)
    w.section("调查结果")
    survey(w)
    w.section("诉求办理")
    settled(w)
    w.section("经费")
    procurement(w)
    trap(w)
    closing(w)


def contract_note(w: Writer) -> None:
    """Contracts with amounts in words, procurement, progress of the work."""
    opening(w, f"{w.place.task}服务采购情况报告", "服务采购情况进行了总结")
    w.section("合同签订")
    contract(w)
    w.section("采购总体情况")
    procurement(w, 800)
    w.section("履约情况")
    claim(w, draw_goals(w, 2, 2))
    truncated(w)
    closing(w, "后续安排")


def subsidy_report(w: Writer) -> None:
    """A subsidy by towns: lists, shares, growth."""
    opening(w, "专项补助资金分配使用报告", "专项补助资金使用情况进行了总结")
    w.section("资金分配")
    lists(w)
    w.section("资金使用")
    total = w.amount(80, 500)
    mark = w.money(total)
    names = w.rng.sample(["道路维护", "饮水安全", "环境整治", "文化活动", "养老服务"], 3)
    lines = [Line(name, amount) for name, amount in zip(names, w.split(total, 3), strict=True)]
    w.para(f"另行安排的配套补助支出{mark}", growth(w, mark, total), "。其中：", parts_of(w, mark, total, lines), "。")
    w.section("合同履行")
    contract(w)
    w.section("目标完成")
    claim(w, draw_goals(w, 2, 1))
    trap(w)
    problems(w)
