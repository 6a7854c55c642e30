"""Pages of the monitoring: the list with its lights, the sheet, notices."""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_GET, require_POST

from hengji.facts.numbers import shown
from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.monitoring import MonitoringNotice
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.monitoring.notices import answer, give_notice
from hengji.web.monitoring.sheet import monitored_work
from hengji.web.rights import Right, has_right, may
from hengji.web.works.content import at
from hengji.web.works.page import seen_work, work_context
from hengji.web.works.transitions import RefusedError
from hengji.workflows.monitored import Monitored

__all__ = ["answer_notice", "index", "lights", "notify", "show"]

_COLUMNS: Final = (
    Column[Work]("year", "年度", lambda work: str(work.stage.campaign.year), ("stage__campaign__year",), number=True),
    Column[Work]("organisation", "单位", lambda work: str(work.organisation), ("organisation__sort_key",)),
    Column[Work]("stage", "阶段", lambda work: str(work.stage), ("stage__order",)),
    Column[Work]("state", "状态", lambda work: work.get_state_display(), ("state",)),
    Column[Work]("execution", "执行进度", lambda work: monitored_work(work).execution.word),
    Column[Work]("red", "滞后目标", lambda work: str(monitored_work(work).lights.get("red", 0)), number=True),
    Column[Work]("deadline", "期限", lambda work: f"{work.deadline:%Y-%m-%d}", ("stage__deadline",)),
)
_TEXTS: Final = (
    ("forecast", "预计全年"),
    ("cause", "偏差原因"),
    ("measure", "纠偏措施"),
    ("owner", "责任人"),
    ("due", "完成时间"),
)


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All monitorings within sight, each with its lights."""
    works = Work.objects.visible_to(cast(User, request.user)).filter(stage__kind=StageKind.MONITORING)
    if words := request.GET.get("words", "").strip():
        works = works.filter(organisation__name__icontains=words)
    ordered = works.with_context().order_by("-stage__campaign__year", "organisation__sort_key", "stage__order")
    listing = Listing(request, ordered, _COLUMNS, "绩效监控")
    if listing.is_asked_for_export:
        return listing.export()
    rows = [(work, monitored_work(work)) for work in listing.page]
    return render(request, "monitoring/index.html", {"listing": listing, "rows": rows, "words": words})


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The sheet: execution, goals, lights, causes and measures."""
    work = seen_work(request, pk, StageKind.MONITORING)
    user = cast(User, request.user)
    sheet = monitored_work(work)
    context = {
        **work_context(request, work),
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
    return render(request, "monitoring/lights.html", {"sheet": sheet, "rows": _rows(work, sheet)})


@may(Right.ACCEPT)
@require_POST
def notify(request: HttpRequest, pk: int) -> HttpResponse:
    """A notice to the department."""
    work = seen_work(request, pk, StageKind.MONITORING)
    due: date | None = parse_date(request.POST.get("due", ""))
    with refusals_told(request):
        if due is None:
            raise RefusedError("请填答复期限。")
        give_notice(work, request.POST.get("text", ""), due, actor_of(request))
        messages.success(request, "已发出监控提示。")
    return redirect("monitoring_work", pk=pk)


@may(Right.OBJECT)
@require_POST
def answer_notice(request: HttpRequest, pk: int, notice: int) -> HttpResponse:
    """The department's answer."""
    work = seen_work(request, pk, StageKind.MONITORING)
    found = get_object_or_404(MonitoringNotice, pk=notice, work=work)
    with refusals_told(request):
        answer(found, request.POST.get("text", ""), actor_of(request))
        messages.success(request, "已答复。")
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
    total = f"{shown(sheet.execution.budget, 2)}万元" if sheet.execution.budget is not None else ""
    names = (
        ("budget", "全年预算数", total),
        ("spent", f"截至{sheet.as_of:%m月%d日}累计支出", "如 1,234.56万元"),
        ("forecast", "全年预计支出", "不填则按当前进度推算"),
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
