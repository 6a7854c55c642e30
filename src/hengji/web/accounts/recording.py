"""Puts into the history what allauth does by itself: logging in and out, wrong passwords, two-step, other devices.

Passwords, codes and what was typed as a name never get there.
"""

from __future__ import annotations

import logging
from typing import Any, Final, cast

from allauth.account.signals import password_changed, user_logged_in
from allauth.mfa.signals import (
    authentication_failed,
    authenticator_added,
    authenticator_removed,
    authenticator_reset,
)
from allauth.socialaccount.signals import social_account_added, social_account_removed
from django.contrib.auth.signals import user_logged_out
from django.http import HttpRequest
from django.utils.translation import gettext_noop as _

from hengji.web.accounts.lockout import is_locked
from hengji.web.frame.requests import client_address
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.user import User

__all__ = ["connect", "record_ended_sessions", "record_wrong_password"]

_LOG: Final = logging.getLogger("hengji.web.accounts")
_KINDS: Final = {"totp": _("验证器应用"), "recovery_codes": _("恢复码")}


def connect() -> None:
    """Begins to listen; called once, when the application is ready."""
    for signal, action in (
        (user_logged_in, _("登录")),
        (user_logged_out, _("退出登录")),
        (password_changed, _("修改密码")),
        (social_account_removed, _("断开统一身份认证")),
        (social_account_added, _("连接统一身份认证")),
    ):
        signal.connect(_recorder(action), weak=False, dispatch_uid=f"history:{action}")
    for signal, action in (
        (authenticator_added, _("设置两步验证")),
        (authenticator_removed, _("取消两步验证")),
        (authenticator_reset, _("更换恢复码")),
    ):
        signal.connect(_recorder(action), weak=False, dispatch_uid=f"history:{action}")
    authentication_failed.connect(_wrong_code, dispatch_uid="history:wrong code")


def record_wrong_password(request: HttpRequest, username: str) -> None:
    """A wrong password for a name that exists is that person's affair; other names only count in the log."""
    person = User.objects.filter(username__iexact=username).first() if username else None
    address = client_address(request)
    if person is None:
        _LOG.info("login failed from %s", address)
        return
    _record_failure(person, address, _("登录失败"))


def record_ended_sessions(request: HttpRequest, count: int) -> None:
    """Somebody ended *count* of their own sessions."""
    user = cast(User, request.user)
    if count and user.is_authenticated:
        change = Change("退出其他设备", after=f"{count}个")
        record(Actor(user, client_address(request)), user, [change], user.organisation_id)


def _wrong_code(request: HttpRequest, user: User, **more: Any) -> None:
    _record_failure(user, client_address(request), _("验证码错误"))


def _record_failure(person: User, address: str | None, action: str) -> None:
    """Nobody is logged in yet, so nobody acts: the history keeps whose account it was and from where."""
    changes = [Change(action)]
    if is_locked(person):
        changes.append(Change("登录锁定", after="15分钟"))
    record(Actor(None, address), person, changes, person.organisation_id)


def _recorder(action: str) -> Any:
    """A receiver that records *action* for whoever the signal is about."""

    def received(sender: object, request: HttpRequest | None = None, user: User | None = None, **more: Any) -> None:
        person = user or _person_of(more)
        if person is None or request is None:
            return
        authenticator = more.get("authenticator")
        after = _KINDS.get(authenticator.type, authenticator.type) if authenticator else None
        actor = Actor(person, client_address(request))
        record(actor, person, [Change(action, after=after)], person.organisation_id)

    return received


def _person_of(more: dict[str, Any]) -> User | None:
    found = more.get("sociallogin") or more.get("socialaccount")
    return cast("User | None", found.user) if found else None
