"""Self-evaluation reports: long, with a goal table, short."""

from __future__ import annotations

from samples.statements.accounts import Line, draw_accounts
from samples.statements.goals import claim, draw_goals, goal_table
from samples.statements.money import balance, basic_spending, execution, income, parts_of, spending
from samples.statements.people import outline, staff, units
from samples.statements.policy import three_public
from samples.statements.scores import draw_tree, say_bands, say_total, summary_table
from samples.statements.surveys import settled, survey
from samples.statements.tables import budget_and_outturn
from samples.statements.traps import retirees, trap
from samples.templates.frames import closing, opening, problems
from samples.writer import Writer

__all__ = ["evaluation_with_goals", "long_evaluation", "short_evaluation"]


def long_evaluation(w: Writer) -> None:
    """The whole report: people, money, work done, scores, problems, measures."""
    accounts, tree = draw_accounts(w), draw_tree(w)
    opening(w, "部门整体支出绩效自评报告", "整体支出开展了绩效自评")
    w.section("部门基本情况")
    w.section("主要职责", level=2)
    outline(w)
    w.section("机构和人员", level=2)
    units(w)
    staff(w)
    w.section("收支情况")
    income(w, accounts)
    spending(w, accounts, functions=False)
    balance(w, accounts)
    w.section("履职完成情况")
    claim(w, draw_goals(w, 3, 1))
    settled(w)
    w.section("评价结论")
    say_bands(w, tree)
    say_total(w, tree, summary_table(w, tree))
    problems(w)
    closing(w)


def evaluation_with_goals(w: Writer) -> None:
    """A table of targets and actuals whose scores add up, and a narrative beside it."""
    accounts = draw_accounts(w)
    goals = draw_goals(w, w.rng.choice([3, 4]), w.rng.choice([2, 3]))
    opening(w, "整体支出绩效自评情况", "绩效目标完成情况进行了自查")
    w.section("预算执行")
    basic_spending(w, accounts)
    execution(w, accounts.spending + w.amount(3, 60), accounts.spending)
    w.section("绩效目标完成情况")
    _, actuals = goal_table(w, goals)
    again = w.word(actuals[0].text, "actual")
    w.relate("repeat", "a=b", actuals[0], again)
    unit = "" if goals[0].unit == "%" else goals[0].unit
    w.para(f"从表中看，{goals[0].name}全年实际为{again}{unit}，", w.one_of("进展顺利。", "按期完成。"))
    w.section("满意度情况")
    survey(w)
    trap(w)
    closing(w, "改进方向")


def short_evaluation(w: Writer) -> None:
    """A page: people, a table of three columns, a sentence or two."""
    accounts = draw_accounts(w)
    opening(w, "支出绩效自评", "全年支出进行了自评")
    w.section("人员")
    retirees(w)
    w.section("收支")
    adjusted, outturn = budget_and_outturn(w, (accounts.personnel, accounts.operating, accounts.project))
    one, two = adjusted.shown, outturn.shown
    assert one is not None and two is not None
    planned, spent, rate = w.money(one.value), w.money(two.value), w.rate(two.value / one.value)
    w.relate("repeat", "a=b", adjusted, planned)
    w.relate("repeat", "a=b", outturn, spent)
    w.relate("rate", "b/a*100=c", planned, spent, rate)
    w.para(f"调整预算数{planned}，支出决算数{spent}，支出完成率{rate}。")
    lines = (Line("人员经费", accounts.personnel), Line("公用经费", accounts.operating))
    basic = w.money(accounts.basic)
    w.para(f"基本支出{basic}，其中：", parts_of(w, basic, accounts.basic, lines), "。")
    w.section("“三公”经费")
    three_public(w)
    problems(w, "不足之处")
