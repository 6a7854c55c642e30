"""Goal tables of 示例市: every department's and its projects', computed from the same figures as everything else."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any, Final

import yaml

from hengji.facts.goal_table import Expenditure, Funds, FundSource, GoalIndicator, GoalTable
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.targets import Target, read_target
from hengji.web.demonstration.built import City
from hengji.web.demonstration.figures import Department, budget_of
from hengji.web.models import Comment, Project, Role, State, Version, Work
from hengji.web.models.campaign import StageKind
from hengji.workflows.goal_sheets import sheet_content

__all__ = ["add_goals", "goal_table_of"]

_HANDED_ON: Final = frozenset({State.SUBMITTED, State.DELIVERED, State.ACCEPTED})
_CHECKED_PROJECT: Final = "303"
"""Whose first project's own table asks for more than the department lists for it."""


_TAKING_OVER: Final = frozenset({"301", "302"})
"""Departments of whose indicators one is a project's."""


@lru_cache(maxsize=1)
def _plan() -> dict[str, Any]:
    plan: dict[str, Any] = yaml.safe_load((files("hengji.web.demonstration") / "goals.yaml").read_text("utf-8"))
    return plan


def add_goals(city: City) -> None:
    """Fills the goal stage of every round, and gives each department its projects."""
    works = Work.objects.filter(stage__kind=StageKind.GOALS, project=None).with_context()
    for work in list(works):
        department = city.departments[work.organisation.code]
        age = city.year - work.stage.campaign.year
        table = goal_table_of(department, work.stage.campaign.year, age)
        _keep(work, sheet_content(table))
        for number, name in enumerate(_plan()[department.code]["projects"]):
            _add_project(city, work, department, name, number, age)
    _add_remarks(city)
    _add_earlier_version(city)


def goal_table_of(department: Department, year: int, age: int) -> GoalTable:
    """The table of *department* for *year*, *age* years before the one that is now evaluated (−1: the year after)."""
    plan = _plan()[department.code]
    duties = plan["duties"]
    functions = "；".join(
        f"{number}. {duty}：{'、'.join(works)}" for number, (duty, works) in enumerate(duties.items(), 1)
    )
    people = f"编制{department.establishment}人，实有{department.headcount}人"
    return GoalTable(
        department.name,
        year,
        functions=functions,
        institutions=f"机关内设机构和{len(department.units)}个所属单位（{'、'.join(department.units)}），机关{people}",
        funds=_department_funds(department, age),
        medium_term=f"健全{'、'.join(duties)}的工作机制，三年内主要指标达到全省平均水平以上",
        annual=f"完成{'、'.join(work for works in duties.values() for work in works)}等年度重点工作，预算执行规范有效",
        indicators=(*_common(), *_of_duties(duties, age), *_of_projects(department), *_effects(plan["audience"])),
    )


def _department_funds(department: Department, age: int) -> Funds:
    total = budget_of(department, age)
    fund, special = _share(total, 6), _share(total, 3)
    projects = _project_amounts(department, age)
    spent = sum(projects.values(), Fraction(0))
    items = tuple(Expenditure(name, _share(amount, 42), amount) for name, amount in projects.items())
    half = sum((item.half_year for item in items if item.half_year is not None), Fraction(0))
    return Funds(
        total,
        (
            FundSource("一般公共预算资金", total - fund - special),
            FundSource("政府性基金预算资金", fund),
            FundSource("财政专户管理资金", special),
        ),
        (
            Expenditure("基本支出", _share(total - spent, 50), total - spent),
            Expenditure("项目支出", half, spent, items),
        ),
    )


def _project_amounts(department: Department, age: int) -> dict[str, Fraction]:
    whole = _share(budget_of(department, age), 38)
    shares = _plan()[department.code]["projects"]
    amounts = {name: _share(whole, share) for name, share in shares.items()}
    last = next(reversed(amounts))
    return amounts | {last: whole - sum((amount for name, amount in amounts.items() if name != last), Fraction(0))}


def _common() -> Iterator[GoalIndicator]:
    yield _row("过程", "预算执行", "预算执行率", "≥95%", half="≥45%")
    yield _row("过程", "预算执行", "政府采购执行率", "≥90%", half="≥40%")
    yield _row("过程", "预算管理", "预决算公开率", "=100%")
    grades = "健全：制度齐全并按制度执行；基本健全：制度齐全、执行有缺漏；不健全：缺少主要制度"
    yield _row("过程", "预算管理", "资金管理制度健全性", "健全", grades=grades)


def _of_duties(duties: dict[str, dict[str, list[str]]], age: int) -> Iterator[GoalIndicator]:
    for duty, works in duties.items():
        for work, rows in works.items():
            for row in rows:
                name, value, *grades = (part.strip() for part in row.split("|"))
                full, half = _targets(value, age)
                yield GoalIndicator("履职", duty, name, half, full, work, grades[0] if grades else "")


def _of_projects(department: Department) -> Iterator[GoalIndicator]:
    """What a department takes over from its first project."""
    if department.code in _TAKING_OVER:
        project = next(iter(_plan()[department.code]["projects"]))
        yield replace(_row("效益", "社会效益", "受益对象覆盖率", "≥90%"), project=project)


def _effects(audience: str) -> Iterator[GoalIndicator]:
    yield _row("效益", "社会效益", "重点工作按期完成率", "≥95%", half="≥45%")
    yield _row("满意度", "服务对象满意度", f"{audience}满意度", "≥90%")


def _row(first: str, second: str, name: str, full: str, *, half: str = "", grades: str = "") -> GoalIndicator:
    return GoalIndicator(first, second, name, read_target(half or full), read_target(full), "", grades)


def _targets(value: str, age: int) -> tuple[Target | None, Target | None]:
    """What a count of now was *age* years ago, and half of it by June; rates and words are the same in all years."""
    now = read_target(f"≥{value}")
    if now is None or now.low is None or now.operator == "定性":
        return read_target(value), read_target(value)
    if value.endswith("%"):
        sign = "=" if value == "100%" else "≥"
        return read_target(f"{sign}{value}"), read_target(f"{sign}{value}")
    places = 1 if "." in value else 0
    full = max(Fraction(1), round_half_up(now.low * (1 - Fraction(age, 25)), places))
    half = round_half_up(full * Fraction(9, 20), places) if full > 1 else Fraction(0)
    unit = now.unit_text
    first = read_target(f"≥{plain(half)}{unit}") if half else read_target("年底完成")
    return read_target(f"≥{plain(full)}{unit}"), first


def _add_project(city: City, whole: Work, department: Department, name: str, number: int, age: int) -> None:
    """A project of one year with its goal table, further on or further back than the department's own."""
    amount = _project_amounts(department, age)[name]
    year = whole.stage.campaign.year
    project = Project.objects.create(
        organisation=whole.organisation, year=year, name=name, code=f"{department.code}{year}{number + 1:02}",
        initial_budget=plain(amount),
    )  # fmt: skip
    state = State(whole.state)
    if year > city.year and department.code == "301":
        state = (State.FILLING, State.RETURNED, State.SUBMITTED)[number]
    work = Work.objects.create(stage=whole.stage, organisation=whole.organisation, project=project, state=state)
    stated = amount + 20 if department.code == _CHECKED_PROJECT and number == 0 and age <= 0 else amount
    _keep(work, sheet_content(_project_table(department, year, name, stated, age)))
    if state in _HANDED_ON | {State.RETURNED}:
        preparer = city.someone(whole.organisation, Role.PREPARER)
        work.submitted_by = preparer
        work.save(update_fields=["submitted_by"])
        Version.objects.create(work=work, number=1, state=state, content=work.content, by=preparer, note="演示数据")


def _project_table(department: Department, year: int, name: str, amount: Fraction, age: int) -> GoalTable:
    count = max(Fraction(2), round_half_up(amount / 40, 0))
    half = max(Fraction(1), round_half_up(count * Fraction(2, 5), 0))
    indicators = (
        _row("产出指标", "数量指标", "完成任务数", f"≥{count}项", half=f"≥{half}项"),
        _row("产出指标", "质量指标", "验收合格率", "=100%"),
        _row("产出指标", "时效指标", "按计划完成率", "≥95%"),
        _row("产出指标", "成本指标", "项目总成本", f"≤{plain(amount)}万元", half=f"≤{plain(_share(amount, 42))}万元"),
        _row("效益指标", "社会效益指标", "受益对象覆盖率", "≥90%"),
        _row("满意度指标", "服务对象满意度指标", f"{_plan()[department.code]['audience']}满意度", "≥90%"),
    )
    funds = Funds(
        amount,
        (FundSource("一般公共预算资金", amount),),
        (Expenditure(name, _share(amount, 42), amount),),
    )
    return GoalTable(department.name, year, funds=funds, annual=f"按计划完成{name}的年度任务", indicators=indicators)


def _keep(work: Work, content: dict[str, Any]) -> None:
    """The content as the work's state has it: nothing yet, begun with gaps and slips, or whole."""
    if work.state == State.WAITING:
        return
    work.content = _begun(content) if work.state == State.FILLING else content
    work.save(update_fields=["content"])
    work.versions.update(content=work.content)


def _begun(content: dict[str, Any]) -> dict[str, Any]:
    """A table on which somebody is still working: the slips that officers make, for the checks to find."""
    begun = copy.deepcopy(content)
    rows = begun["indicators"]
    satisfied, last_duty = rows[-1]["key_works"][0]["rows"][0], rows[-3]["key_works"][0]["rows"][0]
    satisfied["target"] = "≤90%"
    last_duty.pop("target", None)
    rows[0]["key_works"][0]["rows"][0]["half_year"] = "≥98%"
    source = begun["funds"]["sources"][0]
    source["full_year"] = source["full_year"].partition(".")[0]
    return begun


def _add_remarks(city: City) -> None:
    """What reviewers said about tables of the coming year: beside rows, one of them dealt with."""
    reviewer = city.people["shenhe"]
    remarks = {
        ("301", "文物保护单位修缮"): ("产出指标", "数量指标", "", "完成任务数", "请写明修缮哪几处，并核对任务数。"),
        ("302", ""): ("过程", "预算执行", "", "政府采购执行率", "上年实际为98%，指标值是否偏低？请核实后说明。"),
        ("304", ""): ("过程", "预算执行", "", "预算执行率", "半年指标值高于全年指标值，请更正。"),
    }  # fmt: skip
    for (code, project), (*levels, text) in remarks.items():
        works = Work.objects.filter(organisation__code=code, stage__kind=StageKind.GOALS)
        works = works.filter(stage__campaign__year=city.year + 1)
        work = works.filter(project__name=project).first() if project else works.filter(project=None).first()
        if work is not None:
            Comment.objects.create(work=work, place="/".join(("indicators", *levels)), text=text, by=reviewer)


def _add_earlier_version(city: City) -> None:
    """One department's table came back once before it was accepted: its versions differ."""
    work = Work.objects.filter(
        organisation__code="302", stage__kind=StageKind.GOALS, stage__campaign__year=city.year, project=None
    ).first()
    if work is None:
        return
    earlier = copy.deepcopy(work.content)
    rows = earlier["indicators"]
    rows[0]["key_works"][0]["rows"][0]["target"] = "≥90%"
    del rows[5]
    work.versions.update(content=earlier, state=State.RETURNED, note="执行率低于上年，任务数漏列一项")
    by = city.someone(work.organisation, Role.PREPARER)
    for number, state in enumerate((State.SUBMITTED, State.DELIVERED, State.ACCEPTED), start=2):
        Version.objects.create(work=work, number=number, state=state, content=work.content, by=by)


def _share(whole: Fraction, percent: int) -> Fraction:
    return round_half_up(whole * Fraction(percent, 100), 2)
