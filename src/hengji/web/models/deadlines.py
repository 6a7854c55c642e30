"""期限: what the bureau sent after a deadline drew near or passed (催办), and what a department asks for (申请延期)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.work import State, Work

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["DeadlineRequest", "Reminder"]


class ReminderQuerySet(models.QuerySet["Reminder"]):
    """Reminders within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """Those on the works that *user* sees."""
        return self.filter(work__in=Work.objects.visible_to(user))


class Reminder(models.Model):
    """催办: one message on one work. `state` is where the work stood, which tells whom it was for; `mailed` is to how
    many addresses it also went out by mail.
    """

    work = models.ForeignKey(Work, models.CASCADE, related_name="reminders")
    state = models.CharField(_("状态"), max_length=16, choices=State.choices)
    text = models.TextField(_("催办内容"))
    mailed = models.PositiveSmallIntegerField(_("邮件"), default=0)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = ReminderQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]


class DeadlineRequestQuerySet(models.QuerySet["DeadlineRequest"]):
    """Requests within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """Those on the works that *user* sees."""
        return self.filter(work__in=Work.objects.visible_to(user))

    def open(self) -> Self:
        """Those that the bureau has not answered."""
        return self.filter(is_granted=None)


class DeadlineRequest(models.Model):
    """延期申请: until when and why; granted (perhaps until another day) or refused, with words."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="deadline_requests")
    until = models.DateField(_("延期到"))
    reason = models.TextField(_("原因"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_granted = models.BooleanField(_("同意"), null=True)
    granted_until = models.DateField(_("同意延期到"), null=True)
    reply = models.TextField(_("答复"), blank=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)

    objects = DeadlineRequestQuerySet.as_manager()

    class Meta:
        ordering = ["-at"]
        constraints = [
            models.UniqueConstraint(
                fields=["work"], condition=models.Q(is_granted=None), name="one_open_deadline_request"
            )
        ]
