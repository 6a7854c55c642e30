"""Income, spending, shares, balances, execution."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from samples.composing import Mark
from samples.statements.accounts import Accounts, Line
from samples.statements.changes import growth
from samples.writer import Writer

__all__ = ["balance", "basic_spending", "execution", "income", "parts_of", "spending"]


def parts_of(
    w: Writer, total: Mark, value: Fraction, lines: Sequence[Line], before: Sequence[Fraction] | None = None
) -> str:
    """The items of a total, each with its share; every item of one document in one frame. *before* gives what each
    was last year, where its growth is to be told."""
    said, marks = [], []
    frame = w.rng.randrange(4)
    noun = w.one_of("占", "占比", "占比为")
    of_whole = w.one_of("", "", "总额的") if noun == "占" else ""
    for index, line in enumerate(lines):
        mark = w.money(line.amount)
        marks.append(mark)
        text = f"{line.name}{mark}"
        if frame < 3:
            rate = w.rate(line.amount / value)
            w.relate("share", "a/b*100=c", mark, total, rate)
            text += f"，{noun}{of_whole}{rate}" if frame < 2 else f"（{noun}{of_whole}{rate}）"
        if before:
            text += growth(w, mark, line.amount, before[index], reason=False)
        said.append(text)
    w.sum("sum", marks, total)
    return ("；" if frame < 2 or before else "、").join(said)


def income(w: Writer, accounts: Accounts) -> Mark:
    """Total income, what it is made of, how it grew. Returns the mark of this year's income."""
    year, of_year, opening = w.year(), w.money(accounts.income), w.money(accounts.opening)
    total = w.money(accounts.available)
    w.sum("sum", [of_year, opening], total)
    lead = w.one_of(
        f"{year}年度收入总计{total}，其中本年收入合计{of_year}，年初结转和结余{opening}",
        f"{year}年全年可用资金共{total}，包括本年收入{of_year}和年初结转结余{opening}",
        f"{year}年度收入总计{total}，由本年收入{of_year}、上年结转{opening}两部分组成",
    )
    w.para(lead, "。")
    again = w.money(accounts.income)
    w.relate("repeat", "a=b", of_year, again)
    form = w.one_of("本年收入合计", "当年收入合计", "本年度收入")
    w.para(
        f"{form}{again}", growth(w, again, accounts.income), "。",
        w.one_of("其中：", "按来源分：", "具体构成为："), parts_of(w, again, accounts.income, accounts.sources), "。",
    )  # fmt: skip
    return of_year


def spending(w: Writer, accounts: Accounts, *, functions: bool = True) -> Mark:
    """Total spending by nature and by function. Returns the mark of the total."""
    total = w.money(accounts.spending)
    lines = (Line("基本支出", accounts.basic), Line("项目支出", accounts.project))
    lead = w.one_of("本年支出合计", "全年支出合计", "本年度支出总额为", "支出决算合计")
    w.para(
        f"{lead}{total}", growth(w, total, accounts.spending), "。",
        w.one_of("其中：", "按支出性质分：", "具体情况如下："), parts_of(w, total, accounts.spending, lines), "。",
    )  # fmt: skip
    if functions:
        again = w.money(accounts.spending)
        w.relate("repeat", "a=b", total, again)
        w.para(
            w.one_of("按支出功能分类，", "从功能分类看，", "按功能分类科目，"), f"本年支出{again}，",
            w.one_of("包括：", "其中：", "分别用于："), parts_of(w, again, accounts.spending, accounts.functions), "。",
        )  # fmt: skip
    return total


def basic_spending(w: Writer, accounts: Accounts) -> None:
    """基本支出 = 人员经费 + 公用经费."""
    total, personnel, operating = (w.money(value) for value in (accounts.basic, accounts.personnel, accounts.operating))
    w.sum("sum", [personnel, operating], total)
    w.para(
        w.one_of(
            f"基本支出{total}，其中人员经费{personnel}，公用经费{operating}。",
            f"全年用于保障机构运转的基本支出为{total}，由人员经费{personnel}和公用经费{operating}组成。",
            f"基本支出决算{total}。人员经费{personnel}，主要为工资福利；公用经费{operating}，主要为办公、差旅和水电。",
        )
    )


def balance(w: Writer, accounts: Accounts) -> None:
    """年初结转 + 收入 − 支出 = 年末结转."""
    opening, received, spent, closing = (
        w.money(value) for value in (accounts.opening, accounts.income, accounts.spending, accounts.closing)
    )
    w.relate("difference", "a+b-c=d", opening, received, spent, closing)
    w.para(
        w.one_of(
            f"年初结转和结余{opening}，本年收入{received}，本年支出{spent}，年末结转和结余{closing}。",
            f"上年结转{opening}，加上当年收入{received}，减去当年支出{spent}，结转下年{closing}。",
            f"结转结余情况：年初{opening}，当年取得收入{received}、发生支出{spent}，年末结余{closing}。",
        )
    )


def execution(w: Writer, budget: Fraction, actual: Fraction, name: str = "预算执行率") -> Mark:
    """A budget, what was spent of it, and the rate. Returns the mark of the rate."""
    planned, spent, rate = w.money(budget), w.money(actual), w.rate(actual / budget)
    w.relate("rate", "b/a*100=c", planned, spent, rate)
    w.para(
        w.one_of(
            f"全年预算数{planned}，实际执行{spent}，{name}为{rate}。",
            f"调整后预算{planned}，全年支出{spent}，{name}{rate}。",
            f"财政批复预算{planned}，截至年底已支付{spent}，{name}达到{rate}。",
        )
    )
    return rate
