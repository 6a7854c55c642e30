"""Pages of the rounds: the list, the matrix, arranging, opening, closing."""

from __future__ import annotations

from typing import Any, Final, cast

from django.contrib import messages
from django.db import transaction
from django.db.models import Count, Q
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengji.web.campaigns import rounds
from hengji.web.campaigns.carrying import not_carried
from hengji.web.campaigns.forms import CampaignForm, ExtensionForm, ReminderForm, SchemeFormSet, stage_formset
from hengji.web.campaigns.matrix import Box, Filters, Line, Matrix, matrix_of
from hengji.web.frame.language import chinese
from hengji.web.frame.listing import Column, Listing
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.history.chain import Change, record
from hengji.web.models.campaign import Campaign
from hengji.web.models.organisation import Organisation
from hengji.web.models.user import User
from hengji.web.models.work import DONE, State
from hengji.web.rights import Right, has_right, may
from hengji.web.works.transitions import RefusedError

__all__ = ["begin", "begin_first", "close", "edit", "index", "open_round", "own_campaign", "show"]


def _share(campaign: Campaign) -> str:
    done, works = getattr(campaign, "done", 0), getattr(campaign, "works", 0)
    return f"{done}/{works}" if works else ""


_ROUNDS: Final = (
    Column[Campaign]("year", gettext_lazy("年度"), lambda one: str(one.year), ("year",), number=True),
    Column[Campaign]("title", gettext_lazy("名称"), lambda one: one.title, ("title",)),
    Column[Campaign]("notice", gettext_lazy("通知文号"), lambda one: one.notice_number, ("notice_number",)),
    Column[Campaign]("place", gettext_lazy("辖区"), lambda one: str(one.jurisdiction), ("jurisdiction__sort_key",)),
    Column[Campaign]("state", gettext_lazy("状态"), lambda one: one.get_state_display(), ("state",)),
    Column[Campaign]("done", gettext_lazy("已办结"), _share, ("done",), number=True),
)


@may(Right.SEE_EVERYBODY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All rounds within sight, the latest first."""
    user = cast(User, request.user)
    seen = Campaign.objects.visible_to(user).select_related("jurisdiction")
    own = seen.filter(jurisdiction=user.organisation.jurisdiction_id) if user.organisation else seen.none()
    words, state = (request.GET.get(key, "").strip() for key in ("words", "state"))
    found = seen.filter(Q(title__icontains=words) | Q(notice_number__icontains=words)) if words else seen
    found = found.filter(state=state) if state in Campaign.State.values else found
    works = Count("stages__works", filter=Q(stages__works__project=None), distinct=True)
    done = Count("stages__works", filter=Q(stages__works__project=None, stages__works__state__in=DONE), distinct=True)
    counted = found.annotate(works=works, done=done)
    listing = Listing(request, counted.order_by("-year", "jurisdiction__path"), _ROUNDS, _("年度工作"))
    if listing.is_asked_for_export:
        return listing.export()
    context = {
        "listing": listing, "newest": own.first(), "manages": has_right(user, Right.MANAGE_CAMPAIGNS), "words": words,
        "state": state, "states": Campaign.State.choices, "this_year": timezone.localdate().year,
    }  # fmt: skip
    return render(request, "campaigns/index.html", context)


@may(Right.SEE_EVERYBODY)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Departments × stages: who is done, who is late, where to look."""
    user = cast(User, request.user)
    campaign = get_object_or_404(Campaign.objects.visible_to(user), pk=pk)
    filters = Filters(*(request.GET.get(key, "").strip() for key in ("words", "nature", "matter", "stage")))
    matrix = matrix_of(campaign, user, timezone.localdate(), filters)
    listing = Listing(request, matrix.lines, _columns(matrix), str(campaign))
    if listing.is_asked_for_export:
        return listing.export()
    home = user.organisation
    own = home is not None and campaign.jurisdiction_id == home.jurisdiction_id
    context = {
        "campaign": campaign, "matrix": matrix, "listing": listing, "filters": filters, "states": State.choices,
        "manages": own and has_right(user, Right.MANAGE_CAMPAIGNS), "extension": ExtensionForm(),
        "reminder": ReminderForm(campaign), "notes": not_carried(campaign), "sort": request.GET.get("sort", ""),
        "all_stages": campaign.stages.all(), "query": request.GET.urlencode(),
    }  # fmt: skip
    return render(request, "campaigns/show.html", context)


def _columns(matrix: Matrix) -> list[Column[Line]]:
    """On the page the name and a column per stage; an export has a column for everything that a cell says."""
    columns = [
        Column[Line](
            "name", _("单位"), lambda line: line.organisation.name, order=lambda line: line.organisation.sort_key
        )
    ]
    columns += [
        Column("code", _("代码"), lambda line: line.organisation.code, order=lambda line: line.organisation.code,
               exported=True),
        Column("nature", _("性质"), lambda line: line.organisation.nature, exported=True),
        Column("late", _("逾期天数"), lambda line: str(line.late or ""), order=lambda line: line.late, exported=True),
        Column("done", _("办结"), lambda line: str(line.done), order=lambda line: line.done, exported=True),
    ]  # fmt: skip
    for at, stage in enumerate(matrix.stages):
        columns += _of_stage(at, stage.pk, str(stage))
    return columns


def _of_stage(at: int, pk: int, name: str) -> list[Column[Line]]:
    def box(line: Line) -> Box:
        return line.boxes[at]

    def deadline(line: Line) -> str:
        work = box(line).work
        return f"{work.deadline:%Y-%m-%d}" if work is not None else ""

    def late(line: Line) -> str:
        return str(box(line).late or "")

    def projects(line: Line) -> str:
        found = box(line).projects
        return f"{found.handed_in}/{found.total}" if found is not None else ""

    def rank(line: Line) -> tuple[int, str]:
        work = box(line).work
        return (-1, "") if work is None else (_ORDER[State(work.state)], deadline(line))

    return [
        Column(f"stage-{pk}", name, lambda line: box(line).word, order=rank),
        Column(f"due-{pk}", _("{name}期限").format(name=name), deadline, exported=True),
        Column(f"late-{pk}", _("{name}逾期天数").format(name=name), late, exported=True),
        Column(f"projects-{pk}", _("{name}项目（已报送/全部）").format(name=name), projects, exported=True),
        Column(f"told-{pk}", _("{name}催办").format(name=name), lambda line: box(line).reminded, exported=True),
    ]


_ORDER: Final = {state: number for number, state in enumerate(State)}
"""How far a work is."""


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft of the next year, from this one."""
    last = own_campaign(request, pk)
    try:
        campaign = rounds.begin(last, actor_of(request))
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("campaigns")
    return redirect("campaign_edit", pk=campaign.pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def begin_first(request: HttpRequest) -> HttpResponse:
    """The first round of a bureau that has none to go by."""
    user = cast(User, request.user)
    if user.organisation is None:
        return redirect("campaigns")
    try:
        place, year = user.organisation.jurisdiction, timezone.localdate().year
        campaign = rounds.begin_first(place, year, actor_of(request))
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("campaigns")
    return redirect("campaign_edit", pk=campaign.pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's title, notice, lights, stages, schemes and scope."""
    campaign = own_campaign(request, pk)
    drafting = campaign.state == Campaign.State.DRAFT
    posted = request.POST or None
    form = CampaignForm(posted, instance=campaign)
    stages = stage_formset(campaign)(posted, instance=campaign)
    schemes = SchemeFormSet(posted if drafting else None, instance=campaign)
    parts: list[Any] = [form, stages, *([schemes] if drafting else [])]
    sound = [part.is_valid() for part in parts]  # each says what is wrong with it
    if request.method == "POST" and all(sound):
        _save(request, campaign, form, stages, schemes)
        messages.success(request, _("已保存。"))
        return redirect("campaign", pk=campaign.pk)
    context = {
        "campaign": campaign, "form": form, "stages": stages, "schemes": schemes,
        "notes": not_carried(own_campaign(request, pk)),
        "natures": Organisation.objects.departments().filter(jurisdiction=campaign.jurisdiction).exclude(nature="")
        .order_by().values_list("nature", flat=True).distinct(),
    }  # fmt: skip
    return render(request, "campaigns/edit.html", context)


_LAST: Final = 500
"""Where a new stage stands until the stages are numbered anew."""


@transaction.atomic
def _save(request: HttpRequest, campaign: Campaign, form: CampaignForm, stages: Any, schemes: Any) -> None:
    """Everything or nothing, with what it was before."""
    actor, user = actor_of(request), cast(User, request.user)
    changes = [change for one in (form, *stages.forms) for change in _changes(one)]
    campaign.revision += 1
    form.save()
    for number, one in enumerate(stages.extra_forms, start=_LAST):
        one.instance.order = number
    stages.save()
    if campaign.state == Campaign.State.DRAFT:
        changes += [change for one in schemes.forms for change in _changes(one)]
        schemes.save()
        rounds.arrange(campaign)
        rounds.set_scope(campaign, cast("list[Organisation]", form.cleaned_data["departments"]), actor)
    record(actor, campaign, changes, user.organisation_id)


def _changes(form: BaseForm) -> list[Change]:
    where = str(getattr(form.instance, "name", "") or getattr(form.instance, "nature", ""))  # type: ignore[attr-defined]
    said = []
    for name in form.changed_data:
        if name in {"departments", "seen"}:
            continue
        before, after = form.initial.get(name), form.cleaned_data.get(name)
        label = chinese(form.fields[name].label or name)
        place = f"{where}/{label}" if where else label
        said.append(Change("修改年度工作", place, None if before is None else str(before), str(after)))
    return said


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def open_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Begins the round for all its departments."""
    campaign = own_campaign(request, pk)
    with refusals_told(request):
        count = rounds.open_round(campaign, actor_of(request))
        messages.success(
            request,
            _("{campaign}已开始，共 {count} 项工作，各单位可以填报了。").format(campaign=campaign, count=count),
        )
    return redirect("campaign", pk=pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends the round."""
    campaign = own_campaign(request, pk)
    with refusals_told(request):
        rounds.close(campaign, actor_of(request))
    return redirect("campaign", pk=pk)


def own_campaign(request: HttpRequest, pk: int) -> Campaign:
    """A round of the bureau's own jurisdiction: those below are seen, not managed."""
    user = cast(User, request.user)
    seen = Campaign.objects.visible_to(user)
    return get_object_or_404(seen, pk=pk, jurisdiction=user.organisation.jurisdiction_id if user.organisation else None)
