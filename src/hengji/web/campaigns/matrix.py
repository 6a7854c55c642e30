"""The matrix of a round: departments by stages, each cell a word and a day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final
from urllib.parse import urlencode

from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.models.campaign import Campaign, Stage, StageKind
from hengji.web.models.organisation import Organisation
from hengji.web.models.tree import is_called
from hengji.web.models.user import User
from hengji.web.models.work import DONE, WITH_THE_BUREAU, State, Work
from hengji.web.works.waiting import turn_of

__all__ = ["Box", "Filters", "Line", "Matrix", "Progress", "ProjectsOf", "matrix_of", "reminded_words"]

_TONES: Final = {State.RETURNED: "back", State.OBJECTED: "back", State.WAITING: "", State.UNASSIGNED: ""}
_SOON: Final = 3
"""Days within which a deadline counts as near."""


@dataclass(frozen=True, slots=True)
class ProjectsOf:
    """How many of a department's projects it has handed in to the bureau in a stage, of all; `address` lists them."""

    handed_in: int
    total: int
    address: str


@dataclass(frozen=True, slots=True)
class Box:
    """One department in one stage. `tone` only repeats what the word says; `reminded` says how often and when."""

    work: Work | None
    word: str
    tone: str
    late: int = 0
    is_near: bool = False
    reminded: str = ""
    asked_until: date | None = None
    projects: ProjectsOf | None = None

    @property
    def tally(self) -> str:
        """What the cell counts as in the stage's progress."""
        if self.work is None:
            return "none"
        return "done" if self.work.state in DONE else "late" if self.late else "open"


@dataclass(frozen=True, slots=True)
class Line:
    """A department and its boxes, one per stage."""

    organisation: Organisation
    boxes: tuple[Box, ...]

    @property
    def late(self) -> int:
        """The most days that any of its works is late."""
        return max((box.late for box in self.boxes), default=0)

    @property
    def done(self) -> int:
        return sum(box.tally == "done" for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Filters:
    """What of the matrix is asked for: part of a name or its pinyin, a nature, one stage, what matters (late, near,
    reminded, asked, or a state)."""

    words: str = ""
    nature: str = ""
    matter: str = ""
    stage: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is, over all its departments; the shares are whole percents of them, for the bar."""

    stage: Stage
    done: int
    open: int
    late: int

    @property
    def total(self) -> int:
        return self.done + self.open + self.late

    @property
    def done_share(self) -> int:
        return self.done * 100 // self.total if self.total else 0

    @property
    def late_share(self) -> int:
        return -(-self.late * 100 // self.total) if self.total else 0

    @property
    def late_from(self) -> int:
        return 100 - self.late_share


@dataclass(frozen=True, slots=True)
class Matrix:
    """`progress` is by stage over all departments, whatever is filtered; `counts` the same as words to numbers."""

    stages: tuple[Stage, ...]
    lines: tuple[Line, ...]
    progress: tuple[Progress, ...]
    natures: tuple[str, ...]

    @property
    def counts(self) -> tuple[dict[str, int], ...]:
        return tuple({"done": one.done, "open": one.open, "late": one.late} for one in self.progress)


def matrix_of(campaign: Campaign, user: User, today: date, filters: Filters) -> Matrix:
    """The works of *campaign* within *user*'s sight, laid out; departments in the order of their pinyin."""
    stages = tuple(campaign.stages.all())
    works = Work.objects.visible_to(user).filter(stage__campaign=campaign, project=None)
    told = works.defer("content").select_related("stage__campaign").prefetch_related("deadline_requests")
    told = told.annotate(times=Count("reminders", distinct=True), last=Max("reminders__at"))
    by_place = {(work.organisation_id, work.stage_id): _box(work, today) for work in told}
    organisations = list(Organisation.objects.filter(pk__in={place for place, _stage in by_place}).order_by("sort_key"))
    _add_projects(by_place, campaign, user, stages, organisations)
    nothing = Box(None, "—", "")
    lines = [Line(one, tuple(by_place.get((one.pk, stage.pk), nothing) for stage in stages)) for one in organisations]
    progress = tuple(_progress(stage, Counter(line.boxes[at].tally for line in lines))
                     for at, stage in enumerate(stages))  # fmt: skip
    natures = tuple(dict.fromkeys(line.organisation.nature for line in lines if line.organisation.nature))
    kept = [at for at, stage in enumerate(stages) if filters.stage in {"", str(stage.pk)}]
    shown = [Line(line.organisation, tuple(line.boxes[at] for at in kept)) for line in lines]
    asked_for = tuple(line for line in shown if _is_asked_for(line, filters))
    return Matrix(tuple(stages[at] for at in kept), asked_for, progress, natures)


_LISTS: Final = {
    StageKind.GOALS: "goals", StageKind.MONITORING: "monitoring", StageKind.SELF_EVALUATION: "evaluations",
}  # fmt: skip


def _add_projects(
    boxes: dict[tuple[int, int], Box], campaign: Campaign, user: User, stages: tuple[Stage, ...],
    organisations: list[Organisation],
) -> None:  # fmt: skip
    """Counts the projects of each box, all in one query."""
    of_projects = Work.objects.visible_to(user).filter(stage__campaign=campaign).exclude(project=None).order_by()
    handed_in = Count("pk", filter=Q(state__in=[*DONE, *WITH_THE_BUREAU]), distinct=True)
    counted = of_projects.values("organisation", "stage").annotate(total=Count("pk", distinct=True), in_=handed_in)
    found = {(one["organisation"], one["stage"]): (one["in_"], one["total"]) for one in counted}
    for home in organisations:
        for stage in stages:
            place = (home.pk, stage.pk)
            if place in found and place in boxes and stage.kind in _LISTS:
                asked = {"of": "project", "year": campaign.year, "words": home.name}
                asked |= {"stage": stage.name} if stage.kind == StageKind.MONITORING else {}
                address = f"{reverse(_LISTS[StageKind(stage.kind)])}?{urlencode(asked)}"
                boxes[place] = replace(boxes[place], projects=ProjectsOf(*found[place], address))


def _progress(stage: Stage, counted: Counter[str]) -> Progress:
    return Progress(stage, counted["done"], counted["open"], counted["late"])


def _box(work: Work, today: date) -> Box:
    late = work.days_late(today)
    tone = "done" if work.state in DONE else "late" if late else _TONES.get(State(work.state), "busy")
    near = bool(turn_of(work.state)) and not late and (work.deadline - today).days <= _SOON
    asked = next((one.until for one in work.deadline_requests.all() if one.is_granted is None), None)
    reminded = reminded_words(getattr(work, "times", 0), getattr(work, "last", None), today)
    return Box(work, str(State(work.state).label), tone, late, near, reminded, asked)


def reminded_words(times: int, last: datetime | None, today: date) -> str:
    """已催 2 次，昨天; empty where nobody was reminded."""
    if not times or last is None:
        return ""
    days = (today - timezone.localtime(last).date()).days
    day = f"{timezone.localtime(last):%m-%d}" if days > 1 else _("昨天") if days == 1 else _("今天")
    return _("已催 {times} 次，{day}").format(times=times, day=day)


def _is_asked_for(line: Line, filters: Filters) -> bool:
    one = line.organisation
    if filters.words and not is_called(filters.words, one.name, one.sort_key):
        return False
    if filters.nature and one.nature != filters.nature:
        return False
    return not filters.matter or any(_matters(box, filters.matter) for box in line.boxes)


def _matters(box: Box, matter: str) -> bool:
    said = {"late": bool(box.late), "near": box.is_near, "reminded": bool(box.reminded),
            "asked": box.asked_until is not None}  # fmt: skip
    return said.get(matter, box.work is not None and box.work.state == matter)
