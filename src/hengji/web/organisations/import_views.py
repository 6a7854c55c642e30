"""Pages that take the list of organisations in and give it out."""

from __future__ import annotations

from typing import Final, cast
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from hengji.web.frame.requests import actor_of
from hengji.web.models.user import User
from hengji.web.organisations.forms import ImportForm
from hengji.web.organisations.importing import (
    Proposal,
    StaleProposalError,
    apply_list,
    export_list,
    propose,
    template,
)
from hengji.web.organisations.tree import Filters, lines_of
from hengji.web.rights import Right, may

__all__ = ["apply", "compare", "download_template", "export"]

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MOST_NAMED: Final = 10


@may(Right.MANAGE_ORGANISATIONS)
@require_http_methods(["GET", "POST"])
def compare(request: HttpRequest) -> HttpResponse:
    """Asks for the workbook, then shows row by row what it would do; nothing is changed yet."""
    user = cast(User, request.user)
    form = ImportForm(request.POST or None, request.FILES or None, user=user)
    proposal: Proposal | None = None
    if request.method == "POST" and form.is_valid():
        proposal = propose(form.cleaned_data["jurisdiction"], form.cleaned_data["file"], user.pk)
    return render(request, "organisations/import.html", {"form": form, "proposal": proposal})


@may(Right.MANAGE_ORGANISATIONS)
@require_POST
def apply(request: HttpRequest) -> HttpResponse:
    """Does what was shown."""
    try:
        applied = apply_list(request.POST.get("sealed", ""), actor_of(request))
    except StaleProposalError:
        messages.error(request, _("比对结果已经过期，没有导入任何内容。请重新选择文件比对。"))
        return redirect("organisations_import")
    messages.success(
        request, _("已建立 {made} 个、修改 {changed} 个单位。").format(made=applied.made, changed=applied.changed)
    )
    if applied.skipped:
        named = "；".join(applied.skipped[:_MOST_NAMED])
        messages.error(
            request,
            _("有 {count} 行没有导入，保持原样：{named}。请重新比对。").format(count=len(applied.skipped), named=named),
        )
    return redirect("organisations")


@may(Right.SEE_EVERYBODY)
@require_GET
def export(request: HttpRequest) -> HttpResponse:
    """What the tree shows, in the columns that can be imported again."""
    filters = Filters(*(request.GET.get(key, "").strip() for key in ("words", "kind", "order")))
    lines = lines_of(cast(User, request.user), filters)
    found = [
        line.organisation
        for line in lines
        if line.organisation is not None and line.is_asked_for and line.organisation.merged_into_id is None
    ]
    return _file(export_list(found), "单位")


@may(Right.MANAGE_ORGANISATIONS)
@require_GET
def download_template(request: HttpRequest) -> HttpResponse:
    """The empty list."""
    return _file(template(), "单位表模板")


def _file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=_XLSX)
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}.xlsx"
    return response
