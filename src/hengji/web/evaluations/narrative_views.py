"""The page of the report's words: drafts, edits, and how they read with their figures."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengji.web.evaluations.fields import cell_id
from hengji.web.evaluations.report import report_of
from hengji.web.evaluations.views import rubric_context
from hengji.web.models.campaign import StageKind
from hengji.web.models.work import Work
from hengji.web.rights import Right, may
from hengji.web.works.content import at
from hengji.web.works.page import seen_work
from hengji.workflows.content_report import ReportDraft, ShownPassage

__all__ = ["narrative", "passage"]


def _seen(request: HttpRequest, pk: int) -> Work:
    """A department's: a project has a form, and no report."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    if work.project_id is not None:
        raise Http404
    return work


@may(Right.SEE_OWN_PAGES)
@require_GET
def narrative(request: HttpRequest, pk: int) -> HttpResponse:
    """All passages."""
    work = _seen(request, pk)
    draft = report_of(work)
    context = {**rubric_context(request, work), "draft": draft}
    if draft is not None:
        context["sections"] = _sections(work, draft)
        codes = [item.code for item in draft.findings]
        context["open_count"] = codes.count("report.open")
        context["wrong_count"] = codes.count("report.reference")
        context["typed_count"] = codes.count("report.typed")
    return render(request, "evaluations/narrative.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def passage(request: HttpRequest, pk: int) -> HttpResponse:
    """How one passage reads now, after it was saved."""
    work = _seen(request, pk)
    draft = report_of(work)
    shown = draft.passage(request.GET.get("key", "")) if draft is not None else None
    if shown is None:
        raise Http404
    return render(request, "evaluations/_passage_read.html", {"shown": shown})


Row = tuple[ShownPassage, str, str]
"""A passage, its id on the page, and as JSON what stands in the content: the page's script says what it saw."""


def _sections(work: Work, draft: ReportDraft) -> list[tuple[str, list[Row]]]:
    kept = at(work.content, ("narrative",)) or {}
    return [
        (section.title, [_row(each, kept.get(each.key)) for each in section.passages]) for section in draft.sections
    ]


def _row(shown: ShownPassage, kept: Any) -> Row:
    return shown, cell_id(f"narrative/{shown.key}"), json.dumps(kept or {}, ensure_ascii=False)
