"""What a request tells about who acts."""

from __future__ import annotations

import ipaddress
from typing import cast

from django.conf import settings
from django.http import HttpRequest

from hengji.web.history.chain import Actor
from hengji.web.models.user import User

__all__ = ["actor_of", "client_address"]


def actor_of(request: HttpRequest) -> Actor:
    """The logged-in person and their address, for the history."""
    return Actor(cast(User, request.user), client_address(request))


def client_address(request: HttpRequest) -> str | None:
    """The address of the person's machine. Behind *n* proxies of ours (HENGJI_PROXIES) it is the n-th from the right
    of X-Forwarded-For; what stands further left anybody could have written. None where it is no address.
    """
    said = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    proxies = settings.PROXIES
    text = said[-proxies] if 0 < proxies <= len(said) else request.META.get("REMOTE_ADDR", "")
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return None
