"""What is said about rows: the department's objections, the replies to them, the second opinion, internal notes."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.conversation import Comment, Objection
from hengji.web.models.verification import Assignment
from hengji.web.models.work import State, Work
from hengji.web.works.transitions import RefusedError

__all__ = ["note", "object_to", "opine", "reply"]


@transaction.atomic
def object_to(work: Work, indicator: str, text: str, actor: Actor) -> None:
    """Writes, changes or (with no text) takes back an objection while opinions are asked for. Raises RefusedError."""
    held = _in(work, {State.PRELIMINARY}, _("现在不是征求意见的时候，不能提异议。"))
    old = held.objections.select_for_update().filter(indicator=indicator).first()
    before = old.text if old is not None else None
    if not text.strip():
        if old is None or old.replied_at is not None:
            raise RefusedError(_("异议要写明意见和依据。"))
        old.delete()
        record(actor, held, [Change("撤回异议", f"objections/{indicator}", before, None)], held.organisation_id)
        return
    unanswered = {"is_accepted": None, "reply": "", "replied_by": None, "replied_at": None}
    said = {"text": text.strip(), "by": actor.user, **unanswered}
    Objection.objects.update_or_create(work=held, indicator=indicator, defaults=said)
    record(actor, held, [Change("提出异议", f"objections/{indicator}", before, text.strip())], held.organisation_id)


@transaction.atomic
def reply(work: Work, indicator: str, accepted: bool, words: str, actor: Actor) -> None:
    """Answers an objection; one that is accepted opens its row again. Raises RefusedError."""
    held = _in(work, {State.OBJECTED}, _("现在不是答复异议的时候。"))
    _assigned_to(held, actor)
    objection = held.objections.select_for_update().filter(indicator=indicator).first()
    if objection is None:
        raise RefusedError(_("这个指标没有异议。请刷新页面。"))
    if not words.strip():
        raise RefusedError(_("答复要写明理由：采纳的写怎样改，不采纳的写依据。"))
    before = objection.reply or None
    objection.is_accepted, objection.reply = accepted, words.strip()
    objection.replied_by, objection.replied_at = actor.user, timezone.now()
    objection.save()
    action = gettext_noop("采纳异议") if accepted else gettext_noop("不采纳异议")
    record(actor, held, [Change(action, f"objections/{indicator}", before, words.strip())], held.organisation_id)


@transaction.atomic
def opine(work: Work, words: str, actor: Actor) -> None:
    """The lead's second opinion. Raises RefusedError."""
    held = _in(work, {State.SECOND_OPINION}, _("现在不是复核的时候，意见没有保存。"))
    assignment = Assignment.objects.select_for_update().filter(work=held).first()
    if assignment is None or actor.user is None or assignment.lead_id != actor.user.pk:
        raise RefusedError(_("这项核查没有委派您复核。"))
    if not words.strip():
        raise RefusedError(_("复核意见不能空着。"))
    change = Change("复核意见", "second_opinion", assignment.second_opinion or None, words.strip())
    assignment.second_opinion = words.strip()
    assignment.save(update_fields=["second_opinion"])
    record(actor, held, [change], held.organisation_id)


@transaction.atomic
def note(work: Work, indicator: str, text: str, actor: Actor) -> None:
    """An internal note on a row: never shown to a department. Raises RefusedError."""
    if not text.strip() or actor.user is None:
        raise RefusedError(_("内部意见不能空着。"))
    Comment.objects.create(work=work, place=indicator, text=text.strip(), is_internal=True, by=actor.user)
    record(actor, work, [Change("内部意见", f"comments/{indicator}", None, text.strip())], work.organisation_id)


def _in(work: Work, states: set[State], problem: str) -> Work:
    held = Work.objects.select_for_update().get(pk=work.pk)
    if held.state not in states:
        raise RefusedError(
            _("{problem}现在的状态是“{state}”，请刷新页面。").format(problem=problem, state=held.get_state_display())
        )
    return held


def _assigned_to(work: Work, actor: Actor) -> None:
    given = Assignment.objects.filter(work=work).first()
    if given is None or actor.user is None or given.verifier_id != actor.user.pk:
        raise RefusedError(_("这项核查没有委派给您。请由委派的核查人操作，或请财政管理员改派。"))
