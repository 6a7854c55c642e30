"""The goal table as sheets that are edited cell by cell: which rows and cells there are, and where each stands.

In a sheet every row of indicators is one entry of the list: a group of its own in the notation. So a cell's path
says its row by one number, and the same table is read from it as from the shorter form of a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from hengji.facts.goal_table import GoalIndicator, GoalTable

__all__ = [
    "EXPENDITURES",
    "INDICATORS",
    "SHEETS",
    "SOURCES",
    "Key",
    "Sheet",
    "SheetColumn",
    "SheetRow",
    "row_entry",
    "sheet_content",
    "sheet_rows",
    "spelled_out",
    "text_at",
]

Key = str | int


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: `within` leads from a row's entry to the cell; `empty` is what stands there when it is cleared.

    `inherits`: a pasted blank takes the value above, as merged cells of a form mean it.
    """

    key: str
    name: str
    within: tuple[Key, ...]
    empty: str | None = None
    inherits: bool = False
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of the content as a sheet. `blank` is a new row's entry; `nests`: an entry may hold `items` of its own."""

    key: str
    title: str
    base: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    nests: bool = False

    @property
    def blank(self) -> dict[str, Any]:
        return row_entry(GoalIndicator("", "", "")) if self is INDICATORS else {}


_ROW: Final = ("key_works", 0, "rows", 0)

SOURCES: Final = Sheet(
    "sources",
    "资金来源",
    ("funds", "sources"),
    (
        SheetColumn("name", "资金来源", ("name",)),
        SheetColumn("full_year", "全年预算数", ("full_year",), is_number=True),
    ),
)
EXPENDITURES: Final = Sheet(
    "expenditures",
    "支出",
    ("funds", "expenditures"),
    (
        SheetColumn("name", "支出项目", ("name",)),
        SheetColumn("half_year", "半年计划执行数", ("half_year",), is_number=True),
        SheetColumn("full_year", "全年预算数", ("full_year",), is_number=True),
    ),
    nests=True,
)
INDICATORS: Final = Sheet(
    "indicators",
    "绩效指标",
    ("indicators",),
    (
        SheetColumn("first", "一级指标", ("under", 0), "", inherits=True),
        SheetColumn("second", "二级指标／职能", ("under", 1), "", inherits=True),
        SheetColumn("key_work", "重点工作", ("key_works", 0, "key_work"), inherits=True),
        SheetColumn("name", "三级指标", (*_ROW, "name")),
        SheetColumn("half_year", "半年指标值", (*_ROW, "half_year")),
        SheetColumn("target", "全年指标值", (*_ROW, "target")),
        SheetColumn("grades", "评判档次（定性指标）", (*_ROW, "grades")),
    ),
)
SHEETS: Final = (SOURCES, EXPENDITURES, INDICATORS)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One row: its entry's path in the content, its cells' texts in the order of the columns; `depth` 1 is 其中."""

    path: tuple[Key, ...]
    cells: tuple[str, ...]
    depth: int = 0

    @property
    def is_blank(self) -> bool:
        return not any(self.cells)


def text_at(value: Any, path: tuple[Key, ...]) -> str:
    """The text that stands at *path* within *value*; empty where none does."""
    for key in path:
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int) and key < len(value):
            value = value[key]
        else:
            return ""
    return value if isinstance(value, str) else ""


def row_entry(row: GoalIndicator) -> dict[str, Any]:
    """The entry of one row of indicators."""
    texts = {
        "name": row.name,
        "half_year": row.half_year.text if row.half_year else "",
        "target": row.full_year.text if row.full_year else "",
        "grades": row.grades,
        "project": row.project,
    }
    work: dict[str, Any] = {"key_work": row.key_work} if row.key_work else {}
    work["rows"] = [{key: text for key, text in texts.items() if text}]
    return {"under": [row.first, row.second], "key_works": [work]}


def sheet_content(table: GoalTable) -> dict[str, Any]:
    """The table as the sheets hold it. Who and which year is not in it: that is the business of whose sheet it is."""
    from hengji.rules.goal_table_notation import goal_table_data

    data: dict[str, Any] = dict(goal_table_data(table))
    for key in ("table", "organisation", "year", "title"):
        data.pop(key, None)
    return spelled_out(data)


def spelled_out(content: dict[str, Any]) -> dict[str, Any]:
    """*content* with each row of indicators as an entry of its own; what is so already stays as it is."""
    entries = content.get("indicators")
    if not isinstance(entries, list) or all(_is_row(entry) for entry in entries):
        return content
    return {**content, "indicators": [row for entry in entries for row in _rows_of(entry)]}


def _is_row(entry: Any) -> bool:
    """Whether a group holds exactly one row, under a key work that may be empty."""
    if not isinstance(entry, dict) or set(entry) != {"under", "key_works"}:
        return False
    under, works = entry["under"], entry["key_works"]
    if not isinstance(under, list) or len(under) != 2 or not isinstance(works, list) or len(works) != 1:
        return False
    rows = works[0].get("rows") if isinstance(works[0], dict) else None
    return isinstance(rows, list) and len(rows) == 1 and isinstance(rows[0], dict)


def _rows_of(entry: Any) -> Iterator[dict[str, Any]]:
    """The rows of one group, each as a group of its own."""
    if not isinstance(entry, dict):
        return
    under = [text_at(entry, ("under", place)) for place in (0, 1)]
    works = [{"rows": entry.get("rows")}, *_listed(entry.get("key_works"))]
    found = False
    for work in works:
        name = text_at(work, ("key_work",))
        rows = _listed(work.get("rows")) or ([{}] if name else [])
        for row in rows:
            found = True
            yield {"under": under, "key_works": [{**({"key_work": name} if name else {}), "rows": [row]}]}
    if not found:
        yield {"under": under, "key_works": [{"rows": [{}]}]}


def _listed(value: Any) -> list[dict[str, Any]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def sheet_rows(content: dict[str, Any], sheet: Sheet) -> tuple[SheetRow, ...]:
    """The rows of *sheet* in a content that is spelled out, those below an entry (其中) after it."""
    value: Any = content
    for key in sheet.base:
        value = value.get(key) if isinstance(value, dict) else None
    rows = []
    for place, entry in enumerate(value if isinstance(value, list) else ()):
        path: tuple[Key, ...] = (*sheet.base, place)
        rows.append(_row(entry, path, sheet, 0))
        if sheet.nests and isinstance(entry, dict):
            items = entry.get("items")
            listed = items if isinstance(items, list) else []
            rows += [_row(item, (*path, "items", inner), sheet, 1) for inner, item in enumerate(listed)]
    return tuple(rows)


def _row(entry: Any, path: tuple[Key, ...], sheet: Sheet, depth: int) -> SheetRow:
    return SheetRow(path, tuple(text_at(entry, column.within) for column in sheet.columns), depth)
