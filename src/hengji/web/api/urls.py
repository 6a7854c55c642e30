"""Addresses of the interface, and its description."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_GET
from ninja import NinjaAPI

from hengji.web.api import reading, works
from hengji.web.api.keys import known
from hengji.web.api.refusals import add_handlers
from hengji.web.rights import open_to_all

__all__ = ["API", "described", "urlpatterns"]

PREFIX: Final = "/api/v1/"
API: Final = NinjaAPI(
    title="衡绩程序接口", version="1.0.0", openapi_url=None, docs_url=None,
    description="与页面同样的对象、范围和权利。数字都是文本。列表用 limit、offset 翻页；"
    "写入可带 Idempotency-Key，24小时内重发只做一次。",
)  # fmt: skip
API.add_router("", reading.router)
API.add_router("", works.router)
add_handlers(API)


@open_to_all
@require_GET
def described(request: HttpRequest) -> HttpResponse:
    """The description of the interface (OpenAPI), for whoever is logged in or has a token."""
    scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
    if not request.user.is_authenticated and (scheme.lower() != "bearer" or known(secret.strip()) is None):
        return JsonResponse({"message": "没有登录，也没有可用的令牌。", "advice": "请先登录，或带上令牌。"}, status=401)
    return JsonResponse(API.get_openapi_schema(path_prefix=PREFIX))


urlpatterns = [
    path("openapi.json", described, name="api_description"),
    *(one for one in API.urls[0] if getattr(one, "name", "") != "api-root"),
]
