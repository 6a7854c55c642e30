"""The history as programs see it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ninja import Field, Schema

from hengji.web.api.shapes.lists import LARGEST, AskedPage, Number, Words

__all__ = ["EntryOut", "HistoryAsked"]


class EntryOut(Schema):
    """A change: who, when, before and after."""

    sequence: int
    at: datetime
    actor: str
    address: str | None
    action: str
    kind: str
    subject: int
    subject_name: str
    organisation: int | None
    place: str
    before: Any
    after: Any
    reason: str
    digest: str


class HistoryAsked(AskedPage):
    """Filters of the history; `after` is the last sequence that is known already."""

    kind: Words = ""
    subject: Number | None = None
    after: int = Field(0, ge=0, le=LARGEST)
