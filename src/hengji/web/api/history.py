"""The history, for programs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Query, Router

from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.lists import page_of
from hengji.web.api.shapes.history import EntryOut, HistoryAsked
from hengji.web.api.shapes.lists import REFUSED, Paged, Problem
from hengji.web.models.history import HistoryEntry
from hengji.web.rights import Right, has_right

__all__ = ["router"]

router = Router()


@router.get(
    "history", auth=BearerToken(Right.SEE_HISTORY), url_name="api_history",
    response={200: Paged[EntryOut], REFUSED: Problem},
)  # fmt: skip
def history(request: HttpRequest, asked: Query[HistoryAsked]) -> Any:
    """变更记录，按先后；用 after 接着上次读到的往下读。"""
    user = token_of(request).user
    found = HistoryEntry.objects.visible_to(user).filter(sequence__gt=asked.after).order_by("sequence")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.subject is not None:
        found = found.filter(subject=asked.subject)
    sees_address = has_right(user, Right.SEE_EVERYBODY)
    return page_of(found, asked, lambda entry: _entry(entry, sees_address=sees_address))


def _entry(one: HistoryEntry, *, sees_address: bool) -> dict[str, Any]:
    """From where colleagues work is the bureau's and the auditors' business, as on the pages."""
    names = (
        "sequence", "at", "action", "kind", "subject", "subject_name", "organisation", "place", "before", "after",
        "reason", "digest",
    )  # fmt: skip
    said = {name: getattr(one, name) for name in names}
    return {**said, "actor": one.actor_name, "address": one.address if sees_address else None}
