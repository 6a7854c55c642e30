"""The shapes that all objects share: parts of lists, problems, texts and numbers."""

from __future__ import annotations

from typing import Annotated, Final, Generic, TypeVar

from ninja import Field, Schema
from pydantic import StrictBool, StrictStr
from typing_extensions import TypeAliasType

__all__ = ["LARGEST", "REFUSED", "AskedPage", "Number", "Paged", "Problem", "Text", "Value", "Words"]

LARGEST: Final = 2**63 - 1
Number = Annotated[int, Field(ge=1, le=LARGEST)]
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
