"""催办: the bureau reminds those who let a deadline come near or pass; what was sent stays on the work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.campaigns.mailing import mail_reminders
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign
from hengji.web.models.deadlines import Reminder
from hengji.web.models.work import Work, WorkQuerySet
from hengji.web.works.transitions import RefusedError
from hengji.web.works.waiting import turn_of

__all__ = ["Reminded", "due_within", "remind"]

_LONGEST: Final = 1000


@dataclass(frozen=True, slots=True)
class Reminded:
    """What became of the works: reminded; left alone because they were today already; nobody's turn but our own."""

    sent: tuple[Work, ...]
    today: tuple[Work, ...]
    idle: tuple[Work, ...]


def due_within(works: WorkQuerySet, days: int, today: date) -> list[Work]:
    """Those whose turn it is outside the bureau and whose deadline is over (*days* = −1: only these) or at most *days*
    away.
    """
    last = today + timedelta(days=days)
    return [work for work in works.open() if turn_of(work.state) and work.deadline <= last]


@transaction.atomic
def remind(works: Iterable[Work], words: str, actor: Actor, *, again: bool = False, site: str = "") -> Reminded:
    """Leaves a message on each work; *again*: also where one was left today. Where the installation has a mail server
    the message goes out by mail too, with links below *site*. Raises RefusedError without words or a person.
    """
    if actor.user is None or not words.strip():
        raise RefusedError(_("催办要写明内容。"))
    if len(words.strip()) > _LONGEST:
        raise RefusedError(_("催办的内容不能超过 {longest} 字。没有发出。").format(longest=_LONGEST))
    chosen = list(works)
    idle = tuple(one for one in chosen if not turn_of(one.state) or one.stage.campaign.state != Campaign.State.OPEN)
    rest = [one for one in chosen if one not in idle]
    told = set(_reminded_today(rest))
    today = () if again else tuple(one for one in rest if one.pk in told)
    sent = tuple(one for one in rest if one not in today)
    made = [Reminder.objects.create(work=one, state=one.state, text=words.strip(), by=actor.user) for one in sent]
    for one in sent:
        record(actor, one, [Change("催办", "", None, words.strip())], one.organisation_id)
    if made and settings.MAIL:
        numbers = [one.pk for one in made]
        transaction.on_commit(lambda: mail_reminders.enqueue(numbers, site))
    return Reminded(sent, today, idle)


def _reminded_today(works: list[Work]) -> list[int]:
    """Locks the works, so that two colleagues who remind at the same moment see each other."""
    numbers = [work.pk for work in works]
    list(Work.objects.select_for_update(of=("self",)).filter(pk__in=numbers).order_by("pk").values_list("pk"))
    begun = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return list(Reminder.objects.filter(work__in=numbers, at__gte=begun).values_list("work", flat=True))
