"""Works, their versions and scores, and what is written to them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from ninja import Field, Schema
from pydantic import StrictInt

from hengji.web.api.shapes.lists import LARGEST, AskedPage, Number, Problem, Text, Value, Words

__all__ = [
    "ConflictOut",
    "Conflicting",
    "EditIn",
    "Edited",
    "Move",
    "Moved",
    "NodeOut",
    "ScoreOut",
    "StepOut",
    "VersionOut",
    "VersionWhole",
    "WorkOut",
    "WorkWhole",
    "WorksAsked",
    "Writing",
]


class WorkOut(Schema):
    """One organisation's work in one stage."""

    id: int
    campaign: int
    year: int
    stage: str
    stage_name: str
    organisation: int
    organisation_name: str
    project: str | None
    state: str
    state_name: str
    since: datetime
    deadline: date
    days_late: int
    revision: int
    changed: datetime


class StepOut(Schema):
    """What the token's owner can do with the work now."""

    key: str
    name: str
    says: str
    needs_reason: bool


class WorkWhole(WorkOut):
    """A work with what was entered."""

    content: dict[str, Any]
    editable: bool
    steps: list[StepOut]


class VersionOut(Schema):
    """A version that was handed on."""

    number: int
    state: str
    by: str
    at: datetime
    note: str


class VersionWhole(VersionOut):
    """A version with its content."""

    content: dict[str, Any]


class NodeOut(Schema):
    """A branch or leaf of the scored tree; scores are texts, None while open."""

    path: list[str]
    points: str | None
    effective_points: str | None
    score: str | None
    low: str
    high: str
    status: str
    why: list[str]


class ScoreOut(Schema):
    """The engine's score of what was entered; `total` is None while something is open."""

    scheme: str
    total: str | None
    low: str | None
    high: str | None
    grade: str | None
    nodes: list[NodeOut]
    findings: list[str]


class EditIn(Schema):
    """One cell: what its writer saw there and what it shall be; None is nothing."""

    path: list[Text | StrictInt] = Field(min_length=1, max_length=12)
    before: Value = None
    after: Value = None


class Writing(Schema):
    """Cells to save."""

    edits: list[EditIn] = Field(min_length=1, max_length=1000)


class ConflictOut(Schema):
    """A cell that somebody else changed meanwhile; it was not saved."""

    path: list[str | int]
    seen: Any
    now: Any
    wanted: Any


class Edited(Schema):
    """All cells are saved."""

    revision: int


class Conflicting(Problem):
    """Some cells are not saved; those that are not named here are."""

    revision: int | None = None
    conflicts: list[ConflictOut] = []


class Move(Schema):
    """A step, and the revision that was seen: where it has changed since, nothing moves."""

    step: Words
    reason: str = Field("", max_length=2000, pattern=r"^[^\x00]*$")
    revision: int | None = Field(None, ge=0, le=LARGEST)


class Moved(Schema):
    """Where the work stands now."""

    state: str
    state_name: str
    revision: int


class WorksAsked(AskedPage):
    """Filters of the list of works."""

    year: int | None = Field(None, ge=1900, le=2999)
    stage: Literal["", "goals", "monitoring", "self_evaluation", "verification"] = ""
    state: Words = ""
    organisation: Number | None = None
