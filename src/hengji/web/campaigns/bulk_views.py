"""What a bureau does with many works of a round at once: reminds, extends, reopens."""

from __future__ import annotations

from typing import Final, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengji.web.campaigns.forms import ExtensionForm, ReminderForm
from hengji.web.campaigns.reminding import Reminded, due_within, remind
from hengji.web.campaigns.views import own_campaign
from hengji.web.frame.form_problems import problems_of
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import Campaign
from hengji.web.models.user import User
from hengji.web.models.work import State, Work, WorkQuerySet
from hengji.web.rights import Right, may
from hengji.web.works.extensions import extend as extended
from hengji.web.works.transitions import RefusedError, move

__all__ = ["extend", "remind_many", "reopen"]

_MOST_NAMED: Final = 6
_REOPENED_BY: Final = {State.ACCEPTED: "reopen", State.LOCKED: "unlock"}


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def extend(request: HttpRequest, pk: int) -> HttpResponse:
    """A later deadline for the chosen works."""
    campaign = own_campaign(request, pk)
    form = ExtensionForm(request.POST)
    works = _chosen(request, campaign)
    with refusals_told(request):
        if not works:
            raise RefusedError(_("没有选要延期的工作。请在表里勾选。"))
        if not form.is_valid():
            raise RefusedError(_("延期要写明日期和原因。"))
        count = extended(works, form.cleaned_data["until"], form.cleaned_data["reason"], actor_of(request))
        day = form.cleaned_data["until"]
        messages.success(request, _("已给 {count} 项工作延期到 {day:%Y-%m-%d}。").format(count=count, day=day))
        if count < len(works):
            left = len(works) - count
            messages.success(request, _("另有 {left} 项已经办结，没有改动。").format(left=left))
    return _back(request, pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def remind_many(request: HttpRequest, pk: int) -> HttpResponse:
    """催办: the chosen works, or all of a stage that are late or soon due."""
    campaign = own_campaign(request, pk)
    form = ReminderForm(campaign, request.POST)
    with refusals_told(request):
        if not form.is_valid():
            raise RefusedError(_("没有催办。{problems}").format(problems=" ".join(problems_of(form))))
        said = form.cleaned_data
        if said["whom"] == "chosen":
            works = list(_chosen(request, campaign).select_related("assignment"))
            if not works:
                raise RefusedError(_("没有选要催办的工作。请在表里勾选，或选“这个阶段的”。"))
        else:
            days = said["days"] if said["whom"] == "near" else -1
            of_stage = _works(request, campaign).filter(stage=said["stage"]).select_related("assignment")
            works = due_within(of_stage, days, timezone.localdate())
            if not works:
                raise RefusedError(_("这个阶段没有符合条件的工作，没有催办。"))
        site = request.build_absolute_uri("/")
        _tell(request, remind(works, said["words"], actor_of(request), again=said["again"], site=site))
    return _back(request, pk)


def _tell(request: HttpRequest, done: Reminded) -> None:
    if done.sent:
        messages.success(
            request, _("已催办 {count} 项：{names}。").format(count=len(done.sent), names=_named(done.sent))
        )
    if done.today:
        messages.error(
            request,
            _("{count} 项今天已经催过，没有再催：{names}。要再催，请勾选“今天催过的也再催”。").format(
                count=len(done.today), names=_named(done.today)
            ),
        )
    if done.idle:
        messages.info(
            request,
            _("{count} 项不用催，已经办结或轮到财政部门办理：{names}。").format(
                count=len(done.idle), names=_named(done.idle)
            ),
        )


def _named(works: tuple[Work, ...]) -> str:
    names = "、".join(str(one.organisation) for one in works[:_MOST_NAMED])
    return names + (_("等") if len(works) > _MOST_NAMED else "")


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Opens what was done among the chosen works, with one reason for all."""
    campaign = own_campaign(request, pk)
    works = _chosen(request, campaign)
    reason, done, refused = request.POST.get("reason", "").strip()[:500], 0, 0
    with refusals_told(request):
        if not works:
            raise RefusedError(_("没有选要重新打开的工作。请在表里勾选已办结的。"))
        if not reason:
            raise RefusedError(_("重新打开要写明原因。"))
        for work in works:
            step = _REOPENED_BY.get(State(work.state))
            if step is None:
                refused += 1
                continue
            try:
                move(work, step, actor_of(request), reason)
                done += 1
            except RefusedError as why:
                messages.error(request, f"{work}：{why}")
        if done:
            days = campaign.mending_days
            messages.success(
                request, _("已重新打开 {count} 项工作，各有至少 {days} 天。").format(count=done, days=days)
            )
        if refused:
            messages.error(request, _("{count} 项还没有办结，不用重新打开。").format(count=refused))
    return _back(request, pk)


def _works(request: HttpRequest, campaign: Campaign) -> WorkQuerySet:
    seen = Work.objects.visible_to(cast(User, request.user)).filter(stage__campaign=campaign)
    return seen.select_related("stage__campaign", "organisation", "project")


def _chosen(request: HttpRequest, campaign: Campaign) -> WorkQuerySet:
    return _works(request, campaign).filter(pk__in=[key for key in request.POST.getlist("work") if key.isdecimal()])


def _back(request: HttpRequest, pk: int) -> HttpResponse:
    """The matrix as it was asked for."""
    response = redirect("campaign", pk=pk)
    asked = QueryDict(request.POST.get("query", "").lstrip("?")).urlencode()
    if asked:
        response["Location"] += f"?{asked}"
    return response
