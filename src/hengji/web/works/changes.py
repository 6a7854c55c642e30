"""Changes what a work contains: place by place, never over somebody else's head, always into the history."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils import timezone

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.work import State, Work
from hengji.web.works.closing import closed_words, is_closed
from hengji.web.works.content import Key, at, replaced, shown_path

__all__ = ["Changed", "ClosedError", "Conflict", "Edit", "NotOpenError", "apply_edits"]

EDITABLE = frozenset({State.WAITING, State.FILLING, State.RETURNED, State.VERIFYING, State.OBJECTED})


@dataclass(frozen=True, slots=True)
class Edit:
    """One cell: what its writer saw there (`before`) and what it shall be (`after`).

    `beside`: what its writer saw elsewhere that tells which row the cell is in (path, value). Rows of a list have no
    names but their numbers: where somebody else moved them, the same path leads into another row.
    """

    path: tuple[Key, ...]
    before: Any
    after: Any
    beside: tuple[tuple[tuple[Key, ...], Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Somebody else changed the same cell in the meantime: the writer sees both and chooses."""

    path: tuple[Key, ...]
    seen: Any
    now: Any
    wanted: Any
    is_elsewhere: bool = False
    """The row is not where its writer saw it."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What came of the edits: those without a conflict are saved, the others are not."""

    work: Work
    conflicts: tuple[Conflict, ...]


class NotOpenError(Exception):
    """The work was handed on or locked in the meantime; nothing was changed."""


class ClosedError(NotOpenError):
    """The deadline passed, and the round takes nothing late; the message says what to do."""


@transaction.atomic
def apply_edits(work: Work, edits: tuple[Edit, ...], actor: Actor) -> Changed:
    """Saves *edits* into the work as it stands now, not as its writer saw it.

    A cell that somebody else changed since is a conflict, unless both wrote the same. Raises NotOpenError where the
    work's state lets nobody write, ClosedError where its day is over, ValueError for a path that the content cannot
    have.
    """
    held = Work.objects.select_for_update(of=("self",)).select_related("stage__campaign").get(pk=work.pk)
    if held.state not in EDITABLE:
        raise NotOpenError
    if is_closed(held):
        raise ClosedError(closed_words(held))
    content, conflicts, changes = held.content, [], []
    for edit in edits:
        now = at(content, edit.path)
        if any(at(held.content, place) != value for place, value in edit.beside):
            conflicts.append(Conflict(edit.path, edit.before, now, edit.after, is_elsewhere=True))
            continue
        if now == edit.after:
            continue
        if now != edit.before:
            conflicts.append(Conflict(edit.path, edit.before, now, edit.after))
            continue
        content = replaced(content, edit.path, edit.after)
        changes.append(Change("修改", shown_path(edit.path), now, edit.after))
    if changes:
        if held.state == State.WAITING:
            changes.insert(0, Change("开始填报", "", State.WAITING.label, State.FILLING.label))
            held.state, held.since = State.FILLING, timezone.now()
        held.content, held.revision = content, held.revision + 1
        held.save(update_fields=["content", "revision", "state", "since", "changed"])
        record(actor, held, changes, held.organisation_id)
    return Changed(held, tuple(conflicts))
