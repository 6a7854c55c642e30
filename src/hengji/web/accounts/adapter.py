"""Nobody makes an account for themselves: people are invited by a finance bureau."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest

__all__ = ["ClosedAccounts", "ClosedSocialAccounts"]


class ClosedAccounts(DefaultAccountAdapter):  # type: ignore[misc]
    """No open sign-up."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class ClosedSocialAccounts(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An identity provider's login leads only to an account that exists."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        return False
