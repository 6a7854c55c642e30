"""Pages of the rounds: the list, the matrix, opening, extending, closing."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengji.web.campaigns import rounds
from hengji.web.campaigns.forms import CampaignForm, ExtensionForm, StageFormSet
from hengji.web.campaigns.matrix import Filters, matrix_of
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.history.chain import Change, record
from hengji.web.models.campaign import Campaign
from hengji.web.models.organisation import Organisation
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.rights import Right, has_right, may
from hengji.web.works.transitions import RefusedError

__all__ = ["begin", "close", "edit", "extend", "index", "open_round", "show"]


@may(Right.SEE_EVERYBODY)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All rounds within sight, the latest first."""
    user = cast(User, request.user)
    campaigns = Campaign.objects.visible_to(user).select_related("jurisdiction")
    newest = campaigns.filter(jurisdiction=user.organisation.jurisdiction_id).first() if user.organisation else None
    context = {"campaigns": campaigns, "newest": newest, "manages": has_right(user, Right.MANAGE_CAMPAIGNS)}
    return render(request, "campaigns/index.html", context)


@may(Right.SEE_EVERYBODY)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Departments × stages: who is done, who is late, where to look."""
    user = cast(User, request.user)
    campaign = get_object_or_404(Campaign.objects.visible_to(user), pk=pk)
    filters = Filters(*(request.GET.get(key, "").strip() for key in ("words", "nature", "matter")))
    matrix = matrix_of(campaign, user, timezone.localdate(), filters)
    context = {
        "campaign": campaign,
        "matrix": matrix,
        "filters": filters,
        "states": State.choices,
        "manages": has_right(user, Right.MANAGE_CAMPAIGNS),
        "extension": ExtensionForm(),
    }
    return render(request, "campaigns/show.html", context)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """A draft of the next year, from this one."""
    last = _own(request, pk)
    try:
        campaign = rounds.begin(last, actor_of(request))
    except RefusedError as refused:
        messages.error(request, str(refused))
        return redirect("campaigns")
    return redirect("campaign_edit", pk=campaign.pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """The round's title, notice, lights, stages and scope."""
    campaign = _own(request, pk)
    form = CampaignForm(request.POST or None, instance=campaign)
    stages = StageFormSet(request.POST or None, instance=campaign)
    if request.method == "POST" and form.is_valid() and stages.is_valid():
        actor = actor_of(request)
        form.save()
        stages.save()
        changes = [
            Change("修改年度工作", name, None, str(one.cleaned_data.get(name)))
            for one in cast("list[CampaignForm]", [form, *stages.forms])
            for name in one.changed_data
            if name != "departments"
        ]
        record(actor, campaign, changes, cast(User, request.user).organisation_id)
        if campaign.state == Campaign.State.DRAFT:
            rounds.set_scope(campaign, cast("list[Organisation]", form.cleaned_data["departments"]), actor)
        messages.success(request, "已保存。")
        return redirect("campaign", pk=campaign.pk)
    return render(request, "campaigns/edit.html", {"campaign": campaign, "form": form, "stages": stages})


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def open_round(request: HttpRequest, pk: int) -> HttpResponse:
    """Begins the round for all its departments."""
    campaign = _own(request, pk)
    with refusals_told(request):
        count = rounds.open_round(campaign, actor_of(request))
        messages.success(request, f"{campaign}已开始，共 {count} 项工作，各单位可以填报了。")
    return redirect("campaign", pk=pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Ends the round."""
    campaign = _own(request, pk)
    with refusals_told(request):
        rounds.close(campaign, actor_of(request))
    return redirect("campaign", pk=pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """A later deadline for the chosen works."""
    campaign = _own(request, pk)
    form = ExtensionForm(request.POST)
    works = Work.objects.visible_to(cast(User, request.user)).filter(
        stage__campaign=campaign, pk__in=[key for key in request.POST.getlist("work") if key.isdecimal()]
    )
    if not works:
        messages.error(request, "没有选要延期的工作。请在表里勾选。")
    elif not form.is_valid():
        messages.error(request, "延期要写明日期和原因。")
    else:
        with refusals_told(request):
            count = rounds.extend(works, form.cleaned_data["until"], form.cleaned_data["reason"], actor_of(request))
            messages.success(request, f"已给 {count} 项工作延期到 {form.cleaned_data['until']:%Y-%m-%d}。")
    return redirect("campaign", pk=pk)


def _own(request: HttpRequest, pk: int) -> Campaign:
    """A round of the bureau's own jurisdiction: those below are seen, not managed."""
    user = cast(User, request.user)
    seen = Campaign.objects.visible_to(user)
    return get_object_or_404(seen, pk=pk, jurisdiction=user.organisation.jurisdiction_id if user.organisation else None)
