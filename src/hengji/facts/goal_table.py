"""The goal table of a department: what it promises for a year, with the money it has for that (部门整体绩效目标表)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from fractions import Fraction

from hengji.facts.evaluation import Goal
from hengji.facts.sources import Source
from hengji.facts.targets import Target

__all__ = ["DEFAULT_TITLE", "Expenditure", "FundSource", "Funds", "GoalIndicator", "GoalTable", "goals_of"]

DEFAULT_TITLE = "部门整体绩效目标表"

_DUTY = "履职"
"""The first-level indicator whose second level is the department's duties (职能)."""


@dataclass(frozen=True, slots=True)
class FundSource:
    """Where money comes from: 一般公共预算资金, 政府性基金, … Amounts are in 万元; None where nothing is written."""

    name: str
    full_year: Fraction | None = None
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Expenditure:
    """What money is for, in 万元: planned to be spent by the end of June, and in the whole year.

    `items` are the parts of it that are listed (其中), e.g. the projects of 项目支出.
    """

    name: str
    half_year: Fraction | None = None
    full_year: Fraction | None = None
    items: tuple[Expenditure, ...] = ()
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class Funds:
    """All money of the department, once by source and once by expenditure; `total` is 资金总额 in 万元."""

    total: Fraction | None = None
    sources: tuple[FundSource, ...] = ()
    expenditures: tuple[Expenditure, ...] = ()
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class GoalIndicator:
    """A row of the table. Under 履职, `second` is the duty and `key_work` (重点工作) what is done for it.

    `name` is empty where a key work has no indicator yet. `grades` describes the grades of a qualitative target
    (``健全：……；基本健全：……``), empty where none are described. `project` names the project (项目支出)
    whose indicator the row takes over, empty where it is the department's own.
    """

    first: str
    second: str
    name: str
    half_year: Target | None = None
    full_year: Target | None = None
    key_work: str = ""
    grades: str = ""
    source: Source = field(default=Source(), compare=False)
    project: str = ""

    @property
    def is_quantitative(self) -> bool:
        """Whether either target is a figure."""
        return any(target is not None and target.operator != "定性" for target in (self.half_year, self.full_year))


@dataclass(frozen=True, slots=True)
class GoalTable:
    """The whole table. Texts are as `hengji.facts.wording.one_line` leaves them; rows stand in their order.

    `functions` is 单位主要职能, `institutions` 机构设置及人员配置, `medium_term` and `annual` the goals in words.
    """

    organisation: str
    year: int
    title: str = DEFAULT_TITLE
    functions: str = ""
    institutions: str = ""
    funds: Funds = Funds()
    medium_term: str = ""
    annual: str = ""
    indicators: tuple[GoalIndicator, ...] = ()
    source: Source = field(default=Source(), compare=False)

    @property
    def duty_levels(self) -> frozenset[str]:
        """First-level indicators whose rows hang under duties and key works."""
        return frozenset(row.first for row in self.indicators if row.key_work or row.first.startswith(_DUTY))


def goals_of(table: GoalTable) -> tuple[Goal, ...]:
    """The goals of an evaluation that follow from the table; a key work without an indicator gives none.

    A duty that has two indicators of one name, for different key works, is divided by key work.
    """
    duties = table.duty_levels
    rows = [row for row in table.indicators if row.name]
    paths = [(row.first, row.second, row.name) for row in rows]
    divided = {path[:2] for path, count in Counter(paths).items() if count > 1}
    return tuple(_goal(row, is_duty=row.first in duties, divided=(row.first, row.second) in divided) for row in rows)


def _goal(row: GoalIndicator, *, is_duty: bool, divided: bool) -> Goal:
    levels = (row.first, row.second, row.key_work if divided else "")
    return Goal(
        under=tuple(level for level in levels if level),
        name=row.name,
        target=row.full_year,
        half_year=row.half_year,
        duty=row.second if is_duty else "",
        key_work=row.key_work,
        project=row.project,
        source=row.source,
    )
