"""佐证材料: files kept by what they contain, and where they are cited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from hengji.web.models.campaign import StageKind
from hengji.web.models.organisation import OrganisationKind
from hengji.web.models.work import Work

if TYPE_CHECKING:
    from hengji.web.models.user import User

__all__ = ["Citation", "Evidence"]


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Evidence within somebody's sight: that of the works they see; what a verifier gathered stays with verifiers."""

    def visible_to(self, user: User) -> Self:
        seen = self.filter(work__in=Work.objects.visible_to(user))
        home = user.organisation
        if home is None or home.kind not in {OrganisationKind.DEPARTMENT, OrganisationKind.UNIT}:
            return seen
        return seen.exclude(work__stage__kind=StageKind.VERIFICATION, by__organisation__kind=OrganisationKind.AGENCY)


class Evidence(models.Model):
    """One piece: a file, an interview record, a request for further material.

    `digest` names the file's content: the same file is stored once, whoever sends it. `settled_at` is when the verifier
    took the answer to a request for enough.
    """

    class Kind(models.TextChoices):
        FILE = "file", _("文件")
        INTERVIEW = "interview", _("访谈记录")
        REQUEST = "request", _("补充材料要求")

    class Scan(models.TextChoices):
        UNSCANNED = "unscanned", _("未扫描")
        CLEAN = "clean", _("未发现病毒")
        INFECTED = "infected", _("发现病毒")

    work = models.ForeignKey(Work, models.CASCADE, related_name="evidence")
    kind = models.CharField(_("类别"), max_length=10, choices=Kind.choices, default=Kind.FILE)
    name = models.CharField(_("名称"), max_length=200)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    media_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(_("字节"), default=0)
    scan = models.CharField(_("扫描"), max_length=10, choices=Scan.choices, default=Scan.UNSCANNED)
    with_whom = models.CharField(_("访谈对象"), max_length=100, blank=True)
    held_on = models.DateField(_("日期"), null=True, blank=True)
    text = models.TextField(_("内容"), blank=True)
    answers = models.ForeignKey("self", models.SET_NULL, null=True, blank=True, related_name="answered_by")
    settled_at = models.DateTimeField(_("收讫"), null=True, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["work", "at"]

    def __str__(self) -> str:
        return self.name


class Citation(models.Model):
    """Where a piece of evidence speaks for an indicator: its page, sheet and cell, or section."""

    evidence = models.ForeignKey(Evidence, models.CASCADE, related_name="citations")
    indicator = models.CharField(_("指标"), max_length=400)
    place = models.CharField(_("位置"), max_length=100, blank=True)

    class Meta:
        ordering = ["evidence", "indicator"]
        constraints = [models.UniqueConstraint(fields=["evidence", "indicator", "place"], name="cited_once_at_a_place")]
