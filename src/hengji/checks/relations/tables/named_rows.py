"""The rows of tables by their names, and where running text names one: 溪口区拨付 480.00 万元."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.grids import parts_of
from hengji.checks.relations.tables.lines import Line, Side, sides_of
from hengji.facts.document import Table
from hengji.facts.mention import Mention

__all__ = ["Named", "NamedCell", "NamedRow", "named_rows", "names_in", "spelled"]

_LEAD: Final = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)|\d{3,9}(?=\D)|其中[:：]?)+"
)
_ASIDE: Final = re.compile(r"[（(][^（）()\ue000-\ue005]{0,30}[)）]")
_QUOTES: Final = re.compile(r"[“”\"《》]")
_SPELLED: Final = (
    (re.compile(r"公务用车购置费?[及和与]运行(?:维护)?(?:费用?|经费)?"), "公务用车购置及运行费"),
    (re.compile(r"公务用车运行(?:维护)?(?:费用?|经费)"), "公务用车运行费"),
    (re.compile(r"因公出国(?:（境）|境)?(?:费用?|经费)"), "因公出国费"),
)
_TOTAL: Final = re.compile(r"(?:支出)?(?:合计|总计|小计)$")
_NO_NAME: Final = frozenset(
    (
        "合计", "总计", "小计", "其他", "项目", "数量", "金额", "收入", "支出", "预算", "决算", "基本", "资金", "单位",
        "总分", "得分", "年度", "财政拨款", "其他资金", "年度资金总额", "资金总额", "当年财政拨款", "本年收入",
        "本年支出", "本年", "上年", "总额", "备注",
    )
)  # fmt: skip
_APART: Final = re.compile(r"(?:^|[^\u4e00-\u9fff]|其中)$")  # what may stand before a name of two characters
_BEFORE: Final = re.compile(
    r"(?:^|[^\u4e00-\u9fff]|其中|年度?|全年|本年|当年|采购|购置|改造|新增|完成|[对向给为是由在从的])$"
)
_SHORTEST: Final = 2
_LONGEST: Final = 24
_MOST_TABLES: Final = 6


@dataclass(frozen=True, slots=True)
class NamedCell:
    """A figure of a row with what its column is called."""

    mention: Mention
    head: str
    column: int


@dataclass(frozen=True, slots=True)
class NamedRow:
    """`table` is where the row's table begins, `unit` what is said above it, which may be of several columns."""

    name: str
    table: int
    unit: str
    cells: tuple[NamedCell, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Where in a text the name of rows stands."""

    start: int
    end: int
    name: str


@lru_cache(maxsize=8192)
def spelled(words: str) -> str:
    """One spelling, without quotes, for what tables and texts call by several."""
    words = _QUOTES.sub("", words)
    for pattern, one in _SPELLED:
        words = pattern.sub(one, words)
    return words


def named_rows(context: Context) -> Mapping[str, tuple[NamedRow, ...]]:
    """All rows by name; those left out that one table names twice, or many tables do."""
    return context.once(named_rows, lambda: _index(context))


def _index(context: Context) -> Mapping[str, tuple[NamedRow, ...]]:
    found: dict[str, list[NamedRow]] = defaultdict(list)
    for table in context.document.tables:
        rows = [
            row for part in parts_of(context, table) for side in sides_of(part) for row in _rows(context, table, side)
        ]
        held = Counter(row.name for row in rows)
        for row in rows:
            if held[row.name] == 1:
                found[row.name].append(row)
            else:
                found.setdefault(row.name, []).extend([row] * _MOST_TABLES)
    return {name: tuple(rows) for name, rows in found.items() if len(rows) < _MOST_TABLES}


def _rows(context: Context, table: Table, side: Side) -> Iterator[NamedRow]:
    for line in side.lines:
        name = _name(line)
        cells = tuple(
            NamedCell(amount.mention, side.part.heads[column], column)
            for column, amount in line.values.items()
            if amount.mention is not None
        )
        if name and cells:
            yield NamedRow(name, table.start, table.unit, cells)


def _name(line: Line) -> str:
    label = spelled(_ASIDE.sub("", _LEAD.sub("", line.label.translate(str.maketrans("()", "（）")))))
    short = _TOTAL.sub("", label) if line.is_total else label.removesuffix("支出")
    name = label if short in ("基本", "项目") and short != label else short
    return name if _SHORTEST <= len(name) <= _LONGEST and name not in _NO_NAME else ""


def names_in(context: Context, text: str) -> list[Named]:
    """Every name of rows in *text*, the longest at each place; none that is the end of a longer word."""
    first = context.once(names_in, lambda: _by_beginning(named_rows(context)))
    found: list[Named] = []
    at = 0
    while at < len(text) - 1:
        known = first.get(text[at : at + 2], ())
        name = next((one for one in known if text.startswith(one, at)), "")
        before = _APART if len(name) == _SHORTEST else _BEFORE
        if name and before.search(text, max(0, at - 4), at):
            found.append(Named(at, at + len(name), name))
            at += len(name)
        else:
            at += 1
    return found


def _by_beginning(rows: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """Names by their first two characters, the longest first."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(rows, key=len, reverse=True):
        found[name[:2]].append(name)
    return {begin: tuple(names) for begin, names in found.items()}
