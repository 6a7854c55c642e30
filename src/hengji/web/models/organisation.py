"""Who is evaluated, who evaluates: finance bureaus, departments with their units, agencies, audit offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.region import Jurisdiction
from hengji.web.models.tree import Branching, Node

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["Organisation", "OrganisationKind", "OrganisationName"]


class OrganisationKind(models.TextChoices):
    """What an organisation is in the round."""

    FINANCE_BUREAU = "finance_bureau", _("财政部门")
    DEPARTMENT = "department", _("主管部门")
    UNIT = "unit", _("所属单位")
    AGENCY = "agency", _("第三方机构")
    AUDIT_OFFICE = "audit_office", _("审计机关")


class OrganisationQuerySet(Branching["Organisation"]):
    """Organisations within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """A bureau and an audit office see their jurisdictions; a department its branch; an agency whom it verifies."""
        home = user.organisation
        if home is None:
            return self.none()
        if home.kind in {OrganisationKind.FINANCE_BUREAU, OrganisationKind.AUDIT_OFFICE}:
            return self.filter(jurisdiction__path__startswith=home.jurisdiction.path)
        if home.kind == OrganisationKind.AGENCY:
            own = models.Q(pk=home.pk)
            return self.filter(own | models.Q(works__assignment__agency=home)).distinct()
        return self.under(home)

    def departments(self) -> Self:
        """Those whose overall expenditure is evaluated, as long as they exist."""
        return self.filter(kind=OrganisationKind.DEPARTMENT, merged_into=None)


class Organisation(Node):
    """An organisation under the name it bears today; earlier names stay in `names`."""

    kind = models.CharField(_("类别"), max_length=20, choices=OrganisationKind.choices)
    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="organisations")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    code = models.CharField(_("单位代码"), max_length=20)
    nature = models.CharField(_("单位性质"), max_length=40, blank=True)
    establishment = models.PositiveIntegerField(_("编制数（人）"), null=True, blank=True)
    headcount = models.PositiveIntegerField(_("实有人数（人）"), null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged")
    revision = models.PositiveIntegerField(default=0)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        ordering = ["sort_key"]
        constraints = [models.UniqueConstraint(fields=["jurisdiction", "code"], name="one_code_in_a_jurisdiction")]


class OrganisationName(models.Model):
    """A name that an organisation bore until a day: papers of that time keep it."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="names")
    name = models.CharField(_("名称"), max_length=200)
    until = models.DateField(_("用到"))
    note = models.CharField(_("说明"), max_length=200, blank=True)

    class Meta:
        ordering = ["-until"]
