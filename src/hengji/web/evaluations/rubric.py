"""The rubric as its page shows it: each node with what it asks, what stands there, what it earns and why not more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from hengji.facts.evaluation import Evaluation
from hengji.facts.findings import Finding
from hengji.facts.scorecard import AdjustmentScore, NodeScore, Scorecard
from hengji.rules.scheme import Scheme, walk
from hengji.web.evaluations.fields import Cells, Field
from hengji.web.evaluations.occurrences import Occurrences, occurrences_of
from hengji.web.evaluations.project_form import ELSEWHERE, ProjectForm, form_of
from hengji.web.evaluations.scored_once import scored_once
from hengji.web.frame.language import chinese
from hengji.web.goals.sheet_page import owner_of
from hengji.web.models.campaign import Participation
from hengji.web.models.work import Work
from hengji.web.works.content import at
from hengji.workflows.rubric import RubricRow, rubric_rows
from hengji.workflows.schemes import find_scheme
from hengji.workflows.scoring import Scored

__all__ = [
    "Beside", "Field", "Line", "Rubric", "heading_of", "rubric_of", "rubric_rows_of", "scheme_of", "scored_work"
]  # fmt: skip

PARTS = ("data", "judgements", "events", "goals")
"""The keys of a work's content that the engine reads."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the tree. `slot` is what stands before a new goal row's name, where rows can be added under it."""

    row: RubricRow
    node: NodeScore | None
    fields: tuple[Field, ...]
    number: int
    events: tuple[Occurrences, ...] = ()
    cited: int = 0
    slot: str = ""
    removal: int | None = None

    @property
    def lost(self) -> bool:
        return self.node is not None and bool(self.node.lost)

    @property
    def is_open(self) -> bool:
        """Whether something is still to be filled in."""
        return self.node is not None and self.node.status == "not_demonstrated"

    @property
    def lacks_evidence(self) -> bool:
        """Whether a score stands here that nothing was cited for."""
        scored = self.node is not None and self.node.status == "scored"
        return self.row.is_leaf and scored and not self.cited


@dataclass(frozen=True, slots=True)
class Beside:
    """A bonus, a penalty or a veto: outside the tree, counted by events. `said` is its standard."""

    name: str
    kind: str
    said: str
    score: AdjustmentScore | None
    events: Occurrences
    number: int
    cited: int = 0


@dataclass(frozen=True, slots=True)
class Rubric:
    """The lines, the card (None where nothing can be scored yet) and what is wrong that belongs to no cell."""

    lines: tuple[Line, ...]
    card: Scorecard | None
    scheme: Scheme | None
    findings: tuple[Finding, ...]
    missing: int
    beside: tuple[Beside, ...] = ()
    errors: int = 0
    form: ProjectForm | None = None
    """What a project's self-evaluation asks besides."""

    @property
    def sections(self) -> tuple[Line, ...]:
        """The first level, for the bar of section scores."""
        return tuple(line for line in self.lines if len(line.row.path) == 1)

    @property
    def without_evidence(self) -> int:
        return sum(line.lacks_evidence for line in self.lines)

    def line(self, key: str) -> Line | None:
        return next((line for line in self.lines if line.row.key == key), None)


@lru_cache(maxsize=64)
def _scheme(name: str) -> Scheme | None:
    return find_scheme(name).scheme


def scheme_of(work: Work) -> Scheme | None:
    """The scheme by which this department is evaluated in the work's round; its projects all by one."""
    if work.project_id is not None:
        return _scheme(work.stage.campaign.project_scheme)
    chosen = Participation.objects.filter(campaign=work.stage.campaign, organisation=work.organisation).first()
    return _scheme(chosen.scheme) if chosen else None


def rubric_rows_of(work: Work) -> tuple[RubricRow, ...]:
    """The rows of the tree as the work stands, with its goals."""
    scheme = scheme_of(work)
    if scheme is None:
        return ()
    evaluation = scored_work(work, scheme).evaluation
    return rubric_rows(scheme, evaluation.goals if evaluation else ())


def rubric_of(work: Work, cited: dict[str, int] | None = None) -> Rubric:
    """Scores what was entered so far and lays it out; *cited* counts the citations by indicator."""
    scheme = scheme_of(work)
    if scheme is None:
        return Rubric((), None, None, (), 0)
    scored = scored_work(work, scheme)
    elsewhere = ELSEWHERE if work.project_id is not None else ()
    layout = _Layout(work.content, scheme, scored, cited or {}, elsewhere)
    lines = layout.lines()
    # What is wrong in a cell stands beside it; that figures lack is said by the total.
    loose = tuple(item for item in scored.findings if not _in_cell(item) and item.code != "not_demonstrated")
    missing = sum(line.is_open and line.row.is_leaf for line in lines)
    form = form_of(work, scored) if work.project_id is not None else None
    wrong = (*scored.findings, *(form.findings if form is not None else ()))
    errors = sum(item.severity == "error" for item in wrong)
    return Rubric(lines, scored.card, scheme, loose, missing, tuple(layout.beside(len(lines))), errors, form)


def heading_of(work: Work, scheme: Scheme) -> dict[str, str]:
    """What an evaluation says of itself before any figure."""
    return {
        "evaluation": "verified" if work.stage.kind == "verification" else "self",
        **{key: text for key, text in owner_of(work).heading().items() if key in {"organisation", "year"}},
        "scheme": scheme.id,
    }


def scored_work(work: Work, scheme: Scheme) -> Scored:
    """The engine's score of a work's content as it stands."""
    known = {key: work.content[key] for key in PARTS if key in work.content}
    return scored_once({**heading_of(work, scheme), **known}, scheme, chinese(work))


def _in_cell(finding: Finding) -> bool:
    return finding.source.cell.partition("/")[0] in PARTS


class _Layout:
    """Rows, cells and scores brought together."""

    def __init__(
        self, content: dict[str, Any], scheme: Scheme, scored: Scored, cited: dict[str, int], elsewhere: Sequence[str]
    ) -> None:
        self._scheme, self._cited = scheme, cited
        self._evaluation: Evaluation | None = scored.evaluation
        self._card = scored.card
        self._cells = Cells(content, scored.findings, elsewhere)
        self._goals = content.get("goals") if isinstance(content.get("goals"), list) else []
        self._slots = {path: node.slot for path, node in walk(scheme.indicators) if node.slot is not None}

    def lines(self) -> tuple[Line, ...]:
        goals = self._evaluation.goals if self._evaluation else ()
        placed = {goal.path: int(goal.source.cell.rpartition("/")[2]) - 1 for goal in goals if goal.source.cell}
        nodes = {node.path: node for node in self._card.nodes} if self._card else {}
        rows = rubric_rows(self._scheme, goals)
        lines = [self._line(row, nodes.get(row.path), number, placed.get(row.path)) for number, row in enumerate(rows)]
        lost = [index for index in range(len(self._goals or ())) if index not in placed.values()]
        return (*lines, *(self._unplaced(index, len(lines) + after) for after, index in enumerate(lost)))

    def _line(self, row: RubricRow, node: NodeScore | None, number: int, goal: int | None) -> Line:
        fields = tuple(self._cells.of(row) if goal is None else self._cells.of_goal(goal, self._tiers(row.path)))
        events = tuple(
            occurrences_of(self._cells, item.name, "；".join(part for part in (item.form, item.note) if part))
            for item in row.data
            if item.kind == "events"
        )
        slot = "/".join(row.path) if row.path in self._slots else ""
        return Line(row, node, fields, number, events, self._cited.get(row.key, 0), slot, goal)

    def _unplaced(self, index: int, number: int) -> Line:
        """A goal row that the engine could not place: shown where it can be mended."""
        name = str(at(self._cells.content, ("goals", index, "name")) or _("（没有名称的指标）"))
        row = RubricRow((_("没有放进指标体系的行"), name), None, True, is_goal=True)
        whole = self._cells.field(("goals", index, "name"), _("指标名称"), "words")
        tiers = [name for slot in self._slots.values() for name, _ in slot.tiers.tiers]
        cells = self._cells.of_goal(index, list(dict.fromkeys(tiers)))
        return Line(row, None, (whole, *cells), number, removal=index)

    def _tiers(self, path: tuple[str, ...]) -> list[str]:
        slot = next((slot for place, slot in self._slots.items() if path[: len(place)] == place), None)
        return [name for name, _ in slot.tiers.tiers] if slot is not None else []

    def beside(self, first: int) -> Iterator[Beside]:
        scores = {item.name: item for item in self._card.adjustments} if self._card else {}
        for item in self._scheme.adjustments:
            kind = _("加分项") if item.each > 0 else _("扣分项")
            events = occurrences_of(self._cells, item.name, "", item.one_per or "")
            cited = self._cited.get(item.name, 0)
            yield Beside(item.name, kind, item.text, scores.get(item.name), events, first, cited)
            first += 1
        for veto in self._scheme.vetoes:
            events = occurrences_of(self._cells, veto.name, "")
            yield Beside(veto.name, _("一票否决"), veto.text, None, events, first, self._cited.get(veto.name, 0))
            first += 1
