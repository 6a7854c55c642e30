"""Indicators by their names: they are not in a table of the database but within the goal tables' contents."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Final

from django.db.models import Q, TextField
from django.db.models.functions import Cast

from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.work import Work, WorkQuerySet
from hengji.web.search.words import Asked
from hengji.web.works.content import shown_path
from hengji.workflows.goal_sheets import INDICATORS, sheet_rows, spelled_out

__all__ = ["FoundIndicator", "indicators_of"]

_TABLES: Final = 300
"""How many goal tables are read, the newest first."""
_NAME: Final = next(place for place, column in enumerate(INDICATORS.columns) if column.key == "name")
_TARGET: Final = next(place for place, column in enumerate(INDICATORS.columns) if column.key == "target")


@dataclass(frozen=True, slots=True)
class FoundIndicator:
    """A row of a goal table: `row` is its id on the table's page, `target` what it promises for the year."""

    work: Work
    row: str
    name: str
    target: str


def indicators_of(user: User, asked: Asked, most: int) -> tuple[list[FoundIndicator], bool]:
    """At most *most* rows that bear the words, and whether every table that may have some was read."""
    found: list[FoundIndicator] = []
    tables = list(_tables(user, asked)[: _TABLES + 1])
    for work in tables[:_TABLES]:
        found += _of_table(work, asked)
        if len(found) >= most:
            return found[:most], False
    return found, len(tables) <= _TABLES


def _tables(user: User, asked: Asked) -> WorkQuerySet:
    seen = Work.objects.visible_to(user).filter(stage__kind=StageKind.GOALS).exclude(content={})
    seen = seen.annotate(said=Cast("content", TextField()))
    for word in asked.words:
        if not word.isascii():
            seen = seen.filter(_says(word) | Q(organisation__name__contains=word))
    return seen.with_context().order_by("-stage__campaign__year", "organisation__sort_key", "project__name", "pk")


def _says(word: str) -> Q:
    """SQLite keeps JSON as it was written, each character as \\uXXXX; PostgreSQL keeps the characters."""
    return Q(said__contains=json.dumps(word)[1:-1]) | Q(said__contains=word)


def _of_table(work: Work, asked: Asked) -> list[FoundIndicator]:
    beside = (work.organisation.name, str(work.project or ""), str(work.stage.campaign.year))
    return [
        FoundIndicator(work, shown_path(row.path).replace("/", "-"), row.cells[_NAME], row.cells[_TARGET])
        for row in sheet_rows(spelled_out(work.content), INDICATORS)
        if row.cells[_NAME] and asked.means(row.cells[_NAME], *beside)
    ]
