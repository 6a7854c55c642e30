"""Begins and withdraws projects: each has a piece of work in every stage that its department fills in."""

from __future__ import annotations

from typing import Final

from django.db import transaction
from django.utils.translation import gettext as _

from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.evidence import Evidence
from hengji.web.models.project import Project
from hengji.web.models.work import State, Work
from hengji.web.works.transitions import RefusedError

__all__ = ["STAGES", "begin_project", "withdraw_project"]

STAGES: Final = (StageKind.GOALS, StageKind.MONITORING, StageKind.SELF_EVALUATION)
"""The stages that a project has; only departments are verified."""


@transaction.atomic
def begin_project(project: Project, campaign: Campaign, actor: Actor) -> Work:
    """Keeps a new project with its work in every stage of the round; gives its goal table.

    Raises RefusedError where the round is not under way, or has no goal tables.
    """
    if campaign.state != Campaign.State.OPEN:
        raise RefusedError(_("年度工作没有在进行，不能建立项目。"))
    stages = [stage for stage in campaign.stages.all() if stage.kind in STAGES]
    if not any(stage.kind == StageKind.GOALS for stage in stages):
        raise RefusedError(_("这一年度没有绩效目标阶段，不能建立项目。请联系财政管理员。"))
    project.save()
    works = [Work.objects.create(stage=stage, organisation=project.organisation, project=project) for stage in stages]
    table = next(work for work in works if work.stage.kind == StageKind.GOALS)
    record(actor, table, [Change("建立项目", "", None, project.name)], project.organisation_id)
    return table


@transaction.atomic
def withdraw_project(project: Project, actor: Actor) -> None:
    """Takes a project off that was begun by mistake. Raises RefusedError once anything was entered for it."""
    works = list(Work.objects.select_for_update().filter(project=project))
    begun = [work for work in works if work.content or work.state != State.WAITING]
    if begun or Evidence.objects.filter(work__in=works).exists():
        raise RefusedError(_("项目“{project}”已经开始填报，不能撤销。").format(project=project))
    record(actor, project, [Change("撤销项目", "", project.name, None)], project.organisation_id)
    for work in works:
        work.delete()
    project.delete()
