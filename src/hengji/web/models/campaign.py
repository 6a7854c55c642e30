"""年度绩效工作: one year's round in one jurisdiction, its stages and deadlines, who is evaluated by which scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.region import Jurisdiction
from hengji.workflows.project_tables import SCHEME as PROJECT_SCHEME

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["Campaign", "Participation", "SchemeChoice", "Stage", "StageKind"]


class StageKind(models.TextChoices):
    """The stages of the year that ask something of a department."""

    GOALS = "goals", _("绩效目标")
    MONITORING = "monitoring", _("绩效监控")
    SELF_EVALUATION = "self_evaluation", _("绩效自评")
    VERIFICATION = "verification", _("自评核查")


class CampaignQuerySet(models.QuerySet["Campaign"]):
    """Campaigns within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """Those of one's own jurisdiction and below; an agency's are where it was assigned; a draft is the bureau's."""
        home = user.organisation
        if home is None:
            return self.none()
        if home.kind == OrganisationKind.FINANCE_BUREAU:
            return self.filter(jurisdiction__path__startswith=home.jurisdiction.path)
        opened = self.exclude(state=Campaign.State.DRAFT)
        if home.kind == OrganisationKind.AUDIT_OFFICE:
            return opened.filter(jurisdiction__path__startswith=home.jurisdiction.path)
        if home.kind == OrganisationKind.AGENCY:
            return opened.filter(stages__works__assignment__agency=home).distinct()
        return opened.filter(stages__works__organisation__path__startswith=home.path).distinct()


class Campaign(models.Model):
    """A round. Lights turn at `yellow` and `red`: execution ÷ share of the year gone, as percentages.

    `closes_late`: beyond its deadline a department's work is not written into any more, unless it gets a later one.
    `mending_days`: what the bureau gives back (returned, reopened) may take at least so many days from then on.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("筹备中")
        OPEN = "open", _("进行中")
        CLOSED = "closed", _("已结束")

    jurisdiction = models.ForeignKey(Jurisdiction, models.PROTECT, related_name="campaigns")
    year = models.PositiveSmallIntegerField(_("年度"))
    title = models.CharField(_("名称"), max_length=120)
    notice_number = models.CharField(_("通知文号"), max_length=60, blank=True)
    state = models.CharField(_("状态"), max_length=10, choices=State.choices, default=State.DRAFT)
    based_on = models.ForeignKey("self", models.SET_NULL, null=True, blank=True)
    yellow = models.DecimalField(_("黄灯线（%）"), max_digits=5, decimal_places=2, default=80)
    red = models.DecimalField(_("红灯线（%）"), max_digits=5, decimal_places=2, default=60)
    closes_late = models.BooleanField(_("逾期停止填报（先申请延期才能再填）"), default=False)
    mending_days = models.PositiveSmallIntegerField(_("退回、重新打开后至少给的天数"), default=10)
    project_scheme = models.CharField(_("项目支出评价方案"), max_length=80, default=PROJECT_SCHEME)
    revision = models.PositiveIntegerField(default=0)

    objects = CampaignQuerySet.as_manager()

    class Meta:
        ordering = ["-year", "jurisdiction__path"]
        constraints = [models.UniqueConstraint(fields=["jurisdiction", "year"], name="one_campaign_a_year")]

    def __str__(self) -> str:
        return self.title


class Stage(models.Model):
    """One stage of a campaign. Monitoring may come several times a year, each as of a date."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="stages")
    kind = models.CharField(_("阶段"), max_length=16, choices=StageKind.choices)
    name = models.CharField(_("名称"), max_length=40)
    order = models.PositiveSmallIntegerField(_("顺序"))
    opens = models.DateField(_("开始"))
    deadline = models.DateField(_("截止"))
    as_of = models.DateField(_("数据截至"), null=True, blank=True)

    class Meta:
        ordering = ["campaign", "order"]
        constraints = [models.UniqueConstraint(fields=["campaign", "order"], name="one_stage_in_a_place")]

    def __str__(self) -> str:
        return gettext(self.name)


class SchemeChoice(models.Model):
    """By which scheme departments of one nature (党群、行政、事业…; empty: all others) are evaluated."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="scheme_choices")
    nature = models.CharField(_("单位性质"), max_length=40, blank=True)
    scheme = models.CharField(_("评价方案"), max_length=80)

    class Meta:
        ordering = ["campaign", "nature"]
        constraints = [models.UniqueConstraint(fields=["campaign", "nature"], name="one_scheme_for_a_nature")]


class Participation(models.Model):
    """A department within a campaign's scope, and the scheme it is evaluated by."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="participations")
    scheme = models.CharField(_("评价方案"), max_length=80)

    class Meta:
        ordering = ["organisation__sort_key"]
        constraints = [models.UniqueConstraint(fields=["campaign", "organisation"], name="one_participation")]
