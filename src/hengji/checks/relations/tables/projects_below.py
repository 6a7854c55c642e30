"""How many projects the text says there are, against the rows of the table right below it: 共实施8个预算项目，…
表1 项目支出一览."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.passages import COUNT, Passage, Slot
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, sides_of
from hengji.checks.relations.verdicts import number
from hengji.facts.document import Table
from hengji.facts.relation import Relation

__all__ = ["projects_below"]

_ALL: Final = re.compile(
    r"(?:共|合计|总共|一共)(?:安排|实施|开展|组织实施|有|设|设置|涉及|承担|包括|列支)?$|(?:实施|安排)了?$"
)
_THING: Final = re.compile(r"^(?:预算|支出|财政|专项|本级|部门)*项目")
_HEAD: Final = re.compile(r"^(?:预算|支出|专项)?项目(?:名称)?$")
_POINTS_AT: Final = re.compile(r"表\s?\d|下表|如下|见下|所示|情况表|明细|一览")
_UNITS: Final = ("个", "项")
_REACH: Final = 160  # characters from the number to the table
_LEAST: Final = 3  # rows of a table that is no remark
_NEAR: Final = 2  # rows more or fewer that a slip of the count explains


def projects_below(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``count``, of tables that are whole: they have a line of totals."""
    for table in context.document.tables:
        rows = _projects(context, table)
        slot = _told(context, texts, table) if len(rows) >= _LEAST else None
        if slot is not None and abs(slot.mention.value - len(rows)) <= _NEAR:
            yield _relation(slot, rows)


def _projects(context: Context, table: Table) -> list[Line]:
    parts = parts_of(context, table)
    sides = list(sides_of(parts[0])) if len(parts) == 1 else []
    if len(sides) != 1 or not any(_HEAD.match(head) for head in parts[0].heads):
        return []
    lines = [line for line in sides[0].lines if line.values]
    return [line for line in lines if not line.is_total] if any(line.is_total for line in lines) else []


def _told(context: Context, texts: Sequence[Passage], table: Table) -> Slot | None:
    """The one number of projects in front of the table, where the words between point at it."""
    text = context.document.text
    found = [
        slot
        for passage in texts
        if 0 <= table.start - passage.end <= _REACH
        for slot in passage.slots
        if slot.kind == COUNT and str(slot.mention.unit) in _UNITS and _ALL.search(slot.before)
        and _THING.match(passage.after(slot)) and not slot.mention.approximate
    ]  # fmt: skip
    return found[0] if len(found) == 1 and _POINTS_AT.search(text, found[0].mention.end, table.start) else None


def _relation(slot: Slot, rows: Sequence[Line]) -> Relation:
    holds = slot.mention.value == len(rows)
    right = f"{len(rows)}{slot.mention.unit_text}"
    message = f"下表所列项目共 {right}，与文中一致。"
    if not holds:
        message = f"文中说项目 {number(slot.mention)}，下表所列为 {right}。请核对个数，或补上漏列的项目。"
    cells = [next(iter(line.values.values())) for line in rows]
    figures = (
        *(figure("row", one.mention) for one in cells if one.mention is not None),
        figure("stated", slot.mention),
    )
    return Relation(
        "count", "ok" if holds else "error", figures, "表中行数 = 文中所说个数", right, number(slot.mention), message,
        "", "medium" if holds else "high",
    )  # fmt: skip
