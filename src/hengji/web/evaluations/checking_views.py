"""提交前检查: begun, waited for, and its list of what to change."""

from __future__ import annotations

from collections import Counter
from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_POST

from hengji.web.evaluations.tasks import begin_check, last_check
from hengji.web.evaluations.troubles import in_language
from hengji.web.evaluations.views import rubric_context
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.rights import Right, has_right, may
from hengji.web.works.page import seen_work

__all__ = ["begin", "check"]


@may(Right.SEE_OWN_PAGES)
@require_GET
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """The last check, or the progress of the one under way; htmx asks for that again and again."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    found = last_check(work.pk)
    may_begin = has_right(cast(User, request.user), Right.CHECK)
    context: dict[str, Any] = {
        "work": work,
        "found": found,
        "may_begin": may_begin,
        "at": parse_datetime(found["at"]) if found else None,
    }
    if found and found["state"] == "done":
        context["rows"] = [in_language(row) for row in found["rows"]]
        context["counts"] = Counter(row["severity"] for row in found["rows"])
        context["is_old"] = found["revision"] != work.revision
    if request.headers.get("HX-Request"):
        return render(request, "evaluations/_check.html", context)
    return render(request, "evaluations/check.html", {**rubric_context(request, work), **context})


@may(Right.CHECK)
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Begins a check."""
    begin_check(seen_work(request, pk, StageKind.SELF_EVALUATION).pk)
    return redirect("evaluation_check", pk=pk)
