"""Rounds, their stages and matrix as programs see them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from ninja import Field, Schema

from hengji.web.api.shapes.lists import Number

__all__ = [
    "BoxOut",
    "CampaignOut",
    "ExtendedOut",
    "Extending",
    "MatrixOut",
    "RemindedOut",
    "Reminding",
    "RowOut",
    "StageOut",
]


class StageOut(Schema):
    """A stage of a round."""

    id: int
    kind: str
    name: str
    opens: date
    deadline: date
    as_of: date | None


class CampaignOut(Schema):
    """A round with its stages; lights are percentages."""

    id: int
    year: int
    title: str
    notice_number: str
    state: str
    jurisdiction: str
    yellow: str
    red: str
    stages: list[StageOut]


class BoxOut(Schema):
    """One department in one stage; `work` is None where it takes no part."""

    stage: int
    work: int | None
    state: str | None
    word: str
    days_late: int


class RowOut(Schema):
    """A department's row of the matrix."""

    organisation: int
    name: str
    boxes: list[BoxOut]


class MatrixOut(Schema):
    """Departments by stages."""

    stages: list[StageOut]
    rows: list[RowOut]


class Reminding(Schema):
    """Which works of the round to remind, and in what words; `again`: also those that were reminded today."""

    works: list[Number] = Field(min_length=1, max_length=1000)
    words: Annotated[str, Field(min_length=1, max_length=1000, pattern=r"^[^\x00]*$")]
    again: bool = False


class RemindedOut(Schema):
    """The works that were reminded, were already today, or wait for nobody outside the bureau."""

    sent: list[int]
    today: list[int]
    idle: list[int]


class Extending(Schema):
    """Which works of the round get a later deadline, and why."""

    works: list[Number] = Field(min_length=1, max_length=1000)
    until: date
    reason: Annotated[str, Field(min_length=1, max_length=500, pattern=r"^[^\x00]*$")]


class ExtendedOut(Schema):
    """How many works were extended; those that are done were left alone."""

    extended: int
