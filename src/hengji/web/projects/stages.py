"""A department's projects of one year, each with its work in every stage."""

from __future__ import annotations

from dataclasses import dataclass

from hengji.web.models.campaign import Stage
from hengji.web.models.project import Project
from hengji.web.models.work import State, Work
from hengji.web.projects.keeping import STAGES

__all__ = ["ProjectLine", "project_lines", "project_stages", "projects_of"]


@dataclass(frozen=True, slots=True)
class ProjectLine:
    """A project and its works in the order of the stages; None where it has none in a stage."""

    project: Project
    works: tuple[Work | None, ...]
    begun: bool

    @property
    def table(self) -> Work | None:
        return self.works[0] if self.works else None


def projects_of(work: Work) -> list[Work]:
    """The works of the department's projects in the same stage; none where *work* is a project's own."""
    if work.project_id is not None:
        return []
    works = Work.objects.filter(stage=work.stage_id, organisation=work.organisation_id).exclude(project=None)
    return list(works.with_context().order_by("project__name"))


def project_stages(work: Work) -> tuple[Stage, ...]:
    """The stages of the work's round that projects have."""
    return tuple(stage for stage in work.stage.campaign.stages.all() if stage.kind in STAGES)


def project_lines(work: Work) -> tuple[ProjectLine, ...]:
    """Every project of the department in the work's round, by name."""
    works = Work.objects.filter(stage__campaign=work.stage.campaign_id, organisation=work.organisation_id)
    found: dict[int, dict[int, Work]] = {}
    projects: dict[int, Project] = {}
    for one in works.exclude(project=None).with_context().order_by("project__name"):
        if one.project is not None:
            projects[one.project.pk] = one.project
            found.setdefault(one.project.pk, {})[one.stage_id] = one
    stages = project_stages(work)
    return tuple(
        ProjectLine(
            project,
            tuple(found[key].get(stage.pk) for stage in stages),
            any(one.state != State.WAITING or one.content for one in found[key].values()),
        )
        for key, project in projects.items()
    )
