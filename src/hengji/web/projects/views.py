"""The page of a department's projects: where each stands in every stage, their money beside the department's."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.goals.sheet_page import owner_of
from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.project import Project
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.projects.forms import ProjectForm
from hengji.web.projects.keeping import begin_project, withdraw_project
from hengji.web.projects.stages import project_lines, project_stages, projects_of
from hengji.web.rights import Right, has_right, may
from hengji.web.works.page import seen_work, work_context
from hengji.workflows.goal_library import rolled_up
from hengji.workflows.goal_sheet_checks import checked_sheets

__all__ = ["projects", "withdraw"]


def _department_table(request: HttpRequest, pk: int) -> Work:
    work = seen_work(request, pk, StageKind.GOALS)
    if work.project_id is not None:
        raise Http404
    return work


@may(Right.SEE_OWN_PAGES)
@require_http_methods(["GET", "POST"])
def projects(request: HttpRequest, pk: int) -> HttpResponse:
    """The department's projects of the year, stage by stage; their money against the department's."""
    work = _department_table(request, pk)
    user = cast(User, request.user)
    may_add = has_right(user, Right.FILL) and work.stage.campaign.state == Campaign.State.OPEN
    form = ProjectForm(
        request.POST or None, instance=Project(organisation=work.organisation, year=work.stage.campaign.year)
    )
    if request.method == "POST" and may_add and form.is_valid():
        with refusals_told(request):
            made = begin_project(form.save(commit=False), work.stage.campaign, actor_of(request))
            messages.success(request, _("已建立项目“{project}”，可以填它的目标表了。").format(project=made.project))
            return redirect("goals_work", pk=made.pk)
    tables = projects_of(work)
    totals = [(str(one.project), checked_sheets(one.content, owner_of(one)).table.funds.total) for one in tables]
    context = {
        **work_context(request, work), "form": form, "may_add": may_add,
        "stages": project_stages(work), "lines": project_lines(work),
        "rolled": rolled_up(checked_sheets(work.content, owner_of(work)).table, totals),
    }  # fmt: skip
    return render(request, "projects/index.html", context)


@may(Right.FILL)
@require_POST
def withdraw(request: HttpRequest, pk: int, project: int) -> HttpResponse:
    """Takes a project off that was begun by mistake."""
    work = _department_table(request, pk)
    seen = Project.objects.visible_to(cast(User, request.user))
    found = get_object_or_404(seen, pk=project, organisation=work.organisation, year=work.stage.campaign.year)
    with refusals_told(request):
        withdraw_project(found, actor_of(request))
        messages.success(request, _("已撤销项目“{name}”。").format(name=found.name))
    return redirect("goals_projects", pk=pk)
