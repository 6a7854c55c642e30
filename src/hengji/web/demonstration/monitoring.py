"""Monitoring of 示例市: what departments and projects had spent and reached by the day, and why some lag."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import Any, Final

from hengji.facts.numbers import percent, plain, round_half_up, shown
from hengji.facts.targets import Target
from hengji.facts.units import RATE
from hengji.web.demonstration.built import City
from hengji.web.demonstration.figures import PROFILES, Department
from hengji.web.demonstration.handing_on import handed_on
from hengji.web.models import MonitoringNotice, Project, State, Work
from hengji.web.models.campaign import Stage, StageKind
from hengji.web.monitoring.sheet import monitored_work
from hengji.workflows.monitored import MonitoredGoal

__all__ = ["add_monitoring"]

_NOW: Final = {"302": State.DELIVERED, "303": State.RETURNED, "308": State.FILLING, "306": State.SUBMITTED}
"""How far the monitoring of the coming round is; the others have not begun."""
_NOTIFIED: Final = "303"
_PACES: Final = {"slow": "62", "late": "84", "inflated": "78"}
"""What a profile had spent of what the calendar asks, as a percentage; the others keep pace."""
_LAGGING: Final = {"slow": 2, "late": 4, "inflated": 3}
"""Of how many goals one lags."""


def add_monitoring(city: City) -> None:
    """Gives every project its monitoring, and fills the monitoring of departments and projects."""
    stages = Stage.objects.filter(kind=StageKind.MONITORING).select_related("campaign")
    for stage in stages:
        for project in Project.objects.filter(year=stage.campaign.year).select_related("organisation"):
            Work.objects.create(stage=stage, organisation=project.organisation, project=project)
    for work in Work.objects.filter(stage__kind=StageKind.MONITORING).with_context():
        department = city.departments[work.organisation.code]
        coming = work.stage.campaign.year > city.year
        state = _NOW.get(department.code, State.WAITING) if coming else State.ACCEPTED
        if state != State.WAITING:
            _fill(city, work, department, state)


def _fill(city: City, work: Work, department: Department, state: State) -> None:
    sheet = monitored_work(work)
    pace = Fraction(_PACES.get(department.profile, "101")) / 100 * (Fraction(97, 100) if work.project else 1)
    money = _money(sheet.execution.budget, pace * sheet.gone, department)
    goals = {goal.key: _goal(goal, number, department) for number, goal in enumerate(sheet.goals, start=1)}
    work.content = {**money, "goals": {key: cells for key, cells in goals.items() if cells}}
    if state == State.FILLING:
        work.content = {**work.content, "goals": dict(list(work.content["goals"].items())[:4])}
    work.state = state
    work.save()
    handed_on(city, work)
    if department.code == _NOTIFIED and work.project is None and state == State.RETURNED:
        text = "预算执行和部分目标进度滞后，请逐项说明原因、措施和完成时间，并补充项目资金支付计划。"
        reviewer = city.people["shenhe"]
        due = city.today + timedelta(days=10)
        MonitoringNotice.objects.create(work=work, text=text, due=due, by=reviewer)


def _money(budget: Fraction | None, reached: Fraction, department: Department) -> dict[str, str]:
    if budget is None:
        return {}
    spent = round_half_up(budget * min(reached, Fraction(PROFILES[department.profile].executed[-1]) / 100), 2)
    content = {"budget": f"{shown(budget, 2)}万元", "spent": f"{shown(spent, 2)}万元"}
    return content | (_explained("招标流标一次，合同签订晚于计划") if department.profile in _PACES else {})


def _goal(goal: MonitoredGoal, number: int, department: Department) -> dict[str, str]:
    """What was reached by the day; of a department that lags, every so manieth goal lags."""
    every = _LAGGING.get(department.profile, 0)
    lags = bool(every) and number % every == 0 and goal.asked is not None and goal.asked.unit != RATE
    if goal.asked is None:
        return {}
    actual = reached(goal.asked, (Fraction(1, 2) if number % 2 else Fraction(7, 10)) if lags else Fraction(1))
    missed = lags and goal.asked.direction != "qualitative"
    return {"actual": actual} | (_explained(f"“{goal.row.name}”的任务安排靠后，目前只完成了前期准备") if missed else {})


def reached(target: Target, share: Fraction) -> str:
    """*share* of the target as its own unit writes it; where less is better, a little less than was allowed."""
    if target.direction == "qualitative":
        return target.text
    if target.low is None and target.high is not None:
        value = round_half_up(target.high * (Fraction(98, 100) if share == 1 else 1 / share), 2)
        return f"{plain(value)}{target.unit_text}"
    whole = target.low or Fraction(0)
    if target.unit == RATE:
        return percent(round_half_up(whole * share, 4))
    return f"{plain(round_half_up(whole * share, 1 if whole.denominator > 1 else 0))}{target.unit_text}"


def _explained(cause: str) -> dict[str, Any]:
    return {
        "cause": cause,
        "measure": "按月排出进度，每月末通报一次",
        "owner": "业务科负责人",
        "due": "11月30日前",
    }
