"""Self-evaluations of 示例市's projects: the money, what each indicator came to, why something was missed."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Final

from hengji.facts.numbers import round_half_up, shown
from hengji.facts.targets import read_target
from hengji.web.demonstration.built import City
from hengji.web.demonstration.figures import PROFILES, Department
from hengji.web.demonstration.handing_on import handed_on
from hengji.web.demonstration.monitoring import reached
from hengji.web.goals.sheet_page import owner_of
from hengji.web.models import Project, State, Work
from hengji.web.models.campaign import Stage, StageKind
from hengji.workflows.goal_sheet_checks import checked_sheets
from hengji.workflows.prefilling import from_goals
from hengji.workflows.project_prefilling import from_project, with_points
from hengji.workflows.project_tables import EXECUTED, SCHEME
from hengji.workflows.schemes import find_scheme

__all__ = ["add_project_evaluations"]

_STATES: Final[dict[State, tuple[State, ...]]] = {
    # a department's state → those of its projects, one after the other
    State.WAITING: (State.WAITING,),
    State.FILLING: (State.FILLING, State.SUBMITTED, State.DELIVERED),
    State.SUBMITTED: (State.DELIVERED, State.SUBMITTED),
    State.RETURNED: (State.RETURNED, State.DELIVERED),
    State.DELIVERED: (State.DELIVERED,),
}
_MISSED: Final = {"slow": 2, "late": 3, "inflated": 4}
"""Of how many indicators one was missed."""
_LISTED_HIGHER: Final = "306"
"""Whose first project states more than the department's budget lists: the sums differ."""


def add_project_evaluations(city: City) -> None:
    """Gives every project its self-evaluation, in the closed rounds and in the one that is evaluated."""
    for stage in Stage.objects.filter(kind=StageKind.SELF_EVALUATION).select_related("campaign"):
        states = {
            work.organisation_id: State(work.state) for work in Work.objects.filter(stage=stage, project=None)
        }  # fmt: skip
        seen: dict[int, int] = {}
        for project in Project.objects.filter(year=stage.campaign.year).order_by("pk").select_related("organisation"):
            number = seen[project.organisation_id] = seen.get(project.organisation_id, -1) + 1
            ways = _STATES.get(states[project.organisation_id], (State.ACCEPTED,))
            _add(city, stage, project, number, ways[number % len(ways)])


def _add(city: City, stage: Stage, project: Project, number: int, state: State) -> None:
    department = city.departments[project.organisation.code]
    work = Work(stage=stage, organisation=project.organisation, project=project, state=state)
    if state != State.WAITING:
        work.content = _content(work, department, number, city.year - stage.campaign.year)
    if state == State.FILLING:
        work.content["goals"][-1].pop("actual")
        work.content.pop("achieved")
    work.save()
    handed_on(city, work)


def _content(work: Work, department: Department, number: int, age: int) -> dict[str, Any]:
    """From the project's own goal table, as prefilling takes it, with what came of it."""
    project, scheme = work.project, find_scheme(SCHEME).scheme
    goals = Work.objects.get(stage__campaign=work.stage.campaign, stage__kind=StageKind.GOALS, project=project)
    if project is None or scheme is None:
        raise ValueError("the demonstration's projects have a scheme")
    owner, source = owner_of(goals), f"{work.stage.campaign.year}年度绩效目标表"
    table = checked_sheets(goals.content, owner).table
    amount = Fraction(str(project.initial_budget))
    rows = from_goals({}, {**owner.heading(), **goals.content}, scheme, source)
    content: dict[str, Any] = {"data": {}, "goals": []}
    for offer in (*from_project({}, amount, table, source), *with_points(rows, {}, {}, scheme)):
        for edit in offer.edits:
            _put(content, edit.path, edit.after)
    budget = table.funds.total or amount
    spent = round_half_up(budget * Fraction(PROFILES[department.profile].executed[2 - min(age, 2)]) / 100, 2)
    content["data"][EXECUTED] = {"value": f"{shown(spent, 2)}万元", "form": "部门决算 项目支出明细表"}
    if content["funds"].get("lines"):
        content["funds"]["lines"][0]["executed"] = f"{shown(spent, 2)}万元"
    if department.code == _LISTED_HIGHER and number == 0 and age == 0:
        content["funds"]["initial_budget"] = f"{shown(amount + 35, 2)}万元"
    content["achieved"] = f"完成了{project}的年度任务，资金按进度支付，验收资料齐全"
    content["goals"] = [_row(row, place, department, spent) for place, row in enumerate(content["goals"], start=1)]
    return content


def _put(content: dict[str, Any], path: tuple[str | int, ...], value: Any) -> None:
    """The offers' places, all of them keys of mappings but for the rows of goals, which come in their order."""
    if path[0] == "goals":
        content["goals"].append(value)
        return
    holder = content
    for key in path[:-1]:
        holder = holder.setdefault(str(key), {})
    holder[str(path[-1])] = value


def _row(row: dict[str, Any], place: int, department: Department, spent: Fraction) -> dict[str, Any]:
    target = read_target(row.get("target", ""))
    if target is None:
        return row
    every = _MISSED.get(department.profile, 0)
    missed = bool(every) and place % every == 0 and target.low is not None
    actual = (
        f"{shown(spent, 2)}万元" if "成本" in row["name"] else reached(target, Fraction(85 if missed else 100, 100))
    )
    reason = {"reason": "原因：部分任务跨年实施；措施：已列入下一年度一季度计划"} if missed else {}
    return {**row, "actual": actual, **reason}
