"""No view without a declared right: what somebody forgot to mark stays shut."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any, Final

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse

__all__ = ["RightsGuard"]

_LOG: Final = logging.getLogger("hengji.web.rights")
_THEIR_OWN_GUARDS: Final = ("allauth.", "django.views.static", "django.conf.urls.i18n", "django.views.i18n", "ninja.")
"""Views of packages that decide by themselves who may; ours are marked."""


class RightsGuard:
    """Refuses a view that carries no mark of `rights.may` or `rights.open_to_all`, and logs refusals."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in {403, 404} and request.user.is_authenticated:
            _LOG.info("refused %s to %s: %s", request.path, request.user.pk, response.status_code)
        return response

    def process_view(self, request: HttpRequest, view: Any, *_: object) -> None:
        module = getattr(view, "__module__", "")
        if not hasattr(view, "rights") and not module.startswith(_THEIR_OWN_GUARDS):
            _LOG.error("view %s.%s declares no right", module, getattr(view, "__qualname__", view))
            raise PermissionDenied
