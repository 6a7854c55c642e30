"""The change of the income budget against that of the expenditure budget: 收入预算 781.71 万元，比上年增加
300.65 万元……支出预算 781.71 万元，比上年增加 400.65 万元.

A department's budget balances every year (收支平衡, 预算法第三十五条), so both sides change by one amount.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.numbers import read_number, shown
from hengji.facts.relation import Relation

__all__ = ["mirrored_changes"]

_N: Final = r"\d[\d,]{0,15}(?:\.\d{1,6})?"
_SIDE: Final = re.compile(
    rf"(?<!拨款)(?P<side>收入|支出)(?:预算(?:总[额计数])?|总计)数?(?:为|是)?\s?(?P<n>{_N})\s?万元，"
    rf"(?:比|较|与)(?P<than>(?:上年|去年|20\d\d年)[^，。；\d]{{0,8}}?)(?:相比)?，?"
    rf"(?P<way>增加|减少|增长|下降)了?\s?(?P<d>{_N})\s?(?:万元|(?<=[^\d.]0)元)"
)
_REACH: Final = 800


def mirrored_changes(context: Context) -> Iterator[Relation]:
    """Relations of kind ``growth``: one amount on both sides, compared with the same year, has one change."""
    flow = flowing(context)
    for income, spent in pairwise(_SIDE.finditer(flow.text)):
        near = spent.start() - income.end() < _REACH
        of_one_budget = read_number(income["n"]) == read_number(spent["n"]) and income["than"] == spent["than"]
        if near and of_one_budget and (income["side"], spent["side"]) == ("收入", "支出"):
            yield from _judged(context, flow, income, spent)


def _judged(context: Context, flow: Flowing, income: re.Match[str], spent: re.Match[str]) -> Iterator[Relation]:
    first, second = _signed(income), _signed(spent)
    step = Fraction(1, 10 ** min(len(side["d"].partition(".")[2]) for side in (income, spent)))
    same = abs(first - second) <= step
    if not same and abs(first) == abs(second):
        return  # 增加 20.35 and 减少 20.35 of one amount: told by `contradiction`
    left, right = income["way"] + income["d"], spent["way"] + spent["d"]
    yield slip(
        context,
        [flow.of(income, "n"), flow.of(income, "d"), flow.of(spent, "d")],
        "ok" if same else "error",
        "收入、支出预算的增减额一致。"
        if same
        else f"收入、支出同为 {income['n']}万元，都与{income['than']}比较，收入{left}万元，支出却{right}万元。"
        f"部门预算收支平衡，两个增减额应当相同，现相差 {shown(abs(first - second), 2)}万元，请核对。",
        rule="收入的增减额 = 支出的增减额",
        expected=f"{left}万元",
        severity="low" if same else "high",
        kind="growth",
    )


def _signed(side: re.Match[str]) -> Fraction:
    value = read_number(side["d"]) or Fraction(0)
    return value if side["way"] in {"增加", "增长"} else -value
