"""Indicators to pick from when a goal table is written: last year's with their values, and those of the schemes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from hengji.facts.goal_table import GoalIndicator, GoalTable
from hengji.rules.scheme import walk
from hengji.workflows.goal_sheets import row_entry
from hengji.workflows.schemes import find_scheme

__all__ = ["FundsLine", "LibraryRow", "Rolled", "indicator_library", "rolled_up"]


@dataclass(frozen=True, slots=True)
class LibraryRow:
    """An indicator and where it is from; `entry` is what picking it puts into the sheet."""

    row: GoalIndicator
    origin: str
    entry: dict[str, Any]


def indicator_library(
    last: Iterable[tuple[str, GoalTable]], schemes: Iterable[str], projects: Iterable[tuple[str, GoalTable]] = ()
) -> tuple[LibraryRow, ...]:
    """The rows of the department's *projects* (name and table), of earlier tables (each with a name for where it is
    from), then the leaves of *schemes*.

    An indicator of one name and place is listed once, with the values of the first table that has it; each project's
    is its own, and says which project it is from.
    """
    found: dict[tuple[str, ...], LibraryRow] = {}
    for name, table in projects:
        for row in (replace(row, project=name) for row in table.indicators if row.name):
            key = (row.first, row.second, row.name, name)
            found.setdefault(key, LibraryRow(row, f"项目“{name}”", row_entry(row)))
    for origin, table in last:
        for row in table.indicators:
            if row.name:
                found.setdefault((row.first, row.second, row.name), LibraryRow(row, origin, row_entry(row)))
    for name in schemes:
        scheme = find_scheme(name).scheme
        title = scheme.title if scheme is not None else ""
        for path, node in walk(scheme.indicators) if scheme is not None else ():
            if node.is_leaf and len(path) >= 3:
                row = GoalIndicator(path[0], path[1], path[-1])
                found.setdefault((row.first, row.second, row.name), LibraryRow(row, title, row_entry(row)))
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class FundsLine:
    """A project's money in 万元: what its own table says, and what the department's 项目支出 lists for it."""

    name: str
    own: Fraction | None
    listed: Fraction | None

    @property
    def off(self) -> Fraction | None:
        """What the department lists more than the project's own table; None where either is missing."""
        return self.listed - self.own if self.own is not None and self.listed is not None else None


@dataclass(frozen=True, slots=True)
class Rolled:
    """All projects against the department's 项目支出; a project that only one side knows has None on the other."""

    lines: tuple[FundsLine, ...]
    total: FundsLine


def rolled_up(department: GoalTable, projects: Iterable[tuple[str, Fraction | None]]) -> Rolled:
    """Compares the projects' totals (name, 资金总额 in 万元) with the department's 项目支出 and its items."""
    spending = next((line for line in department.funds.expenditures if "项目支出" in line.name), None)
    listed = {item.name: item.full_year for item in spending.items} if spending is not None else {}
    own = dict(projects)
    lines = tuple(FundsLine(name, own.get(name), listed.get(name)) for name in dict.fromkeys((*own, *listed)))
    known = [amount for amount in own.values() if amount is not None]
    total = FundsLine("合计", sum(known, Fraction(0)) if known else None, spending.full_year if spending else None)
    return Rolled(lines, total)
