"""Reminders by mail, as a task of the worker: a slow or broken mail server keeps nobody waiting."""

from __future__ import annotations

from django.core.mail import EmailMessage, get_connection
from django.urls import reverse
from django.utils.translation import gettext as _
from django_tasks import task

from hengji.web.models.deadlines import Reminder
from hengji.web.works.waiting import in_charge_of

__all__ = ["mail_reminders"]


@task()
def mail_reminders(numbers: list[int], site: str) -> int:
    """Sends each reminder to those in charge of its work who gave an address; to how many addresses that was.

    What was sent is noted on the reminder at once, so that a server that breaks off half-way leaves the truth behind.
    """
    found = Reminder.objects.filter(pk__in=numbers, mailed=0).select_related(
        "work__stage__campaign", "work__organisation", "work__project", "work__assignment", "by__organisation"
    )
    connection, sent = get_connection(), 0
    for one in found:
        addresses = sorted({person.email for person in in_charge_of(one.work) if person.email})
        if not addresses:
            continue
        EmailMessage(_subject(one), _body(one, site), to=addresses, connection=connection).send()
        Reminder.objects.filter(pk=one.pk).update(mailed=len(addresses))
        sent += len(addresses)
    return sent


def _subject(one: Reminder) -> str:
    said = {"work": one.work, "deadline": one.work.deadline}
    return " ".join(_("催办：{work}，期限 {deadline:%Y-%m-%d}").format(**said).split())


def _body(one: Reminder, site: str) -> str:
    """The bureau's words, who says them, and where to go."""
    address = site.rstrip("/") + reverse("work", args=[one.work_id])
    return f"{one.text}\n\n{one.work}\n{address}\n\n{one.by.organisation or ''} {one.by}\n"
