"""How allauth behaves here: nobody makes an account for themselves, wrong passwords lock, and all of it is recorded."""

from __future__ import annotations

from typing import Any, Final

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from hengji.web.accounts.lockout import attempts_key
from hengji.web.accounts.recording import record_ended_sessions, record_wrong_password
from hengji.web.frame.requests import client_address

__all__ = ["ClosedAccounts", "ClosedSocialAccounts", "RecordedSessions", "TwoStep"]

_WRONG_CODE: Final = _("验证码不对。请等应用换出下一个验证码，再输入。")


class ClosedAccounts(DefaultAccountAdapter):  # type: ignore[misc]
    """No open sign-up; errors that say what to do."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": _("用户名或密码不对。15分钟内错满5次，这个用户名会锁定15分钟。"),
        "too_many_login_attempts": _("错的次数太多，这个用户名已锁定15分钟。请到时再登录，急用请联系财政管理员解锁。"),
        "incorrect_password": _("密码不对。请重新输入。"),
        "incorrect_code": _WRONG_CODE,
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        address = client_address(request)
        if not address:
            raise PermissionDenied
        return address

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        record_wrong_password(request, str(credentials.get("username", "")))

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """Without the name of the site, which the visitor chooses by the Host header."""
        return attempts_key(str(credentials.get("username", "")))


class ClosedSocialAccounts(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An identity provider's login leads only to an account that exists."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False


class RecordedSessions(DefaultUserSessionsAdapter):  # type: ignore[misc]
    """Ending sessions on other devices is recorded."""

    def end_sessions(self, sessions: Any) -> None:
        ended = list(sessions)
        super().end_sessions(ended)
        record_ended_sessions(context.request, len(ended))


class TwoStep(DefaultMFAAdapter):  # type: ignore[misc]
    """Errors that say what to do."""

    error_messages = {**DefaultMFAAdapter.error_messages, "incorrect_code": _WRONG_CODE}
