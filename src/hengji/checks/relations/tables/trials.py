"""Sums that were tried in a table, and the verdict on each from all of them together.

A sum that holds beyond chance bears witness for its siblings: the same rows in another column, the same columns in
another row, the next branch of the same tree. One that fails among such siblings is wrong; one that fails alone is
a question. Among failures that share a cell, the cell whose change mends the most is the likely slip.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from typing import Final

from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import Amount, interval, significant
from hengji.facts.relation import Figure, Relation, RelationKind, Verdict

__all__ = ["Family", "Fix", "Sum", "relations_of"]

_HUNDRED: Final = 100
_FEWEST_POINTS: Final = 3
_COUNT_HEAD: Final = re.compile(
    r"[（(](?:份|人|户|件|个|次|项|家|笔|起|名|场|座|辆|台|批|所)(?:次|数)?[)）]"
    r"|(?:人|户|件|家|批|座|辆|个|起|次|份|名|所|校|班|村|组|栋|套|岗|网格|床位|站点|场次|案件|项目|单位|企业|小区)次?数”?$"
    r"|(?:工作者|[党人]员|员工|职工|教师|学生|干部|护士|医生)”?$"
    r"|“(?:回收|收回|有效)(?:问卷|份数)?”?$"
)
_LINE: Final = 400  # characters of a line of totals
_ENOUGH: Final = 2  # sums of one structure that hold
_DIGITS: Final = 5  # that agree in them together

_FIGURE: Final = re.compile(r"的“\d+(?:\.\d+)?”$")


@dataclass(frozen=True)
class Sum:
    """``total = Σ parts``, for what is called *name*. `exact`: points, which nobody rounds before adding them."""

    total: Amount
    parts: tuple[Amount, ...]
    name: str
    exact: bool = False

    @cached_property
    def computed(self) -> Fraction:
        return sum((part.value for part in self.parts), Fraction(0))

    @cached_property
    def cells(self) -> tuple[Amount, ...]:
        return (*self.parts, self.total)

    @cached_property
    def verdict(self) -> Verdict:
        """``ok``, ``rounding``, or ``error`` for a sum that does not hold; no more than arithmetic."""
        if self.computed == self.total.value:
            return "ok"
        step = min(amount.step for amount in self.cells)
        near = interval(self.parts, step).meets(interval((self.total,), step))
        return "rounding" if near and not self.strict else "error"

    @cached_property
    def counted(self) -> bool:
        """Whether people or things are counted one by one, which nobody rounds: 8 + 6 + 4 is not 19."""
        if any(cell.decimals for cell in self.cells):
            return False
        units = {cell.mention.unit for cell in self.cells if cell.mention is not None}
        known = [unit for unit in units if unit is not None]
        if known and len(known) == len(units):
            return all(not unit.is_money and not unit.is_rate and str(unit)[0] not in "万亿千百" for unit in known)
        return not known and _COUNT_HEAD.search(self.name) is not None

    @property
    def strict(self) -> bool:
        """Whether the parts must make the total to the last digit."""
        return self.exact or self.counted

    @property
    def holds(self) -> bool:
        return self.verdict != "error"

    @cached_property
    def bears_witness(self) -> bool:
        """Whether it could hardly hold by chance: three digits or more, four where there is only one part. Points
        are few and small, but headings say which belong together."""
        filled = sum(part.value != 0 for part in self.parts)
        if self.exact:
            return self.holds and filled >= 2
        return self.holds and filled >= 1 and significant(self.total.value) >= (3 if filled > 1 else 4)

    def needed(self, amount: Amount) -> Fraction:
        """The value of *amount* with which the sum would hold."""
        if amount is self.total:
            return self.computed
        return amount.value + self.total.value - self.computed

    def holds_with(self, amount: Amount, value: Fraction) -> bool:
        """Whether the sum holds when the cell of *amount* reads *value*."""
        change = value - amount.value
        times = self._times[amount.key] - (self.total.key == amount.key)
        return abs(self.computed - self.total.value + change * times) <= self._slack

    @cached_property
    def _times(self) -> Counter[tuple[int, int]]:
        return Counter(part.key for part in self.parts)

    @cached_property
    def _slack(self) -> Fraction:
        """By how much the sum may miss when every figure was rounded."""
        return Fraction(0) if self.strict else min(cell.step for cell in self.cells) * (len(self.parts) + 1)

    @cached_property
    def formula(self) -> str:
        filled = [part for part in self.parts if part.value] or list(self.parts[:1])
        taken = {part.key for part in filled if part.value < 0 and part.text[:1].isdigit()}
        signs = [" − " if part.key in taken else " + " for part in filled]
        text = "".join(sign + part.text for sign, part in zip(signs, filled, strict=True))
        right = self.total.text if self.computed == self.total.value else self.total.written(self.computed)
        return f"{text.removeprefix(' + ').lstrip()} = {right}"


@dataclass
class Family:
    """Sums of one structure. `strong`: the headers say that they must hold; else only arithmetic says so. `named`: the
    parts have the names of all that the whole is made of (人员经费 and 公用经费 of 基本支出). `pointed`: the points of
    the very same rows make those of the total, so that whatever else the total agrees with, its rows do not."""

    strong: bool
    sums: list[Sum] = field(default_factory=list)
    named: bool = False
    pointed: bool = False

    @property
    def witnesses(self) -> int:
        return sum(one.bears_witness for one in self.sums)

    @property
    def failures(self) -> int:
        return sum(not one.holds for one in self.sums)

    @property
    def is_borne_out(self) -> bool:
        """Whether its sums could hardly hold by chance together: two witnesses, or as many digits over all columns."""
        if self.witnesses >= _ENOUGH:
            return True
        held = [one for one in self.sums if one.verdict == "ok" and sum(part.value != 0 for part in one.parts) > 1]
        return len(held) >= _ENOUGH and sum(significant(one.total.value) for one in held) >= _DIGITS


@dataclass(frozen=True, slots=True)
class Fix:
    """One cell, the value it should have, how many failing sums that mends and how many sound ones it breaks."""

    amount: Amount
    value: Fraction
    mends: int
    breaks: int
    slip: str

    @property
    def rank(self) -> tuple[int, int, int]:
        return self.mends - 2 * self.breaks, int(self.slip != ""), -self.breaks

    def __str__(self) -> str:
        slip = f"（{self.slip}）" if self.slip else ""
        many = f"，{self.mends} 处合计同时成立" if self.mends > 1 else ""
        return f"若“{self.amount.text}”应为“{self.amount.written(self.value)}”{slip}，则此式成立{many}。"


def relations_of(families: Sequence[Family], kind: RelationKind = "sum") -> Iterator[Relation]:
    """A relation for every sum that holds, and for every failure about which something can be said."""
    by_cell: dict[tuple[int, int], list[Sum]] = defaultdict(list)
    by_row: dict[int, list[Sum]] = defaultdict(list)
    for family in families:
        for one in family.sums:
            by_row[one.total.cell.row].append(one)
            for amount in one.cells:
                by_cell[amount.key].append(one)
    for family in families:
        for one in family.sums:
            if one.holds:
                yield _relation(one, kind, one.verdict, "")
            else:
                yield from _failure(one, family, by_row[one.total.cell.row], by_cell, kind)


def _failure(
    one: Sum, family: Family, beside: Sequence[Sum], by_cell: dict[tuple[int, int], list[Sum]], kind: RelationKind
) -> Iterator[Relation]:
    if len(one.parts) > 1 and all(part.value == one.total.value for part in one.parts):
        return  # what each costs, and what each costs on the whole
    if "的“" not in one.name and _are_rates(one):
        return
    if _FIGURE.search(one.name):
        return  # “效益指标小计”的“8”: a row of figures was taken for the names of the columns
    fixes = sorted((_fix(one, amount, by_cell) for amount in one.cells), key=lambda fix: fix.rank, reverse=True)
    best = fixes[0]
    sure = _is_sure(one, family, best) or (not best.breaks and _is_scored(one, beside))
    sure = sure or (family.pointed and one.exact)
    if not sure and not family.strong and not family.is_borne_out:
        return
    equals = [fix for fix in fixes if fix.rank == best.rank]
    likely = " ".join(map(str, equals)) if len(equals) == 1 or (best.slip and len(equals) == 2) else ""
    yield _relation(one, kind, "error" if sure else "suspicious", likely)


def _are_rates(one: Sum) -> bool:
    """Whether a column whose name was lost holds rates: none above a hundred, the total's amid those of its parts."""
    values = [part.value for part in one.parts]
    column = len({cell.cell.column for cell in one.cells}) == 1 and len(values) > 1
    return (
        column and min(values) < one.total.value < max(values) <= _HUNDRED and all(cell.decimals for cell in one.cells)
    )


def _is_sure(one: Sum, family: Family, best: Fix) -> bool:
    """Whether headers and arithmetic leave no other reading."""
    if best.breaks:
        return False
    outvoted = family.witnesses >= 3 and family.failures * 2 <= family.witnesses
    agreed = best.mends >= 2 and (family.strong or family.witnesses >= 1)
    slipped = best.slip != "" and (family.strong or family.is_borne_out) and family.failures <= max(2, family.witnesses)
    borne_out = family.named and family.witnesses >= family.failures > 0
    return outvoted or agreed or slipped or borne_out or _is_pointed(one, family)


def _is_pointed(one: Sum, family: Family) -> bool:
    """Whether the points of the same rows make their total in the same row: then so must the scores."""
    return one.exact and any(
        other.holds and other.bears_witness and len(other.parts) == len(one.parts)
        for other in family.sums
        if other is not one and other.total.cell.row == one.total.cell.row
    )


def _is_scored(one: Sum, beside: Sequence[Sum]) -> bool:
    """Whether points of the very same rows make up a hundred in the same line: they do so by design, and what was
    given of them makes the total beside it."""
    rows = [part.cell.row for part in one.parts]
    points = [other for other in beside if other.total.value == _HUNDRED and other.verdict == "ok"]
    points = [other for other in points if abs(other.total.cell.start - one.total.cell.start) < _LINE]
    return len(rows) >= _FEWEST_POINTS and any([part.cell.row for part in other.parts] == rows for other in points)


def _fix(one: Sum, amount: Amount, by_cell: dict[tuple[int, int], list[Sum]]) -> Fix:
    value = one.needed(amount)
    others = by_cell[amount.key]
    mends = sum(not other.holds and other.holds_with(amount, value) for other in others)
    breaks = sum(other.holds and not other.holds_with(amount, value) for other in others)
    return Fix(amount, value, mends, breaks, _slip(one, amount, value))


def _slip(one: Sum, amount: Amount, value: Fraction) -> str:
    """The shape of the slip from *value* to what is written; among rounded parts the last digit may be off by one."""
    step = amount.step
    near = (value,) if one.exact or len(one.parts) < 3 else (value, value + step, value - step)
    written = amount.written(amount.value)
    signed = (meant for meant in near if (meant < 0) == (amount.value < 0))
    return next((name for meant in signed if (name := shape(written, amount.written(meant)))), "")


def _relation(one: Sum, kind: RelationKind, verdict: Verdict, likely: str) -> Relation:
    decimals = max(amount.decimals for amount in one.cells)
    computed = one.total.written(one.computed, decimals)
    figures: tuple[Figure, ...] = (*(part.figure("part") for part in one.parts), one.total.figure("total"))
    said = {
        "ok": f"{one.name}：各项之和 {computed}，与所列一致。",
        "rounding": f"{one.name}：各项之和 {computed}，所列为 {one.total.text}，差数在四舍五入（或截尾）之内。",
    }
    wrong = f"{one.name}：各项之和应为 {computed}，所列为 {one.total.text}。"
    return Relation(
        kind=kind,
        verdict=verdict,
        figures=figures,
        formula=one.formula,
        computed=computed,
        stated=one.total.text,
        message=said.get(verdict, wrong),
        likely=likely,
        severity="high" if verdict == "error" else "medium",
    )
