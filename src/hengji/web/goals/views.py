"""The page of a goal table: its list, its sheets, the checks beside them, remarks."""

from __future__ import annotations

import json
from typing import Any, Final, cast

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.frame.years import year_of
from hengji.web.goals.forms import RemarkForm
from hengji.web.goals.remarks import remark, resolve
from hengji.web.goals.sheet_page import goals_page, library_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.conversation import Comment
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.projects.stages import projects_of
from hengji.web.rights import Right, has_right, may
from hengji.web.works.page import is_editable, seen_work, work_context

__all__ = ["add_remark", "checks", "index", "library", "resolve_remark", "show"]

_COLUMNS: Final = (
    Column[Work](
        "year",
        gettext_lazy("年度"),
        lambda work: str(work.stage.campaign.year),
        ("stage__campaign__year",),
        number=True,
    ),
    Column[Work](
        "organisation", gettext_lazy("单位"), lambda work: str(work.organisation), ("organisation__sort_key",)
    ),
    Column[Work]("project", gettext_lazy("项目"), lambda work: str(work.project or ""), ("project__name",)),
    Column[Work]("state", gettext_lazy("状态"), lambda work: work.get_state_display(), ("state",)),
    Column[Work]("deadline", gettext_lazy("期限"), lambda work: f"{work.deadline:%Y-%m-%d}", ("stage__deadline",)),
    Column[Work](
        "changed",
        gettext_lazy("最近修改"),
        lambda work: f"{timezone.localtime(work.changed):%Y-%m-%d %H:%M}",
        ("changed",),
    ),
)


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All goal tables within sight: departments' and projects'."""
    works = Work.objects.visible_to(cast(User, request.user)).filter(stage__kind=StageKind.GOALS).with_context()
    years = works.order_by("-stage__campaign__year").values_list("stage__campaign__year", flat=True).distinct()
    asked = {key: request.GET.get(key, "").strip() for key in ("words", "state", "of")}
    year = year_of(request)
    works = works.named(asked["words"])
    if year is not None:
        works = works.filter(stage__campaign__year=year)
    if asked["state"]:
        works = works.filter(state=asked["state"])
    if asked["of"] in {"department", "project"}:
        works = works.filter(project__isnull=asked["of"] == "department")
    ordered = works.order_by(
        "-stage__campaign__year", "organisation__sort_key", F("project__name").asc(nulls_first=True)
    )
    listing = Listing(request, ordered, _COLUMNS, _("绩效目标"))
    if listing.is_asked_for_export:
        return listing.export()
    states = [choice for choice in State.choices if choice[0] in _STATES]
    context = {"listing": listing, "asked": asked, "years": list(years), "year": year, "states": states}
    return render(request, "goals/index.html", context)


_STATES: Final = frozenset(
    {
        State.WAITING, State.FILLING, State.SUBMITTED, State.RETURNED, State.DELIVERED, State.ACCEPTED,
        State.ADJUSTING,
    }
)  # fmt: skip


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The goal table, edited like a spreadsheet by who may, read by the others."""
    work = seen_work(request, pk, StageKind.GOALS)
    context = work_context(request, work)
    versions = work.versions.count()
    return render(
        request,
        "goals/show.html",
        {
            **context,
            **_said(request, work),
            "versions": versions,
            "projects": projects_of(work),
        },
    )


@may(Right.SEE_OWN_PAGES)
@require_GET
def checks(request: HttpRequest, pk: int) -> HttpResponse:
    """What changes as one types: the words beside the rows, sums, coverage. htmx puts each in its place."""
    work = seen_work(request, pk, StageKind.GOALS)
    return render(request, "goals/checks.html", {"work": work, "oob": True, **_said(request, work)})


@may(Right.FILL)
@require_GET
def library(request: HttpRequest, pk: int) -> HttpResponse:
    """Indicators to pick from."""
    work = seen_work(request, pk, StageKind.GOALS)
    rows = [(one.row, one.origin, json.dumps(one.entry, ensure_ascii=False)) for one in library_of(work)]
    return render(request, "goals/library.html", {"rows": rows})


@may(Right.APPROVE, Right.ACCEPT)
@require_POST
def add_remark(request: HttpRequest, pk: int) -> HttpResponse:
    """Keeps a remark on a row."""
    work = seen_work(request, pk, StageKind.GOALS)
    form = RemarkForm(request.POST)
    if form.is_valid():
        remark(work, form.cleaned_data["place"], form.cleaned_data["text"], actor_of(request))
        messages.success(request, _("意见已记在这一行，填报人会看到。"))
    else:
        messages.error(request, _("意见没有保存：请写明意见，不超过 1000 字。"))
    return redirect("goals_work", pk=pk)


@may(Right.FILL, Right.APPROVE, Right.ACCEPT)
@require_POST
def resolve_remark(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Marks a remark as dealt with."""
    work = seen_work(request, pk, StageKind.GOALS)
    with refusals_told(request):
        resolve(get_object_or_404(Comment, pk=number, work=work, is_internal=False), actor_of(request))
    return redirect("goals_work", pk=pk)


def _said(request: HttpRequest, work: Work) -> dict[str, Any]:
    user = cast(User, request.user)
    remarks = has_right(user, Right.APPROVE) or has_right(user, Right.ACCEPT)
    return {
        "page": goals_page(work),
        "editable": is_editable(work, user),
        "may_remark": remarks and work.state != State.WAITING,
        "may_resolve": remarks or has_right(user, Right.FILL),
    }
