"""The devices on which somebody is logged in, as a list."""

from __future__ import annotations

from typing import Final

from allauth.usersessions.models import UserSession
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.frame.listing import Column, Listing
from hengji.web.models.user import User

__all__ = ["sessions_listing"]

_COLUMNS: Final = (
    Column[UserSession]("ip", gettext_lazy("地址"), lambda one: str(one.ip), ("ip",)),
    Column[UserSession]("agent", gettext_lazy("浏览器"), lambda one: one.user_agent, ("user_agent",)),
    Column[UserSession]("began", gettext_lazy("登录时间"),
                        lambda one: f"{timezone.localtime(one.created_at):%Y-%m-%d %H:%M}", ("created_at",)),
    Column[UserSession]("seen", gettext_lazy("最近使用"),
                        lambda one: f"{timezone.localtime(one.last_seen_at):%Y-%m-%d %H:%M}", ("last_seen_at",)),
)  # fmt: skip


def sessions_listing(request: HttpRequest, person: User) -> Listing[UserSession]:
    """The latest used first; sessions that ended by themselves are gone before."""
    UserSession.objects.purge_and_list(person)
    found = UserSession.objects.filter(user=person).order_by("-last_seen_at")
    return Listing(request, found, _COLUMNS, _("{person}登录的设备").format(person=person), prefix="session_")
