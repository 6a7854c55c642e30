"""A part of a list, for programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from django.db import models

from hengji.web.api.shapes.lists import AskedPage

__all__ = ["page_of"]

M = TypeVar("M", bound=models.Model)


def page_of(found: models.QuerySet[M], asked: AskedPage, shape: Callable[[M], dict[str, Any]]) -> dict[str, Any]:
    """The part of *found* that is asked for; its order must be complete, or pages would overlap."""
    items = [shape(one) for one in found[asked.offset : asked.offset + asked.limit]]
    return {"total": found.count(), "limit": asked.limit, "offset": asked.offset, "items": items}
