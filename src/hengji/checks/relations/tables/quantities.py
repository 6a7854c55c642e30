"""The rows of all tables as quantities with a key: name, column, year, scope. Read once per document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.checks.relations.tables.quantity_names import caption_name, column_kind, quantity_name, whole_name
from hengji.facts.document import Table
from hengji.facts.mention import Mention

__all__ = ["SCOPES", "Quantity", "by_name", "quantities", "scope_in"]

SCOPES: Final = ("一般公共预算", "政府性基金", "国有资本", "财政专户", "财政拨款")
_PARTS: Final = re.compile(
    r"基本支出|项目支出|经营支出|人员经费|公用经费|一般公共预算|政府性基金|国有资本|财政专户|事业收入|经营收入|上级补助|其他|"
    r"上缴|对附属|小计|其中"
)
_SUM_HEAD: Final = re.compile(r"合计|总计|金额")
_MOST: Final = 40  # cells of one name that are looked at


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure of a table. `kind` is budget, outturn…; `part` what of the whole its column holds; `table` where the
    table begins."""

    mention: Mention
    name: str
    label: str
    head: str
    kind: str
    part: str
    scope: str
    table: int


def quantities(context: Context) -> tuple[Quantity, ...]:
    """All figures of tables that have a name, in the order of the tables."""
    return context.once(quantities, lambda: tuple(_all(context)))


def by_name(context: Context) -> dict[str, list[Quantity]]:
    """The quantities of each name, a few dozen at most."""
    return context.once(by_name, lambda: _index(context))


def scope_in(words: str) -> str:
    """Which of the budgets *words* speak of; empty where of all, or of none."""
    return next((scope for scope in SCOPES if scope in words), "")


def _index(context: Context) -> dict[str, list[Quantity]]:
    found: dict[str, list[Quantity]] = defaultdict(list)
    for one in quantities(context):
        if len(found[one.name]) < _MOST:
            found[one.name].append(one)
    return found


def _all(context: Context) -> Iterator[Quantity]:
    for table in context.document.tables:
        seen: set[int] = set()
        for part in parts_of(context, table):
            for side in sides_of(part):
                for line in side.lines:
                    for one in _of_line(table, side, line):
                        seen.add(one.mention.start)
                        yield one
        for mention in context.within((table.start, table.end)):
            name = "" if mention.start in seen or mention.is_rate else _in_subject(mention)
            if name:
                row, _, head = mention.subject.partition("|")
                kind = column_kind(head) or column_kind(table.caption)
                if kind != "change":
                    yield Quantity(mention, name, row, head, kind, "", scope_in(table.caption), table.start)


def _of_line(table: Table, side: Side, line: Line) -> Iterator[Quantity]:
    for column, amount in line.values.items():
        mention, head = amount.mention, side.part.heads[column]
        kind = column_kind(head) or column_kind(table.caption)
        if mention is None or mention.is_rate or kind == "change":
            continue
        own = _in_subject(mention) or quantity_name(line.label) or _grand(line.label)
        name = own or _of_total(table, side, line, head)
        if name:
            found = _PARTS.search(side.part.last_head(column)) if own else None
            part = found[0] if found else ""
            yield Quantity(mention, name, line.label, head, kind, part, scope_in(table.caption), table.start)


def _grand(label: str) -> str:
    """总收入 and 总支出 as the names of rows, which say all that they hold."""
    return whole_name(label) if label in ("总收入", "总支出") else ""


def _in_subject(mention: Mention) -> str:
    """The row's name as the figure itself was read, which knows merged cells and rows of two accounts."""
    row, bar, _ = mention.subject.partition("|")
    return quantity_name(row.rpartition("/")[2]) if bar else ""


def _of_total(table: Table, side: Side, line: Line, head: str) -> str:
    """The name of a figure in the row of totals, or in the only row: its column's; of the column of totals the table's,
    or what the row of an account with two sides says."""
    alone = not line.label and len(side.lines) == 1
    if not alone and (not line.is_total or "小计" in line.label):
        return ""
    column = next((name for name in map(quantity_name, reversed(head.split("/"))) if name), "")
    if column and not _SUM_HEAD.search(head.rpartition("/")[2]):
        return column
    caption = caption_name(table.caption)
    if not caption.endswith("收入支出"):
        return caption
    spending = "支出" in (line.label or "") or (side.label > 0 and "支出" in side.part.heads[side.label])
    return caption.removesuffix("收入支出") + ("支出" if spending and "收入" not in line.label else "收入")
