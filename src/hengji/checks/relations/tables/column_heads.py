"""What the title of a table and the heads of its columns say of one thing: the year, and the unit of its amounts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import slip
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.tables.quantity_names import column_kind
from hengji.facts.document import Cell, Table
from hengji.facts.relation import Relation

__all__ = ["column_heads"]

_YEAR: Final = re.compile(r"(?<!\d)(20\d{2})\s*年")
_UNIT: Final = re.compile(r"[（(](?:单位[:：])?(万元|元|千元|亿元)[)）]")
_OTHERS: Final = re.compile(r"上年|对比|比较|历年|变动|增减|结转")
_MONEY: Final = frozenset(("元", "千元", "万元", "亿元"))


def column_heads(context: Context) -> Iterator[Relation]:
    """A title's year that no column has though each names one; amounts in another unit than the title says."""
    first = [(table, part) for table in context.document.tables for part in parts_of(context, table)[:1]]
    found = [one for table, part in first if (one := _other_year(table, part)) is not None]
    counted = Counter(year for year, _, _ in found)
    for year, own, cell in found:
        certain = counted[year] == 1 and own == context.facts.year
        start = cell.start + cell.text.index(str(year))
        yield slip(
            context,
            [(start, start + 4)],
            "error" if certain else "suspicious",
            f"这张表的标题是{own}年，金额列却是{year}年。请核对年度。",
            rule="表的标题与各列年度一致",
            expected=str(own),
            severity="high" if certain else "medium",
            kind="year",
        )
    for table, part in first:
        yield from _units(context, table, part)


def _other_year(table: Table, part: Part) -> tuple[int, int, Cell] | None:
    """The year of all columns of amounts that name one, with the title's own, and the head that names it."""
    title = _YEAR.findall(table.caption)
    kind = column_kind(table.caption)
    if len(set(title)) != 1 or kind not in ("outturn", "budget") or _OTHERS.search(table.caption + "".join(part.heads)):
        return None
    named = [(match[1], column) for column in part.number_columns if (match := _YEAR.search(part.heads[column]))]
    years = {year for year, _ in named}
    if len(years) != 1 or title[0] in years or abs(int(title[0]) - int(named[0][0])) != 1:
        return None
    year, column = named[0]
    if len(named) != len(part.number_columns) or any(column_kind(part.heads[at]) != kind for _, at in named):
        return None
    cells = (part.grid.cell(row, column) for row in range(part.first))
    cell = next((cell for cell in cells if cell is not None and year in cell.text), None)
    return (int(year), int(title[0]), cell) if cell is not None else None


def _units(context: Context, table: Table, part: Part) -> Iterator[Relation]:
    """Every head of money names one unit, and 单位 above the table another."""
    above = re.search(r"单位\s*[:：]\s*(万元|元|千元|亿元)", table.caption)
    own = above[1] if above else table.unit if table.unit in _MONEY else ""
    heads = [(match[1], column) for column in part.number_columns if (match := _UNIT.search(part.heads[column]))]
    units = {unit for unit, _ in heads}
    if not own or len(heads) < 2 or len(units) > 1 or own in units:
        return
    cells = (part.grid.cell(row, heads[0][1]) for row in range(part.first))
    cell = next((cell for cell in cells if cell is not None and _UNIT.search(cell.text)), None)
    if cell is not None:
        yield slip(
            context,
            [(cell.start, cell.end)],
            "suspicious",
            f"表上写明单位是{own}，各列却写{heads[0][0]}。请核对计量单位。",
            rule="表的计量单位一致",
            expected=own,
            kind="unit",
        )
