"""Tables of money: lines with budget and outturn, codes in two levels, income beside spending."""

from __future__ import annotations

from fractions import Fraction

from samples.composing import Mark
from samples.places import FUNCTIONS, ITEMS
from samples.statements.accounts import Accounts
from samples.writer import Cell, Writer

__all__ = ["Codes", "budget_and_outturn", "code_table", "draw_codes", "income_and_spending"]


def _unit_line(w: Writer) -> None:
    w.para(w.one_of("单位：", "金额单位："), w.style.unit)


def income_and_spending(w: Writer, accounts: Accounts) -> None:
    """Sources, opening, total; natures, closing, total."""
    _unit_line(w)
    rows: list[list[Cell]] = [["项目", "决算数"]]
    sources = [w.money(line.amount, "") for line in accounts.sources]
    rows += [[line.name, mark] for line, mark in zip(accounts.sources, sources, strict=True)]
    income, opening, available = (
        w.money(value, "") for value in (accounts.income, accounts.opening, accounts.available)
    )
    w.sum("sum", sources, income)
    w.sum("sum", [income, opening], available)
    rows += [["本年收入合计", income], ["年初结转和结余", opening], ["收入总计", available]]
    basic, project, spent, closing, total = (
        w.money(value, "")
        for value in (accounts.basic, accounts.project, accounts.spending, accounts.closing, accounts.available)
    )
    w.sum("sum", [basic, project], spent)
    w.sum("sum", [spent, closing], total)
    w.relate("repeat", "a=b", available, total, note="income mirrors spending")
    rows += [
        ["基本支出", basic],
        ["项目支出", project],
        ["本年支出合计", spent],
        ["年末结转和结余", closing],
        ["支出总计", total],
    ]
    w.table(rows)


def budget_and_outturn(
    w: Writer, outturn: tuple[Fraction, Fraction, Fraction], name: str = "决算数", slack: int = 9
) -> tuple[Mark, Mark]:
    """人员, 公用 and 项目 in three columns. Returns the marks of the two totals, adjusted and outturn;
    a budget exceeds its outturn by 1 to *slack* 万元."""
    _unit_line(w)
    adjusted = tuple(value + w.amount(1, slack) for value in outturn)
    initial = tuple(value + w.amount(1, slack) for value in outturn)
    columns = [_column(w, values) for values in (initial, adjusted, outturn)]
    names = ("一、基本支出", "人员经费", "公用经费", "二、项目支出", "支出合计")
    rows: list[list[Cell]] = [["项目", "年初预算数", "调整预算数", name]]
    rows += [[name, *(column[place] for column in columns)] for place, name in enumerate(names)]
    w.table(rows, w.one_of("tabs", "markdown", "lines"))
    return columns[1][4], columns[2][4]


def _column(w: Writer, values: tuple[Fraction, ...]) -> list[Mark]:
    personnel, operating, project = values
    marks = [
        w.money(value, "")
        for value in (personnel + operating, personnel, operating, project, personnel + operating + project)
    ]
    w.sum("sum", marks[1:3], marks[0])
    w.sum("sum", [marks[0], marks[3]], marks[4])
    return marks


Codes = list[tuple[str, str, list[tuple[Fraction, Fraction]]]]


def draw_codes(w: Writer, classes: int) -> Codes:
    """Classes with their items, each item with basic and project spending."""
    chosen = sorted(w.rng.sample(FUNCTIONS, classes))
    return [
        (code, name, [(w.amount(20, 300), w.amount(5, 200)) for _ in range(w.rng.randint(2, 3))])
        for code, name in chosen
    ]


def code_table(w: Writer, codes: Codes) -> tuple[Fraction, Fraction]:
    """类 = Σ款, with basic and project columns, and a total row. Returns the totals of the two columns."""
    _unit_line(w)
    rows: list[list[Cell]] = [["科目编码", "科目名称", "合计", "基本支出", "项目支出"]]
    tops: list[tuple[Mark, Mark, Mark]] = []
    for code, name, parts in codes:
        children = [_triple(w, *pair) for pair in parts]
        top = _triple(w, *_columns(parts))
        for column in range(3):
            w.sum("sum", [child[column] for child in children], top[column])
        rows.append([code, name, *top])
        rows += [[item, said, *child] for (item, said), child in zip(ITEMS[code], children, strict=False)]
        tops.append(top)
    totals = _columns([_columns(parts) for _, _, parts in codes])
    whole = _triple(w, *totals)
    for column in range(3):
        w.sum("sum", [top[column] for top in tops], whole[column])
    rows.append(["", "合计", *whole])
    w.table(rows, w.one_of("tabs", "markdown"))
    return totals


def _columns(pairs: list[tuple[Fraction, Fraction]]) -> tuple[Fraction, Fraction]:
    """The two columns of *pairs*, added up."""
    return sum((one for one, _ in pairs), Fraction(0)), sum((two for _, two in pairs), Fraction(0))


def _triple(w: Writer, basic: Fraction, project: Fraction) -> tuple[Mark, Mark, Mark]:
    both, one, two = w.money(basic + project, ""), w.money(basic, ""), w.money(project, "")
    w.sum("sum", [one, two], both)
    return both, one, two
