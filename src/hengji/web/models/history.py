"""The history: every change, chained so that none can be altered unnoticed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

from hengji.web.models.organisation import Organisation, OrganisationKind

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["HistoryEntry"]


class HistoryQuerySet(models.QuerySet["HistoryEntry"]):
    """History within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        home = user.organisation
        if home is None:
            return self.none()
        seen = self.filter(organisation__in=Organisation.objects.visible_to(user).values("pk"))
        return seen if home.kind != OrganisationKind.AGENCY else seen.filter(actor_organisation=home.pk)


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
