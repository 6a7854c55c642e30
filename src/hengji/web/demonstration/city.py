"""Builds 示例市: its organisations and people, and four rounds with departments at every stage.

Days are counted from *today*, so that something is always due and something late. Scores are the engine's.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction
from importlib.resources import files
from typing import Any, Final

import yaml
from django.contrib.auth.hashers import make_password
from django.db import transaction

from hengji.web.demonstration.built import City
from hengji.web.demonstration.evidence import add_evidence
from hengji.web.demonstration.figures import Department, self_evaluation
from hengji.web.demonstration.goals import add_goals
from hengji.web.demonstration.monitoring import add_monitoring
from hengji.web.demonstration.projects import add_project_evaluations
from hengji.web.demonstration.verifications import add_verifications
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models import (
    Assignment,
    Campaign,
    Jurisdiction,
    Organisation,
    Participation,
    Role,
    SchemeChoice,
    Stage,
    State,
    User,
    Version,
    Work,
)
from hengji.web.models.campaign import StageKind
from hengji.workflows.rubric import judgement_content
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import score_content

__all__ = ["build_city"]

SCHEME: Final = "common-framework-2013"

_STATES: Final[dict[str, tuple[State, ...]]] = {
    # what became of the current round's self-evaluation and verification, department by department
    "301": (State.FILLING, State.UNASSIGNED),
    "302": (State.ACCEPTED, State.LOCKED),
    "303": (State.ACCEPTED, State.VERIFYING),
    "304": (State.SUBMITTED, State.UNASSIGNED),
    "305": (State.ACCEPTED, State.PRELIMINARY),
    "306": (State.RETURNED, State.UNASSIGNED),
    "307": (State.DELIVERED, State.UNASSIGNED),
    "308": (State.ACCEPTED, State.SECOND_OPINION),
    "309": (State.ACCEPTED, State.OBJECTED),
    "310": (State.WAITING, State.UNASSIGNED),
    "311": (State.ACCEPTED, State.UNASSIGNED),
    "312": (State.FILLING, State.UNASSIGNED),
}


@transaction.atomic
def build_city(today: date, password: str) -> City | None:
    """Builds the city in an empty database; None where there is one already, whatever was changed in it."""
    if Jurisdiction.objects.exists():
        return None
    plan = yaml.safe_load((files("hengji.web.demonstration") / "city.yaml").read_text("utf-8"))
    places = _jurisdictions(plan["jurisdictions"])
    organisations, departments = _organisations(plan, places)
    people = _people(plan["people"], organisations, departments, password)
    city = City(today, departments, organisations, people, {})
    for year in range(city.year - 2, city.year + 2):
        city.campaigns[year] = _campaign(city, places["990100"], year)
        _works(city, year)
    add_goals(city)
    add_monitoring(city)
    add_project_evaluations(city)
    add_evidence(city)
    add_verifications(city)
    return city


def _jurisdictions(rows: list[dict[str, str]]) -> dict[str, Jurisdiction]:
    places: dict[str, Jurisdiction] = {}
    for row in rows:
        parent = places.get(row.get("parent", ""))
        places[row["code"]] = Jurisdiction.objects.create(code=row["code"], name=row["name"], parent=parent)
    return places


def _organisations(
    plan: dict[str, Any], places: dict[str, Jurisdiction]
) -> tuple[dict[str, Organisation], dict[str, Department]]:
    made = {
        row["code"]: Organisation.objects.create(
            code=row["code"], name=row["name"], kind=row["kind"], jurisdiction=places[row["jurisdiction"]]
        )
        for row in plan["organisations"]
    }
    departments = {}
    for row in plan["departments"]:
        units = tuple(row.pop("units"))
        department = Department(units=units, **{**row, "budget": Fraction(row["budget"])})
        departments[department.code] = department
        made[department.code] = parent = Organisation.objects.create(
            code=department.code,
            name=department.name,
            kind="department",
            jurisdiction=places["990100"],
            nature=department.nature,
            establishment=department.establishment,
            headcount=department.headcount,
        )
        for number, unit in enumerate(units, start=1):
            posts = 12 + 3 * number
            Organisation.objects.create(
                code=f"{department.code}{number:03}", name=unit, kind="unit", jurisdiction=places["990100"],
                nature="事业", parent=parent, establishment=posts, headcount=posts - number % 3,
            )  # fmt: skip
    return made, departments


def _people(
    rows: list[dict[str, str]],
    organisations: dict[str, Organisation],
    departments: dict[str, Department],
    password: str,
) -> dict[str, User]:
    """The people of the plan, and a preparer and an approver for every department that has none there."""
    taken = {(row["organisation"], row["role"]) for row in rows}
    more = [
        {"username": f"{prefix}{code}", "name": f"{family}{'文强' if role == Role.APPROVER else '晓敏'}",
         "role": role, "organisation": code}
        for (code, family) in zip(departments, "赵钱孙李周吴郑王冯陈褚卫", strict=True)
        for prefix, role in (("tianbao", Role.PREPARER), ("bumen", Role.APPROVER))
        if (code, role) not in taken
    ]  # fmt: skip
    people = {}
    hashed = make_password(password)  # once: hashing is slow on purpose, and they all share the word
    for row in (*rows, *more):
        user = User(username=row["username"], name=row["name"], role=row["role"])
        user.organisation = organisations[row["organisation"]]
        user.password = hashed
        user.save()
        people[user.username] = user
    return people


def _campaign(city: City, place: Jurisdiction, year: int) -> Campaign:
    closed = year < city.year
    campaign = Campaign.objects.create(
        jurisdiction=place,
        year=year,
        title=f"示例市{year}年度部门整体支出绩效工作",
        notice_number=f"示财绩〔{year}〕{year % 7 + 5}号",
        state=Campaign.State.CLOSED if closed else Campaign.State.OPEN,
        based_on=city.campaigns.get(year - 1),
    )
    SchemeChoice.objects.create(campaign=campaign, scheme=SCHEME)
    for order, (kind, name, opens, deadline, as_of) in enumerate(_stages(city, year), start=1):
        Stage.objects.create(
            campaign=campaign, kind=kind, name=name, order=order, opens=opens, deadline=deadline, as_of=as_of
        )
    for code in city.departments:
        Participation.objects.create(campaign=campaign, organisation=city.organisations[code], scheme=SCHEME)
    return campaign


def _stages(city: City, year: int) -> list[tuple[StageKind, str, date, date, date | None]]:
    """Past rounds keep the calendar of the field; in the two open ones something is due soon and something late."""
    goals = (StageKind.GOALS, "绩效目标", date(year - 1, 11, 1), date(year - 1, 12, 20), None)
    half = (StageKind.MONITORING, "半年监控", date(year, 7, 1), date(year, 8, 15), date(year, 6, 30))
    own = (StageKind.SELF_EVALUATION, "绩效自评", date(year + 1, 2, 1), date(year + 1, 4, 30), None)
    check = (StageKind.VERIFICATION, "自评核查", date(year + 1, 5, 1), date(year + 1, 8, 31), None)
    day = timedelta(days=1)
    if year == city.year:
        own = (*own[:2], city.today - 40 * day, city.today - 3 * day, None)
        check = (*check[:2], city.today - 30 * day, city.today + 25 * day, None)
    if year > city.year:
        goals = (*goals[:2], city.today - 60 * day, city.today + 6 * day, None)
        name, as_of = _last_quarter(city.today)
        half = (StageKind.MONITORING, name, city.today - 20 * day, city.today + 15 * day, as_of)
        return [goals, half]
    return [goals, half, own, check]


def _last_quarter(today: date) -> tuple[str, date]:
    """The end of the last whole quarter of this year, and what its monitoring is called."""
    ends = {
        "一季度监控": date(today.year, 3, 31),
        "半年监控": date(today.year, 6, 30),
        "三季度监控": date(today.year, 9, 30),
    }
    gone = [(name, end) for name, end in ends.items() if end < today]
    return gone[-1] if gone else ("一季度监控", ends["一季度监控"])


def _works(city: City, year: int) -> None:
    for stage in city.campaigns[year].stages.all():
        for position, department in enumerate(city.departments.values()):
            state = _state(city, year, StageKind(stage.kind), department, position)
            work = Work.objects.create(
                stage=stage, organisation=city.organisations[department.code], state=state,
                content=_content(city, year, StageKind(stage.kind), department, state),
            )  # fmt: skip
            _handed_on(city, work, state)


def _state(city: City, year: int, kind: StageKind, department: Department, position: int) -> State:
    if year < city.year:
        return State.LOCKED if kind == StageKind.VERIFICATION else State.ACCEPTED
    if year == city.year and kind in {StageKind.SELF_EVALUATION, StageKind.VERIFICATION}:
        return _STATES[department.code][kind == StageKind.VERIFICATION]
    if year == city.year:
        return State.ACCEPTED
    ahead = (State.ACCEPTED, State.DELIVERED, State.SUBMITTED, State.FILLING, State.WAITING)
    return ahead[position % 5] if kind == StageKind.GOALS else State.WAITING


def _content(city: City, year: int, kind: StageKind, department: Department, state: State) -> dict[str, Any]:
    if kind not in {StageKind.SELF_EVALUATION, StageKind.VERIFICATION} or state in {State.WAITING, State.UNASSIGNED}:
        return {}
    content = _spelled_out(self_evaluation(department, year, city.year - min(year, city.year)))
    if kind == StageKind.VERIFICATION:
        content["evaluation"] = "verified"
    elif state == State.FILLING:
        for name in ("公众或服务对象满意度", "实际政府采购金额"):
            content["data"].pop(name)
        content["judgements"].pop("效果/履职效益/社会效益")
    return content


def _spelled_out(content: dict[str, Any]) -> dict[str, Any]:
    """Judgements cell by cell, as the rubric page enters them."""
    scheme = find_scheme(SCHEME).scheme
    evaluation = score_content(content, scheme, "演示").evaluation if scheme else None
    if evaluation is None:
        raise ValueError("the demonstration's figures do not fit its scheme")
    return {**content, "judgements": judgement_content(evaluation)}


def _handed_on(city: City, work: Work, state: State) -> None:
    """A version and the history for what was handed on, by those who would have done it."""
    organisation = work.organisation
    verification = work.stage.kind == StageKind.VERIFICATION
    if verification and state != State.UNASSIGNED:
        agency = city.organisations["901" if organisation.code < "307" else "902"]
        verifier, lead = city.someone(agency, Role.VERIFIER), city.someone(agency, Role.LEAD_VERIFIER)
        Assignment.objects.create(work=work, agency=agency, verifier=verifier, lead=lead, declared_by=verifier)
    if state in {State.WAITING, State.FILLING, State.UNASSIGNED, State.VERIFYING}:
        return
    by = city.people["hecha" if organisation.code < "307" else "hecha2"] if verification else city.someone(
        organisation, Role.PREPARER
    )  # fmt: skip
    work.submitted_by = by
    work.save()
    Version.objects.create(work=work, number=1, state=state, content=work.content, by=by, note="演示数据")
    record(Actor(by), work, [Change("演示", "", None, State(state).label)], organisation.pk)
