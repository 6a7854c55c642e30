"""Who handed a piece of the demonstration's work on: a version and a line of the history, as if it had been done."""

from __future__ import annotations

from typing import Final

from hengji.web.demonstration.built import City
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models import Role, State, Version, Work

__all__ = ["handed_on"]

_UNTOUCHED: Final = frozenset({State.WAITING, State.FILLING})


def handed_on(city: City, work: Work) -> None:
    """The preparer's version of *work*, unless it is still being filled in."""
    if work.state in _UNTOUCHED:
        return
    preparer = city.someone(work.organisation, Role.PREPARER)
    work.submitted_by = preparer
    work.save(update_fields=["submitted_by"])
    Version.objects.update_or_create(
        work=work, number=1,
        defaults={"state": work.state, "content": work.content, "by": preparer, "note": "演示数据"},
    )  # fmt: skip
    if not work.versions.filter(number__gt=1).exists() and work.project_id is not None:
        change = Change("演示", "", None, State(work.state).label)
        record(Actor(preparer), work, [change], work.organisation_id)
