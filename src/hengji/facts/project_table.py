"""The self-evaluation of one project as its form prints it (项目支出绩效自评表): money, goal, indicators, scores."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from hengji.facts.sources import Source
from hengji.facts.targets import Target

__all__ = ["DEFAULT_TITLE", "ProjectFunds", "ProjectIndicator", "ProjectTable"]

DEFAULT_TITLE = "项目支出绩效自评表"


@dataclass(frozen=True, slots=True)
class ProjectFunds:
    """One line of money in 万元: 年初预算数, 全年预算数, 全年执行数; None where nothing is written."""

    name: str
    initial_budget: Fraction | None = None
    adjusted_budget: Fraction | None = None
    executed: Fraction | None = None
    source: Source = field(default=Source(), compare=False)

    @property
    def execution_rate(self) -> Fraction | None:
        """全年执行数 ÷ 全年预算数; None where either is missing or the budget is zero."""
        if self.executed is None or not self.adjusted_budget:
            return None
        return self.executed / self.adjusted_budget


@dataclass(frozen=True, slots=True)
class ProjectIndicator:
    """One indicator: `target` is 年度指标值, `actual` 实际完成值 as written, `reason` 偏差原因及改进措施."""

    first: str
    second: str
    name: str
    target: Target | None = None
    actual: str = ""
    points: Fraction | None = None
    score: Fraction | None = None
    reason: str = ""
    source: Source = field(default=Source(), compare=False)


@dataclass(frozen=True, slots=True)
class ProjectTable:
    """The whole form. `total` is the line 年度资金总额, `funds` the lines below it; scores are those it states.

    `expected` and `achieved` are the annual goal and what came of it, in words.
    """

    project: str
    year: int
    title: str = DEFAULT_TITLE
    department: str = ""
    unit: str = ""
    total: ProjectFunds = ProjectFunds("年度资金总额")
    funds: tuple[ProjectFunds, ...] = ()
    execution_points: Fraction | None = None
    execution_score: Fraction | None = None
    expected: str = ""
    achieved: str = ""
    indicators: tuple[ProjectIndicator, ...] = ()
    total_score: Fraction | None = None
    source: Source = field(default=Source(), compare=False)
