"""Pages of projects: one project's 自评表 as it prints, and all of a department's beside its own figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengji.facts.project_table import ProjectIndicator
from hengji.web.evaluations.project_roll import roll_of
from hengji.web.evaluations.views import rubric_context
from hengji.web.models.campaign import StageKind
from hengji.web.rights import Right, may
from hengji.web.works.page import seen_work

__all__ = ["projects", "table"]


@may(Right.SEE_OWN_PAGES)
@require_GET
def table(request: HttpRequest, pk: int) -> HttpResponse:
    """A project's 项目支出绩效自评表 as it prints."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    context = rubric_context(request, work)
    form = context["rubric"].form
    if form is None:
        raise Http404
    points = [form.table.execution_points, *(row.points for row in form.table.indicators)]
    funds = (form.table.total, *form.table.funds)
    more = {
        "table": form.table, "card": context["rubric"].card, "rows": tuple(_spanned(form.table.indicators)),
        "funds": funds, "funds_rows": len(funds) + 1,
        "whole": sum((one for one in points if one is not None), Fraction(0)),
    }  # fmt: skip
    return render(request, "evaluations/table.html", {**context, **more})


@may(Right.SEE_OWN_PAGES)
@require_GET
def projects(request: HttpRequest, pk: int) -> HttpResponse:
    """The department's projects: money against its own figures, scores, and the outputs that it takes over."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    if work.project_id is not None:
        raise Http404
    return render(request, "evaluations/projects.html", {**rubric_context(request, work), "roll": roll_of(work)})


def _spanned(rows: Sequence[ProjectIndicator]) -> Iterator[tuple[ProjectIndicator, int, int]]:
    """Each row with how many rows its first and its second level span; 0 where a row above spans it."""
    for _, run in groupby(rows, lambda row: row.first):
        of_first = list(run)
        for start, (_, inner) in enumerate(groupby(of_first, lambda row: row.second)):
            of_second = list(inner)
            for number, row in enumerate(of_second):
                yield row, len(of_first) if start == number == 0 else 0, len(of_second) if number == 0 else 0
