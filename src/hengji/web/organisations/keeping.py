"""What a bureau does with organisations: makes, changes, renames, merges. Everything is recorded, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, Participation
from hengji.web.models.organisation import Organisation, OrganisationKind, OrganisationName
from hengji.web.models.user import Invitation, User
from hengji.web.models.work import Work
from hengji.web.works.transitions import RefusedError

__all__ = ["FIELDS", "Difference", "change", "create", "merge", "merging", "rename"]

FIELDS: Final = ("code", "nature", "establishment", "headcount", "parent")
"""What is changed in place; names and mergers have ways of their own, and a kind stays what it is."""

_IN_BRANCHES: Final = (OrganisationKind.DEPARTMENT, OrganisationKind.UNIT)
_MOST_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class Difference:
    """Somebody else changed the same field since its writer saw it: what was seen, stands now, and was wanted."""

    field: str
    label: str | Promise
    seen: Any
    now: Any
    wanted: Any


@transaction.atomic
def create(organisation: Organisation, actor: Actor) -> Organisation:
    """A new organisation; the caller made sure that its fields are valid and within the actor's jurisdiction.

    Raises RefusedError where somebody else took the code at the same moment.
    """
    _save_with_code(organisation)
    record(actor, organisation, [Change("建立单位", after=_values(organisation))], organisation.pk)
    return organisation


@transaction.atomic
def change(
    pk: int, seen: dict[str, Any], wanted: dict[str, Any], actor: Actor
) -> tuple[Organisation, tuple[Difference, ...]]:
    """Changes the fields of *wanted*; *seen* is what their writer saw there.

    Where somebody else changed one of them since, nothing is changed and the differences are told. Raises RefusedError
    for an organisation that was merged, or a code that was taken at the same moment.
    """
    held = Organisation.objects.select_for_update(of=("self",)).get(pk=pk)
    _require_standing(held)
    differences = tuple(
        Difference(name, _label(name), seen[name], getattr(held, name), value)
        for name, value in wanted.items()
        if getattr(held, name) not in (seen[name], value)
    )
    if differences:
        return held, differences
    changes = []
    for name, value in wanted.items():
        before = getattr(held, name)
        if before != value:
            changes.append(Change("修改单位", _label(name), _plain(before), _plain(value)))
            setattr(held, name, value)
    if changes:
        _save(held)
        record(actor, held, changes, held.pk)
    return held, ()


@transaction.atomic
def rename(pk: int, name: str, until: date, note: str, actor: Actor) -> Organisation:
    """A new name from the day after *until*; the old one stays with the papers of its time. Raises RefusedError."""
    held = Organisation.objects.select_for_update(of=("self",)).get(pk=pk)
    _require_standing(held)
    before, name = held.name, name.strip()
    if not name or name == before:
        raise RefusedError(_("现在的名称就是“{before}”。请填新的名称。").format(before=before))
    if until > timezone.localdate():
        raise RefusedError(_("旧名称用到的日期还没有到。名称改后立即使用新的，请到时再改。"))
    last = held.names.first()
    if last is not None and until <= last.until:
        raise RefusedError(
            _("上一个名称“{name}”用到{until}，这次的日期要比它晚。").format(
                name=last.name, until=f"{last.until:%Y-%m-%d}"
            )
        )
    OrganisationName.objects.create(organisation=held, name=before, until=until, note=note.strip())
    held.name = name
    _save(held)
    reason = f"旧名称用到{until:%Y-%m-%d}" + (f"；{note.strip()}" if note.strip() else "")
    record(actor, held, [Change("更名", "名称", before, name, reason)], held.pk)
    return held


@dataclass(frozen=True, slots=True)
class Merging:
    """What a merger would move; `unfinished` are the works that forbid it."""

    units: tuple[Organisation, ...]
    people: int
    drafts: tuple[Campaign, ...]
    done: int
    unfinished: tuple[Work, ...]


def merging(organisation: Organisation) -> Merging:
    """What happens to what belongs to *organisation* when it is merged."""
    concerned = Work.objects.filter(organisation=organisation) | Work.objects.filter(assignment__agency=organisation)
    return Merging(
        tuple(organisation.children.filter(merged_into=None)),
        organisation.people.filter(is_active=True).count(),
        tuple(Campaign.objects.filter(participations__organisation=organisation, state=Campaign.State.DRAFT)),
        concerned.exclude(pk__in=concerned.open()).distinct().count(),
        tuple(concerned.open().with_context().distinct()),
    )


@transaction.atomic
def merge(pk: int, into: Organisation, reason: str, actor: Actor) -> Organisation:
    """Ends an organisation: units, people and open invitations go over to *into*, which sees its finished works.

    Raises RefusedError where the two cannot be merged, or while works of an open round are unfinished.
    """
    held = {one.pk: one for one in Organisation.objects.select_for_update(of=("self",)).filter(pk__in=[pk, into.pk])}
    ended, target = held[pk], held[into.pk]
    what = merging(ended)
    _require_mergeable(ended, target, what, reason)
    changes = [Change("并入", "", ended.name, target.name, reason.strip())]
    if what.units:
        changes.append(Change("转移所属单位", "", [unit.name for unit in what.units], target.name))
    ended.merged_into = target
    if ended.kind in _IN_BRANCHES:  # below the other one, whose people then see what was finished
        ended.parent = target
    _save(ended)
    for unit in what.units:
        unit.parent = target
        _save(unit)
        record(actor, unit, [Change("上级单位合并", "上级", ended.name, target.name, reason.strip())], unit.pk)
    _move_people(ended, target, reason, actor)
    Participation.objects.filter(organisation=ended, campaign__state=Campaign.State.DRAFT).delete()
    record(actor, ended, changes, ended.pk)
    record(actor, target, [Change("接收并入单位", "", None, ended.name, reason.strip())], target.pk)
    return target


def _move_people(ended: Organisation, target: Organisation, reason: str, actor: Actor) -> None:
    for person in User.objects.filter(organisation=ended):
        person.organisation = target
        person.save(update_fields=["organisation"])
        record(actor, person, [Change("调整单位", "单位", ended.name, target.name, reason.strip())], target.pk)
    Invitation.objects.filter(organisation=ended, accepted_by=None).update(organisation=target)


def _require_mergeable(ended: Organisation, target: Organisation, what: Merging, reason: str) -> None:
    _require_standing(ended)
    _require_standing(target)
    if ended.pk == target.pk:
        raise RefusedError(_("不能并入自己。请选另一个单位。"))
    if ended.kind != target.kind or ended.jurisdiction_id != target.jurisdiction_id:
        raise RefusedError(
            _("只能并入同一辖区、同一类别的单位：{ended}是{kind}。").format(ended=ended, kind=ended.get_kind_display())
        )
    if not reason.strip():
        raise RefusedError(_("合并要写明依据，例如机构改革方案的文号。"))
    if what.unfinished:
        named = "、".join(str(work) for work in what.unfinished[:_MOST_NAMED])
        more = _("等") if len(what.unfinished) > _MOST_NAMED else ""
        raise RefusedError(
            _("{ended}还有 {count} 项工作没有办结（{named}{more}），不能合并。请先办结，或结束年度工作。").format(
                ended=ended, count=len(what.unfinished), named=named, more=more
            )
        )


def _require_standing(held: Organisation) -> None:
    if held.merged_into_id is not None:
        raise RefusedError(_("{held}已经并入{merged_into}，不能再改。").format(held=held, merged_into=held.merged_into))


def _save(held: Organisation) -> None:
    """Saves with a new revision; what is below follows to its new place in the tree."""
    held.revision += 1
    before = Organisation.objects.values_list("path", flat=True).get(pk=held.pk)
    _save_with_code(held)
    if held.path != before:
        below: Iterable[Organisation] = Organisation.objects.filter(path__startswith=before).exclude(pk=held.pk)
        for one in below:
            path = held.path + one.path.removeprefix(before)
            Organisation.objects.filter(pk=one.pk).update(path=path)


def _save_with_code(one: Organisation) -> None:
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError:
        raise RefusedError(_("代码“{code}”刚刚被别的单位用了。请换一个代码。").format(code=one.code)) from None


def _values(organisation: Organisation) -> dict[str, Any]:
    with override(settings.LANGUAGE_CODE):  # the history is Chinese, in whatever language the person works
        said = {"名称": organisation.name, "类别": organisation.get_kind_display()}
        said |= {str(_label(name)): _plain(getattr(organisation, name)) for name in FIELDS}
    return {name: value for name, value in said.items() if value not in (None, "")}


def _label(name: str) -> str | Promise:
    return gettext_lazy("上级") if name == "parent" else Organisation._meta.get_field(name).verbose_name  # type: ignore[union-attr]


def _plain(value: Any) -> Any:
    """A value as the history keeps it: figures as text."""
    return None if value is None else str(value)
