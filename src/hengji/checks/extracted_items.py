"""The amounts of a document that rules may read: of tables of budgets and outturns, of forms of funds, of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from hengji.checks.context import Context
from hengji.checks.mentions.periods import year_in
from hengji.checks.relations.scores.reading.rubrics import rubrics_of
from hengji.checks.relations.tables.amounts import Amount, tight
from hengji.checks.relations.tables.fund_rows import FundRow, fund_rows
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Side, sides_of
from hengji.facts.extract import ExtractedItem, Spot
from hengji.facts.mention import Mention
from hengji.facts.numbers import plain

__all__ = ["items_of"]

_COLUMNS: Final = (
    ("adjusted_budget", re.compile(r"调整预算|全年预算|调整后预算|预算调整数")),
    ("initial_budget", re.compile(r"年初预算|预算数|预算安排|批复预算|预算金额")),
    ("final_account", re.compile(r"决算|执行数|实际支出|支出数|实际采购")),
)
_NUMBERED: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．]+\s*|\d{1,2}(?=[\u4e00-\u9fff]))")
"""The last is the 序号 of a column of its own."""
_UNIT: Final = re.compile(r"[（(](?:单位[:：])?(?P<unit>亿元|万元|千元|元)[)）]")


def items_of(context: Context) -> Iterator[ExtractedItem]:
    """In the order of the document within each kind; an amount is given once."""
    given: set[int] = set()
    for item in (*_of_funds(context), *_of_tables(context), *_of_text(context)):
        if item.source.start not in given:
            given.add(item.source.start)
            yield item


def _of_funds(context: Context) -> Iterator[ExtractedItem]:
    """Forms of projects: 年度资金总额 under 年初预算数 | 全年预算数 | 全年执行数."""
    for row in fund_rows(context):
        for amount in sorted((*row.budgets, row.spent), key=lambda one: one.cell.start):
            head = row.grid.text(row.header, amount.cell.column)
            column = _column(head) or ("final_account" if amount is row.spent else "initial_budget")
            if amount.mention is not None and row.name:
                yield _item(_named(row.name) + head, amount.mention, column, _unit(row, amount), head)


def _unit(row: FundRow, amount: Amount) -> str:
    """The figure's own unit, or the one that the form names in a bracket: 项目资金（万元）."""
    own = _told_unit(amount.mention) if amount.mention is not None else ""
    words = (text for at in (row.header, row.row) for text in row.grid.words(at))
    named = next((found["unit"] for text in words if (found := _UNIT.search(text))), "")
    return own or named or row.grid.table.unit


def _of_tables(context: Context) -> Iterator[ExtractedItem]:
    scored = {rubric.part.grid.table.start for rubric in rubrics_of(context)}
    for table in context.document.tables:
        if table.start not in scored:
            for part in parts_of(context, table):
                for side in sides_of(part):
                    yield from _of_side(side)


def _of_side(side: Side) -> Iterator[ExtractedItem]:
    for line in side.lines:
        for column, amount in line.values.items():
            head, kind = side.part.last_head(column), _column(side.part.heads[column])
            if kind and _named(line.label) and amount.mention is not None:
                unit = _told_unit(amount.mention) or side.part.grid.table.unit
                yield _item(_named(line.label) + head, amount.mention, kind, unit, side.part.heads[column])


def _of_text(context: Context) -> Iterator[ExtractedItem]:
    for mention in context.mentions:
        if mention.unit is not None and mention.unit.is_money and mention.subject and not context.in_table(mention):
            yield _item(mention.subject, mention, _column(mention.subject), str(mention.unit))


def _named(label: str) -> str:
    """The name of a row without its number and 其中."""
    return _NUMBERED.sub("", label).removeprefix("其中：").removeprefix("其中:")


def _column(text: str) -> str:
    return next((name for name, pattern in _COLUMNS if pattern.search(text)), "")


def _told_unit(mention: Mention) -> str:
    return str(mention.unit) if mention.unit is not None else mention.unit_text


def _item(name: str, mention: Mention, column: str, unit: str, head: str = "") -> ExtractedItem:
    """*head*: the names above the amount, of which a year is the amount's own (2023年决算数)."""
    source = Spot(mention.start, mention.end, mention.place)
    year = int(mention.period[:4]) if mention.period[:4].isdigit() else None
    period = year_in(head, year) or mention.period if head else mention.period
    return ExtractedItem(tight(name), plain(mention.value), unit, period, column, source)
