"""Years of budgets that an item tells in one frame: 2026年度预算 A，2025年度预算 B，…2026年预算安排 A.

The year before the second budget is that before the first; what is told again by its amount has the year it had.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.pieces import slip
from hengji.facts.relation import Relation

__all__ = ["find_budget_years"]

_AMOUNT: Final = r"\d[\d,]{0,15}(?:\.\d{1,4})?"
_PAIR: Final = re.compile(
    rf"(?P<first>20\d\d)年度?预算(?P<a>{_AMOUNT})万?元[，,](?P<second>20\d\d)年度?预算(?P<b>{_AMOUNT})万?元"
)
_AGAIN: Final = re.compile(rf"(?P<year>20\d\d)年预算安排(?P<amount>{_AMOUNT})万?元")
_REACH: Final = 400  # characters of an item behind its two budgets


def find_budget_years(context: Context) -> Iterator[Relation]:
    """Relations of kind ``year``: budgets two years apart among pairs one apart, and years told anew wrongly."""
    flow = flowing(context)
    pairs = list(_PAIR.finditer(flow.text))
    usual = any(int(one["first"]) - int(one["second"]) == 1 for one in pairs)
    for place, pair in enumerate(pairs):
        first, second = int(pair["first"]), int(pair["second"])
        if usual and first - second > 1:
            message = (
                f"各项都写本年与上年两个预算，这里写作{second}年，与{first}年相隔 {first - second} 年。请核对年份。"
            )
            yield _odd(context, flow, pair, "second", str(first - 1), message)
        end = min(pairs[place + 1].start() if place + 1 < len(pairs) else len(flow.text), pair.end() + _REACH)
        for again in _AGAIN.finditer(flow.text, pair.end(), end):
            same, other = again["amount"] == pair["a"], pair["a"] != pair["b"]
            if same and other and again["year"] == pair["second"]:
                message = f"{again['amount']} 是{first}年的预算，这里写作{again['year']}年。请核对年份。"
                yield _odd(context, flow, again, "year", str(first), message)


def _odd(context: Context, flow: Flowing, match: re.Match[str], group: str, right: str, message: str) -> Relation:
    return slip(
        context, [flow.of(match, group)], "error", message,
        rule="同一科目两个预算的年份", expected=f"{right}年", likely=f"“{match[group]}年”应为“{right}年”",
        severity="medium", kind="year",
    )  # fmt: skip
