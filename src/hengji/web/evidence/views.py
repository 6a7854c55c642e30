"""Pages of evidence: the list of a work, taking in, looking at one piece, citing it."""

from __future__ import annotations

from typing import Any, Final, cast
from urllib.parse import quote

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_POST

from hengji.web.evidence.keeping import Taken, cite, take_back, take_in, uncite
from hengji.web.evidence.listing import evidence_listing, indicators_of
from hengji.web.evidence.storing import read_stored
from hengji.web.frame.requests import actor_of
from hengji.web.models.evidence import Citation, Evidence
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, may
from hengji.web.works.changes import NotOpenError
from hengji.web.works.page import is_editable, work_context
from hengji.workflows.evidence_files import ALLOWED
from hengji.workflows.evidence_preview import pdf_page, preview

__all__ = [
    "add_citation",
    "delete",
    "delete_citation",
    "download",
    "index",
    "page",
    "picture",
    "saved_file",
    "show",
    "upload",
]

_SHUT: Final = gettext_lazy("这份材料已经提交或锁定，没有改动。请刷新页面。")
_PICTURES: Final = {"image/png": "png", "image/jpeg": "jpg"}
_POLICY: Final = "default-src 'none'; sandbox"
_LONGEST_PLACE: Final = 100


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """All evidence of a work, and what each piece speaks for."""
    work = _work(request, pk)
    listing = evidence_listing(request, work)
    if listing.is_asked_for_export:
        return listing.export()
    context = {**work_context(request, work), "steps": (), "listing": listing, "allowed": ",".join(ALLOWED)}
    return render(request, "evidence/index.html", {**context, "words": request.GET.get("words", "")})


@may(Right.FILL, Right.VERIFY)
@require_POST
def upload(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes files in; answers in JSON where the page's script asks, else with messages on the page."""
    work = _work(request, pk)
    files = cast("list[UploadedFile[Any]]", request.FILES.getlist("files"))
    indicator = request.POST.get("indicator", "")
    taken: tuple[Taken, ...] = ()
    problem: str | Promise = ""
    if getattr(request, "upload_was_too_large", False):
        problem = _("上传的文件合计超过 100 MB，没有保存。请分几次上传，扫描件请降低分辨率。")
    elif not files:
        problem = _("没有选文件。请选择或拖入要上传的文件。")
    elif indicator and indicator not in dict(indicators_of(work)):
        problem = _("评价方案里没有这个指标，没有保存。请刷新页面。")
    elif not is_editable(work, cast(User, request.user)):
        problem = _SHUT
    else:
        try:
            taken = take_in(work, files, indicator, actor_of(request))
        except NotOpenError:
            problem = _SHUT
    return _answer(request, work, taken, problem)


def _answer(request: HttpRequest, work: Work, taken: tuple[Taken, ...], problem: str | Promise) -> HttpResponse:
    kept = [one.name for one in taken if one.evidence is not None]
    refused = [f"{one.name}：{one.problem}" for one in taken if one.evidence is None] + (
        [str(problem)] if problem else []
    )
    if "application/json" in request.headers.get("Accept", ""):
        return JsonResponse({"kept": kept, "refused": refused}, status=200 if kept or not refused else 400)
    if kept:
        messages.success(request, _("已上传 {count} 份：{names}").format(count=len(kept), names=_("、").join(kept)))
    for words in refused:
        messages.error(request, words)
    return redirect("evidence_of_work", pk=work.pk)


@may(Right.SEE_OWN_PAGES)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One piece: what it says, with places to cite, and what it is cited for."""
    evidence = _evidence(request, pk)
    kind = _PICTURES.get(evidence.media_type, "")
    seen = None if kind else preview(_bytes(evidence), evidence.name, evidence.name.rpartition(".")[2].lower())
    user = cast(User, request.user)
    context = {
        **work_context(request, evidence.work),
        "steps": (),
        "evidence": evidence,
        "is_picture": bool(kind),
        "preview": seen,
        "pages": range(1, (seen.pages if seen else 0) + 1),
        "indicators": indicators_of(evidence.work),
        "chosen": request.GET.get("indicator", ""),
        "is_own": evidence.by_id == user.pk,
    }
    return render(request, "evidence/show.html", context)


@may(Right.SEE_OWN_PAGES)
@require_GET
def download(request: HttpRequest, pk: int) -> HttpResponse:
    """The file as it came in, to be saved."""
    return saved_file(_evidence(request, pk))


@may(Right.SEE_OWN_PAGES)
@require_GET
def picture(request: HttpRequest, pk: int) -> HttpResponse:
    """A picture, to be looked at in the page."""
    evidence = _evidence(request, pk)
    if evidence.media_type not in _PICTURES:
        raise Http404
    return _locked_down(HttpResponse(_bytes(evidence), content_type=evidence.media_type))


@may(Right.SEE_OWN_PAGES)
@require_GET
def page(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """A page of a pdf as a picture: nothing that the pdf brings is run."""
    evidence = _evidence(request, pk)
    drawn = pdf_page(_bytes(evidence), number) if evidence.media_type == "application/pdf" else None
    if drawn is None:
        raise Http404
    response = _locked_down(HttpResponse(drawn, content_type="image/png"))
    response["Cache-Control"] = "private, max-age=3600"
    return response


@may(Right.FILL, Right.VERIFY)
@require_POST
def add_citation(request: HttpRequest, pk: int) -> HttpResponse:
    """Cites a piece to an indicator at a place."""
    evidence = _evidence(request, pk)
    indicator, place = request.POST.get("indicator", ""), request.POST.get("place", "").strip()
    if indicator not in dict(indicators_of(evidence.work)):
        messages.error(request, _("没有选指标。请选这份材料用来佐证哪个指标。"))
    elif len(place) > _LONGEST_PLACE:
        messages.error(
            request,
            _("位置太长，最多 {most} 个字。写页码、单元格即可，如“第3页”“Sheet1!C5”。").format(most=_LONGEST_PLACE),
        )
    elif _is_shut(request, evidence.work):
        messages.error(request, _SHUT)
    else:
        cite(evidence, indicator, place, actor_of(request))
        messages.success(
            request,
            _("已引用到“{indicator}”，{place}。").format(indicator=indicator, place=place)
            if place
            else _("已引用到“{indicator}”。").format(indicator=indicator),
        )
    return redirect("evidence", pk=pk)


@may(Right.FILL, Right.VERIFY)
@require_POST
def delete_citation(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes a citation back."""
    seen = Citation.objects.filter(evidence__in=Evidence.objects.visible_to(cast(User, request.user)))
    citation = get_object_or_404(seen.select_related("evidence__work__stage"), pk=pk)
    evidence = citation.evidence
    if _is_shut(request, evidence.work):
        messages.error(request, _SHUT)
    else:
        uncite(citation, actor_of(request))
    return redirect("evidence", pk=evidence.pk)


@may(Right.FILL, Right.VERIFY)
@require_POST
def delete(request: HttpRequest, pk: int) -> HttpResponse:
    """Takes one's own evidence out of the work."""
    evidence = _evidence(request, pk)
    try:
        if _is_shut(request, evidence.work):
            raise NotOpenError
        take_back(evidence, actor_of(request))
        messages.success(request, _("已删除“{name}”。").format(name=evidence.name))
    except NotOpenError:
        messages.error(request, _SHUT)
    except PermissionError:
        messages.error(request, _("只能删除自己上传的材料。请联系上传的人。"))
        return redirect("evidence", pk=pk)
    return redirect("evidence_of_work", pk=evidence.work_id)


def _work(request: HttpRequest, pk: int) -> Work:
    return get_object_or_404(Work.objects.visible_to(cast(User, request.user)).with_context(), pk=pk)


def _evidence(request: HttpRequest, pk: int) -> Evidence:
    seen = Evidence.objects.visible_to(cast(User, request.user))
    return get_object_or_404(
        seen.select_related("work__stage__campaign", "work__organisation", "work__project", "by"), pk=pk
    )


def _bytes(evidence: Evidence) -> bytes:
    try:
        return read_stored(evidence.digest)
    except (FileNotFoundError, ValueError) as lost:
        raise Http404 from lost


def saved_file(evidence: Evidence) -> HttpResponse:
    """The file to be saved, under its own name. Raises Http404 where its content was lost."""
    response = HttpResponse(_bytes(evidence), content_type=evidence.media_type or "application/octet-stream")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(evidence.name, safe='')}"
    return _locked_down(response)


def _is_shut(request: HttpRequest, work: Work) -> bool:
    return not is_editable(work, cast(User, request.user))


def _locked_down(response: HttpResponse) -> HttpResponse:
    """Whatever the file holds, the browser runs none of it and guesses nothing about it."""
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = _POLICY
    response["Cache-Control"] = "private, no-store"
    return response
