"""What a request tells about who acts."""

from __future__ import annotations

from typing import cast

from django.http import HttpRequest

from hengji.web.history.chain import Actor
from hengji.web.models.user import User

__all__ = ["actor_of"]


def actor_of(request: HttpRequest) -> Actor:
    """The logged-in person and their address, for the history."""
    return Actor(cast(User, request.user), request.META.get("REMOTE_ADDR") or None)
