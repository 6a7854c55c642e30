"""What people say to each other about a row: comments, and a department's objections to a deduction."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from hengji.web.models.work import Work

__all__ = ["Comment", "Objection"]


class Comment(models.Model):
    """A remark on a row (`place` is its path in the content). An internal one stays with who verifies."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="comments")
    place = models.CharField("位置", max_length=400, blank=True)
    text = models.TextField("意见")
    is_internal = models.BooleanField("内部意见", default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]


class Objection(models.Model):
    """申诉: what a department answers to one indicator's preliminary score, and the reply."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="objections")
    indicator = models.CharField("指标", max_length=400)
    text = models.TextField("异议")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_accepted = models.BooleanField("采纳", null=True)
    reply = models.TextField("答复", blank=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["work", "indicator"], name="one_objection_to_an_indicator")]
