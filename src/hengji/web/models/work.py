"""One department's work in one stage: what was entered so far, its state, and every version that was handed on."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from hengji.web.models.campaign import Campaign, Stage
from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.project import Project

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["State", "Version", "Work"]


class State(models.TextChoices):
    """Where a piece of work stands. Filling: first six, and a goal table's adjustment; verification: the last six."""

    WAITING = "waiting", gettext_lazy("未开始")
    FILLING = "filling", gettext_lazy("填报中")
    SUBMITTED = "submitted", gettext_lazy("待审核")
    RETURNED = "returned", gettext_lazy("已退回")
    DELIVERED = "delivered", gettext_lazy("已报送")
    ACCEPTED = "accepted", gettext_lazy("已审定")
    ADJUSTING = "adjusting", gettext_lazy("申请调整中")
    UNASSIGNED = "unassigned", gettext_lazy("待委派")
    VERIFYING = "verifying", gettext_lazy("核查中")
    SECOND_OPINION = "second_opinion", gettext_lazy("待复核")
    PRELIMINARY = "preliminary", gettext_lazy("征求意见")
    OBJECTED = "objected", gettext_lazy("有异议")
    LOCKED = "locked", gettext_lazy("已签发")


DONE = (State.ACCEPTED, State.LOCKED)
WITH_THE_BUREAU = (State.DELIVERED, State.ADJUSTING)


class WorkQuerySet(models.QuerySet["Work"]):
    """Works within somebody's sight."""

    def visible_to(self, user: User) -> Self:
        """A bureau and an audit office: their jurisdictions; a department: its branch, and a verification of it once
        its preliminary result was sent; an agency: what it was assigned, and what those departments handed in.
        """
        home = user.organisation
        if home is None:
            return self.none()
        if home.kind in {OrganisationKind.FINANCE_BUREAU, OrganisationKind.AUDIT_OFFICE}:
            return self.filter(organisation__jurisdiction__path__startswith=home.jurisdiction.path)
        if home.kind == OrganisationKind.AGENCY:
            assigned = Work.objects.filter(assignment__agency=home)
            campaigns = assigned.values("stage__campaign")
            handed_in = models.Q(
                organisation__in=assigned.values("organisation"),
                stage__campaign__in=campaigns,
                state__in=[State.DELIVERED, State.ACCEPTED, State.ADJUSTING],
            )
            return self.filter(models.Q(assignment__agency=home) | handed_in)  # a work has one assignment at most
        unseen = [State.UNASSIGNED, State.VERIFYING, State.SECOND_OPINION]
        return self.filter(organisation__path__startswith=home.path).exclude(state__in=unseen)

    def open(self) -> Self:
        """Those that somebody must still do something with."""
        return self.exclude(state__in=DONE).filter(stage__campaign__state=Campaign.State.OPEN)

    def named(self, words: str) -> Self:
        """Those of an organisation that *words* may mean (also by pinyin), or of a project whose name they are in."""
        if not words:
            return self
        meant = Organisation.objects.named(words).values("pk")
        return self.filter(models.Q(organisation__in=meant) | models.Q(project__name__icontains=words))

    def with_due(self) -> Self:
        """With `due`, the deadline that counts, for sorting by it."""
        return self.annotate(due=Coalesce("extended_to", "stage__deadline"))

    def with_context(self) -> Self:
        """With what every list shows beside a work, in one query."""
        return self.select_related("stage__campaign", "organisation", "project", "assignment")


class Work(models.Model):
    """What one department enters in one stage (`project` is None: for the department as a whole).

    `content` is in the notation of the files that the command line reads: figures are text, with their units.
    `revision` counts the changes: whoever writes says which revision they saw.
    """

    stage = models.ForeignKey(Stage, models.CASCADE, related_name="works")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="works")
    project = models.ForeignKey(Project, models.PROTECT, null=True, blank=True, related_name="works")
    state = models.CharField(gettext_lazy("状态"), max_length=16, choices=State.choices, default=State.WAITING)
    since = models.DateTimeField(gettext_lazy("进入当前状态"), auto_now_add=True)
    content = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    extended_to = models.DateField(gettext_lazy("延期到"), null=True, blank=True)
    submitted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    changed = models.DateTimeField(gettext_lazy("最近修改"), auto_now=True)

    objects = WorkQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__sort_key", "stage__order"]
        constraints = [
            models.UniqueConstraint(fields=["stage", "organisation", "project"], name="one_work", nulls_distinct=False)
        ]

    def __str__(self) -> str:
        said = {"organisation": self.organisation, "year": self.stage.campaign.year, "stage": self.stage}
        if self.project:
            return _("{organisation}{year}年度{project}{stage}").format(project=self.project, **said)
        return _("{organisation}{year}年度{stage}").format(**said)

    @property
    def deadline(self) -> date:
        return self.extended_to or self.stage.deadline

    def days_late(self, today: date) -> int:
        """Days beyond the deadline while a department or an agency still has to act; 0 otherwise: what was handed in
        waits for the bureau.
        """
        return 0 if self.state in {*DONE, *WITH_THE_BUREAU} else max(0, (today - self.deadline).days)


class Version(models.Model):
    """The content as it stood when the work was handed on. Versions are never changed."""

    work = models.ForeignKey(Work, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField(gettext_lazy("版本"))
    state = models.CharField(gettext_lazy("状态"), max_length=16, choices=State.choices)
    content = models.JSONField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    note = models.TextField(gettext_lazy("说明"), blank=True)

    class Meta:
        ordering = ["work", "-number"]
        constraints = [models.UniqueConstraint(fields=["work", "number"], name="one_version_of_a_number")]
