"""Final accounts: narrative, tables, functions, 三公."""

from __future__ import annotations

from fractions import Fraction

from samples.statements.accounts import draw_accounts, last_year_of
from samples.statements.changes import growth
from samples.statements.money import balance, basic_spending, execution, income, parts_of, spending
from samples.statements.people import outline, staff, units
from samples.statements.policy import procurement, three_public
from samples.statements.tables import code_table, draw_codes, income_and_spending
from samples.statements.traps import trap
from samples.templates.frames import opening
from samples.writer import Writer

__all__ = ["final_account", "final_account_tables", "functional_account", "three_public_note"]


def final_account(w: Writer) -> None:
    """A narrative from income to carryover."""
    accounts = draw_accounts(w)
    opening(w, "部门决算情况说明", "收支情况进行了决算")
    w.section("部门概况")
    outline(w)
    units(w)
    staff(w)
    w.section("收入决算情况")
    income(w, accounts)
    w.section("支出决算情况")
    spending(w, accounts)
    basic_spending(w, accounts)
    w.section("结转结余情况")
    balance(w, accounts)
    trap(w)
    w.section("政府采购情况")
    procurement(w)


def final_account_tables(w: Writer) -> None:
    """A table of income and spending, a table by codes, a short narrative."""
    opening(w, "收入支出决算公开", "部门决算数据进行了整理")
    w.section("支出决算表")
    accounts = draw_accounts(w, code_table(w, draw_codes(w, w.rng.choice([2, 3]))))
    w.section("收入支出决算总表")
    income_and_spending(w, accounts)
    w.section("决算说明")
    basic_spending(w, accounts)
    balance(w, accounts)
    w.section("其他说明")
    trap(w)


def functional_account(w: Writer) -> None:
    """Lines of functions, each against its own budget and its own last year: one frame, repeated."""
    accounts = draw_accounts(w)
    opening(w, "财政拨款支出决算说明", "财政拨款支出情况进行了分析")
    w.section("总体情况")
    total = w.money(accounts.spending)
    before = [last_year_of(w, line.amount) for line in accounts.functions]
    w.para(
        f"财政拨款支出{total}", growth(w, total, accounts.spending, sum(before, Fraction(0))), "。其中：",
        parts_of(w, total, accounts.spending, accounts.functions, before), "。",
    )  # fmt: skip
    w.section("具体情况")
    for line in accounts.functions:
        w.section(line.name, level=2)
        mark, planned = w.money(line.amount), w.money(last_year_of(w, line.amount))
        shown = planned.shown
        assert shown is not None
        rate = w.rate(line.amount / shown.value)
        w.relate("rate", "b/a*100=c", planned, mark, rate)
        w.para(f"年初预算为{planned}，支出决算为{mark}，完成年初预算的{rate}。")
    w.section("结转情况")
    balance(w, accounts)


def three_public_note(w: Writer) -> None:
    """三公, procurement, execution."""
    accounts = draw_accounts(w)
    opening(w, "“三公”经费及机关运行情况说明", "有关经费进行了梳理")
    w.section("“三公”经费")
    three_public(w)
    w.section("机关运行经费")
    operating = w.money(accounts.operating)
    w.para(f"机关运行经费支出{operating}", growth(w, operating, accounts.operating), "。")
    w.section("预算执行")
    execution(w, accounts.spending + w.amount(3, 60), accounts.spending)
    w.section("政府采购")
    procurement(w)
    trap(w, 2)
