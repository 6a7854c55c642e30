"""What people say to each other about a row: comments, and a department's objections to a deduction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.work import State, Work

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["Comment", "Objection"]


_DEPARTMENTS = (OrganisationKind.DEPARTMENT, OrganisationKind.UNIT)


class CommentQuerySet(models.QuerySet["Comment"]):
    """Remarks within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """Those on the works that *user* sees; internal ones never for a department."""
        seen = self.filter(work__in=Work.objects.visible_to(user))
        home = user.organisation
        return seen.filter(is_internal=False) if home is not None and home.kind in _DEPARTMENTS else seen


class Comment(models.Model):
    """A remark on a row (`place` is its path in the content). An internal one stays with who verifies."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="comments")
    place = models.CharField(_("位置"), max_length=400, blank=True)
    text = models.TextField(_("意见"))
    is_internal = models.BooleanField(_("内部意见"), default=False)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    resolved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    resolved_at = models.DateTimeField(null=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ["at"]


class ObjectionQuerySet(models.QuerySet["Objection"]):
    """Objections within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """Those on the works that *user* sees; while the department still writes, nobody else reads the new ones."""
        seen = self.filter(work__in=Work.objects.visible_to(user))
        home = user.organisation
        if home is not None and home.kind in _DEPARTMENTS:
            return seen
        return seen.exclude(work__state=State.PRELIMINARY, replied_at=None)


class Objection(models.Model):
    """申诉: what a department answers to one indicator's preliminary score, and the reply."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="objections")
    indicator = models.CharField(_("指标"), max_length=400)
    text = models.TextField(_("异议"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    is_accepted = models.BooleanField(_("采纳"), null=True)
    reply = models.TextField(_("答复"), blank=True)
    replied_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    replied_at = models.DateTimeField(null=True)

    objects = ObjectionQuerySet.as_manager()

    class Meta:
        ordering = ["at"]
        constraints = [models.UniqueConstraint(fields=["work", "indicator"], name="one_objection_to_an_indicator")]
