"""Pages of the verification: the three columns, what changes as one types, the margin."""

from __future__ import annotations

import json
from typing import Any, cast

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from hengji.web.models.campaign import StageKind
from hengji.web.models.conversation import Comment
from hengji.web.models.evidence import Evidence
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.rights import Right, has_right, may
from hengji.web.verifications.assigning import DECLARATION
from hengji.web.verifications.forms import AssignmentForm
from hengji.web.verifications.sheet import Row, Sheet, is_department, own_work, sheet_of
from hengji.web.works.changes import Edit
from hengji.web.works.page import is_editable, seen_work, work_context
from hengji.web.works.views import save_cells
from hengji.workflows.evidence_files import ALLOWED
from hengji.workflows.verification import MARKS, PARTS

__all__ = ["edit", "fill", "margin", "row_context", "scores", "seen_verification", "show"]


def seen_verification(request: HttpRequest, pk: int) -> Work:
    """The verification with whom it was given to; 404 where it is not in this person's sight."""
    return seen_work(request, pk, StageKind.VERIFICATION)


def row_context(request: HttpRequest, work: Work) -> dict[str, Any]:
    """What the page and its parts need."""
    user = cast(User, request.user)
    given = getattr(work, "assignment", None)
    editable = is_editable(work, user)
    return {
        **work_context(request, work),
        "sheet": sheet_of(work, user),
        "given": given,
        "editable": editable,
        "is_department": is_department(user),
        "is_verifier": given is not None and given.verifier_id == user.pk,
        "is_lead": given is not None and given.lead_id == user.pk,
        "may_object": has_right(user, Right.OBJECT) and work.state == State.PRELIMINARY,
        "may_reply": editable and work.state == State.OBJECTED,
        "sees_internal": has_right(user, Right.SEE_INTERNAL),
        "may_note": any(has_right(user, right) for right in (Right.VERIFY, Right.LEAD)),
        "allowed": ",".join(ALLOWED),
    }


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The three columns. Before somebody was chosen, and before independence was declared, that comes first."""
    work = seen_verification(request, pk)
    user = cast(User, request.user)
    context = row_context(request, work)
    given = context["given"]
    steps = [step for step in context["steps"] if step.key != "assign"]
    context["steps"] = sorted(steps, key=lambda step: step.needs_reason)
    context["own"] = own_work(work)
    if has_right(user, Right.ASSIGN) and work.state != State.LOCKED:
        chosen = {"verifier": given.verifier_id, "lead": given.lead_id} if given is not None else {}
        context["form"] = AssignmentForm(user, initial=chosen)
    to_declare = context["is_verifier"] and given.declared_at is None and work.state != State.LOCKED
    context["declaration"] = [_(line) for line in DECLARATION] if to_declare else None
    context["interviews"] = _gathered(work, user)
    return render(request, "verifications/show.html", context)


def _gathered(work: Work, user: User) -> list[Evidence]:
    """Interviews of the verification and requests on the self-evaluation, the latest first."""
    mine = own_work(work)
    works = [work.pk, mine.pk] if mine is not None else [work.pk]
    seen = Evidence.objects.visible_to(user).filter(work__in=works, answers=None).exclude(kind=Evidence.Kind.FILE)
    return list(seen.select_related("by").prefetch_related("answered_by__by").order_by("-at"))


@may(Right.SEE_OWN_PAGES)
@require_GET
def scores(request: HttpRequest, pk: int) -> HttpResponse:
    """Only what changes as one types. htmx puts each in its place."""
    context = row_context(request, seen_verification(request, pk))
    return render(request, "verifications/scores.html", context)


def _row_of(sheet: Sheet, key: str) -> Row:
    row = sheet.row(key)
    if row is None:
        raise Http404
    return row


@may(Right.SEE_OWN_PAGES)
@require_GET
def fill(request: HttpRequest, pk: int) -> HttpResponse:
    """The verifier's cells of one row anew, after its list of events grew or shrank."""
    context = row_context(request, seen_verification(request, pk))
    row = _row_of(context["sheet"], request.GET.get("row", ""))
    context["editable"] = context["editable"] and row.is_open
    return render(request, "verifications/_cells.html", {**context, "row": row})


@may(Right.SEE_OWN_PAGES)
@require_GET
def margin(request: HttpRequest, pk: int) -> HttpResponse:
    """Standard, internal notes and the notes of the row in hand."""
    return margin_of(request, seen_verification(request, pk), request.GET.get("row", ""))


def margin_of(request: HttpRequest, work: Work, key: str) -> HttpResponse:
    """The margin of the row *key*."""
    context = row_context(request, work)
    row = _row_of(context["sheet"], key)
    notes = Comment.objects.visible_to(cast(User, request.user)).filter(work=work, place=key).select_related("by")
    return render(request, "verifications/margin.html", {**context, "row": row, "notes": notes})


@may(Right.VERIFY)
@require_POST
def edit(request: HttpRequest, pk: int) -> JsonResponse:
    """Saves the verifier's cells; while objections are answered, only those of rows whose objection was accepted."""
    works = Work.objects.visible_to(cast(User, request.user)).with_context()
    work = get_object_or_404(works, pk=pk, stage__kind=StageKind.VERIFICATION)
    return save_cells(request, work, lambda edits: not {one.path for one in edits} <= _open_cells(work, request, edits))


def _open_cells(work: Work, request: HttpRequest, edits: tuple[Edit, ...]) -> set[tuple[str | int, ...]]:
    """Those of the edited cells that may be written now."""
    known = {one.path for one in edits if one.path[0] in {*PARTS, MARKS}}
    if work.state == State.VERIFYING:
        return known
    sheet = sheet_of(work, cast(User, request.user))
    rows = [row for row in sheet.rows if row.is_open and row.verdict is not None]
    cells = {tuple(json.loads(cell.path)) for row in rows for cell in row.cells}
    keys = {row.key for row in rows}
    events = {item.name for row in rows if row.line is not None for item in row.line.events}
    return {
        path
        for path in known
        if path in cells
        or (path[0] == MARKS and len(path) == 3 and path[1] in keys)
        or (path[0] == "events" and len(path) > 1 and path[1] in events | keys)
    }
