"""Every account of a final account with its budget and its outturn, against the two totals told before the first.

一般公共预算财政拨款支出年初预算为 T，支出决算为 S，…其中：1、教育支出（类）…（款）…（项）。…年初预算为 t，支出决算为 s.
Accounts that were budgeted and not spent are often left out, so that a sum that falls short is a question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.flowing import Flowing, flowing
from hengji.checks.relations.slips import as_written
from hengji.checks.relations.verdicts import in_words, number, relation, slip_of
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["path_sums"]

_N: Final = r"\d[\d,]*(?:\.\d+)?"
_TOTALS: Final = re.compile(
    rf"支出(?P<name>年初预算|全年预算)(?:数)?为?\s?(?P<budget>{_N})\s?万元[，,]\s?支出决算(?:数)?为?\s?(?P<spent>{_N})\s?万元"
)
_ITEM: Final = re.compile(r"[（(]\s?款\s?[）)][^（）()。；\d]{2,40}[（(]\s?项\s?[）)]")
_BUDGET: Final = rf"{{name}}(?:数)?为?\s?(?P<n>{_N})"
_SPENT: Final = re.compile(rf"支出决算(?:数)?为?\s?(?P<n>{_N})")
_END: Final = re.compile(r"\n\s*(?:[五六七八九十]、|（[四五六七]）)|基本支出决算情况")
_FEWEST: Final = 4
_MOST: Final = 10  # times what the accounts that are left out may make of the total
_FIRST: Final = 600  # characters between the totals and the first account
_LONGEST: Final = 30_000


def path_sums(context: Context) -> Iterator[Relation]:
    """Relations of kind ``sum``: the outturns, and the budgets where every account tells one."""
    flow = flowing(context)
    for totals in _TOTALS.finditer(flow.text):
        ended = _END.search(flow.text, totals.end(), totals.end() + _LONGEST)
        end = ended.start() if ended is not None else min(len(flow.text), totals.end() + _LONGEST)
        items = [match.end() for match in _ITEM.finditer(flow.text, totals.end(), end)]
        if len(items) < _FEWEST or items[0] > totals.end() + _FIRST:
            continue
        pieces = list(zip(items, [*items[1:], end], strict=True))
        budget = re.compile(_BUDGET.format(name=totals["name"]))
        for group, pattern in (("spent", _SPENT), ("budget", budget)):
            total = _mention(context, flow, totals.span(group))
            parts = [_first(context, flow, pattern, piece) for piece in pieces]
            told = [part for part in parts if part is not None]
            if total is not None and len(told) == len(parts) and not _is_a_choice(told, total):
                yield _relation(told, total)


def _is_a_choice(parts: Sequence[Mention], total: Mention) -> bool:
    """Whether only the main accounts are told."""
    return (total.value - sum(part.value for part in parts)) * _MOST > total.value


def _first(context: Context, flow: Flowing, pattern: re.Pattern[str], piece: tuple[int, int]) -> Mention | None:
    match = pattern.search(flow.text, *piece)
    return _mention(context, flow, match.span("n")) if match is not None else None


def _mention(context: Context, flow: Flowing, span: tuple[int, int]) -> Mention | None:
    start, end = flow.span(*span)
    return next(iter(context.within((start, end))), None)


def _relation(parts: Sequence[Mention], total: Mention) -> Relation:
    computed = sum((part.value for part in parts), Fraction(0))
    rest = total.value - computed
    within = abs(rest) <= (len(parts) + 1) * total.step / 2
    verdict: Verdict = "ok" if rest == 0 else "rounding" if within else "error" if rest < 0 else "suspicious"
    right = as_written(computed, total)
    slip = "" if within else slip_of(total, computed)
    message = f"所列 {len(parts)} 个科目之和为 {right}，与文中一致。"
    if not within:
        message = (
            f"所列 {len(parts)} 个科目之和为 {right}，文中总数为 {number(total)}，相差 {in_words(abs(rest))}万元。"
        )
        likely = "可能有科目没有列出，或某一科目的金额有误。" if rest > 0 else "各科目之和大于总数，必有一数有误。"
        slip = slip or likely
    roles = [*(("part", part) for part in parts), ("total", total)]
    formula = " + ".join(in_words(part.value) for part in parts)
    return relation("sum", verdict, roles, formula, right, message, slip)
