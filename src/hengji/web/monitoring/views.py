"""Pages of the monitoring: the list with its lights, the sheet, notices."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from typing import Any, Final, cast

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from hengji.facts.numbers import shown
from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.frame.years import year_of, years_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.monitoring import MonitoringNotice
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.monitoring.notices import answer, give_notice
from hengji.web.monitoring.sheet import monitored_work, projects_beside, with_goal_tables
from hengji.web.rights import Right, has_right, may
from hengji.web.works.content import at
from hengji.web.works.page import seen_work, work_context
from hengji.web.works.transitions import RefusedError
from hengji.workflows.monitored import Monitored

__all__ = ["answer_notice", "index", "lights", "notify", "show"]

_TEXTS: Final = (
    ("forecast", gettext_lazy("预计全年")),
    ("cause", gettext_lazy("偏差原因")),
    ("measure", gettext_lazy("纠偏措施")),
    ("owner", gettext_lazy("责任人")),
    ("due", gettext_lazy("完成时间")),
)


def _columns(sheet: Callable[[Work], Monitored]) -> tuple[Column[Work], ...]:
    return (
        Column("year", _("年度"), lambda work: str(work.stage.campaign.year), ("stage__campaign__year",), number=True),
        Column("organisation", _("单位"), lambda work: str(work.organisation), ("organisation__sort_key",)),
        Column("project", _("项目"), lambda work: str(work.project or _("部门整体")), ("project__name",)),
        Column("stage", _("阶段"), lambda work: str(work.stage), ("stage__order",)),
        Column("state", _("状态"), lambda work: work.get_state_display(), ("state",)),
        Column("execution", _("执行进度"), lambda work: _(sheet(work).execution.word)),
        Column("red", _("滞后目标"), lambda work: str(sheet(work).lights.get("red", 0)), number=True),
        Column("deadline", _("期限"), lambda work: f"{work.deadline:%Y-%m-%d}", ("stage__deadline",)),
    )


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All monitorings within sight, departments' and projects', each with its lights."""
    user = cast(User, request.user)
    works = Work.objects.visible_to(user).filter(stage__kind=StageKind.MONITORING)
    asked = {key: request.GET.get(key, "").strip() for key in ("words", "of", "stage")}
    year = year_of(request)
    stages = works.order_by().values_list("stage__name", flat=True).distinct()
    works = works.named(asked["words"])
    works = works.filter(stage__campaign__year=year) if year is not None else works
    works = works.filter(stage__name=asked["stage"]) if asked["stage"] else works
    if asked["of"] in {"department", "project"}:
        works = works.filter(project__isnull=asked["of"] == "department")
    ordered = with_goal_tables(works).with_context().order_by(
        "-stage__campaign__year", "organisation__sort_key", F("project__name").asc(nulls_first=True), "stage__order"
    )  # fmt: skip
    known: dict[int, Monitored] = {}

    def sheet(work: Work) -> Monitored:
        """Each sheet is judged once, however many columns ask."""
        if work.pk not in known:
            known[work.pk] = monitored_work(work)
        return known[work.pk]

    listing = Listing(request, ordered, _columns(sheet), _("绩效监控"))
    if listing.is_asked_for_export:
        return listing.export()
    rows = [(work, sheet(work)) for work in listing.page]
    context = {"listing": listing, "rows": rows, "asked": asked, "year": year, "years": years_of(user),
               "stages": sorted(stages)}  # fmt: skip
    return render(request, "monitoring/index.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet: execution, goals, lights, causes and measures."""
    work = seen_work(request, pk, StageKind.MONITORING)
    user = cast(User, request.user)
    sheet = monitored_work(work)
    projects, rolled = projects_beside(work, sheet)
    context = {
        **work_context(request, work),
        "projects": projects,
        "rolled": rolled,
        "sheet": sheet,
        "rows": _rows(work, sheet),
        "money": _money(work, sheet),
        "notices": work.notices.select_related("by", "answered_by"),
        "notifies": has_right(user, Right.ACCEPT),
        "answers": has_right(user, Right.OBJECT),
    }
    return render(request, "monitoring/show.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def lights(request: HttpRequest, pk: int) -> HttpResponse:
    """Only what changes as one types."""
    work = seen_work(request, pk, StageKind.MONITORING)
    sheet = monitored_work(work)
    projects, rolled = projects_beside(work, sheet)
    context = {"sheet": sheet, "rows": _rows(work, sheet), "projects": projects, "rolled": rolled}
    return render(request, "monitoring/lights.html", context)


@may(Right.ACCEPT)
@require_POST
def notify(request: HttpRequest, pk: int) -> HttpResponse:
    """A notice to the department."""
    work = seen_work(request, pk, StageKind.MONITORING)
    due: date | None = parse_date(request.POST.get("due", ""))
    with refusals_told(request):
        if due is None:
            raise RefusedError(_("请填答复期限。"))
        give_notice(work, request.POST.get("text", ""), due, actor_of(request))
        messages.success(request, _("已发出监控提示。"))
    return redirect("monitoring_work", pk=pk)


@may(Right.OBJECT)
@require_POST
def answer_notice(request: HttpRequest, pk: int, notice: int) -> HttpResponse:
    """The department's answer."""
    work = seen_work(request, pk, StageKind.MONITORING)
    found = get_object_or_404(MonitoringNotice, pk=notice, work=work)
    with refusals_told(request):
        answer(found, request.POST.get("text", ""), actor_of(request))
        messages.success(request, _("已答复。"))
    return redirect("monitoring_work", pk=pk)


def _rows(work: Work, sheet: Monitored) -> list[dict[str, Any]]:
    """Each goal with its fields; a field's path and value are what saving.js needs."""
    return [
        {
            "goal": goal,
            "number": number,
            "actual": _field(work, ("goals", goal.key, "actual")),
            "texts": [{"name": name, **_field(work, ("goals", goal.key, key))} for key, name in _TEXTS],
        }
        for number, goal in enumerate(sheet.goals)
    ]


def _money(work: Work, sheet: Monitored) -> list[dict[str, Any]]:
    total = (
        _("{budget}万元").format(budget=shown(sheet.execution.budget, 2)) if sheet.execution.budget is not None else ""
    )
    names = (
        ("budget", _("全年预算数"), total),
        (
            "spent",
            _("截至{month}月{day}日累计支出").format(month=f"{sheet.as_of:%m}", day=f"{sheet.as_of:%d}"),
            _("如 1,234.56万元"),
        ),
        ("forecast", _("全年预计支出"), _("不填则按当前进度推算")),
        *((key, name, "") for key, name in _TEXTS[1:]),
    )
    return [{"name": name, "hint": hint, **_field(work, (key,))} for key, name, hint in names]


def _field(work: Work, path: tuple[str, ...]) -> dict[str, str]:
    value = at(work.content, path)
    return {
        "path": json.dumps(path, ensure_ascii=False),
        "saved": json.dumps(value, ensure_ascii=False),
        "value": "" if value is None else str(value),
    }
