"""The goal table as a whole: its versions and what differs, taken over from a file, as a paper."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Final, cast
from urllib.parse import quote

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengji.web.frame.language import chinese
from hengji.web.frame.requests import actor_of
from hengji.web.goals.forms import ImportForm
from hengji.web.goals.importing import StaleProposalError, apply_proposal, from_file, from_last_year
from hengji.web.goals.sheet_page import owner_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.rights import Right, may
from hengji.web.works.changes import NotOpenError
from hengji.web.works.page import is_editable, seen_work, work_context
from hengji.workflows.goal_changes import goal_changes
from hengji.workflows.goal_sheet_checks import checked_sheets
from hengji.workflows.goal_tables import ENDINGS, write_table

__all__ = ["apply", "export", "take_over", "versions"]

_NOW: Final = "now"


@may(Right.SEE_OWN_PAGES)
@require_GET
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every version that was handed on, and what differs between two of them."""
    work = seen_work(request, pk, StageKind.GOALS)
    kept = list(work.versions.select_related("by"))
    contents = {str(version.number): version.content for version in kept} | {_NOW: work.content}
    newer = request.GET.get("to", _NOW)
    older = request.GET.get("from") or (str(kept[0].number) if kept else _NOW)
    if newer not in contents or older not in contents:
        raise Http404
    context = {
        **work_context(request, work), "kept": kept, "older": older, "newer": newer,
        "changes": goal_changes(contents[older], contents[newer]),
    }  # fmt: skip
    return render(request, "goals/versions.html", context)


@may(Right.FILL)
@require_http_methods(["GET", "POST"])
def take_over(request: HttpRequest, pk: int) -> HttpResponse:
    """A file, or last year's table: what would change. Nothing is changed yet."""
    work = seen_work(request, pk, StageKind.GOALS)
    if not is_editable(work, cast(User, request.user)):
        messages.error(request, _("这张表已经提交或审定，不能导入。需要修改时，请先撤回、退回或申请调整。"))
        return redirect("goals_work", pk=pk)
    proposal, form = None, ImportForm()
    if request.method == "POST" and request.POST.get("last"):
        proposal = from_last_year(work)
        if proposal is None:
            messages.error(request, _("没有找到以前年度的目标表。请填写，或从文件导入。"))
    elif request.method == "POST":
        form = ImportForm(request.POST, request.FILES)
        proposal = from_file(work, form.cleaned_data["file"]) if form.is_valid() else None
    return render(
        request, "goals/import.html", {**work_context(request, work), "form": form, "proposal": proposal}
    )  # fmt: skip


@may(Right.FILL)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes over what was shown."""
    work = seen_work(request, pk, StageKind.GOALS)
    try:
        changed = apply_proposal(work, request.POST.get("sealed", ""), actor_of(request))
    except StaleProposalError:
        messages.error(request, _("比对结果已经过期，没有导入。请重新选择文件。"))
        return redirect("goals_import", pk=pk)
    except NotOpenError:
        messages.error(request, _("这张表已经提交或审定，没有导入。"))
        return redirect("goals_work", pk=pk)
    if changed.conflicts:
        messages.error(
            request,
            _("有 {count} 处在比对之后又被修改，没有覆盖。请重新导入，看过再定。").format(count=len(changed.conflicts)),
        )
    else:
        messages.success(request, _("已导入。原来的内容留在变更记录里。"))
    return redirect("goals_work", pk=pk)


@may(Right.SEE_OWN_PAGES)
@require_GET
def export(request: HttpRequest, pk: int, ending: str) -> HttpResponse | FileResponse:
    """The table as the paper that is printed and signed, or as the file that is read back."""
    work = seen_work(request, pk, StageKind.GOALS)
    if f".{ending}" not in ENDINGS:
        raise Http404
    table = checked_sheets(work.content, owner_of(work)).table
    with tempfile.TemporaryDirectory(prefix="hengji-goals-") as folder:
        path = Path(folder) / f"table.{ending}"
        finding = write_table(table, path)
        if finding is not None:
            messages.error(
                request,
                _("不能生成这种文件：{message}。{advice}").format(message=finding.message, advice=finding.advice),
            )
            return redirect("goals_work", pk=pk)
        content = path.read_bytes()
    name = quote(f"{chinese(work)}.{ending}")
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}"
    return response
