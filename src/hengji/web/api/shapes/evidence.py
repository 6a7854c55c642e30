"""Evidence as programs see it."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from ninja import Field, Schema

from hengji.web.api.shapes.lists import AskedPage, Number

__all__ = ["CitationOut", "Citing", "EvidenceAsked", "EvidenceOut", "RefusedFile", "TakenOut"]


class CitationOut(Schema):
    """What a piece speaks for: the indicator's path with “/”, and where in the piece."""

    id: int
    indicator: str
    place: str


class EvidenceOut(Schema):
    """A piece of evidence; `digest` names its content, `size` counts bytes."""

    id: int
    work: int
    name: str
    media_type: str
    size: int
    digest: str
    scan: str
    by: str
    at: datetime
    citations: list[CitationOut]


class RefusedFile(Schema):
    """A file that was not taken in, and why."""

    name: str
    problem: str


class TakenOut(Schema):
    """What became of each file that was sent."""

    kept: list[EvidenceOut]
    refused: list[RefusedFile]


class Citing(Schema):
    """For which indicator a piece speaks, and where in it."""

    indicator: Annotated[str, Field(min_length=1, max_length=400, pattern=r"^[^\x00]*$")]
    place: Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")] = ""


class EvidenceAsked(AskedPage):
    """Filters of the list of evidence."""

    work: Number | None = None
