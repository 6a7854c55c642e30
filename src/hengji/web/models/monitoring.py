"""监控提示: what the bureau asks after a red or yellow light, and the department's answer."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.work import Work

__all__ = ["MonitoringNotice"]


class MonitoringNotice(models.Model):
    """A notice on one monitoring, to be answered by a day."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="notices")
    text = models.TextField(_("提示内容"))
    due = models.DateField(_("答复期限"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(_("答复"), blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at"]
