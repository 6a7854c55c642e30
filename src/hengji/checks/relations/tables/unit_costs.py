"""Estimates: 数量 × 单价 (× 天数 …) = 金额, row by row, each figure in its own unit.

The names of the columns say which figures are multiplied; where a column is a factor in some rows only, the rows that
hold decide. A product that is off ten thousand times is a price in the wrong unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.intervals import Interval
from hengji.checks.relations.slips import mistaken
from hengji.checks.relations.tables.cost_cells import Factor, factors_of, read_factor
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Table
from hengji.facts.relation import Relation, RelationKind, Severity, Verdict

__all__ = ["unit_costs"]

_AMOUNT: Final = re.compile(
    r"(?:金额|总价|合价|经费|资金|总额|费用?|投资额?|造价|概算|小计|合计|总计|投入|预算)(?:[(（][^()（）]*[)）])?$"
)
_PLAINLY: Final = re.compile(r"^(?:金额|小计|合计|总价|合价|总计)|金额(?:[(（][^()（）]*[)）])?$")
_PRICE: Final = re.compile(r"单价|标准|单位造价|单位成本|单位价格|均价|每[人户个台]")
_QUANTITY: Final = re.compile(
    r"数量|人数|户数|天数|工程量|面积|里程|长度|次数|课时|学时|月数|月份|期数|台数|辆数|套数|规模|用量|人次|场次|个数|份数|批次|班次|数$|量$"
)
_NOT_QUANTITY: Final = re.compile(
    r"金额|预算数|决算数|执行数|支出数|单价|标准|上年|序号|行次|得分|指标|分值|权重|编号|备注"
)
_BASIS: Final = re.compile(r"测算依据|测算过程|计算过程|计算公式|计算依据|测算公式|测算标准|依据及|测算明细|测算")
_MONEY: Final = re.compile(r"(亿元|万元|千元|(?<![万亿千美日欧])元)")
_CAPTION: Final = re.compile(r"单位\s*[:：]\s*(?:人民币)?\s*(亿元|万元|千元|元)")
_TOTAL: Final = re.compile(r"^(?:合\s*计|总\s*计|小\s*计)")
_PERIODIC: Final = re.compile(r"月|天|日|季|周|次|课时|学时|年")
_YEARLY: Final = 367
_MONTHS: Final = 12
_BEFORE: Final = 60
_THOUSANDS: Final = (Fraction(10_000), Fraction(1, 10_000))
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    factors: tuple[Factor, ...]
    price: Factor
    amount: Factor

    @property
    def product(self) -> Fraction:
        found = Fraction(1)
        for factor in self.factors:
            found *= factor.value
        return found

    def holds(self, times: Fraction = Fraction(1)) -> bool:
        low = high = times
        for factor in self.factors:
            low, high = low * factor.near.low, high * factor.near.high
        step = self.amount.scale / 10**self.amount.decimals
        near = Interval(self.amount.value - step, self.amount.value + step)
        return near.meets(Interval(low, high))


def unit_costs(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``rate`` and ``unit``."""
    for table in context.document.tables:
        caption = _caption(context, table)
        for part in parts_of(context, table):
            yield from _of_part(part, caption)


def _caption(context: Context, table: Table) -> str:
    """The unit of money that stands over the table or in its first lines."""
    text = context.document.text
    found = _CAPTION.findall(text, max(0, table.start - _BEFORE), min(table.end, table.start + _BEFORE))
    return found[-1] if found else ""


def _of_part(part: Part, caption: str) -> Iterator[Relation]:
    heads = {column: part.last_head(column) for column in range(part.grid.width)}
    amounts = [column for column, head in heads.items() if _AMOUNT.search(head) and not _PRICE.search(head)]
    plain = [column for column in amounts if _PLAINLY.search(part.last_head(column))]
    amounts = plain if len(amounts) > 1 else amounts
    if len(amounts) != 1:
        return
    amount = amounts[0]
    unit = _unit(part, amount, caption)
    prices = [column for column, head in heads.items() if _PRICE.search(head) and column != amount]
    others = {column: head for column, head in heads.items() if column not in (amount, *prices)}
    quantities = [c for c, head in others.items() if _QUANTITY.search(head) and not _NOT_QUANTITY.search(head)]
    rows: list[_Row] = []
    if len(prices) == 1 and 1 <= len(quantities) <= _MOST:
        rows = _best(part, amount, unit, prices[0], quantities, _unit(part, prices[0], caption))
    bases = [column for column, head in heads.items() if column != amount and _BASIS.search(head)]
    if not rows and bases:
        rows = list(_written_out(part, amount, unit, bases))
    holding = sum(row.holds() for row in rows)
    for row in rows:
        yield from _judged(row, holding)


def _unit(part: Part, column: int, caption: str) -> str:
    named = _MONEY.findall(part.last_head(column))
    return named[0] if named else caption


def _best(part: Part, amount: int, unit: str, price: int, quantities: Sequence[int], price_unit: str) -> list[_Row]:
    """The rows under that choice of columns of quantities that holds in the most of them."""
    tried = [
        list(_rows(part, amount, unit, price, chosen, price_unit))
        for size in range(len(quantities), 0, -1)
        for chosen in combinations(quantities, size)
    ]
    return max(tried, key=lambda rows: sum(row.holds() for row in rows), default=[])


def _rows(part: Part, amount: int, unit: str, price: int, quantities: Sequence[int], price_unit: str) -> Iterator[_Row]:
    for row in part.body:
        name = next((text for column in part.text_columns if (text := part.grid.text(row, column))), "")
        if any(_TOTAL.match(text) for text in part.grid.words(row)[:2]):
            continue
        total = _read(part, row, amount, unit)
        each = _read(part, row, price, price_unit)
        many = [factor for column in quantities if (factor := _read(part, row, column, "")) is not None]
        filled = sum(bool(part.grid.text(row, column)) for column in quantities)
        if total is None or each is None or not each.money or not many or len(many) < filled:
            continue
        countable = all(one.value and not one.money for one in many) and bool(each.value)
        if total.money and total.value and countable:
            yield _Row(name, (*many, each), each, total)


def _written_out(part: Part, amount: int, unit: str, bases: Sequence[int]) -> Iterator[_Row]:
    for row in part.body:
        total = _read(part, row, amount, unit)
        for column in bases:
            cell = part.grid.cell(row, column)
            factors = factors_of(cell) if cell is not None and cell.row == row else ()
            if all(one.value for one in factors) and factors and total is not None and total.value:
                name = next((text for at in part.text_columns if (text := part.grid.text(row, at))), "")
                yield _Row(name, factors, next(one for one in factors if one.money), total)
                break


def _read(part: Part, row: int, column: int, unit: str) -> Factor | None:
    cell = part.grid.cell(row, column)
    return read_factor(cell, unit) if cell is not None and cell.row == row and cell.row_span == 1 else None


def _judged(row: _Row, holding: int) -> Iterator[Relation]:
    formula = " × ".join(factor.text for factor in row.factors)
    right = row.amount.written(row.product)
    told = f"“{row.name}”：{formula} = {right}{row.amount.money}"
    if row.holds():
        yield _relation("rate", "ok", row, row.amount, formula, right, f"{told}，与表中一致。")
        return
    times = next((factor for factor in _THOUSANDS if row.holds(factor)), None)
    if times is not None:
        meant = {"万元": "元", "元": "万元"}.get(row.price.money, "")
        sure: Verdict = "error" if holding or row.price.text.count("元") else "suspicious"
        message = f"{told}，表中为 {row.amount.text}，相差一万倍。请核对单价（{row.price.text}）的单位"
        message += f"，很可能应为“{meant}”。" if meant else "。"
        yield _relation("unit", sure, row, row.price, formula, meant, message, f"“{row.price.money}”应为“{meant}”")
        return
    many = round(row.amount.value / row.product)
    periodic = _PERIODIC.search(row.price.text) and 1 < many < _YEARLY
    if (periodic or many == _MONTHS) and row.holds(Fraction(many)):
        return  # so many months, days or times as no column tells
    odd, slip = _slip(row)
    if slip or holding > 1:
        message = f"{told}，表中为 {row.amount.text}。请核对数量、单价和金额。"
        yield _relation("rate", "error", row, odd, formula, right, message, slip)


def _slip(row: _Row) -> tuple[Factor, str]:
    """The figure of which one slip of the pen explains all, with the words for it."""
    for factor in (row.amount, *row.factors):
        meant = row.product if factor is row.amount else row.amount.value * factor.value / row.product
        found = factor.slip(meant)
        if found and (factor is row.amount or _exactly(row, factor, meant)):
            return factor, mistaken(factor.text, factor.written(meant), found)
    return row.amount, ""


def _exactly(row: _Row, factor: Factor, meant: Fraction) -> bool:
    """Whether the mended factor, as it would be displayed, gives the amount to its last digit."""
    from_display = Fraction(factor.written(meant)) * factor.scale
    computed = row.product / factor.value * from_display
    return row.amount.written(computed) == row.amount.written(row.amount.value)


def _relation(  # noqa: PLR0913, PLR0917  the parts of a relation
    kind: RelationKind, verdict: Verdict, row: _Row, odd: Factor, formula: str, right: str, message: str,
    likely: str = "",
) -> Relation:  # fmt: skip
    others = [factor.figure for factor in (*row.factors, row.amount) if factor is not odd]
    severity: Severity = "high" if verdict == "error" else "medium"
    return Relation(kind, verdict, (*others, odd.figure), formula, right, odd.text, message, likely, severity)
