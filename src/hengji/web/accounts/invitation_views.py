"""The list of invitations: who has not come yet, whose link is no longer good, who came."""

from __future__ import annotations

from typing import Any, Final, cast

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from hengji.web.frame.listing import Column, Listing
from hengji.web.models.organisation import Organisation
from hengji.web.models.tree import pinyin_key
from hengji.web.models.user import Invitation, User
from hengji.web.rights import Right, may

__all__ = ["index"]


def _state(one: Invitation) -> str:
    if one.accepted_by_id is not None:
        return _("已接受")
    return _("待接受") if one.is_open else _("已失效")


_COLUMNS: Final = (
    Column[Invitation]("name", gettext_lazy("姓名"), lambda one: one.name, order=lambda one: pinyin_key(one.name)),
    Column[Invitation]("organisation", gettext_lazy("单位"), lambda one: str(one.organisation),
                       ("organisation__sort_key",)),
    Column[Invitation]("role", gettext_lazy("角色"), lambda one: one.get_role_display(), ("role",)),
    Column[Invitation]("by", gettext_lazy("邀请人"), lambda one: str(one.invited_by), ("invited_by__sort_key",)),
    Column[Invitation]("expires", gettext_lazy("有效期至"),
                       lambda one: f"{timezone.localtime(one.expires):%Y-%m-%d %H:%M}", ("expires",)),
    Column[Invitation]("state", gettext_lazy("状态"), _state, ("accepted_by", "expires")),
)  # fmt: skip


@may(Right.MANAGE_PEOPLE)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """All invitations within sight, those that still wait first."""
    user = cast(User, request.user)
    words, state = (request.GET.get(key, "").strip() for key in ("words", "state"))
    found = Invitation.objects.visible_to(user).select_related("organisation", "invited_by")
    if words:
        meant = Organisation.objects.visible_to(user).named(words).values("pk")
        found = found.filter(Q(name__icontains=words) | Q(organisation__in=meant))
    listing = Listing(request, found.filter(_of(state)).order_by("-expires"), _COLUMNS, _("邀请"))
    if listing.is_asked_for_export:
        return listing.export()
    return render(request, "accounts/invitations.html", {"listing": listing, "words": words, "state": state})


def _of(state: str) -> Any:
    waiting = Q(accepted_by=None, expires__gt=timezone.now())
    return {"open": waiting, "accepted": ~Q(accepted_by=None), "gone": Q(accepted_by=None) & ~waiting}.get(state, Q())
