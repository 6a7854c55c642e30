"""Budgets: explanations, tables, goal tables, mid-year monitoring."""

from __future__ import annotations

from fractions import Fraction

from samples.statements.accounts import Line, draw_accounts, last_year_of
from samples.statements.changes import growth
from samples.statements.goals import draw_goals, half_year_table
from samples.statements.money import basic_spending, execution, parts_of
from samples.statements.people import outline, staff, units
from samples.statements.surveys import lists, settled
from samples.statements.tables import budget_and_outturn, code_table, draw_codes
from samples.statements.traps import new_line, trap, two_bases
from samples.templates.frames import closing, opening
from samples.writer import Cell, Writer

__all__ = ["budget_explanation", "budget_table", "goal_declaration", "monitoring_report"]


def budget_explanation(w: Writer) -> None:
    """Income and spending budgets by function and by nature, compared with the year before."""
    accounts = draw_accounts(w, closing=Fraction(0))
    opening(w, "部门预算编制说明", "部门预算编制情况作出说明")
    w.section("主要职能和机构")
    outline(w)
    units(w)
    w.section("收入预算")
    total = w.money(accounts.income)
    w.para(
        f"收入预算{total}", growth(w, total, accounts.income), "。",
        w.one_of("其中：", "包括："), parts_of(w, total, accounts.income, accounts.sources), "。",
    )  # fmt: skip
    w.section("支出预算")
    spent = w.money(accounts.spending)
    brought = w.money(accounts.opening)
    w.sum("sum", [total, brought], spent)
    w.para(
        f"当年收入预算连同上年结转{brought}全部安排支出，支出预算{spent}。按功能分类：",
        parts_of(w, spent, accounts.spending, accounts.functions),
        "。",
    )
    lines = (Line("基本支出", accounts.basic), Line("项目支出", accounts.project))
    before = [last_year_of(w, line.amount) for line in lines]
    again = w.money(accounts.spending)
    w.relate("repeat", "a=b", spent, again)
    w.para(f"支出预算{again}，按性质分类：", parts_of(w, again, accounts.spending, lines, before), "。")
    basic_spending(w, accounts)
    w.section("其他事项")
    new_line(w)
    trap(w)


def budget_table(w: Writer) -> None:
    """The table by codes and the people it pays for."""
    opening(w, "预算公开表", "预算数据进行了汇总")
    w.section("支出预算表")
    code_table(w, draw_codes(w, 3))
    w.section("人员情况")
    staff(w)
    w.section("专项安排")
    lists(w)


def goal_declaration(w: Writer) -> None:
    """Money and indicators: half-year and full-year."""
    total = w.amount(200, 2000)
    basic, project = w.split(total, 2)
    tasks = w.split(project, 3)
    opening(w, "整体绩效目标申报表", "绩效目标进行了申报")
    w.section("部门资金")
    whole = w.money(total, "")
    parts = [w.money(value, "") for value in (basic, project)]
    inner = [w.money(value, "") for value in tasks]
    w.sum("sum", parts, whole)
    w.sum("sum", inner, parts[1])
    w.para(f"单位：{w.style.unit}")
    names = ("资金总额", "基本支出", "项目支出", "其中：业务运行", "设备更新", "宣传培训")
    rows: list[list[Cell]] = [["资金构成", "全年预算数"]]
    rows += [[name, mark] for name, mark in zip(names, [whole, *parts, *inner], strict=True)]
    w.table(rows)
    w.section("绩效指标")
    half_year_table(w, draw_goals(w, 5, 3))
    w.section("说明")
    said = w.money(total)
    w.relate("repeat", "a=b", whole, said)
    w.para(f"申报资金总额{said}，全部由财政安排。")


def monitoring_report(w: Writer) -> None:
    """January to July: execution against the plan, forecast, deviation."""
    opening(w, "预算绩效运行监控报告", "1—7月绩效运行情况进行了监控")
    w.section("预算执行进度")
    paid = w.amount(150, 400), w.amount(20, 60), w.amount(60, 300)
    adjusted, _ = budget_and_outturn(w, paid, "7月底支出数", slack=200)
    assert adjusted.shown is not None
    execution(w, adjusted.shown.value, sum(paid, Fraction(0)), "支付进度")
    w.section("目标进展")
    half_year_table(w, draw_goals(w, 3, 2))
    settled(w)
    w.section("需要说明的事项")
    two_bases(w)
    closing(w, "纠偏措施", signed=(0, 8))
