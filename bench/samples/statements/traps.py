"""True statements that look false to a careless checker. None of them may be reported."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

from samples.arithmetic import half_up
from samples.styles import display
from samples.writer import Writer

__all__ = ["TRAPS", "trap"]


def retirees(w: Writer, whose: str = "") -> None:
    """People in all above the posts, because retirees are among them."""
    posts, working = w.rng.randint(18, 26), w.rng.randint(12, 18)
    retired = posts - working + w.rng.randint(3, 9)
    post, everyone = w.count(posts, "名"), w.count(working + retired, "人")
    at_work, gone = w.count(working, "人"), w.count(retired, "人")
    w.relate("count", "a+b=c", at_work, gone, everyone, trap=True, note="编制 vs 实有 with retirees")
    w.relate("policy", "a<=b", at_work, post, trap=True, note="编制 vs 实有 with retirees")
    w.para(f"{whose}人员编制{post}，年末实有人数{everyone}，其中在职{at_work}、退休{gone}。")


def retirees_of_a_branch(w: Writer) -> None:
    """The same of a branch, where the department's own people are told elsewhere."""
    retirees(w, "受托代管的乡镇分站")


def part_of_projects(w: Writer) -> None:
    """Projects under evaluation are a part of project spending."""
    spent = w.amount(200, 500)
    some = w.split(spent, 3)[0]
    number = w.rng.randint(2, 5)
    all_projects, evaluated = w.money(spent), w.money(some)
    w.relate("sum", "b<=a", all_projects, evaluated, trap=True, note="项目支出 vs 绩效项目金额")
    w.para(f"受托代管的信息化项目支出{all_projects}；按要求纳入绩效自评的项目{number}个，涉及资金{evaluated}。")


def forced_share(w: Writer) -> None:
    """Three equal thirds: the last share is what the others leave of 100%."""
    third = w.amount(20, 90)
    parts, whole = [w.money(third) for _ in range(3)], w.money(third * 3)
    shares = [w.rate(Fraction(value, 10000), 2) for value in (3333, 3333, 3334)]
    w.sum("sum", parts, whole)
    for part, share in zip(parts, shares, strict=True):
        verdict = "ok" if share is not shares[2] else "ok-within-rounding"
        w.relate("share", "a/b*100=c", part, whole, share, verdict=verdict, trap=True, note="forced last share")
    w.relate("sum", "a+b+c=100", *shares, trap=True, note="forced last share")
    names = ("东片区", "中片区", "西片区")
    listed = "；".join(f"{name}{part}，占{share}" for name, part, share in zip(names, parts, shares, strict=True))
    w.para(f"管护资金{whole}按三个片区平均安排：{listed}。")


def truncated(w: Writer) -> None:
    """元 beside 万元 whose digits were cut off, not rounded."""
    cents = w.rng.randint(20_000_000, 90_000_000) // 10_000 * 10_000 + w.rng.randint(6_000, 9_900)
    exact = Fraction(cents, 100)
    cut = Fraction(math.floor(exact / 100), 100)
    yuan = w.word(display(exact, 2), "money")
    wan = w.word(display(cut, 2), "money")
    w.relate("repeat", "a/10000=b", yuan, wan, verdict="ok-within-rounding", trap=True, note="truncated 万元 beside 元")
    w.para(f"财政专户核定补助{yuan}元（折合{wan}万元），已于第四季度到账。")


def comparable_basis(w: Writer) -> None:
    """Growth without a one-off item beside natural growth."""
    before = w.amount(100, 300)
    once = w.amount(20, 60)
    now = before + once + w.amount(5, 30)
    current, base, single = w.money(now), w.money(before), w.money(once)
    plain, same = w.rate((now - before) / before), w.rate((now - once - before) / before)
    w.relate("growth", "(a-b)/b*100=c", current, base, plain, trap=True, note="natural basis")
    w.relate("growth", "(a-d-b)/b*100=c", current, base, same, single, trap=True, note="comparable basis")
    w.para(f"运转类经费{current}，上年{base}，增长{plain}；剔除一次性搬迁费{single}后，按可比口径增长{same}。")


def new_line(w: Writer) -> None:
    """A line that did not exist before: no rate, and none needed."""
    value = w.amount(10, 60)
    zero, now, change = w.money(Fraction(0)), w.money(value), w.money(value)
    w.relate("difference", "a-b=c", now, zero, change, trap=True, note="base 0")
    w.para(f"监管平台运维费{now}，上年{zero}，增加{change}，系本年新设项目，无同比数据。")


def two_bases(w: Writer) -> None:
    """Two rates of one outturn: of the initial and of the adjusted budget."""
    first = w.amount(100, 200)
    adjusted = first + w.amount(20, 90)
    scale = 10**w.style.decimals
    spent = half_up(adjusted * Fraction(w.rng.randint(90, 99), 100) * scale, 0) / scale
    initial, changed, actual = w.money(first), w.money(adjusted), w.money(spent)
    one, two = w.rate(spent / first), w.rate(spent / adjusted)
    w.relate("rate", "b/a*100=c", initial, actual, one, trap=True, note="initial budget as base")
    w.relate("rate", "b/a*100=c", changed, actual, two, trap=True, note="adjusted budget as base")
    w.para(
        f"信息系统迁移专项年初预算{initial}，调整预算{changed}，实际支出{actual}，为年初预算的{one}、调整预算的{two}。"
    )


TRAPS: tuple[Callable[[Writer], None], ...] = (
    retirees_of_a_branch, part_of_projects, forced_share, truncated, comparable_basis, new_line, two_bases,
)  # fmt: skip


def trap(w: Writer, count: int = 1) -> None:
    """Some traps, drawn at random."""
    for chosen in w.rng.sample(TRAPS, count):
        chosen(w)
