"""The note under a table against the table: 注：本表共 12 个乡镇，补助资金合计 345.60 万元; 附表所列 15 项."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.intervals import Interval
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.lines import Line, sides_of
from hengji.checks.relations.verdicts import interval_of, number, relation
from hengji.facts.document import Table
from hengji.facts.relation import Figure, Relation

__all__ = ["table_notes"]

_NOTE: Final = re.compile(r"^(?:注|备注|附注|表注|说明|填表说明)(?:\d{0,2})?[：:.、]|本表|上表|表中|以上\S{0,4}项")
_BELOW: Final = re.compile("附表|下表|如表|后附")
_HEADING: Final = re.compile(r"(?m)^\s*(?:第?[一二三四五六七八九十]{1,3}[、章部]|#)")
_OPEN: Final = re.compile(
    r"不含|不包括|未列|未含|除外|除[^，。]{1,12}外|节选|部分|另有|另外|还有|等\d?|主要|左右|列示前"
)
_SUM: Final = re.compile(
    r"(?:合计|共计|总计|总额|总数|共|合计金额)(?:安排|支出|补助|下达|拨付|资金|金额|投入)*[为是：]*$"
)
_SERIAL: Final = re.compile(r"^(?:序号|编号|序)$")
_NOT_ADDED: Final = re.compile(r"率|[%％]|比例|比重|单价|标准|均|年份|分值|权重|得分|累计")
_GENERIC: Final = frozenset("项个家户所处件名人条类批辆台")
_REACH: Final = 160  # characters from a table to its note
_SURE: Final = 4  # digits that do not differ in one by chance


@dataclass(frozen=True, slots=True)
class _Total:
    """What a column comes to, by its own total or by its rows."""

    figures: tuple[Figure, ...]
    value: Fraction
    step: Fraction


def table_notes(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Amounts and counts of notes, each against the one table that it stands under or speaks of."""
    tables = sorted(context.document.tables, key=lambda table: table.start)
    starts = [table.start for table in tables]
    for passage in texts if tables else ():
        table = _table_of(context, passage, tables, starts)
        if table is not None and not _OPEN.search(passage.text):
            for slot in passage.slots:
                yield from _amount(context, slot, table)
                yield from _count(context, passage, slot, table)


def _table_of(context: Context, passage: Passage, tables: list[Table], starts: list[int]) -> Table | None:
    """The table that ends just before the note, or the only one that the words 附表, 下表 can mean."""
    if _BELOW.search(passage.text):
        index = bisect_left(starts, passage.start)
        return tables[index] if index < len(tables) and len(tables) - index == 1 else None
    if not _NOTE.search(passage.text):
        return None
    index = bisect_right(starts, passage.start) - 1
    if index < 0 or passage.start - tables[index].end >= _REACH:
        return None
    between = context.document.text[tables[index].end : passage.start]
    return None if _HEADING.search(between) else tables[index]


def _amount(context: Context, slot: Slot, table: Table) -> Iterator[Relation]:
    stated = slot.mention
    digits = sum(letter.isdigit() for letter in stated.text)
    if slot.kind not in (MONEY, COUNT) or stated.approximate or digits < _SURE or not _SUM.search(slot.label):
        return
    totals = [total for total in _totals(context, table, stated.unit_text) if total.value]
    own = interval_of(stated, stated.unit)
    formula = "表注所称合计 = 表中合计"
    for total in totals:
        low, high = total.value - total.step, total.value + total.step
        if own.meets(Interval(low, high)):
            figures = (*total.figures, figure("stated", stated))
            yield Relation("sum", "ok", figures, formula, number(stated), number(stated), "表注与表一致。")
            return
    written = as_written(stated.value, stated)
    near = {meant: total for total in totals if shape(written, meant := as_written(total.value, stated))}
    if len(near) == 1:
        ((meant, total),) = near.items()
        figures = (*total.figures, figure("stated", stated))
        message = f"表注称合计 {number(stated)}，表中各行合计为 {meant}。"
        likely = mistaken(number(stated), meant, shape(written, meant))
        yield Relation("sum", "error", figures, formula, meant, number(stated), message, likely, "high")


def _totals(context: Context, table: Table, unit: str) -> Iterator[_Total]:
    """One for every column of amounts: its last total, else the sum of rows that stand on one level."""
    for part in parts_of(context, table):
        for side in sides_of(part):
            whole = next((line for line in reversed(side.lines) if line.is_total), None)
            for column in side.columns:
                if not _NOT_ADDED.search(part.heads[column]):
                    yield from _total(side.lines, whole, column, unit)


def _total(lines: Sequence[Line], whole: Line | None, column: int, unit: str) -> Iterator[_Total]:
    filled = [line.values[column] for line in lines if column in line.values and not line.is_total]
    told = whole is not None and column in whole.values
    if whole is not None and told:
        filled = [whole.values[column]]
    elif len(filled) < 2 or any(line.is_total or line.of_which for line in lines) or _is_deep(lines):
        return
    scales = [scale for amount in filled if (scale := _scale(amount, unit)) is not None]
    if len(scales) == len(filled):
        value = sum((amount.value * scale for amount, scale in zip(filled, scales, strict=True)), Fraction(0))
        step = filled[0].step * scales[0] / 2 if told else Fraction(0)
        yield _Total(tuple(amount.figure("part") for amount in filled), value, step)


def _is_deep(lines: Sequence[Line]) -> bool:
    return len({line.level for line in lines}) != 1


def _scale(amount: Amount, unit: str) -> Fraction | None:
    """What turns the cell into the note's unit; None where they are of two kinds."""
    own = str(amount.mention.unit) if amount.mention is not None and amount.mention.unit is not None else ""
    money = {"元": Fraction(1), "千元": Fraction(1_000), "万元": Fraction(10_000), "亿元": Fraction(100_000_000)}
    if own in money and unit in money:
        return money[own] / money[unit]
    return Fraction(1) if own == unit else None


def _count(context: Context, passage: Passage, slot: Slot, table: Table) -> Iterator[Relation]:
    stated = slot.mention
    told = re.search(r"(?:共|共计|合计|总计|所列|列示|列出|涉及|汇总)(?:有|了|的)*$", slot.before) is not None
    if slot.kind != COUNT or stated.approximate or stated.decimals or not told:
        return
    noun = re.match("[\u4e00-\u9fff]{0,6}", passage.after(slot))
    rows = _rows(context, table, str(stated.unit), noun[0] if noun else "")
    if rows is None or not rows or rows == stated.value:
        return
    place = Figure("table", table.caption or "表", table.start, table.start)
    formula, meant = "所称项数 = 表中行数", f"{rows}{stated.unit_text}"
    message = f"文中称{number(stated)}，表中列了 {rows} 行。"
    close = abs(rows - stated.value) <= max(2, rows // 5)
    one = relation("count", "error" if close else "suspicious", [("stated", stated)], formula, meant, message)
    yield Relation(
        one.kind, one.verdict, (place, *one.figures), formula, meant, one.stated, message, severity=one.severity
    )


def _rows(context: Context, table: Table, unit: str, noun: str) -> int | None:
    """How many things the table lists, where its serial numbers run on or its names stand under that noun."""
    parts = parts_of(context, table)
    if len(parts) != 1:
        return None
    (part,) = parts
    serial = next((column for column in range(part.grid.width) if _SERIAL.match(part.last_head(column))), None)
    if serial is not None:
        found = _serials(part, serial)
        return found if unit in _GENERIC or _is_headed(part, noun) else None
    return None


def _serials(part: Part, column: int) -> int | None:
    texts = [text for row in part.body if (text := part.grid.text(row, column)).isdigit()]
    numbers = [int(text) for text in texts]
    return len(numbers) if len(numbers) > 2 and numbers == list(range(1, len(numbers) + 1)) else None


def _is_headed(part: Part, noun: str) -> bool:
    return len(noun) > 1 and any(noun.startswith(head) or head.startswith(noun) for head in part.heads if head)
