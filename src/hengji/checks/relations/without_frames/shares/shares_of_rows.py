"""The share that one row has of its table's total, told by the row's name alone: 社区运转是最大的一个项目，支出占全部
项目支出的66.24%, where the row has 1172.35 of 2084.45.

The column is the one that the words in front of 占 name. It is wrong where a slip of the pen parts the share from what
the table gives, and no column of it gives what is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.passages import RATE, Passage, Slot
from hengji.checks.relations.slips import as_written, mistaken, shape
from hengji.checks.relations.tables.named_rows import NamedCell, NamedRow, named_rows, names_in, spelled
from hengji.checks.relations.verdicts import good, in_words, judged, number, relation
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["shares_of_rows"]

_SHARE: Final = re.compile(
    r"(?P<role>支出|执行数|支付|预算|决算|金额|投入)?占(?:了|到)?(?:全部|总|所有|整个)[^，。；：、\ue000-\ue005]{0,8}?(?:支出|预算|金额|资金|经费|投入)的"
    r"(?:[一二三四五六七八九十]+分之[一二三四五六七八九十]+)?（?$"
)
_TOTAL: Final = re.compile(r"(?:合\s?计|总\s?计)")
_SHORTEST: Final = 4
_APART: Final = re.compile("上年|去年|除|两项|[三四五六]项|合计|分别|和$|与$|及$|、$")


def shares_of_rows(context: Context, passage: Passage, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``share``, errors all."""
    if "占" not in passage.text or RATE not in passage.text or not named_rows(context):
        return
    for rate in passage.slots:
        told = _SHARE.search(rate.before) if rate.kind == RATE and rate.mention.start not in settled else None
        if told is None or rate.mention.approximate or rate.before.find("。") >= 0:
            continue
        clauses = spelled(rate.before[: told.start()])
        names = [one for one in names_in(context, clauses) if len(one.name) >= _SHORTEST]
        if len({one.name for one in names}) != 1 or _APART.search(clauses):
            continue
        rows = named_rows(context)[names[0].name]
        if len(rows) == 1:
            yield from _of(context, rows[0], rate, told["role"] or "支出")


def _of(context: Context, row: NamedRow, rate: Slot, role: str) -> Iterator[Relation]:
    table = context.table_at(row.cells[0].mention.start) if row.cells else None
    totals = [one for one in context.within((table.start, table.end)) if _is_total(one)] if table is not None else []
    given = [
        (cell, total, cell.mention.value / total.value) for cell in row.cells for total in totals if _is_of(cell, total)
    ]
    if any(good(judged(share, None, rate.mention)) for _, _, share in given):
        return
    meant = [one for one in given if role[:2] in one[0].head]
    if len(meant) != 1:
        return
    cell, total, share = meant[0]
    right = as_written(share, rate.mention)
    slip = shape(number(rate.mention), right)
    if slip:
        told = f"“{row.name}”{number(cell.mention)} 占合计 {number(total)}"
        message = f"{told} 的 {right}，文中为 {number(rate.mention)}。"
        roles = [("part", cell.mention), ("whole", total), ("stated", rate.mention)]
        formula = f"{in_words(cell.mention.value)} ÷ {in_words(total.value)}"
        likely = mistaken(number(rate.mention), right, slip)
        yield relation("share", "error", roles, formula, right, message, likely)


def _is_total(one: Mention) -> bool:
    return _TOTAL.fullmatch(one.subject.partition("|")[0]) is not None


def _is_of(cell: NamedCell, total: Mention) -> bool:
    """One column's figure and its total, which is no rate."""
    same = cell.head == total.subject.partition("|")[2] and cell.mention.unit == total.unit
    return same and not cell.mention.is_rate and total.value > cell.mention.value > 0
