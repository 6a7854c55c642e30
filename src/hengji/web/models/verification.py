"""Who verifies a department's self-evaluation, with the declaration of independence."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.organisation import Organisation
from hengji.web.models.work import Work

__all__ = ["Assignment"]


class Assignment(models.Model):
    """A verification given to an agency. Verifier and lead are two people (财监〔2021〕4号: 独立性)."""

    work = models.OneToOneField(Work, models.CASCADE, related_name="assignment")
    agency = models.ForeignKey(Organisation, models.PROTECT, related_name="assignments")
    verifier = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="verifications")
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="led_verifications")
    declared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    declared_at = models.DateTimeField(_("独立性声明时间"), null=True)
    second_opinion = models.TextField(_("复核意见"), blank=True)
    signed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    signed_at = models.DateTimeField(_("签发时间"), null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verifier=None) | models.Q(lead=None) | ~models.Q(verifier=models.F("lead")),
                name="verifier_is_not_lead",
            )
        ]
