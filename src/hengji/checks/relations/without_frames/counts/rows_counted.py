"""A number of things told right in front of the table that lists them: 公办幼儿园新建项目4所，见表, and five rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context, figure
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.verdicts import number
from hengji.facts.document import Table
from hengji.facts.mention import Mention
from hengji.facts.relation import Figure, Relation

__all__ = ["rows_counted"]

_THINGS: Final = frozenset("个家项所处户期场类批座次台条") | {"家次", "场次"}
_TOTAL: Final = re.compile("合计|小计|总计|^计$|^总$|共计|平均|其中|其他|……|…|^[-—─=:|]+$")
_HEAD: Final = re.compile(
    r"(?:单位|机构|项目|乡镇|街道|企业|学校|园|校|活动|班|课程|标段|会议|展览|站点?|村|社区|公司|医院|小区|工程|赛事|品名|设备|路段|线路|路线|桥梁)名?称?|名称|节点"
)
_LEADS: Final = re.compile(r"如下|下表|见表|附表|情况表|明细|：$|按[^，。]{0,8}列示|[表附]")
_APART: Final = 60  # characters between the number and the table
_HAN: Final = re.compile("[\u4e00-\u9fff]{2}")
_FEWEST, _FEW = 3, 2


def rows_counted(context: Context, settled: set[int]) -> Iterator[Relation]:
    """Relations of kind ``count``; only where the number misses the rows by one or two."""
    for table in context.document.tables:
        parts = parts_of(context, table)
        if len(parts) != 1:
            continue
        names = _names(parts[0])
        told = [one for one in _told(context, table) if one.start not in settled]
        if len(names) < _FEWEST or len(told) != 1:
            continue
        count, rows = told[0], len(names)
        if 0 < abs(count.value - rows) <= _FEW:
            first, last = names[0], names[-1]
            listed = Figure("part", first.text, first.start, first.end)
            message = (
                f"文中说 {number(count)}，表中列了 {rows} 行（从“{first.text}”到“{last.text}”）。"
                "请核对数目，或补齐、删去表中的行。"
            )
            yield Relation(
                "count", "error", (listed, figure("stated", count)), "表中所列的行数", str(rows), number(count),
                message, "数目误写，或表中漏列、多列。", "high",
            )  # fmt: skip


def _has_names(part: Part, column: int) -> bool:
    """X021青泥至白果段: a code with a name behind it."""
    return all(_HAN.search(part.grid.text(row, column)) for row in part.body)


def _names(part: Part) -> list[Figure]:
    """The names of the rows, where a column of names stands first or behind the serial numbers, each name once."""
    column = next((at for at in range(part.grid.width) if not part.is_code(at) or _has_names(part, at)), None)
    if column is None or not _HEAD.search(part.last_head(column)):
        return []
    found: list[Figure] = []
    for row in part.body:
        cell = part.grid.cell(row, column)
        if cell is None or not cell.text.strip() or cell.row != row or cell.row_span > 1:
            return []
        if len(tight(cell.text)) > 1 and not _TOTAL.search(tight(cell.text)):
            found.append(Figure("part", cell.text, cell.start, cell.end))
    texts = [one.text for one in found]
    return found if len(set(texts)) == len(texts) else []


def _told(context: Context, table: Table) -> list[Mention]:
    """Numbers of things told right before the table, in the sentence that leads to it."""
    text = context.document.text
    start = max(0, table.start - _APART)
    lead = text[start : table.start]
    cut = max(lead.rfind("。", 0, len(lead.rstrip()) - 1), lead.rstrip().rfind("\n\n"))
    span = (start + cut + 1, table.start)
    if not _LEADS.search(tight(text[slice(*span)])) and "。" in text[slice(*span)]:
        return []
    return [
        one
        for one in context.within(span)
        if str(one.unit) in _THINGS and not one.decimals and not one.approximate and 1 < one.value <= 60
    ]
