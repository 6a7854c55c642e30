"""Rows of goals: what was to be reached, by half of the year and by its end, and what was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.tables.alignment import offset, value_cells
from hengji.checks.relations.tables.amounts import tight
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.facts.document import Cell
from hengji.facts.figures import Figure as Written
from hengji.facts.targets import Target, read_actual, read_target

__all__ = ["GoalRow", "goal_rows", "signed_target"]

_HALF: Final = re.compile(
    r"半年.{0,4}(?:指标值|目标|计划值)|(?:指标值|目标值?)[(（/]?(?:上?半年|1[-—~至]6月)"
    r"|(?:年中|1[-—–~～至](?:[2-9]|1[01])月|(?:[2-9]|1[01])月底).{0,3}(?:指标值|目标|计划)"
)
_FULL: Final = re.compile(
    r"指标值|目标值|年度目标$|计划值|计划完成值|预期值|全年目标|年初目标|年度计划$|全年计划$|计划[数量](?:[(（].*)?$|目标[数量](?:[(（].*)?$|任务数|目标任务$|(?:年初|年度|全年)计划$|(?:^|/)(?:20\d\d年度?)?目标$|^计划$"
)
_ACTUAL: Final = re.compile(
    r"完成值|实际值|实际完成|完成情况|实现值|达成值|完成数量|完成指标值|全年完成|完成[数量](?:[(（].*)?$|(?:全年|年度|年末)实际|(?:^|/)实际(?:[数量])?$|实绩|(?:^|/)20\d\d年度?(?:完成|实际)$|^完成$"
)
_HALF_DONE: Final = re.compile(
    r"(?:上半年|1[-—–~～至](?:[2-9]|1[01])月份?|半年|(?:截至)?(?:[2-9]|1[01])月[末底]?)(?:累计)?(?:实际)?(?:完成|执行)[数值量]?(?:情况)?$"
    r"|(?:上半年|半年)实际(?:值|完成值)?$"
)
_POINTS: Final = re.compile(r"\d{1,3}(?:\.\d{1,2})?分?")
"""Points stand between the name and the goal in some forms; they are no name."""
_NOT_ACTUAL: Final = re.compile(r"原因|分析|措施|说明|完成率|完成程度|偏差|得分")


@dataclass(frozen=True, slots=True)
class GoalRow:
    """Cells are None where the table has no such column; a blank cell is a cell without text. `sign` is that of the
    targets where the table prints it in a column of its own."""

    name: str
    path: tuple[str, ...]
    half: Cell | None
    full: Cell | None
    actual: Cell | None
    has_half: bool
    has_actual: bool
    label: Cell | None = None
    heads: tuple[str, ...] = ()
    sign: str = ""

    @property
    def kinds(self) -> tuple[str, ...]:
        """What says of which kind the goal is: the names left of it, and those above them (产出指标/三级指标)."""
        return (*self.path, *self.heads)

    @property
    def half_target(self) -> Target | None:
        return signed_target(self.sign, self.half) if self.half is not None else None

    @property
    def full_target(self) -> Target | None:
        return signed_target(self.sign, self.full) if self.full is not None else None

    @property
    def achieved(self) -> Written | None:
        return read_actual(tight(self.actual.text), self.full_target) if self.actual is not None else None


def signed_target(sign: str, cell: Cell) -> Target | None:
    """The target of *cell*, with the *sign* that stands in front of it; of what is blank none."""
    text = tight(cell.text)
    return read_target(sign + text) if text[:1].isdigit() else read_target(text)


def goal_rows(context: Context) -> tuple[GoalRow, ...]:
    """Every row of a table with targets, in the order of the document."""
    return context.once(goal_rows, lambda: tuple(_found(context)))


def _found(context: Context) -> Iterator[GoalRow]:
    for table in context.document.tables:
        for part in parts_of(context, table):
            yield from _rows(part)


def _rows(part: Part) -> Iterator[GoalRow]:
    half = part.columns_named(_HALF)[:1]
    actual = [column for column in part.columns_named(_ACTUAL) if not _NOT_ACTUAL.search(part.last_head(column))][:1]
    full = [column for column in part.columns_named(_FULL) if column not in (*half, *actual)]
    full = [column for column in full if not _ACTUAL.search(part.last_head(column))][-1:]
    half_done = [column for column in part.columns_named(_HALF_DONE) if column not in (*half, *full)][:1]
    actual = [column for column in actual if column not in half_done]
    roles = {**dict.fromkeys(half, "half"), **dict.fromkeys(full, "full"), **dict.fromkeys(actual, "actual")}
    columns = sorted(roles)
    if not full or not (half or actual) or (actual and columns[-1:] != actual):
        return
    path: dict[int, str] = {}
    for row in part.body:
        shift = offset(part, row, columns)
        cells = value_cells(part, row, columns)
        end = columns[0] + shift
        names = [
            (column, text)
            for column in range(end)
            if (text := part.grid.text(row, column)) and not part.is_unit(column) and column not in part.sign_columns
            if not _POINTS.fullmatch(text)
        ]
        if not names:
            continue
        path = {column: text for column, text in path.items() if column < names[0][0]} | dict(names)
        found = dict(zip((roles[column] for column in columns), cells, strict=True))
        if any(cell is not None and tight(cell.text) for cell in cells):
            ordered = tuple(path[column] for column in sorted(path))
            yield GoalRow(
                name=names[-1][1],
                path=ordered,
                half=found.get("half"),
                full=found.get("full"),
                actual=found.get("actual"),
                has_half=bool(half),
                has_actual=bool(actual),
                label=part.grid.cell(row, names[-1][0]),
                heads=tuple(part.heads[column] for column, _ in names),
                sign=part.sign(row, full[0]),
            )
