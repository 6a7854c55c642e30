"""Addresses of the interface, and its description."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from hengji.web.api.description import API, description
from hengji.web.api.keys import known
from hengji.web.rights import open_to_all

__all__ = ["described", "urlpatterns"]


@open_to_all
@require_GET
def described(request: HttpRequest) -> HttpResponse:
    """The description of the interface (OpenAPI), for whoever is logged in or has a token."""
    scheme, _blank, secret = request.headers.get("Authorization", "").partition(" ")
    if not request.user.is_authenticated and (scheme.lower() != "bearer" or known(secret.strip()) is None):
        said = {"message": _("没有登录，也没有可用的令牌。"), "advice": _("请先登录，或带上令牌。")}
        return JsonResponse(said, status=401)
    return JsonResponse(description())


urlpatterns = [
    path("openapi.json", described, name="api_description"),
    *(one for one in API.urls[0] if getattr(one, "name", "") != "api-root"),
]
