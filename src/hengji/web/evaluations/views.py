"""Pages of the rubric: the list, the table, its scores, the margin, the goal rows."""

from __future__ import annotations

from typing import Any, Final, cast

from django.contrib import messages
from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from hengji.web.evaluations.goal_rows import GoalForm, add_goal, remove_goal
from hengji.web.evaluations.margin import margin_of
from hengji.web.evaluations.rubric import Rubric, rubric_of
from hengji.web.evidence.keeping import citations_of
from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.requests import actor_of
from hengji.web.frame.years import year_of
from hengji.web.goals.remarks import remark, resolve
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.rights import Right, has_right, may
from hengji.web.works.changes import NotOpenError
from hengji.web.works.page import is_editable, seen_work, work_context
from hengji.workflows.evidence_files import ALLOWED

__all__ = ["comment", "fill", "goal_add", "goal_remove", "index", "margin", "scores", "show"]


def _changed(work: Work) -> str:
    return f"{timezone.localtime(work.changed):%Y-%m-%d %H:%M}"


_COLUMNS: Final = (
    Column[Work]("year", gettext_lazy("年度"), lambda work: str(work.stage.campaign.year), ("stage__campaign__year",)),
    Column[Work](
        "organisation", gettext_lazy("单位"), lambda work: str(work.organisation), ("organisation__sort_key",)
    ),
    Column[Work]("project", gettext_lazy("项目"), lambda work: str(work.project or ""), ("project__name",)),
    Column[Work]("state", gettext_lazy("状态"), lambda work: work.get_state_display(), ("state",)),
    Column[Work]("deadline", gettext_lazy("期限"), lambda work: f"{work.deadline:%Y-%m-%d}", ("stage__deadline",)),
    Column[Work]("changed", gettext_lazy("最近修改"), _changed, ("changed",)),
)
_MAY_COMMENT: Final = (Right.FILL, Right.APPROVE, Right.ACCEPT, Right.VERIFY, Right.LEAD)


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All self-evaluations within sight."""
    works = Work.objects.visible_to(cast(User, request.user)).filter(stage__kind=StageKind.SELF_EVALUATION)
    words, state = (request.GET.get(key, "").strip() for key in ("words", "state"))
    year = year_of(request)
    years = works.order_by("-stage__campaign__year").values_list("stage__campaign__year", flat=True).distinct()
    of = request.GET.get("of", "")
    works = works.named(words)
    works = works.filter(project__isnull=of == "department") if of in {"department", "project"} else works
    works = works.filter(state=state) if state in State.values else works
    works = works.filter(stage__campaign__year=year) if year is not None else works
    ordered = works.with_context().order_by(
        "-stage__campaign__year", "organisation__sort_key", F("project__name").asc(nulls_first=True)
    )
    listing = Listing(request, ordered, _COLUMNS, _("绩效自评"))
    if listing.is_asked_for_export:
        return listing.export()
    context = {"listing": listing, "words": words, "state": state, "year": year, "of": of, "states": State.choices}
    context["years"] = list(years)
    return render(request, "evaluations/index.html", context)


def seen_rubric(work: Work) -> Rubric:
    """The rubric with what was cited for its rows."""
    return rubric_of(work, {key: len(found) for key, found in citations_of(work).items()})


def rubric_context(request: HttpRequest, work: Work) -> dict[str, Any]:
    """What the pages of a self-evaluation need besides their own content."""
    return {**work_context(request, work), "rubric": seen_rubric(work), "step_brief": "evaluations/_brief.html"}


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The rubric page: every point appears as it is earned."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    context = {**rubric_context(request, work), "allowed": ",".join(ALLOWED)}
    return render(request, "evaluations/show.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Only what changes as one types: scores, reasons, problems, totals. htmx puts each in its place."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    return render(request, "evaluations/scores.html", {"work": work, "rubric": seen_rubric(work)})


@may(Right.SEE_OWN_PAGES)
@require_GET
def margin(request: HttpRequest, pk: int) -> HttpResponse:
    """The margin of one row."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    return _margin(request, work, request.GET.get("row", ""))


def _margin(request: HttpRequest, work: Work, key: str) -> HttpResponse:
    user = cast(User, request.user)
    found = margin_of(work, seen_rubric(work), key, user)
    if found is None:
        raise Http404
    context = {
        "work": work,
        "margin": found,
        "editable": is_editable(work, user),
        "may_comment": any(has_right(user, right) for right in _MAY_COMMENT),
        "allowed": ",".join(ALLOWED),
    }
    return render(request, "evaluations/margin.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """The cells of one row anew, after its list of events grew or shrank."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    rubric, key = seen_rubric(work), request.GET.get("row", "")
    context = {"work": work, "editable": is_editable(work, cast(User, request.user))}
    line = rubric.line(key)
    if line is not None:
        return render(request, "evaluations/_fill.html", {**context, "line": line})
    beside = next((item for item in rubric.beside if item.name == key), None)
    if beside is None:
        raise Http404
    return render(request, "evaluations/_beside_fill.html", {**context, "item": beside})


@may(*_MAY_COMMENT)
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """A remark on a row, or that one is dealt with; answers with the margin anew."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    key, text = request.POST.get("row", ""), request.POST.get("text", "").strip()[:2000]
    done = request.POST.get("done", "")
    if done.isdecimal():
        open_one = work.comments.filter(pk=int(done), place=key, resolved_at=None).first()
        if open_one is not None:
            resolve(open_one, actor_of(request))
    elif text and margin_of(work, seen_rubric(work), key, cast(User, request.user)) is not None:
        remark(work, key, text, actor_of(request))
    return _margin(request, work, key)


@may(Right.FILL)
@require_POST
def goal_add(request: HttpRequest, pk: int) -> HttpResponse:
    """A new row of the department's own goals."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    form = GoalForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("没有添加：指标名称和全年指标值都要填。"))
    else:
        try:
            add_goal(work, form.cleaned_data, actor_of(request))
            messages.success(request, _("已添加指标“{name}”。").format(name=form.cleaned_data["name"]))
        except NotOpenError:
            messages.error(request, _("这份材料已经提交或锁定，没有改动。"))
    return redirect("evaluation_work", pk=pk)


@may(Right.FILL)
@require_POST
def goal_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a goal row off."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    index, name = request.POST.get("index", ""), request.POST.get("name", "")
    try:
        if index.isdecimal() and remove_goal(work, int(index), name, actor_of(request)):
            messages.success(request, _("已删去指标“{name}”。").format(name=name))
        else:
            messages.error(request, _("这一行刚刚有变化，没有删。请看过再操作。"))
    except NotOpenError:
        messages.error(request, _("这份材料已经提交或锁定，没有改动。"))
    return redirect("evaluation_work", pk=pk)
