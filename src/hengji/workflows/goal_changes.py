"""What changed between two states of a goal table, row by row, as a person would tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Final, Literal

from hengji.facts.amounts import read_amount
from hengji.facts.wording import one_line
from hengji.workflows.goal_sheets import SHEETS, Sheet, SheetRow, sheet_rows, spelled_out, text_at

__all__ = ["CellChange", "ReplacedPart", "RowChange", "goal_changes", "replaced_parts"]

Kind = Literal["added", "removed", "changed"]

_TEXTS: Final = {
    "functions": "单位主要职能",
    "institutions": "机构设置及人员配置",
    "medium_term": "中长期目标",
    "annual": "年度目标",
}
_LEAST_ALIKE: Final = 0.5
"""Two rows at one place are one row that changed where at least this share of their characters is the same."""

_MOST_COMPARED: Final = 10_000
"""Pairs of rows whose texts are compared; beyond, a table was replaced and only names tell what became of a row."""


@dataclass(frozen=True, slots=True)
class CellChange:
    """A column's name, and its text before and after; empty where there was none."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row that was added, removed or changed. `cells` are those that differ, or all that are written."""

    kind: Kind
    section: str
    name: str
    cells: tuple[CellChange, ...]


@dataclass(frozen=True, slots=True)
class ReplacedPart:
    """A part of the content that stands differently in another one: its path, its value here and there."""

    path: tuple[str, ...]
    before: Any
    after: Any


def goal_changes(before: dict[str, Any], after: dict[str, Any]) -> tuple[RowChange, ...]:
    """All changes, in the order of the table. Rows that only moved are not told."""
    old, new = spelled_out(before), spelled_out(after)
    return (
        *_text_changes(old, new, _TEXTS, "目标和职能"),
        *_text_changes(_funds(old), _funds(new), {"total": "资金总额（万元）"}, "资金"),
        *(change for sheet in SHEETS for change in _row_changes(old, new, sheet)),
    )


def _funds(content: dict[str, Any]) -> dict[str, Any]:
    funds = content.get("funds")
    return funds if isinstance(funds, dict) else {}


def _text_changes(
    old: dict[str, Any], new: dict[str, Any], names: dict[str, str], section: str
) -> Iterator[RowChange]:  # fmt: skip
    for key, name in names.items():
        before, after = text_at(old, (key,)), text_at(new, (key,))
        if _said(before, is_number=key == "total") != _said(after, is_number=key == "total"):
            kind: Kind = "changed" if before and after else "added" if after else "removed"
            yield RowChange(kind, section, name, (CellChange(name, before, after),))


def _row_changes(old: dict[str, Any], new: dict[str, Any], sheet: Sheet) -> Iterator[RowChange]:
    """Rows are the same row where all their cells are; the others are paired by what names them, then by place."""
    before = [row for row in sheet_rows(old, sheet) if not row.is_blank]
    after = [row for row in sheet_rows(new, sheet) if not row.is_blank]
    gone, come = _unmatched(before, after, sheet)
    pairs = _paired(gone, come, sheet)
    taken = {id(row) for row, _ in pairs}
    for row in gone:
        if id(row) not in taken:
            yield _whole("removed", row, sheet)
    told = {id(other): row for row, other in pairs}
    for row in come:
        earlier = told.get(id(row))
        yield _changed(earlier, row, sheet) if earlier is not None else _whole("added", row, sheet)


def _said(text: str, *, is_number: bool) -> Any:
    """What a cell says, however it is laid out: line breaks, spaces, thousands and closing zeros say nothing."""
    amount = read_amount(text) if is_number else None
    return one_line(text) if amount is None else amount


def _row_says(row: SheetRow, sheet: Sheet) -> tuple[Any, ...]:
    said = (_said(text, is_number=column.is_number) for column, text in zip(sheet.columns, row.cells, strict=True))
    return (row.depth, *said)


def _unmatched(
    before: list[SheetRow], after: list[SheetRow], sheet: Sheet
) -> tuple[list[SheetRow], list[SheetRow]]:  # fmt: skip
    """The rows of either side that stand unchanged nowhere on the other: a row that only moved is on neither list."""
    both = Counter(_row_says(row, sheet) for row in before) & Counter(_row_says(row, sheet) for row in after)
    return _without(before, both, sheet), _without(after, both, sheet)


def _without(rows: list[SheetRow], both: Counter[tuple[Any, ...]], sheet: Sheet) -> list[SheetRow]:
    left, kept = Counter(both), []
    for row in rows:
        said = _row_says(row, sheet)
        if left[said] > 0:
            left[said] -= 1
        else:
            kept.append(row)
    return kept


def _paired(gone: list[SheetRow], come: list[SheetRow], sheet: Sheet) -> list[tuple[SheetRow, SheetRow]]:
    pairs: list[tuple[SheetRow, SheetRow]] = []
    right = list(come)
    likely = come if len(gone) * len(come) <= _MOST_COMPARED else []
    for row in gone:
        named = [other for other in right if _name(other, sheet) == _name(row, sheet) and _name(row, sheet)]
        alike = named or [other for other in likely if other in right and _alike(row, other) >= _LEAST_ALIKE]
        best = max(alike, key=lambda other: _alike(row, other), default=None)
        if best is not None:
            pairs.append((row, best))
            right.remove(best)
    return pairs


def _alike(row: SheetRow, other: SheetRow) -> float:
    return SequenceMatcher(None, "\n".join(row.cells), "\n".join(other.cells), autojunk=False).ratio()


def _name(row: SheetRow, sheet: Sheet) -> str:
    place = next(index for index, column in enumerate(sheet.columns) if column.key == "name")
    return row.cells[place]


def _shown_name(row: SheetRow, sheet: Sheet) -> str:
    return _name(row, sheet) or "／".join(cell for cell in row.cells if cell)


def _changed(before: SheetRow, after: SheetRow, sheet: Sheet) -> RowChange:
    cells = (
        CellChange(column.name, old, new)
        for column, old, new in zip(sheet.columns, before.cells, after.cells, strict=True)
        if _said(old, is_number=column.is_number) != _said(new, is_number=column.is_number)
    )
    return RowChange("changed", sheet.title, _shown_name(after, sheet), tuple(cells))


def _whole(kind: Kind, row: SheetRow, sheet: Sheet) -> RowChange:
    cells = tuple(
        CellChange(column.name, "" if kind == "added" else text, text if kind == "added" else "")
        for column, text in zip(sheet.columns, row.cells, strict=True)
        if text
    )
    return RowChange(kind, sheet.title, _shown_name(row, sheet), cells)


def replaced_parts(now: dict[str, Any], wanted: dict[str, Any], texts: tuple[str, ...]) -> tuple[ReplacedPart, ...]:
    """What must be replaced so that *now* becomes *wanted*: texts, the total, each list as a whole.

    What *wanted* says nothing about stays: a paper that lacks a part does not empty it.
    """
    parts = []
    for path in (*((key,) for key in texts), ("funds", "total")):
        old, new = text_at(now, path), text_at(wanted, path)
        is_number = path[-1] == "total"
        if new and _said(old, is_number=is_number) != _said(new, is_number=is_number):
            parts.append(ReplacedPart(path, _value(now, path), new))
    for sheet in SHEETS:
        there = _value(wanted, sheet.base)
        if there and _rows_say(now, sheet) != _rows_say(wanted, sheet):
            parts.append(ReplacedPart(sheet.base, _value(now, sheet.base), there))
    return tuple(parts)


def _rows_say(content: dict[str, Any], sheet: Sheet) -> list[tuple[Any, ...]]:
    return [_row_says(row, sheet) for row in sheet_rows(spelled_out(content), sheet) if not row.is_blank]


def _value(content: dict[str, Any], path: tuple[str, ...]) -> Any:
    value: Any = content
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value
