"""Organisations as programs see them."""

from __future__ import annotations

from typing import Literal

from ninja import Field, Schema

from hengji.web.api.shapes.lists import AskedPage, Problem, Words

__all__ = [
    "FieldConflict",
    "FieldIn",
    "FieldsWriting",
    "OrganisationConflicts",
    "OrganisationOut",
    "OrganisationsAsked",
]


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


class OrganisationsAsked(AskedPage):
    """Filters of the list of organisations."""

    words: Words = ""
    kind: Literal["", "finance_bureau", "department", "unit", "agency", "audit_office"] = ""


class FieldIn(Schema):
    """One field: what its writer saw there and what it shall be; figures are texts, None is nothing."""

    field: Literal["code", "nature", "establishment", "headcount"]
    before: Words | None = None
    after: Words | None = None


class FieldsWriting(Schema):
    """Fields to change, all or none."""

    changes: list[FieldIn] = Field(min_length=1, max_length=4)


class FieldConflict(Schema):
    """A field that somebody else changed meanwhile."""

    field: str
    seen: str | None
    now: str | None
    wanted: str | None


class OrganisationConflicts(Problem):
    """Nothing is saved."""

    conflicts: list[FieldConflict] = []
