"""三公 expenses, procurement, contracts: what may not exceed what, and amounts in words."""

from __future__ import annotations

from fractions import Fraction

from samples.styles import capital_amount
from samples.writer import Writer

__all__ = ["contract", "procurement", "three_public"]


def three_public(w: Writer) -> None:
    """Budget and outturn of the three kinds; the outturn stays below."""
    budget = w.amount(8, 40)
    spent = Fraction(int(budget * 10**w.style.decimals * w.rng.randint(40, 95) / 100), 10**w.style.decimals)
    vehicles, receptions = w.split(spent, 2)
    planned, total, cars, guests = (w.money(value) for value in (budget, spent, vehicles, receptions))
    none = w.money(Fraction(0))
    w.sum("sum", [none, cars, guests], total)
    w.relate("policy", "a<=b", total, planned, note="三公 outturn within budget")
    ending = ""
    if w.rng.random() < 0.6:
        rate = w.rate(spent / budget)
        w.relate("rate", "b/a*100=c", planned, total, rate)
        ending = f"，完成预算的{rate}"
    w.para(
        w.one_of("“三公”经费", "全年“三公”经费", "财政拨款“三公”经费"),
        f"预算{planned}，实际支出{total}{ending}。其中：",
        f"因公出国（境）费{none}；公务用车购置及运行维护费{cars}；公务接待费{guests}。",
    )


def procurement(w: Writer, least: int = 30) -> None:
    """政府采购 by goods, works, services; at least *least* 万元."""
    total = w.amount(least, least + 400)
    goods, works, services = w.split(total, 3)
    marks = [w.money(value) for value in (goods, works, services)]
    whole = w.money(total)
    w.sum("sum", marks, whole)
    named = zip(("货物", "工程", "服务"), marks, strict=True)
    listed = "、".join(f"政府采购{kind}支出{mark}" for kind, mark in named)
    small = w.split(total, 2)[0]
    award, rate = w.money(small), w.rate(small / total)
    w.relate("share", "a/b*100=c", award, whole, rate)
    w.para(f"全年政府采购支出总额{whole}，其中：{listed}。授予中小企业合同金额{award}，占政府采购支出总额的{rate}。")


def contract(w: Writer) -> None:
    """An amount in figures and in capital words, paid in instalments."""
    yuan = w.rng.randint(12, 480) * 1000 + w.rng.choice([0, 0, 500, 50, 8])
    figure = w.count(yuan, "元")
    words = w.word(capital_amount(yuan), "capital")
    w.relate("amount_in_words", "", figure, words=words)
    first = yuan * w.rng.choice([3, 4, 5]) // 10
    down, rest = w.count(first, "元"), w.count(yuan - first, "元")
    w.sum("sum", [down, rest], figure)
    w.para(
        w.one_of(f"与承接单位签订{w.place.task}服务合同，", f"委托第三方实施{w.place.task}，"),
        f"合同价款{figure}（大写：{words}），分两期支付：首期{down}，验收合格后支付{rest}。",
    )
