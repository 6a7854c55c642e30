"""What a bureau does with jurisdictions: makes one below its own, renames, moves. Everything is recorded."""

from __future__ import annotations

from typing import Any, Final

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.region import Jurisdiction
from hengji.web.works.transitions import RefusedError

__all__ = ["change_region", "create_region"]

_WORDS: Final = {"name": gettext_noop("名称"), "code": gettext_noop("区划代码"), "parent": gettext_noop("上级辖区")}
_DEEDS: Final = {"name": gettext_noop("更名"), "parent": gettext_noop("调整上级")}


@transaction.atomic
def create_region(region: Jurisdiction, actor: Actor) -> Jurisdiction:
    """A new jurisdiction; the caller made sure that its code is free and its place is within the actor's own."""
    region.save()
    said = {_WORDS["name"]: region.name, _WORDS["code"]: region.code, _WORDS["parent"]: str(region.parent or "")}
    record(actor, region, [Change("建立辖区", after=said)], _bureau(actor))
    return region


@transaction.atomic
def change_region(pk: int, seen: dict[str, Any], wanted: dict[str, Any], actor: Actor) -> Jurisdiction:
    """Changes name, code or place in the tree; what is below goes along. *seen* is what the writer saw.

    Raises RefusedError where somebody else changed the same field since, or the new place is below the jurisdiction.
    """
    held = Jurisdiction.objects.select_for_update(of=("self",)).get(pk=pk)
    changes = []
    for name, value in wanted.items():
        now = getattr(held, name)
        if now == value:
            continue
        if now != seen[name]:
            raise RefusedError(
                _("在您打开这一页之后，有人把{label}改成了“{now}”，没有保存。请看过再改。").format(
                    label=_(_WORDS[name]), now=now or "—"
                )
            )
        before, after = (str(one) if one is not None else None for one in (now, value))
        changes.append(Change(_DEEDS.get(name, gettext_noop("修改辖区")), _WORDS[name], before, after))
        setattr(held, name, value)
    if held.parent is not None and held.parent.path.startswith(held.path):
        raise RefusedError(_("{parent}在{region}之下，不能作它的上级。").format(parent=held.parent, region=held))
    if changes:
        before_path = held.path
        held.save()
        _move_below(held, before_path)
        record(actor, held, changes, _bureau(actor))
    return held


def _move_below(held: Jurisdiction, before: str) -> None:
    if held.path == before:
        return
    for one in Jurisdiction.objects.filter(path__startswith=before).exclude(pk=held.pk):
        Jurisdiction.objects.filter(pk=one.pk).update(path=held.path + one.path.removeprefix(before))


def _bureau(actor: Actor) -> int | None:
    return actor.user.organisation_id if actor.user else None
