"""This year beside last year, with what it changed by and by what part: in columns named so, or in the boxes of a form
(上年预算数 | 860.00 | 本年预算数 | 903.00; 增加 | 43.00 | 增长 | 5.00%).

The names say what is taken from what, so each row stands for itself; a rate by the wrong year is told as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount, significant
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.laid_out import Grid, grid_of
from hengji.facts.document import Table
from hengji.facts.numbers import round_half_up, shown
from hengji.facts.relation import Relation, RelationKind, Severity, Verdict

__all__ = ["last_years"]

_LAST: Final = re.compile(r"上年|上一年|去年|上期|同期")
_THIS: Final = re.compile(r"本年|当年|今年|本期")
_YEAR: Final = re.compile(r"20\d{2}")
_CHANGE: Final = re.compile(
    r"(?:增减|增加|减少|变动|差额|增长)(?:变动)?(?:额|数|金额|量|情况)?(?:[(（](?:亿元|万元|元|±|\+、-|[\u4e00-\u9fff]{1,2})[)）])?$|^同比增减(?:额|数)?$"
)
_RATE: Final = re.compile(
    r"(?:增减|增长|变动|增加|下降|减少)(?:变动)?(?:率|幅度?|比例|比率|百分比)|增幅|降幅|^同比$|(?:增减|增长|增加|变动)(?:情况)?[(（]?[%％]"
)
_OTHER: Final = re.compile(r"完成|执行(?!数)|占|得分|原因|说明|分值|权重|目标|进度")
_REAL: Final = re.compile("生产总值|增加值|产值|GDP|可比|不变价|消费品")  # they grow by comparable prices
_NEAR: Final = 24  # boxes before a change in which its two amounts are looked for
_FEWEST: Final = 3  # significant digits of a change that shows which two amounts it parts
_ENOUGH: Final = 2  # rates beside it that hold, so that the one that fails is wrong


@dataclass(frozen=True, slots=True)
class _Row:
    """A change and a rate are each there or None."""

    name: str
    this: Amount
    last: Amount
    change: Amount | None
    rate: Amount | None


@dataclass(frozen=True, slots=True)
class _Box:
    label: str
    amount: Amount


def last_years(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``difference`` and ``growth``."""
    for table in context.document.tables:
        found = False
        for part in parts_of(context, table):
            rows = list(_rows(part))
            found = found or bool(rows)
            yield from _judged_all(rows)
        if not found:
            yield from _judged_all(list(_form(context, table)))


# ------------------------------------------------------------------------------------------------------------- columns
def _rows(part: Part) -> Iterator[_Row]:
    heads = {column: part.last_head(column) for column in part.number_columns}
    heads = {column: head for column, head in heads.items() if not _OTHER.search(head)}
    rates = [column for column, head in heads.items() if _RATE.search(head) or _of_rates(part, column, head)]
    changes = [column for column, head in heads.items() if column not in rates and _CHANGE.search(head)]
    taken = {*rates, *changes}
    amounts = {column: head for column, head in heads.items() if column not in taken}
    this, last = _years(amounts)
    if this is None or last is None or len(rates) > 1 or len(changes) > 1 or not taken:
        return
    for row in part.body:
        name = next((text for column in part.text_columns if (text := part.grid.text(row, column))), "")
        now, before = part.grid.amount(row, this), part.grid.amount(row, last)
        change = part.grid.amount(row, changes[0]) if changes else None
        rate = part.grid.amount(row, rates[0]) if rates else None
        if now is not None and before is not None and (change or rate):
            yield _Row(name, now, before, change, rate)


def _of_rates(part: Part, column: int, head: str) -> bool:
    """同比增长, 增减 over a column of percentages."""
    amounts = [amount for row in part.body if (amount := part.grid.amount(row, column)) is not None]
    return _CHANGE.search(head) is not None and bool(amounts) and all(amount.is_rate for amount in amounts)


def _years(heads: dict[int, str]) -> tuple[int | None, int | None]:
    """The columns of this year and of the last, where there is one of each and no third."""
    last = [column for column, head in heads.items() if _LAST.search(head)]
    this = [column for column, head in heads.items() if column not in last and _THIS.search(head)]
    if len(last) == len(this) == 1:
        return this[0], last[0]
    if len(last) == 1 and not this and len(heads) == 2:
        return next(column for column in heads if column not in last), last[0]
    if last or this:
        return None, None
    years = {column: int(found[0]) for column, head in heads.items() if (found := _YEAR.search(head))}
    ordered = sorted(years, key=years.__getitem__)
    alike = {_YEAR.sub("", heads[column]) for column in ordered}
    plain = len(ordered) == len(heads) == len(set(years.values())) == len(alike) + 1 == 2
    return (ordered[1], ordered[0]) if plain and years[ordered[1]] - years[ordered[0]] == 1 else (None, None)


# --------------------------------------------------------------------------------------------------------------- forms
def _form(context: Context, table: Table) -> Iterator[_Row]:
    """A change in a box, with the two amounts before it that it parts, and the rate behind it."""
    boxes = list(_boxes(grid_of(context, table)))
    for index, box in enumerate(boxes):
        if box.amount.is_rate or not _CHANGE.search(box.label) or _OTHER.search(box.label):
            continue
        before = [
            one
            for one in boxes[max(0, index - _NEAR) : index]
            if not one.amount.is_rate and not _CHANGE.search(one.label)
        ]
        behind = boxes[index + 1] if index + 1 < len(boxes) else None
        by_rate = behind is not None and behind.amount.is_rate and not _OTHER.search(behind.label)
        rate = behind.amount if behind is not None and by_rate and re.search("增|减|降|幅", behind.label) else None
        pair = _named(before) or _parted(before, box.amount)
        if pair is not None:
            yield _Row(box.label, *pair, box.amount, rate)


def _boxes(grid: Grid) -> Iterator[_Box]:
    """Every figure of a form that stands behind words."""
    for row in range(grid.height):
        label = ""
        for column in range(grid.width):
            cell = grid.cell(row, column)
            if cell is None or cell.row != row or cell.column != column:
                continue
            amount = grid.amount(row, column)
            if amount is None:
                label = grid.text(row, column) or label
            elif label:
                yield _Box(label, amount)
                label = ""


def _named(boxes: Sequence[_Box]) -> tuple[Amount, Amount] | None:
    """上年资金总额 and 资金总额, 上年预算数 and 本年预算数: one name but for the year."""
    for box in boxes:
        if not _LAST.search(box.label):
            continue
        core = _core(box.label)
        others = [one for one in boxes if not _LAST.search(one.label) and _core(one.label) == core]
        if core and len(others) == 1:
            return others[0].amount, box.amount
    return None


def _core(label: str) -> str:
    return re.sub(r"[(（].*?[)）]|20\d{2}年?度?", "", _THIS.sub("", _LAST.sub("", label))).strip("年度的：:")


def _parted(boxes: Sequence[_Box], change: Amount) -> tuple[Amount, Amount] | None:
    """The only two amounts of which one is *change* more than the other, where its digits cannot be chance."""
    if significant(change.value) < _FEWEST or not change.value:
        return None
    pairs = {
        (a.amount.value, b.amount.value): (a.amount, b.amount)
        for a in boxes
        for b in boxes
        if b.amount.value > 0 and a.amount.value - b.amount.value == change.value and b.amount.value != change.value
    }
    return next(iter(pairs.values())) if len(pairs) == 1 else None


# ------------------------------------------------------------------------------------------------------------ verdicts
def _judged_all(rows: Sequence[_Row]) -> Iterator[Relation]:
    holding = sum(_changes(row) for row in rows if row.change is not None)
    rated = [_rate_holds(row.rate, row.this.value / row.last.value - 1) for row in rows if row.rate and row.last.value]
    alone = rated.count(False) == 1 and rated.count(True) >= _ENOUGH
    for row in rows:
        if row.this.is_rate or row.last.is_rate:
            continue
        if row.change is not None and not row.change.is_rate:
            yield from _difference(row, row.change, holding)
        if row.rate is not None and row.last.value > 0:
            yield from _growth(row, row.rate, alone=alone)


def _changes(row: _Row) -> bool:
    return row.change is not None and abs(row.this.value - row.last.value) == abs(row.change.value)


def _difference(row: _Row, change: Amount, holding: int) -> Iterator[Relation]:
    meant = row.this.value - row.last.value
    near = max(row.this.step, row.last.step, change.step)
    right = change.written(abs(meant) if change.value > 0 else meant)
    formula = f"{row.this.text} − {row.last.text}"
    if abs(abs(meant) - abs(change.value)) <= near:
        verdict: Verdict = "ok" if _changes(row) else "rounding"
        yield _relation("difference", verdict, row, change, formula, right, f"“{row.name}”与两年之差一致。")
        return
    slip = shape(change.text, right)
    by_rate = row.rate is not None and _rate_holds(row.rate, meant / row.last.value if row.last.value else Fraction(0))
    if slip or by_rate or holding:
        likely = mistaken(change.text, right, slip)
        message = f"“{row.name}”由 {row.last.text} 变为 {row.this.text}，相差应为 {right}，表中为 {change.text}。"
        yield _relation("difference", "error", row, change, formula, right, message, likely)


def _growth(row: _Row, rate: Amount, *, alone: bool) -> Iterator[Relation]:
    """*alone*: of several rows this is the only one whose rate does not hold."""
    meant = (row.this.value - row.last.value) / row.last.value
    scale = Fraction(1) if rate.is_rate else Fraction(1, 100)
    decimals = rate.decimals
    right = f"{shown(round_half_up(100 * (abs(meant) if rate.value > 0 else meant), decimals), decimals)}%"
    formula = f"({row.this.text} − {row.last.text}) ÷ {row.last.text}"
    if _rate_holds(rate, meant):
        yield _relation("growth", "ok", row, rate, formula, right, f"“{row.name}”的增减幅度与两年之数一致。")
        return
    if _REAL.search(row.name) or (row.change is not None and not _changes(row)):
        return  # of three amounts that do not agree the difference says which is wrong
    message = f"“{row.name}”由 {row.last.text} 变为 {row.this.text}，变动应为 {right}，表中为 {rate.text}。"
    likely = ""
    if (
        row.this.value
        and abs((row.this.value - row.last.value) / row.this.value - rate.value * scale) <= rate.step * scale
    ):
        likely = f"误以本年数 {row.this.text} 为基数。"
    elif (found := shape(rate.text.rstrip("%％"), right.rstrip("%"))) and len(re.findall(r"\d", rate.text)) >= _FEWEST:
        likely = mistaken(rate.text, right, found)
    verdict: Verdict = "error" if likely or alone or row.change is not None else "suspicious"
    yield _relation("growth", verdict, row, rate, formula, right, message, likely)


def _rate_holds(rate: Amount, meant: Fraction) -> bool:
    for scale in (Fraction(1),) if rate.is_rate else (Fraction(1, 100), Fraction(1)):
        value, step = rate.value * scale, rate.step * scale
        if min(abs(value - meant), abs(value + meant) if value > 0 else abs(value - meant)) < step:
            return True
    return False


def _relation(  # noqa: PLR0913, PLR0917  the parts of a relation
    kind: RelationKind, verdict: Verdict, row: _Row, stated: Amount, formula: str, right: str, message: str,
    likely: str = "",
) -> Relation:  # fmt: skip
    parts = [row.this.figure("part"), row.last.figure("base")]
    if stated is row.rate and row.change is not None:
        parts.insert(0, row.change.figure("part"))
    severity: Severity = "high" if verdict == "error" else "medium"
    return Relation(
        kind, verdict, (*parts, stated.figure("stated")), formula, right, stated.text, message, likely, severity
    )
