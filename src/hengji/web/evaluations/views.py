"""Pages of the self-evaluation."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengji.web.evaluations.rubric import rubric_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, may
from hengji.web.works.page import seen_work, work_context

__all__ = ["index", "scores", "show"]


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All self-evaluations within sight."""
    works = Work.objects.visible_to(cast(User, request.user)).filter(stage__kind=StageKind.SELF_EVALUATION)
    ordered = works.with_context().order_by("-stage__campaign__year", "organisation__sort_key")
    return render(request, "evaluations/index.html", {"works": ordered})


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The rubric page: every point appears as it is earned."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    return render(request, "evaluations/show.html", {**work_context(request, work), "rubric": rubric_of(work)})


@may(Right.SEE_OWN_PAGES)
@require_GET
def scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Only what changes as one types: scores, reasons, problems, totals. htmx puts each in its place."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    return render(request, "evaluations/scores.html", {"work": work, "rubric": rubric_of(work)})
