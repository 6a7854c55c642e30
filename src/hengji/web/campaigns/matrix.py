"""The matrix of a round: departments by stages, each cell a word and a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Final

from hengji.web.models.campaign import Campaign, Stage
from hengji.web.models.organisation import Organisation
from hengji.web.models.tree import letters_of
from hengji.web.models.user import User
from hengji.web.models.work import DONE, State, Work

__all__ = ["Box", "Filters", "Line", "Matrix", "matrix_of"]

_TONES: Final = {State.RETURNED: "back", State.OBJECTED: "back", State.WAITING: "", State.UNASSIGNED: ""}


@dataclass(frozen=True, slots=True)
class Box:
    """One department in one stage. `tone` only repeats what the word says."""

    work: Work | None
    word: str
    tone: str
    late: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A department and its boxes, one per stage."""

    organisation: Organisation
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the matrix is asked for: part of a name, a nature, what matters (late, returned, waiting…)."""

    words: str = ""
    nature: str = ""
    matter: str = ""


@dataclass(frozen=True, slots=True)
class Matrix:
    """`counts` are by stage: how many departments are done, late and under way, over all departments."""

    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]
    counts: tuple[dict[str, int], ...]
    natures: tuple[str, ...]


def matrix_of(campaign: Campaign, user: User, today: date, filters: Filters) -> Matrix:
    """The works of *campaign* within *user*'s sight, laid out; departments in the order of their pinyin."""
    stages = tuple(campaign.stages.all())
    works = Work.objects.visible_to(user).filter(stage__campaign=campaign, project=None)
    by_place = {(work.organisation_id, work.stage_id): work for work in works.select_related("stage")}
    organisations = Organisation.objects.filter(works__in=works).distinct().order_by("sort_key")
    lines = [
        Line(one, tuple(_box(by_place.get((one.pk, stage.pk)), today) for stage in stages)) for one in organisations
    ]
    counts = tuple(dict(Counter(_tally(line.boxes[index]) for line in lines)) for index in range(len(stages)))
    natures = tuple(dict.fromkeys(line.organisation.nature for line in lines if line.organisation.nature))
    return Matrix(stages, tuple(line for line in lines if _is_asked_for(line, filters)), counts, natures)


def _box(work: Work | None, today: date) -> Box:
    if work is None:
        return Box(None, "—", "")
    late = work.days_late(today)
    tone = "done" if work.state in DONE else "late" if late else _TONES.get(State(work.state), "busy")
    return Box(work, State(work.state).label, tone, late)


def _tally(box: Box) -> str:
    if box.work is None:
        return "none"
    return "done" if box.work.state in DONE else "late" if box.late else "open"


def _is_asked_for(line: Line, filters: Filters) -> bool:
    one = line.organisation
    if filters.words and filters.words not in one.name and filters.words.lower() not in letters_of(one.sort_key):
        return False
    if filters.nature and one.nature != filters.nature:
        return False
    if filters.matter == "late":
        return any(box.late for box in line.boxes)
    return not filters.matter or any(box.work is not None and box.work.state == filters.matter for box in line.boxes)
