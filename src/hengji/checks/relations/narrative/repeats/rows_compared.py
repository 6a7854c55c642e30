"""A row of a table told with what it changed by: 公务接待费 5.37 万元，比上年减少 0.81 万元, and the column 上年决算数.

The text's figure is the table's, so the table says what it was before: the way, the amount and the rate must follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.narrative.repeats.rows_in_text import (
    ALIKE,
    ROLE,
    Told,
    equals,
    last_head,
    meant_cells,
    told_rows,
)
from hengji.checks.relations.passages import COUNT, MONEY, RATE, Passage, Slot
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.tables.named_rows import NamedCell, NamedRow, named_rows
from hengji.checks.relations.verdicts import converted, family, number, shows
from hengji.facts.mention import Mention
from hengji.facts.numbers import percent
from hengji.facts.relation import Relation, RelationKind, Verdict

__all__ = ["rows_compared"]

_UP: Final = "增加|增长|上升|提高|增多|超出|超支|多|高"
_DOWN: Final = "减少|下降|降低|压减|压缩|回落|节约|节省|少|低"
_WAY: Final = rf"(?:{_UP}|{_DOWN})"
_CHANGE: Final = re.compile(
    rf"，?(?:(?:较|比|与)(?P<base>上年|去年|20\d\d年度?|年初预算|全年预算|预算|计划)(?:决算)?(?:执行)?数?(?:同期)?(?:相比)?，?|(?P<same>同比))?"
    rf"(?P<soft>略有|有所|小幅|明显|大幅)?(?P<way>{_WAY})(?:了|额|率|幅度|支出)?(?:为|约)?"
    rf"(?:(?P<amount>[{MONEY}{COUNT}])|(?P<alone>{RATE})|(?=[，。；]))"
    rf"(?:，(?:同比)?(?P<too>{_WAY})(?:了|率|幅度?)?(?:为|约)?(?P<rate>{RATE}))?"
)
_CHANGED: Final = re.compile("增减|增长|变动|增加|减少|增幅|差额")
_AGAINST: Final = re.compile(
    rf"，(?P<way>低于|高于|少于|多于|超出|超过)(?P<base>上年|去年|年初预算|全年预算|预算|计划)(?:决算|执行)?数?(?P<amount>[{MONEY}{COUNT}])"
)
_LAST: Final = re.compile("上年|去年|上期|同期")
_YEAR: Final = re.compile(r"20\d\d")
_PLANNED: Final = ALIKE[0]
_ROUNDED: Final = 2  # steps that sums of rounded figures may be off


@dataclass(frozen=True, slots=True)
class _Pair:
    row: NamedRow
    this: Mention
    last: Mention
    head: str


def rows_compared(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kinds ``growth`` and ``difference``."""
    rows = named_rows(context)
    for told in told_rows(context, texts) if rows else ():
        text, end = told.passage.text, told.slot.at + 1
        match = _CHANGE.match(text, end) or _AGAINST.match(text, end)
        groups = match.groupdict() if match is not None else {}
        found = _pair(context, told, rows[told.name], groups.get("base") or groups.get("same") or "") if match else None
        if match is not None and found is not None:
            yield from _judged(context, told, found, match)


def _pair(context: Context, told: Told, rows: Sequence[NamedRow], base: str) -> _Pair | None:
    """The figure in its row, and the one that it is compared with; None where several can be meant."""
    pairs: list[_Pair] = []
    for row in rows:
        here = [cell for cell in meant_cells(context, told, row) if equals(told.slot.mention, cell.mention)]
        if here:
            before = _before(context, row, here[0], base)
            pairs += [_Pair(row, here[0].mention, cell.mention, last_head(cell.head)) for cell in before]
    return pairs[0] if len({pair.last.value for pair in pairs}) == 1 else None


def _before(context: Context, row: NamedRow, this: NamedCell, base: str) -> list[NamedCell]:
    others = [
        cell
        for cell in row.cells
        if cell is not this and family(cell.mention.unit) == family(this.mention.unit) and not cell.mention.is_rate
    ]
    if "预算" in base or base == "计划":
        planned = [cell for cell in others if _PLANNED & set(ROLE.findall(last_head(cell.head))) and not _of_last(cell)]
        return planned if len(planned) == 1 and not _of_last(this) else []
    named = _YEAR.search(this.head)
    year = int(named[0]) if named else context.facts.year or 0
    told = _YEAR.search(base)
    if told and int(told[0]) != year - 1:
        return []
    last = [cell for cell in others if _of_last(cell) or str(year - 1) in cell.head]
    roles = set(ROLE.findall(last_head(this.head)))
    alike = [cell for cell in last if _alike(roles, cell)] if len(last) > 1 else last
    sole = base or (len(others) == 1 + any("增" in cell.head for cell in others))
    return alike if len(alike) == 1 and sole else []


def _of_last(cell: NamedCell) -> bool:
    return _LAST.search(cell.head) is not None


def _alike(roles: set[str], cell: NamedCell) -> bool:
    own = set(ROLE.findall(last_head(cell.head)))
    return bool(own & roles) or any(own & group and roles & group for group in ALIKE)


def _judged(context: Context, told: Told, pair: _Pair, match: re.Match[str]) -> Iterator[Relation]:
    change = converted(pair.this, pair.last.unit) - pair.last.value
    groups = match.groupdict()
    rising = re.match(_UP, match["way"]) is not None
    if change and rising != (change > 0):
        yield _turned(context, told, pair, match)
        return
    passage = told.passage
    amount = passage.slot_at(match.start("amount")) if match["amount"] else None
    rate_at = "rate" if groups.get("rate") else "alone" if groups.get("alone") else ""
    rate = passage.slot_at(match.start(rate_at)) if rate_at else None
    if amount is not None and family(amount.mention.unit) == family(told.slot.mention.unit):
        yield from _amount(told, pair, amount, abs(change))
    if rate is not None and rate.kind == RATE and pair.last.value > 0:
        yield from _rate(told, pair, rate, abs(change) / pair.last.value)


def _turned(context: Context, told: Told, pair: _Pair, match: re.Match[str]) -> Relation:
    """More, it is said, where the table has less; the figure told is the table's, so the words are wrong."""
    said = match["way"]
    start = context.document.text.find(said, told.slot.mention.end)
    right = "增加" if converted(pair.this, pair.last.unit) > pair.last.value else "减少"
    message = (
        f"“{told.name}”为 {number(pair.this)}，表中“{pair.head}”为 {number(pair.last)}，应为{right}，文中说“{said}”。"
    )
    figures = (figure("part", pair.this), figure("base", pair.last), piece(context, "stated", start, start + len(said)))
    formula = f"{pair.this.text} − {pair.last.text}"
    return Relation("growth", "error", figures, formula, right, said, message, "增减方向与表不符。", "high")


def _amount(told: Told, pair: _Pair, amount: Slot, change: Fraction) -> Iterator[Relation]:
    stated = amount.mention
    factor = pair.last.unit.factor_to(stated.unit) if pair.last.unit is not None and stated.unit is not None else None
    right = change * (factor or 1)
    slack = _ROUNDED * max(stated.step, pair.this.step * (factor or 1))
    if abs(right - stated.value) > slack:
        meant = as_written(right, stated)
        sure = _of_other(pair, stated, factor or Fraction(1)) or shape(as_written(stated.value, stated), meant) != ""
        sure = sure or _is_told(pair, change)
        yield _relation("difference", pair, stated, meant, told, sure=sure)


def _of_other(pair: _Pair, stated: Mention, factor: Fraction) -> bool:
    """Whether the figure is the difference to another column: to the budget, not to last year."""
    others = [cell.mention for cell in pair.row.cells if cell.mention not in (pair.this, pair.last)]
    return any(shows(stated, (pair.this.value - other.value) * factor) for other in others)


def _rate(told: Told, pair: _Pair, rate: Slot, right: Fraction) -> Iterator[Relation]:
    stated = rate.mention
    if abs(right - stated.value) <= stated.step:
        return
    meant = percent(right, stated.decimals)
    slip = shape(as_written(stated.value, stated), meant) != ""
    wrong_base = pair.this.value > 0 and (
        abs(abs(pair.this.value - pair.last.value) / converted(pair.this, pair.last.unit) - stated.value) <= stated.step
    )
    yield _relation("growth", pair, stated, meant, told, sure=slip or wrong_base or _is_told(pair, right))


def _is_told(pair: _Pair, change: Fraction) -> bool:
    """Whether the row itself says what it changed by, in the column of changes."""
    changes = [cell.mention for cell in pair.row.cells if _CHANGED.search(last_head(cell.head))]
    return any(abs(abs(one.value) - change) <= one.step for one in changes)


def _relation(kind: RelationKind, pair: _Pair, stated: Mention, meant: str, told: Told, *, sure: bool) -> Relation:
    verdict: Verdict = "error" if sure else "suspicious"
    way = f"“{told.name}”在表中由 {number(pair.last)}（{pair.head}）变为 {number(pair.this)}"
    message = f"{way}，变动应为 {meant}，文中为 {number(stated)}。"
    likely = "疑取了另一列或另一行的变动数。" if sure else ""
    figures = (figure("part", pair.this), figure("base", pair.last), figure("stated", stated))
    formula = f"{pair.this.text} − {pair.last.text}"
    return Relation(
        kind, verdict, figures, formula, meant, number(stated), message, likely, "high" if sure else "medium"
    )
