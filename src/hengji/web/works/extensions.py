"""延期: a later deadline for works, given by the bureau of itself or because it was asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.deadlines import DeadlineRequest
from hengji.web.models.user import User
from hengji.web.models.work import DONE, State, Work
from hengji.web.rights import Right, has_right
from hengji.web.works.closing import OF_THE_DEPARTMENT
from hengji.web.works.transitions import RefusedError

__all__ = ["ask_for_time", "extend", "grant", "may_ask_for_time", "refuse"]

_OF_THE_AGENCY: Final = frozenset({State.VERIFYING, State.SECOND_OPINION, State.OBJECTED})


@transaction.atomic
def extend(works: Iterable[Work], until: date, reason: str, actor: Actor) -> int:
    """A later deadline for some works; the number of those extended. Works that are done are left alone.

    Raises RefusedError without a reason, or where *until* is before a work's deadline; all such works are named, and
    none is changed.
    """
    if not reason.strip():
        raise RefusedError(_("延期要写明原因。"))
    chosen = [work for work in works if work.state not in DONE]
    early = [work for work in chosen if until <= work.deadline]
    if early:
        named = "；".join(f"{work} {work.deadline:%Y-%m-%d}" for work in early)
        raise RefusedError(_("没有延期：新期限要比原来的晚。这些工作的期限已经不早于它：{works}。").format(works=named))
    for work in chosen:
        _later(work, until, reason.strip(), actor)
    return len(chosen)


def _later(work: Work, until: date, reason: str, actor: Actor) -> None:
    before = work.deadline
    work.extended_to = until
    work.save(update_fields=["extended_to", "changed"])
    record(actor, work, [Change("延期", "", f"{before}", f"{until}", reason)], work.organisation_id)


def may_ask_for_time(work: Work, user: User) -> bool:
    """Whether it is *user* who has something to do in *work*, and nobody has asked for more time yet."""
    if work.stage.campaign.state != Campaign.State.OPEN or not has_right(user, Right.ASK_FOR_TIME):
        return False
    if work.stage.kind == StageKind.VERIFICATION:
        given = getattr(work, "assignment", None)
        theirs = given is not None and user.pk in {given.verifier_id, given.lead_id} and work.state in _OF_THE_AGENCY
    else:
        home = user.organisation
        theirs = work.state in OF_THE_DEPARTMENT and home is not None and work.organisation.path.startswith(home.path)
    return theirs and not work.deadline_requests.open().exists()


@transaction.atomic
def ask_for_time(work: Work, until: date, reason: str, actor: Actor) -> DeadlineRequest:
    """申请延期. Raises RefusedError where there is nothing to extend, no reason, or a day that is no later."""
    held = (
        Work.objects.select_for_update(of=("self",)).select_related("stage__campaign", "organisation").get(pk=work.pk)
    )
    if actor.user is None or not may_ask_for_time(held, actor.user):
        raise RefusedError(_("现在不能申请延期：这项工作不在您手里，或已有一份申请等财政部门答复。请刷新页面。"))
    if not reason.strip():
        raise RefusedError(_("申请延期要写明原因。"))
    earliest = max(held.deadline, timezone.localdate())
    if until <= earliest:
        raise RefusedError(_("申请延到的日期要晚于 {day:%Y-%m-%d}。").format(day=earliest))
    asked = DeadlineRequest.objects.create(work=held, until=until, reason=reason.strip(), by=actor.user)
    change = Change("申请延期", "", f"{held.deadline}", f"{until}", reason.strip())
    record(actor, held, [change], held.organisation_id)
    return asked


@transaction.atomic
def grant(asked: DeadlineRequest, until: date, words: str, actor: Actor) -> DeadlineRequest:
    """The bureau gives more time, until the day that was asked for or another. Raises RefusedError."""
    held = _unanswered(asked)
    work = held.work
    if work.state in DONE:
        raise RefusedError(_("{work}已经办结，不用延期。请答复“不同意”。").format(work=work))
    if until <= max(work.deadline, timezone.localdate()):
        raise RefusedError(_("新期限要晚于今天，也要晚于原来的 {day:%Y-%m-%d}。没有答复。").format(day=work.deadline))
    held.is_granted, held.granted_until = True, until
    _answer(held, words, actor)
    _later(work, until, f"同意延期申请：{held.reason}" + (f"；{words.strip()}" if words.strip() else ""), actor)
    return held


@transaction.atomic
def refuse(asked: DeadlineRequest, words: str, actor: Actor) -> DeadlineRequest:
    """The deadline stays. Raises RefusedError without words."""
    held = _unanswered(asked)
    if not words.strip():
        raise RefusedError(_("不同意延期要写明理由。"))
    held.is_granted = False
    _answer(held, words, actor)
    change = Change("不同意延期", "", f"{held.until}", f"{held.work.deadline}", words.strip())
    record(actor, held.work, [change], held.work.organisation_id)
    return held


def _unanswered(asked: DeadlineRequest) -> DeadlineRequest:
    held = DeadlineRequest.objects.select_for_update(of=("self",)).get(pk=asked.pk)
    if held.is_granted is not None:
        raise RefusedError(_("这份延期申请刚刚已经答复过。请刷新页面。"))
    return held


def _answer(held: DeadlineRequest, words: str, actor: Actor) -> None:
    held.reply, held.replied_by, held.replied_at = words.strip(), actor.user, timezone.now()
    held.save()
