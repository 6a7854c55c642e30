"""What a finance bureau does about people: invites, moves, stops, lets in again. Everything is recorded.

Passwords and links' secrets are never kept nor recorded.
"""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Final

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hengji.web.accounts import lockout
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.user import Invitation, Role, User, digest_of
from hengji.web.works.transitions import RefusedError

__all__ = [
    "ROLES_IN",
    "accept",
    "change_role",
    "drop_two_step",
    "fits",
    "invite",
    "open_invitation",
    "reset_key",
    "set_active",
    "sign_out",
    "unlock",
    "withdraw",
]

INVITATION_LASTS: Final = timedelta(days=7)

_IN_DEPARTMENT: Final = frozenset({Role.PREPARER, Role.APPROVER})
ROLES_IN: Final[dict[OrganisationKind, frozenset[Role]]] = {
    OrganisationKind.FINANCE_BUREAU: frozenset({Role.BUREAU_ADMINISTRATOR, Role.BUREAU_REVIEWER}),
    OrganisationKind.DEPARTMENT: _IN_DEPARTMENT,
    OrganisationKind.UNIT: _IN_DEPARTMENT,
    OrganisationKind.AGENCY: frozenset({Role.VERIFIER, Role.LEAD_VERIFIER}),
    OrganisationKind.AUDIT_OFFICE: frozenset({Role.AUDITOR}),
}
"""Which roles there are in which kind of organisation."""


def fits(role: str, organisation: Organisation) -> bool:
    """Whether there is such a role in such an organisation."""
    return role in ROLES_IN[OrganisationKind(organisation.kind)]


@transaction.atomic
def invite(actor: Actor, organisation: Organisation, role: Role, name: str) -> tuple[Invitation, str]:
    """An account waiting for its owner, and the link's secret, which only this answer holds."""
    if actor.user is None or not fits(role, organisation):
        raise RefusedError(
            _("{organisation}没有“{role}”这个角色。请换一个角色或单位。").format(
                organisation=organisation, role=role.label
            )
        )
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        organisation=organisation, role=role, name=name, digest=digest_of(secret), invited_by=actor.user,
        expires=timezone.now() + INVITATION_LASTS,
    )  # fmt: skip
    record(actor, invitation, [Change("邀请", "", None, role.label)], organisation.pk)
    return invitation, secret


@transaction.atomic
def withdraw(actor: Actor, invitation: Invitation) -> None:
    """The link stops leading anywhere."""
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not held.is_open:
        raise RefusedError(_("这份邀请已经用过或过期，不用再撤销。"))
    held.expires = timezone.now()
    held.save(update_fields=["expires"])
    record(actor, held, [Change("撤销邀请")], held.organisation_id)


def open_invitation(secret: str) -> Invitation | None:
    """The invitation that *secret* opens; None for one that was used, withdrawn, has expired or never was."""
    return Invitation.objects.open().filter(digest=digest_of(secret)).select_related("organisation").first()


@transaction.atomic
def accept(invitation: Invitation, person: User, address: str | None) -> User:
    """Makes *person* (a name, a username, a password already set) the owner of the invited account.

    Raises RefusedError where somebody else was quicker with the same link.
    """
    held = Invitation.objects.select_for_update().get(pk=invitation.pk)
    if not held.is_open:
        raise RefusedError(_("这个邀请链接刚刚被用过或已过期。请让财政管理员重新邀请。"))
    person.role, person.organisation = held.role, held.organisation
    person.save()
    held.accepted_by = person
    held.save(update_fields=["accepted_by"])
    actor = Actor(person, address)
    record(actor, held, [Change("接受邀请", after=person.username)], held.organisation_id)
    record(actor, person, [Change("建立账号", after=Role(person.role).label)], held.organisation_id)
    return person


@transaction.atomic
def change_role(actor: Actor, person: User, organisation: Organisation, role: Role, reason: str) -> None:
    """Another role, perhaps in another organisation, and why."""
    held = _held(actor, person, _("改自己的角色"))
    if not fits(role, organisation):
        raise RefusedError(
            _("{organisation}没有“{role}”这个角色。请换一个角色或单位。").format(
                organisation=organisation, role=role.label
            )
        )
    before = (held.organisation_id, held.role)
    if before == (organisation.pk, role):
        raise RefusedError(_("单位和角色都没有变。"))
    if role != Role.BUREAU_ADMINISTRATOR or organisation.pk != held.organisation_id:
        _keep_an_administrator(held)
    changes = [Change("调整角色", "角色", Role(held.role).label, role.label, reason)]
    if held.organisation_id != organisation.pk:
        changes.append(Change("调整单位", "单位", str(held.organisation or ""), str(organisation), reason))
    held.organisation, held.role = organisation, role
    held.save(update_fields=["organisation", "role"])
    for whose in dict.fromkeys((before[0], organisation.pk)):
        record(actor, held, changes, whose)


@transaction.atomic
def set_active(actor: Actor, person: User, active: bool, reason: str) -> None:
    """Stops or restores an account. Stopping ends its sessions at once; what the person did stays."""
    held = _held(actor, person, _("停用自己的账号"))
    if held.is_active == active:
        raise RefusedError(_("这个账号已经是“{active}”。").format(active=_(_activity(active))))
    if not active:
        _keep_an_administrator(held)
        _end_sessions(held)
    held.is_active = active
    held.save(update_fields=["is_active"])
    change = Change("恢复账号" if active else "停用账号", "", _activity(not active), _activity(active), reason)
    record(actor, held, [change], held.organisation_id)


@transaction.atomic
def unlock(actor: Actor, person: User) -> None:
    """Lets somebody in again who gave a wrong password five times."""
    lockout.unlock(person)
    record(actor, person, [Change("解除锁定")], person.organisation_id)


@transaction.atomic
def sign_out(actor: Actor, person: User) -> int:
    """Ends every session of *person*; gives back how many there were."""
    count = _end_sessions(person)
    record(actor, person, [Change("退出全部设备", after=f"{count}个")], person.organisation_id)
    return count


@transaction.atomic
def drop_two_step(actor: Actor, person: User) -> None:
    """For somebody who lost the device: they log in by password alone and set two-step up anew."""
    if not Authenticator.objects.filter(user=person).exists():
        raise RefusedError(_("这个账号没有设两步验证。"))
    Authenticator.objects.filter(user=person).delete()
    record(actor, person, [Change("解除两步验证")], person.organisation_id)


@transaction.atomic
def reset_key(actor: Actor, person: User) -> tuple[str, str]:
    """The two parts of a link by which *person* sets a new password: good once, for the days that
    ``PASSWORD_RESET_TIMEOUT`` says, and not after the next login.
    """
    record(actor, person, [Change("重设密码链接")], person.organisation_id)
    return urlsafe_base64_encode(force_bytes(person.pk)), default_token_generator.make_token(person)


def _held(actor: Actor, person: User, deed: str) -> User:
    if actor.user is not None and actor.user.pk == person.pk:
        raise RefusedError(_("不能{deed}。请由另一位财政管理员操作。").format(deed=deed))
    return User.objects.select_for_update().get(pk=person.pk)


def _keep_an_administrator(person: User) -> None:
    """A bureau without an administrator could let nobody in again."""
    if person.role != Role.BUREAU_ADMINISTRATOR or person.organisation is None:
        return
    Organisation.objects.select_for_update().get(pk=person.organisation.pk)  # two of them stopping each other
    others = User.objects.filter(organisation=person.organisation, role=person.role, is_active=True)
    if not others.exclude(pk=person.pk).exists():
        raise RefusedError(
            _("{person}是{organisation}唯一的财政管理员。请先邀请另一位，再作调整。").format(
                person=person, organisation=person.organisation
            )
        )


def _end_sessions(person: User) -> int:
    sessions = list(UserSession.objects.filter(user=person))
    for session in sessions:
        session.end()
    return len(sessions)


def _activity(active: bool) -> str:
    return gettext_noop("在用") if active else gettext_noop("停用")
