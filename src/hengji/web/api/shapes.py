"""The shapes that programs send and get. Figures are texts, exactly as they stand; a number counts."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Final, Generic, Literal, TypeVar

from ninja import Field, Schema
from pydantic import StrictBool, StrictInt, StrictStr
from typing_extensions import TypeAliasType

__all__ = [
    "REFUSED",
    "AskedPage",
    "CampaignOut",
    "ConflictOut",
    "Conflicting",
    "Edited",
    "EntryOut",
    "HistoryAsked",
    "MatrixOut",
    "Move",
    "Moved",
    "Number",
    "OrganisationOut",
    "OrganisationsAsked",
    "Paged",
    "Problem",
    "ScoreOut",
    "VersionOut",
    "VersionWhole",
    "WorkOut",
    "WorkWhole",
    "WorksAsked",
    "Writing",
]

_LARGEST: Final = 2**63 - 1
Number = Annotated[int, Field(ge=1, le=_LARGEST)]
Words = Annotated[str, Field(max_length=100, pattern=r"^[^\x00]*$")]
Text = Annotated[StrictStr, Field(pattern=r"^[^\x00]*$")]
"""PostgreSQL keeps no NUL."""
Value = TypeAliasType("Value", "Text | StrictBool | list[Value] | dict[Text, Value] | None")
"""What a cell may hold: texts and truths; a number would be a float somewhere."""

REFUSED: Final = frozenset({400, 401, 403, 404, 409, 422})
T = TypeVar("T")


class Problem(Schema):
    """Why something was not done, and what to do next."""

    message: str
    advice: str


class AskedPage(Schema):
    """Which part of a list."""

    limit: int = Field(50, ge=1, le=200)
    offset: int = Field(0, ge=0, le=10_000_000)


class Paged(Schema, Generic[T]):
    """A part of a list, and how long the whole is."""

    total: int
    limit: int
    offset: int
    items: list[T]


class OrganisationOut(Schema):
    """An organisation; figures of people are texts."""

    id: int
    code: str
    name: str
    kind: str
    nature: str
    jurisdiction: str
    parent: int | None
    establishment: str | None
    headcount: str | None
    merged_into: int | None
    revision: int


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
    revision: int | None = Field(None, ge=0, le=_LARGEST)


class Moved(Schema):
    """Where the work stands now."""

    state: str
    state_name: str
    revision: int


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


class OrganisationsAsked(AskedPage):
    """Filters of the list of organisations."""

    words: Words = ""
    kind: Literal["", "finance_bureau", "department", "unit", "agency", "audit_office"] = ""


class WorksAsked(AskedPage):
    """Filters of the list of works."""

    year: int | None = Field(None, ge=1900, le=2999)
    stage: Literal["", "goals", "monitoring", "self_evaluation", "verification"] = ""
    state: Words = ""
    organisation: Number | None = None


class HistoryAsked(AskedPage):
    """Filters of the history; `after` is the last sequence that is known already."""

    kind: Words = ""
    subject: Number | None = None
    after: int = Field(0, ge=0, le=_LARGEST)
