"""What a monitoring sheet says as of a day: execution and every goal against the calendar, each with its light."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, Final

from hengji.facts.figures import Figure, read_figure
from hengji.facts.goal_table import GoalIndicator, GoalTable
from hengji.facts.numbers import percent, plain
from hengji.facts.targets import Target, read_actual
from hengji.facts.units import Unit, read_unit
from hengji.rules.goal_table_notation import read_goal_table
from hengji.scoring.lights import LIGHT_WORDS, Light, Pace, Thresholds, execution_pace, goal_pace, share_of_year
from hengji.workflows.contents import located_content

__all__ = ["Execution", "Monitored", "MonitoredGoal", "Thresholds", "monitored"]

_WAN: Final = read_unit("万元")
_EXPLAINED: Final = ("cause", "measure", "owner", "due")
_EXPLAINED_WORDS: Final = {"cause": "偏差原因", "measure": "纠偏措施", "owner": "责任人", "due": "完成时间"}


@dataclass(frozen=True, slots=True)
class Execution:
    """Money in 万元. `forecast` is what the year will spend at this pace, or what the person expects."""

    budget: Fraction | None
    spent: Fraction | None
    pace: Pace
    forecast: Fraction | None
    is_estimated: bool
    problems: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        return LIGHT_WORDS[self.pace.light]


@dataclass(frozen=True, slots=True)
class MonitoredGoal:
    """One row: `key` is its path; `asked` the target for the day; `entered` what was filled in, as text."""

    key: str
    row: GoalIndicator
    asked: Target | None
    entered: dict[str, str]
    pace: Pace
    problems: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        return LIGHT_WORDS[self.pace.light]


@dataclass(frozen=True, slots=True)
class Monitored:
    """The whole sheet; `gone` is the share of the year, `lights` how many goals show each light."""

    as_of: date
    gone: Fraction
    execution: Execution
    goals: tuple[MonitoredGoal, ...]
    lights: dict[Light, int] = field(default_factory=dict)
    project_budget: Fraction | None = None
    """项目支出 of the goal table for the whole year, in 万元."""

    @property
    def gone_text(self) -> str:
        return percent(self.gone, most=1)

    @property
    def unexplained(self) -> tuple[str, ...]:
        """Names of what shows red or yellow and is not explained yet."""
        return tuple(goal.row.name for goal in self.goals if goal.problems and goal.pace.light in {"red", "yellow"})


def monitored(
    content: dict[str, Any], goals: dict[str, Any], heading: dict[str, str], as_of: date, thresholds: Thresholds
) -> Monitored:
    """The sheet of *content* (what was entered) over the goal table *goals* (its sheets' content).

    Until June the half-year targets count, afterwards those of the year. Texts that are no figures become problems
    of their row; everything else is still judged.
    """
    table = read_goal_table(located_content({**goals, **heading}, "绩效目标表")).table
    rows = tuple(row for row in (table.indicators if table else ()) if row.name)
    entered = content.get("goals") if isinstance(content.get("goals"), dict) else {}
    judged = tuple(_goal(row, entered or {}, as_of, thresholds) for row in rows)
    execution = _execution(content, table, as_of, thresholds)
    lights = Counter(goal.pace.light for goal in judged)
    return Monitored(as_of, share_of_year(as_of), execution, judged, dict(lights), _project_budget(table))


def _project_budget(table: GoalTable | None) -> Fraction | None:
    lines = table.funds.expenditures if table is not None else ()
    return next((line.full_year for line in lines if "项目支出" in line.name), None)


def _goal(row: GoalIndicator, entered: dict[str, Any], as_of: date, thresholds: Thresholds) -> MonitoredGoal:
    key = "/".join(part for part in (row.first, row.second, row.key_work, row.name) if part)
    given = entered.get(key)
    texts = {name: str(value) for name, value in given.items()} if isinstance(given, dict) else {}
    asked = row.half_year if as_of.month <= 6 and row.half_year is not None else row.full_year
    actual, problems = _actual(texts.get("actual", ""), asked)
    pace = goal_pace(asked, actual, thresholds)
    if pace.light in {"red", "yellow"}:
        lacking = "、".join(_EXPLAINED_WORDS[name] for name in _EXPLAINED if not texts.get(name, "").strip())
        problems = (*problems, f"进度{LIGHT_WORDS[pace.light]}，请填{lacking}") if lacking else problems
    return MonitoredGoal(key, row, asked, texts, pace, tuple(problems))


def _actual(text: str, target: Target | None) -> tuple[Fraction | None, tuple[str, ...]]:
    """The figure in the target's unit; words are right for a qualitative goal, and a problem for a figure."""
    if not text.strip() or target is None or target.direction == "qualitative":
        return None, ()
    figure = read_actual(text, target)
    if figure is None:
        return None, (f"“{text}”不是数。目标是 {target}，请填到期末的完成数，如 {_example(target)}",)
    value = _converted(figure, target.unit)
    if value is None:
        return None, (f"“{text}”的单位与目标 {target} 不一致，请改成同样的单位",)
    return value, ()


def _example(target: Target) -> str:
    bound = target.low if target.low is not None else target.high
    return str(target).lstrip("≥≤=><") if bound is not None else "12"


def _converted(figure: Figure, unit: Unit | None) -> Fraction | None:
    if figure.unit is None or unit is None or figure.unit == unit:
        return figure.value
    factor = figure.unit.factor_to(unit)
    return None if factor is None else figure.value * factor


def _execution(content: dict[str, Any], table: GoalTable | None, as_of: date, thresholds: Thresholds) -> Execution:
    problems: list[str] = []
    budget = _money(content.get("budget"), "全年预算数", problems)
    if budget is None and table is not None:
        budget = table.funds.total
    spent = _money(content.get("spent"), "累计支出数", problems)
    expected = _money(content.get("forecast"), "全年预计支出数", problems)
    pace = execution_pace(spent, budget, as_of, thresholds)
    estimate = spent / share_of_year(as_of) if spent is not None else None
    if spent is not None and budget is not None and spent > budget:
        problems.append(f"累计支出 {plain(spent)} 万元超过全年预算 {plain(budget)} 万元，请核对，或先办理预算调整")
    if pace.light in {"red", "yellow"}:
        lacking = "、".join(_EXPLAINED_WORDS[name] for name in _EXPLAINED if not str(content.get(name) or "").strip())
        if lacking:
            problems.append(f"执行进度{LIGHT_WORDS[pace.light]}，请填{lacking}")
    forecast = expected if expected is not None else estimate
    return Execution(budget, spent, pace, forecast, expected is None and estimate is not None, tuple(problems))


def _money(value: Any, name: str, problems: list[str]) -> Fraction | None:
    text = str(value or "").strip()
    if not text:
        return None
    figure = read_figure(text)
    amount = _converted(figure, _WAN) if figure is not None else None
    if amount is None:
        problems.append(f"{name}“{text}”不是金额，请填如 1,234.56万元")
    return amount
