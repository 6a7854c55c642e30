"""Events one by one: what happened, which matter it belongs to, what shows it. That there was none must be said."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from hengji.web.evaluations.fields import Cells, Field
from hengji.web.works.content import at

__all__ = ["Occurrence", "Occurrences", "occurrences_of"]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One event's cells; `removal` are the edits that take it off the list, as JSON. The blank one has none."""

    fields: tuple[Field, ...]
    removal: str = ""


@dataclass(frozen=True, slots=True)
class Occurrences:
    """All events of one name. `stated_none`: somebody said that there was none."""

    name: str
    note: str
    items: tuple[Occurrence, ...]
    stated_none: bool
    none_edits: str
    undo_edits: str
    problems: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many are listed; the last of `items` is the blank one."""
        return len(self.items) - 1


def occurrences_of(cells: Cells, name: str, note: str, matter: str = "") -> Occurrences:
    """The list of *name*, with a blank event at its end; *matter* is what counts only once (empty: the same matter)."""
    listed = at(cells.content, ("events", name))
    events = listed if isinstance(listed, list) else []
    items = [_occurrence(cells, name, index, matter, events) for index in range(len(events) + 1)]
    path = ["events", name]
    return Occurrences(
        name,
        note,
        tuple(items),
        listed == [],
        _edits(path, listed, []),
        _edits(path, listed, None),
        tuple(cells.problems.get(f"events/{name}", ())),
    )


def _occurrence(cells: Cells, name: str, index: int, matter: str, events: list[Any]) -> Occurrence:
    place = ("events", name, index)
    what, of, shown_by = (*place, "what"), (*place, "matter"), (*place, "evidence")
    fields = (
        cells.field(what, _("发生了什么"), "long", hint=_("时间、事项、文号"), beside=(of, shown_by)),
        cells.field(
            of, _("{matter}（同名的只算一次）").format(matter=matter or _("同一事项")), "words", beside=(what,)
        ),
        cells.field(shown_by, _("依据的材料"), "words", beside=(what,)),
    )
    if index >= len(events):
        return Occurrence(fields)
    rest = events[:index] + events[index + 1 :]
    return Occurrence(fields, _edits(["events", name], events, rest or None))


def _edits(path: list[str], before: Any, after: Any) -> str:
    return json.dumps([{"path": path, "before": before, "after": after}], ensure_ascii=False)
