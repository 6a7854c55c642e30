"""延期申请: a department or an agency asks for more time, the bureau answers."""

from __future__ import annotations

from datetime import date
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.models.deadlines import DeadlineRequest
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, may
from hengji.web.works import extensions
from hengji.web.works.transitions import RefusedError

__all__ = ["answer", "ask"]

_LONGEST = 1000


@may(Right.ASK_FOR_TIME)
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks for a later deadline."""
    work = get_object_or_404(Work.objects.visible_to(cast(User, request.user)), pk=pk)
    with refusals_told(request):
        asked = extensions.ask_for_time(
            work, _day(request), request.POST.get("reason", "")[:_LONGEST], actor_of(request)
        )
        messages.success(request, _("已申请延期到 {day:%Y-%m-%d}，请等财政部门答复。").format(day=asked.until))
    return redirect("work", pk=pk)


@may(Right.MANAGE_CAMPAIGNS)
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Grants or refuses; only the bureau whose round it is."""
    user = cast(User, request.user)
    place = user.organisation.jurisdiction_id if user.organisation else None
    seen = DeadlineRequest.objects.visible_to(user).filter(work__stage__campaign__jurisdiction=place)
    asked = get_object_or_404(seen, pk=pk)
    words, actor = request.POST.get("reply", "")[:_LONGEST], actor_of(request)
    with refusals_told(request):
        if request.POST.get("granted") == "yes":
            done = extensions.grant(asked, _day(request), words, actor)
            messages.success(request, _("已同意延期到 {day:%Y-%m-%d}。").format(day=done.granted_until))
        elif request.POST.get("granted") == "no":
            extensions.refuse(asked, words, actor)
            messages.success(request, _("已答复：不同意延期，期限不变。"))
        else:
            raise RefusedError(_("请选“同意”或“不同意”。没有答复。"))
    return redirect("work", pk=asked.work_id)


def _day(request: HttpRequest) -> date:
    try:
        return date.fromisoformat(request.POST.get("until", ""))
    except ValueError:
        raise RefusedError(_("请写明延期到哪一天，例如 2026-03-08。")) from None
