"""The interface as a whole: its operations put together, and their description (OpenAPI)."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from functools import cache
from typing import Any, Final

from ninja import NinjaAPI

from hengji.web.api import campaigns, evidence, history, organisations, projects, works
from hengji.web.api.once import KEPT
from hengji.web.api.refusals import add_handlers

__all__ = ["API", "DAY_OF_KEYS", "PREFIX", "description"]

PREFIX: Final = "/api/v1/"
DAY_OF_KEYS: Final = KEPT // timedelta(hours=1)
"""Hours for which an idempotency key is remembered."""

API: Final = NinjaAPI(
    title="衡绩程序接口", version="1.0.0", openapi_url=None, docs_url=None,
    description="与页面同样的对象、范围和权利。数字都是文本。列表用 limit、offset 翻页；"
    f"写入可带 Idempotency-Key，{DAY_OF_KEYS}小时内重发只做一次。",
)  # fmt: skip
for room in (organisations, campaigns, works, evidence, projects, history):
    API.add_router("", room.router)
add_handlers(API)


def description() -> dict[str, Any]:
    """The OpenAPI description, a copy of one's own."""
    return deepcopy(_described())


@cache
def _described() -> dict[str, Any]:
    """Made once: the operations stand as long as the process runs, and putting them together takes its time."""
    return dict(API.get_openapi_schema(path_prefix=PREFIX))
