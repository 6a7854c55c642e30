"""Figures of the text against the table that holds them: one row and column, one value."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from hengji.checks.context import Context
from hengji.checks.relations.changes import changed_slots
from hengji.checks.relations.naming import core, label_of, period_of
from hengji.checks.relations.passages import COUNT, MONEY, Passage, Slot
from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.tables.adding_up import adds_up
from hengji.checks.relations.unit_slips import off_by_unit
from hengji.checks.relations.verdicts import converted, family, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation, Verdict

__all__ = ["text_against_tables"]

_COLUMN = re.compile(r"年初预算|调整预算|全年预算|预算|决算|计划|目标|实际支出|实际|支出数")
_LEAF = re.compile(
    r"(?P<leaf>[^（）“”，。；：、/\-\ue000-\ue005]{2,30})（[类款项]）[”\"]?"
    r"(?:科目|支出|预算|决算|年初|安排|拨款|财政|数|为|是|：|，)*$"
)
_SUM_COLUMN = re.compile(r"^(?:.*/)?(?:本年)?(?:收入|支出)?(?:合计|总计|小计|金额)(?:数)?$")
_TOTAL_ROW = re.compile(r"^(?:合计|总计|支出合计|收入合计|本年合计)$")
_OUTTURN = re.compile(r"决算|实际|执行数|支出数|完成数")
_USUAL = dict.fromkeys(("final_account", "self_evaluation", "evaluation", "verification"), _OUTTURN) | {
    "budget": re.compile(r"预算|安排")
}
_MOST = 40  # cells of one name that are looked at


@dataclass(frozen=True, slots=True)
class _Cell:
    mention: Mention
    column: str


def text_against_tables(context: Context, texts: list[Passage]) -> Iterator[Relation]:
    """Every figure of the text whose name is a row's, or a column's in the row of totals."""
    cells = _cells(context)
    if not cells:
        return
    year = str(context.facts.year or "")
    for passage in texts:
        if context.table_at(passage.slots[0].mention.start) is not None:
            continue
        changed = changed_slots(passage)
        name, period = "", ""
        for slot in passage.slots:
            label = label_of(slot)
            period = period_of(slot.before) or period
            name = _item_of(slot) or _COLUMN.sub("", core(label)) or _named_before(slot.before) or name
            if (
                slot.kind in (MONEY, COUNT)
                and slot.index not in changed
                and not slot.mention.approximate
                and len(name) > 2
            ):
                column = _COLUMN.search(label)
                found = _same(cells, name, period or year, slot)
                if found:
                    yield from _compared(context, name, column[0] if column else "", slot, found)


def _item_of(slot: Slot) -> str:
    """The last level of …（类）…（款）行政运行（项）, in front of the figure or as the heading above it."""
    leaf = _LEAF.search(slot.before)
    if leaf is not None:
        return core(leaf["leaf"])
    heading, bar, _ = slot.mention.subject.partition("|")
    return core(heading.rpartition("/")[2]) if bar and "/" in heading and not slot.index else ""


def _named_before(before: str) -> str:
    """最高的是河东区，为 198 万元: the name at the end of the clause before a bare 为."""
    found = re.search(r"是([\u4e00-\u9fff]{2,12})，(?:为|达|达到)$", before)
    return found[1] if found else ""


def _cells(context: Context) -> dict[str, list[_Cell]]:
    """Table figures by the name of their row, or of their column where the row is a total."""
    found: dict[str, list[_Cell]] = defaultdict(list)
    for mention in context.mentions:
        if "|" not in mention.subject or mention.is_rate:
            continue
        path, _, headers = mention.subject.partition("|")
        row, column = path.split("/")[-1], headers.split("/")[-1]
        name = _COLUMN.sub("", core(column)) if _TOTAL_ROW.match(row) else core(row)
        if len(name) > 2 and len(found[name]) < _MOST and context.in_table(mention):
            found[name].append(_Cell(mention, headers))
    return found


def _same(cells: dict[str, list[_Cell]], name: str, period: str, slot: Slot) -> list[_Cell]:
    names = [name, *(name[start:] for start in (1, 2) if len(name) - start >= 4)]
    hits = next((cells[one] for one in names if one in cells), [])
    kind = family(slot.mention.unit)
    return [cell for cell in hits if family(cell.mention.unit) == kind and cell.mention.period in ("", period)]


def _compared(context: Context, name: str, column: str, slot: Slot, found: list[_Cell]) -> Iterator[Relation]:
    unit = slot.mention.unit
    equal = next((cell for cell in found if _equal(slot.mention, cell.mention)), None)
    if equal is not None:
        roles = [("table", equal.mention), ("stated", slot.mention)]
        yield relation("repeat", "ok", roles, f"{name}：文与表相等", number(equal.mention), "文字与表格一致。")
        return
    slip = next((one for cell in found if (one := _of_unit(name, slot.mention, cell.mention))), None)
    if slip is not None:
        yield slip
        return
    there = [cell for cell in found if column and column[-2:] in cell.column]
    there = there or _by_kind(context, found)
    there = there or [cell for cell in found if _SUM_COLUMN.match(cell.column)]
    cells = there or found
    values = {converted(cell.mention, unit) for cell in cells}
    if len(values) != 1 and not there:
        return
    borne_out = len(found) == 1 and adds_up(context, found[0].mention)
    yield _conflict(name, slot, cells[-1], values.pop() if len(values) == 1 else None, found, borne_out=borne_out)


def _by_kind(context: Context, found: list[_Cell]) -> list[_Cell]:
    """Where the text names no column: a final account speaks of what was spent, a budget of what is planned."""
    usual = _USUAL.get(context.facts.kind)
    return [cell for cell in found if usual is not None and usual.search(cell.column)]


def _of_unit(name: str, text: Mention, cell: Mention) -> Relation | None:
    formula = f"{name}：文与表相等"
    return off_by_unit(cell, text, formula) or off_by_unit(text, cell, formula)


def _equal(text: Mention, cell: Mention) -> bool:
    """Equal, or the same amount in a coarser unit or with fewer decimals."""
    value = converted(cell, text.unit)
    return value == text.value or abs(value - text.value) <= max(text.step, Fraction(0)) / 2


def _conflict(
    name: str, slot: Slot, cell: _Cell, value: Fraction | None, found: list[_Cell], *, borne_out: bool
) -> Relation:
    stated = slot.mention
    right = as_written(converted(cell.mention, stated.unit) if value is None else value, stated)
    slip = shape(as_written(stated.value, stated), right)
    whole = bool(re.search("总计|合计|总额", slot.label)) or len(name) >= 8
    supported = sum(1 for other in found if other.mention.value == cell.mention.value) > 1
    certain = (whole and supported) or borne_out
    verdict: Verdict = "error" if slip and certain and len(stated.text) >= 5 else "suspicious"
    message = f"“{name}”在表中为 {number(cell.mention)}，文字为 {number(stated)}。"
    likely = f"“{number(stated)}”疑为“{right}”之误（{slip}）。" if slip else "文与表口径可能不同，请核对。"
    roles = [("table", cell.mention), ("stated", stated)]
    return relation("repeat", verdict, roles, f"{name}：文与表相等", right, message, likely)
