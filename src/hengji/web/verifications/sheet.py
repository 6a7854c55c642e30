"""The verification as its page shows it: what the department says, the recomputation, the verdict, row by row."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from hengji.facts.evaluation import REASON_CODES
from hengji.facts.scorecard import NodeScore
from hengji.web.evaluations.fields import Cells, Field
from hengji.web.evaluations.rubric import Beside, Line, Rubric, heading_of, rubric_of, scheme_of
from hengji.web.evaluations.scored_once import scored_once
from hengji.web.evidence.keeping import citations_of
from hengji.web.frame.language import chinese
from hengji.web.models.campaign import StageKind
from hengji.web.models.conversation import Objection
from hengji.web.models.evidence import Citation
from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.user import User
from hengji.web.models.work import State, Version, Work
from hengji.web.works.content import Key, at
from hengji.workflows.scoring import Scored
from hengji.workflows.verification import (
    MARKS,
    PARTS,
    Mark,
    Verdict,
    engine_content,
    event_verdict,
    mark_of,
    marked,
    verdict,
)

__all__ = [
    "HANDED_IN",
    "SENT",
    "Row",
    "Sheet",
    "is_department",
    "own_version",
    "own_work",
    "scored_sides",
    "sheet_of",
    "shown_content",
]

HANDED_IN: Final = (State.DELIVERED, State.ACCEPTED)
SENT: Final = (State.PRELIMINARY, State.LOCKED)


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator, or a branch (then without mark and verdict). `cells` are what the verifier may correct."""

    key: str
    name: str
    number: int
    line: Line | None
    own: Line | None
    beside: Beside | None
    own_beside: Beside | None
    mark: Mark
    verdict: Verdict | None
    cells: tuple[Field, ...]
    saying: tuple[Field, ...]
    confirming: Field | None
    citations: tuple[Citation, ...]
    objection: Objection | None
    is_open: bool

    @property
    def node(self) -> NodeScore | None:
        return self.line.node if self.line is not None else None

    @property
    def own_node(self) -> NodeScore | None:
        return self.own.node if self.own is not None else None

    @property
    def code_word(self) -> str:
        """The coded reason as people read it."""
        return _(REASON_CODES.get(self.mark.code, ""))

    @property
    def change(self) -> Any:
        """Verified minus self; None while either is open."""
        own, checked = self.own_node, self.node
        if own is None or checked is None or own.score is None or checked.score is None:
            return None
        return checked.score - own.score

    @property
    def is_recomputed_alike(self) -> bool:
        """Whether the verified data lead through the same steps as the self-evaluation's."""
        return self.own_node is not None and self.node is not None and self.own_node.why == self.node.why


@dataclass(frozen=True, slots=True)
class Sheet:
    """Both rubrics and the rows of the page."""

    rows: tuple[Row, ...]
    own: Rubric
    checked: Rubric

    @property
    def unfinished(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.verdict is not None and not row.verdict.is_finished)

    @property
    def differing(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.verdict is not None and row.verdict.differences)

    @property
    def judged(self) -> int:
        return sum(row.verdict is not None for row in self.rows)

    @property
    def gap(self) -> Any:
        """Verified minus self; None while either is open."""
        own, checked = self.own.card, self.checked.card
        if own is None or checked is None or own.total is None or checked.total is None:
            return None
        return checked.total - own.total

    def row(self, key: str) -> Row | None:
        return next((row for row in self.rows if row.key == key and row.verdict is not None), None)


def is_department(user: User) -> bool:
    """Whether *user* belongs to those who are verified."""
    home = user.organisation
    return home is not None and home.kind in {OrganisationKind.DEPARTMENT, OrganisationKind.UNIT}


def own_work(work: Work) -> Work | None:
    """The self-evaluation that this verification is of."""
    return (
        Work.objects.filter(
            stage__campaign=work.stage.campaign_id,
            stage__kind=StageKind.SELF_EVALUATION,
            organisation=work.organisation_id,
            project=work.project_id,
        )
        .with_context()
        .first()
    )


def own_version(work: Work) -> Version | None:
    """The version of the self-evaluation that is verified: the one it began with, else the last that was handed in."""
    mine = own_work(work)
    if mine is None:
        return None
    number = str(work.content.get("self_version", ""))
    asked: dict[str, Any] = {"number": int(number)} if number.isdecimal() else {"state__in": HANDED_IN}
    return mine.versions.filter(**asked).order_by("-number").first()


def shown_content(work: Work, user: User) -> dict[str, Any]:
    """What *user* may see of the verification: a department, what was sent to it last, not what is being written."""
    if not is_department(user):
        return dict(work.content)
    sent = work.versions.filter(state__in=SENT).order_by("-number").first()
    return dict(sent.content) if sent is not None else {}


def _with(work: Work, content: dict[str, Any]) -> Work:
    """*work* with other content, to be looked at and never saved."""
    seen = copy.copy(work)
    seen.content = content
    return seen


def sheet_of(work: Work, user: User) -> Sheet:
    """The page's rows for *user*."""
    return _Laying(work, user).sheet()


def scored_sides(work: Work, user: User) -> tuple[Scored, Scored] | None:
    """Both evaluations as the engine scores them, with the verifier's reasons; None where one of them is missing."""
    scheme, mine, version = scheme_of(work), own_work(work), own_version(work)
    if scheme is None or mine is None or version is None:
        return None
    content = shown_content(work, user)
    known = {key: version.content[key] for key in PARTS if key in version.content}
    own = scored_once({**heading_of(mine, scheme), **known}, scheme, str(mine))
    checked = {**heading_of(work, scheme), **engine_content(content, version.content)}
    return own, marked(scored_once(checked, scheme, chinese(work)), content)


class _Laying:
    """Brings both sides, evidence and objections together, row by row."""

    def __init__(self, work: Work, user: User) -> None:
        self._work, self._user = work, user
        self._content = shown_content(work, user)
        version = own_version(work)
        self._before: dict[str, Any] = dict(version.content) if version is not None else {}
        self._mine = own_work(work)
        found = Objection.objects.visible_to(user).filter(work=work).select_related("by", "replied_by")
        self._objections = {one.indicator: one for one in found}

    @cached_property
    def _cited(self) -> dict[str, list[Citation]]:
        return citations_of(self._mine) if self._mine is not None else {}

    def sheet(self) -> Sheet:
        counted = {key: len(found) for key, found in self._cited.items()}
        own = Rubric((), None, None, (), 0)
        if self._mine is not None:
            own = rubric_of(_with(self._mine, self._before), counted)
        checked = rubric_of(_with(self._work, engine_content(self._content, self._before)), counted)
        return Sheet(tuple(self._rows(own, checked)), own, checked)

    def _rows(self, own: Rubric, checked: Rubric) -> Iterator[Row]:
        theirs = {line.row.key: line for line in own.lines}
        for line in checked.lines:
            yield self._row(line, theirs.get(line.row.key))
        others = {item.name: item for item in own.beside}
        for item in checked.beside:
            key = item.name
            mark = mark_of(self._content, key)
            said = event_verdict(key, at(self._before, ("events", key)), at(self._content, ("events", key)), mark)
            yield self._made(key, item.number, (None, None, item, others.get(key)), said, ())

    def _row(self, line: Line, own: Line | None) -> Row:
        key = line.row.key
        if not line.row.is_leaf:
            return self._made(key, line.number, (line, own, None, None), None, ())
        mark = mark_of(self._content, key)
        said = verdict(line.row, own.node if own is not None else None, line.node, mark)
        cells = tuple(cell for cell in line.fields if json.loads(cell.path)[-1] != "reason")
        return self._made(key, line.number, (line, own, None, None), said, cells)

    def _made(
        self,
        key: str,
        number: int,
        sides: tuple[Line | None, Line | None, Beside | None, Beside | None],
        said: Verdict | None,
        cells: tuple[Field, ...],
    ) -> Row:
        saying, confirming = self._marks(key) if said is not None else ((), None)
        objection = self._objections.get(key)
        is_open = self._work.state == State.VERIFYING or (objection is not None and objection.is_accepted is True)
        name = sides[0].row.path[-1] if sides[0] is not None else key
        line, own, beside, own_beside = sides
        return Row(
            key, name, number, line, own, beside, own_beside, mark_of(self._content, key), said, cells, saying,
            confirming, tuple(self._cited.get(key, ())), objection, is_open,
        )  # fmt: skip

    def _marks(self, key: str) -> tuple[tuple[Field, ...], Field]:
        cells = Cells(self._content, ())
        code = cells.field(_place(key, "code"), _("理由类别"), "choice")
        fields = (
            Field(
                code.id,
                code.label,
                code.path,
                code.value,
                code.saved,
                "choice",
                options=tuple((key, _(word)) for key, word in REASON_CODES.items()),
            ),
            cells.field(_place(key, "text"), _("理由"), "long", hint=_("理由：查到什么、依据什么、为什么扣分")),
            cells.field(_place(key, "place"), _("证据位置"), "words", hint=_("材料名称和页码、单元格")),
        )
        return fields, cells.field(_place(key, "confirmed"), _("确认无误"), "truth")


def _place(key: str, name: str) -> tuple[Key, ...]:
    return (MARKS, key, name)
