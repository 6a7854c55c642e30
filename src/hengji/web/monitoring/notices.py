"""监控提示: the bureau asks after a light, the department answers. Both are recorded."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.monitoring import MonitoringNotice
from hengji.web.models.work import Work
from hengji.web.works.transitions import RefusedError

__all__ = ["answer", "give_notice"]


@transaction.atomic
def give_notice(work: Work, text: str, due: date, actor: Actor) -> MonitoringNotice:
    """A notice to the department. Raises RefusedError without words, or with a day that is over."""
    if not text.strip():
        raise RefusedError(_("请写明提示的内容。"))
    if due < timezone.localdate():
        raise RefusedError(_("答复期限不能早于今天。"))
    if actor.user is None:
        raise RefusedError(_("要由财政部门的人员发出。"))
    notice = MonitoringNotice.objects.create(work=work, text=text.strip(), due=due, by=actor.user)
    record(actor, work, [Change("发出监控提示", f"提示{notice.pk}", None, notice.text)], work.organisation_id)
    return notice


@transaction.atomic
def answer(notice: MonitoringNotice, text: str, actor: Actor) -> MonitoringNotice:
    """The department's answer; a second one replaces the first, and the history keeps both."""
    if not text.strip():
        raise RefusedError(_("请写明答复的内容。"))
    held = MonitoringNotice.objects.select_for_update().get(pk=notice.pk)
    before = held.answer or None
    held.answer, held.answered_by, held.answered_at = text.strip(), actor.user, timezone.now()
    held.save(update_fields=["answer", "answered_by", "answered_at"])
    change = Change("答复监控提示", f"提示{held.pk}", before, held.answer)
    record(actor, held.work, [change], held.work.organisation_id)
    return held
