"""项目支出: a department's projects, which have goals, monitoring and self-evaluation of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.organisation import Organisation

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["Project"]


class ProjectQuerySet(models.QuerySet["Project"]):
    """Projects within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        return self.filter(organisation__in=Organisation.objects.visible_to(user))


class Project(models.Model):
    """A project of one year; money in 万元."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="projects")
    year = models.PositiveSmallIntegerField(_("年度"))
    name = models.CharField(_("项目名称"), max_length=200)
    code = models.CharField(_("项目代码"), max_length=40, blank=True)
    initial_budget = models.DecimalField(_("年初预算数（万元）"), max_digits=20, decimal_places=6, null=True)
    adjusted_budget = models.DecimalField(_("调整预算数（万元）"), max_digits=20, decimal_places=6, null=True)
    final_account = models.DecimalField(_("决算数（万元）"), max_digits=20, decimal_places=6, null=True)

    objects = ProjectQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__sort_key", "-year", "name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "year", "name"], name="one_project_of_a_name")]

    def __str__(self) -> str:
        return self.name
