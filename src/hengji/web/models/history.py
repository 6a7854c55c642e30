"""The history: every change, chained so that none can be altered unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Self

from django.db import models

from hengji.web.models.campaign import StageKind
from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.work import State, Work

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["HistoryEntry"]


class HistoryQuerySet(models.QuerySet["HistoryEntry"]):
    """History within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """A bureau and an audit office: all of their jurisdictions; an agency: what its own people did; a department:
        what its own people did, its organisations and accounts, and its works as far as it may see them.
        """
        home = user.organisation
        if home is None:
            return self.none()
        if home.kind == OrganisationKind.AGENCY:
            return self.filter(actor_organisation=home.pk)
        seen = self.filter(organisation__in=Organisation.objects.visible_to(user).values("pk"))
        if home.kind in {OrganisationKind.FINANCE_BUREAU, OrganisationKind.AUDIT_OFFICE}:
            return seen
        own = models.Q(actor_organisation__in=Organisation.objects.under(home).values("pk"))
        return seen.filter(own | models.Q(kind__in=_ABOUT_ONESELF) | _of_works(user))

    def of(self, kind: str, subject: int) -> Self:
        """The history of one object."""
        return self.filter(kind=kind, subject=subject)


_ABOUT_ONESELF: Final = ("organisation", "user", "invitation", "project", "monitoringnotice")
"""Kinds that hold nothing which a department must not know of itself; all other kinds stay hidden from it."""


def _of_works(user: User) -> models.Q:
    """What happened to the works that a department sees. Of a verification: only that it was sent and signed, for how
    the verifiers came to it is between them.
    """
    works = Work.objects.visible_to(user)
    verification = models.Q(stage__kind=StageKind.VERIFICATION)
    filled = models.Q(subject__in=works.exclude(verification).values("pk"))
    verified = models.Q(subject__in=works.filter(verification).values("pk"), place="")
    sent = models.Q(after=State.PRELIMINARY.label) | models.Q(after=State.LOCKED.label)
    return models.Q(kind="work") & (filled | verified & sent)


class HistoryEntry(models.Model):
    """One change: who, when, from where, before and after. Rows are only ever added; the database refuses the rest.

    Numbers instead of foreign keys: the history outlives what it tells of.
    """

    sequence = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    actor = models.PositiveBigIntegerField(null=True)
    actor_name = models.CharField(max_length=60)
    actor_organisation = models.PositiveBigIntegerField(null=True)
    address = models.GenericIPAddressField(null=True)
    action = models.CharField(max_length=40)
    kind = models.CharField(max_length=40)
    subject = models.PositiveBigIntegerField()
    subject_name = models.CharField(max_length=300)
    organisation = models.PositiveBigIntegerField(null=True, db_index=True)
    place = models.CharField(max_length=400, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    algorithm = models.CharField(max_length=10)
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64, unique=True)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["-sequence"]
        indexes = [models.Index(fields=["kind", "subject"], name="history_of_a_subject")]
