"""The account in a form of budget goals: 资金总额 is its sources together, and the spending is what came in.

Such forms set labels and amounts in one row or one under the other, in columns that no other table has, so they are
read as pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.relation import Relation, RelationKind, Verdict

__all__ = ["goal_accounts"]

_CUE: Final = re.compile(r"(?:资金|收入)\s*(?:总额|合计|总计)")
_GOALS: Final = re.compile("目标|指标")
_NUMBERED: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d{1,2}[.．、])"
)
_INCOME: Final = re.compile(r"(?:年度|部门|整体|预算|总体)*(?:资金|收入)(?:总额|合计|总计)(?:[（(].{0,6}[）)])?")
_SPENT: Final = re.compile(r"(?:年度|部门|整体|预算|总体)*支出(?:总额|合计|总计)(?:[（(].{0,6}[）)])?")
_FUNDED: Final = re.compile("财政拨款|财政资金")
_OF_FUNDED: Final = re.compile("一般公共预算|政府性基金|国有资本")
_CARRIED: Final = re.compile("结转|结余")
_SOURCE: Final = re.compile(
    "财政拨款|财政资金|一般公共预算|政府性基金|国有资本|专户|结转|结余|事业收入|经营收入|上级补助|附属|单位资金|自有资金|自筹|其他"
)
_OF_WHICH: Final = re.compile("^(?:其中|内)")
_BASIC: Final = re.compile("^基本支出")
_PROJECTS: Final = re.compile("^项目支出")
_HALF: Final = "半年"
_SURE: Final = 4  # digits that do not differ in one by chance


@dataclass(frozen=True, slots=True)
class _Pair:
    label: str
    amount: Amount


def goal_accounts(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``sum`` and ``repeat`` in forms that speak of goals."""
    text = context.document.text
    for table in context.document.tables:
        if not _CUE.search(text, table.start, table.end):
            continue
        goals = _GOALS.search(context.facts.title + table.caption) or _GOALS.search(text, table.start, table.end)
        if goals:
            grid = grid_of(context, table)
            pairs = list(_pairs(grid, halves=_HALF in text[table.start : table.end]))
            yield from _account(pairs)


def _pairs(grid: Grid, *, halves: bool) -> Iterator[_Pair]:
    """Each label with the amount right of it, of two the whole year's; or in a row of labels with the one below."""
    for row in range(grid.height):
        below = row + 1 < grid.height and not grid.has_number(row)
        label, run = "", list[Amount]()
        for column in range(grid.width):
            cell = grid.cell(row, column)
            if cell is None or (cell.row, cell.column) != (row, column):
                continue
            amount, text = grid.amount(row, column), grid.text(row, column)
            if amount is not None:
                run.append(amount)
            elif text:
                yield from _pair(label, run, halves=halves)
                label, run = _NUMBERED.sub("", text), []
                under = grid.amount(row + 1, column) if below else None
                if under is not None:
                    yield _Pair(label, under)
        yield from _pair(label, run, halves=halves)


def _pair(label: str, run: Sequence[Amount], *, halves: bool) -> Iterator[_Pair]:
    if label and run and len(run) <= (2 if halves else 1) and not run[-1].is_rate:
        yield _Pair(label, run[-1])


def _account(pairs: Sequence[_Pair]) -> Iterator[Relation]:
    """Forms with one total of each side; where one stands twice, several projects are listed."""
    incomes = [at for at, pair in enumerate(pairs) if _INCOME.fullmatch(pair.label)]
    spendings = [at for at, pair in enumerate(pairs) if _SPENT.fullmatch(pair.label)]
    if len(incomes) != 1 or len(spendings) > 1:
        return
    total = pairs[incomes[0]]
    spent = pairs[spendings[0]] if spendings else None
    after = spendings[0] if spendings and spendings[0] > incomes[0] + 1 else len(pairs)
    sources = _sources(pairs[incomes[0] + 1 : after])
    uses = [one for pattern in (_BASIC, _PROJECTS) for one in pairs if pattern.search(one.label)]
    used = [[one.amount for one in uses]] if spent and len(uses) == 2 else []
    sides = [(total, sources), *([(spent, used)] if spent else [])]
    for own, parts in sides:
        other = next((side[0] for side in sides if side[0] is not own), None)
        yield from _summed(own, parts, other)
    if spent is not None:
        yield from _equal(total, spent, [_sum(parts) for parts in (*sources, *used)])


def _sources(pairs: Sequence[_Pair]) -> list[list[Amount]]:
    """The sources in every way that they may be meant: what was carried over is told apart or within another."""
    first = pairs[0] if pairs else None  # 资金总额 | 其中：一般公共预算 begins the list of sources
    listed = [pair for pair in pairs if pair is first or not _OF_WHICH.search(pair.label)]
    found = [pair for pair in listed if _SOURCE.search(pair.label)]
    if any(_FUNDED.search(pair.label) and not _OF_FUNDED.search(pair.label) for pair in found):
        found = [pair for pair in found if not _OF_FUNDED.search(pair.label)]
    if len(found) < 2 or len({pair.label for pair in found}) != len(found):
        return []
    kept = [pair for pair in found if not _CARRIED.search(pair.label)]
    ways = [found, *([kept] if 2 <= len(kept) < len(found) else [])]
    return [[pair.amount for pair in way] for way in ways]


def _sum(amounts: Sequence[Amount]) -> Fraction:
    return sum((one.value for one in amounts), Fraction(0))


def _summed(total: _Pair, ways: Sequence[list[Amount]], other: _Pair | None) -> Iterator[Relation]:
    if not ways or not total.amount.value:
        return
    sums = [_sum(way) for way in ways]
    slack = total.amount.step * len(ways[0])
    at = next((place for place, value in enumerate(sums) if abs(value - total.amount.value) <= slack), None)
    borne_out = other is not None and other.amount.value in sums
    right = total.amount.written(sums[at or 0])
    slipped = shape(total.amount.text, right) if len(right.replace(".", "")) >= _SURE else ""
    verdict: Verdict = "ok" if at is not None else "error" if borne_out or slipped else "suspicious"
    says = "一致" if at is not None else "请核对总额和各项"
    message = f"“{total.label}”各项之和为 {right}，表中为 {total.amount.text}，{says}。"
    yield _relation("sum", verdict, ways[at or 0], total, right, message)


def _equal(income: _Pair, spent: _Pair, sums: Sequence[Fraction]) -> Iterator[Relation]:
    one, other = income.amount, spent.amount
    same = one.value == other.value
    right = other.written(one.value)
    slipped = shape(other.text, right) if len(right.replace(".", "")) >= _SURE else ""
    told = one.value in sums or other.value in sums
    verdict: Verdict = "ok" if same else "error" if slipped or told else "suspicious"
    says = "两者一致" if same else "两者应相等，请核对"
    message = f"“{income.label}”{one.text}，“{spent.label}”{other.text}，{says}。"
    yield _relation("repeat", verdict, [one], spent, right, message)


def _relation(
    kind: RelationKind, verdict: Verdict, parts: Sequence[Amount], stated: _Pair, right: str, message: str
) -> Relation:
    figures = (*(one.figure("part") for one in parts), stated.amount.figure("stated"))
    formula = " + ".join(one.text for one in parts)
    return Relation(
        kind, verdict, figures, formula, right, stated.amount.text, message,
        "总额与分项有一处没有随改" if verdict == "error" else "", "high" if verdict == "error" else "medium",
    )  # fmt: skip
