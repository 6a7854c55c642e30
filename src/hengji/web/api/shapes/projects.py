"""Projects as programs see them."""

from __future__ import annotations

from typing import Annotated

from ninja import Field, Schema

from hengji.web.api.shapes.lists import AskedPage, Number

__all__ = ["Beginning", "Begun", "ProjectOut", "ProjectsAsked"]


class ProjectOut(Schema):
    """A project of one year; amounts in 万元, as texts."""

    id: int
    organisation: int
    year: int
    name: str
    code: str
    initial_budget: str | None
    adjusted_budget: str | None
    final_account: str | None


class ProjectsAsked(AskedPage):
    """Filters of the list of projects."""

    year: int | None = Field(None, ge=1900, le=2999)
    organisation: Number | None = None


class Beginning(Schema):
    """A new project; the amount in 万元, as text."""

    name: Annotated[str, Field(min_length=1, max_length=200, pattern=r"^[^\x00]*$")]
    code: Annotated[str, Field(max_length=40, pattern=r"^[^\x00]*$")] = ""
    initial_budget: Annotated[str, Field(pattern=r"^\d{1,14}(\.\d{1,6})?$")]


class Begun(ProjectOut):
    """The project, and the work that is its goal table."""

    goals: int
