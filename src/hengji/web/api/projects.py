"""Projects for programs."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.lists import page_of
from hengji.web.api.once import Answer, Key, once
from hengji.web.api.refusals import Refusal, refusals_answered
from hengji.web.api.shapes.lists import REFUSED, Number, Paged, Problem
from hengji.web.api.shapes.projects import Beginning, Begun, ProjectOut, ProjectsAsked
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.project import Project
from hengji.web.models.work import Work
from hengji.web.projects.forms import ProjectForm
from hengji.web.projects.keeping import begin_project
from hengji.web.rights import Right

__all__ = ["router"]

router = Router()
_READS = BearerToken(Right.SEE_OWN_PAGES)


@router.get("projects", auth=_READS, url_name="api_projects", response={200: Paged[ProjectOut], REFUSED: Problem})
def projects(request: HttpRequest, asked: Query[ProjectsAsked]) -> Any:
    """项目，按单位、年度和名称；金额单位为万元。"""
    found = Project.objects.visible_to(token_of(request).user)
    found = found.order_by("organisation__sort_key", "-year", "name", "pk")
    if asked.year is not None:
        found = found.filter(year=asked.year)
    if asked.organisation is not None:
        found = found.filter(organisation=asked.organisation)
    return page_of(found, asked, _project)


@router.get("projects/{pk}", auth=_READS, url_name="api_project", response={200: ProjectOut, REFUSED: Problem})
def project(request: HttpRequest, pk: Number) -> Any:
    """一个项目。"""
    return _project(get_object_or_404(Project.objects.visible_to(token_of(request).user), pk=pk))


@router.post(
    "works/{pk}/projects", auth=BearerToken(Right.FILL, writes=True), url_name="api_begin_project",
    response={200: Begun, REFUSED: Problem},
)  # fmt: skip
def begin(request: HttpRequest, pk: Number, body: Beginning, key: Key = "") -> Any:
    """在部门的目标表下建立项目；各阶段的工作随之建立，goals 是项目的目标表。"""
    tables = Work.objects.visible_to(token_of(request).user).filter(stage__kind=StageKind.GOALS, project=None)
    table = get_object_or_404(tables.with_context(), pk=pk)
    campaign = table.stage.campaign
    form = ProjectForm(
        {"name": body.name, "code": body.code, "initial_budget": body.initial_budget},
        instance=Project(organisation=table.organisation, year=campaign.year),
    )
    if not form.is_valid():
        said = [f"{form.fields[name].label}：{said}" for name, problems in form.errors.items() for said in problems]
        raise Refusal(422, "；".join(said), _("改正后再发。"))

    def deed() -> Answer:
        with refusals_answered(_("请先查询这个年度的安排。")):
            made = begin_project(form.save(commit=False), campaign, actor_of(request))
        return 200, {**_project(form.instance), "goals": made.pk}

    return Status(*once(request, key, deed))


def _project(one: Project) -> dict[str, Any]:
    return {
        "id": one.pk, "organisation": one.organisation_id, "year": one.year, "name": one.name, "code": one.code,
        "initial_budget": _amount(one.initial_budget), "adjusted_budget": _amount(one.adjusted_budget),
        "final_account": _amount(one.final_account),
    }  # fmt: skip


def _amount(value: Decimal | None) -> str | None:
    """Without the zeros that the column adds: 12.5, not 12.500000."""
    if value is None:
        return None
    said = f"{value:f}"
    return said.rstrip("0").rstrip(".") if "." in said else said
