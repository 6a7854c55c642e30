"""Filling in from what is known already, and from a workbook that came back: shown first, applied where chosen."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final, cast

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from hengji.facts.findings import Finding
from hengji.rules.scheme import Scheme
from hengji.web.evaluations.prefill_sources import known_offers
from hengji.web.evaluations.rubric import heading_of, scheme_of
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, may
from hengji.web.works.changes import Edit, NotOpenError, apply_edits
from hengji.web.works.page import is_editable, seen_work, work_context
from hengji.workflows.evidence_files import judge_evidence
from hengji.workflows.prefilling import (
    Offer,
    OfferedEdit,
    from_forms,
    from_workbook,
)
from hengji.workflows.returning import Expected, read_workbook

__all__ = ["prefill", "take_workbook"]

_SALT: Final = "hengji.offers"
_SECONDS: Final = 3600
_LARGEST: Final = 20 * 1024 * 1024


@may(Right.FILL)
@require_http_methods(["GET", "POST"])
def prefill(request: HttpRequest, pk: int) -> HttpResponse:
    """Offers from last year, the goal table, the monitoring and, once uploaded, final-account forms."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    scheme = scheme_of(work)
    if request.POST.get("offers"):
        return _apply(request, work)
    if scheme is None or not is_editable(work, cast(User, request.user)):
        messages.error(request, _("这份材料现在不能修改。"))
        return redirect("evaluation_work", pk=pk)
    offers, findings = tuple(known_offers(work, scheme)), tuple[Finding, ...]()
    files = request.FILES.getlist("files")
    if files:
        offers, findings = _with_files(files, lambda paths: _of_forms(work, scheme, paths))
    elif request.method == "POST":
        messages.error(request, _("没有选文件。请选决算报表的 xlsx、xls 文件。"))
    context = {"offers": offers, "findings": findings, "from_files": bool(files), "title": _("预填")}
    return _shown(request, work, context)


@may(Right.FILL)
@require_http_methods(["GET", "POST"])
def take_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """The workbook that came back: every problem at once, and each cell that is other than what stands."""
    work = seen_work(request, pk, StageKind.SELF_EVALUATION)
    scheme = scheme_of(work)
    if request.POST.get("offers"):
        return _apply(request, work)
    if scheme is None or not is_editable(work, cast(User, request.user)):
        messages.error(request, _("这份材料现在不能修改。"))
        return redirect("evaluation_work", pk=pk)
    context: dict[str, Any] = {"offers": (), "findings": (), "title": _("读入填好的工作簿"), "from_workbook": True}
    files = request.FILES.getlist("files")
    if files:
        offers, findings = _with_files(files[:1], lambda paths: _of_workbook(work, scheme, paths[0]))
        context |= {"offers": offers, "findings": findings, "from_files": True}
    elif request.method == "POST":
        messages.error(request, _("没有选文件。请选填好的工作簿（xlsx）。"))
    return _shown(request, work, context)


def _shown(request: HttpRequest, work: Work, context: dict[str, Any]) -> HttpResponse:
    packed = signing.dumps([asdict(offer) for offer in context["offers"]], salt=_SALT, compress=True)
    more = {**work_context(request, work), "steps": (), "packed": packed}
    return render(request, "evaluations/prefill.html", {**more, **context})


Read = tuple[tuple[Offer, ...], tuple[Finding, ...]]


def _with_files(files: Iterable[Any], read: Callable[[list[Path]], Read]) -> Read:
    """Judges the files as evidence is judged, and reads them out of a folder that goes away again."""
    findings: list[Finding] = []
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for file in cast("Iterable[UploadedFile[Any]]", files):
            content = file.read()
            judged = judge_evidence(content, file.name or "", _LARGEST)
            if judged.problem is not None:
                findings.append(judged.problem)
                continue
            path = Path(folder) / judged.name
            path.write_bytes(content)
            paths.append(path)
        offers, found = read(paths) if paths else ((), ())
    return offers, (*findings, *found)


def _of_forms(work: Work, scheme: Scheme, paths: list[Path]) -> Read:
    return from_forms(work.content, paths, scheme, work.stage.campaign.year)


def _of_workbook(work: Work, scheme: Scheme, path: Path) -> Read:
    returned = read_workbook(
        path, Expected(scheme.id, work.stage.campaign.year, heading_of(work, scheme)["organisation"])
    )
    if returned.located is None:
        return (), returned.findings
    offers = tuple(from_workbook(work.content, returned.located, path.name))
    known = {key: each.get("edited") for key, each in (work.content.get("narrative") or {}).items()}
    texts = {key: text for key, text in returned.narrative if text.strip() and known.get(key) != text}
    texts_offered = (_of_text(key, known.get(key), text, path.name) for key, text in texts.items())
    return (*offers, *texts_offered), returned.findings


def _of_text(key: str, before: str | None, after: str, source: str) -> Offer:
    edit = OfferedEdit(("narrative", key, "edited"), before, after)
    return Offer(_("报告文字 {key}").format(key=key), before or "", after, source, (edit,))


def _apply(request: HttpRequest, work: Work) -> HttpResponse:
    """Writes the chosen offers as edits: what was changed since they were shown stays as it is."""
    try:
        offers = signing.loads(request.POST["offers"], salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        messages.error(request, _("预填的内容已经过期，没有改动。请重新打开预填。"))
        return redirect("evaluation_work", pk=work.pk)
    chosen = {int(each) for each in request.POST.getlist("chosen") if each.isdecimal()}
    edits = tuple(
        Edit(
            tuple(edit["path"]),
            edit["before"],
            edit["after"],
            tuple((tuple(place), value) for place, value in edit["beside"]),
        )
        for number, offer in enumerate(offers)
        if number in chosen
        for edit in offer["edits"]
    )
    if not edits:
        messages.error(request, _("没有勾选要填的内容，没有改动。"))
        return redirect("evaluation_work", pk=work.pk)
    try:
        changed = apply_edits(work, _in_line(work, edits), actor_of(request))
    except (NotOpenError, ValueError):
        messages.error(request, _("这份材料已经提交、锁定或有变化，没有改动。请刷新后重试。"))
        return redirect("evaluation_work", pk=work.pk)
    messages.success(request, _("已填 {count} 项，逐项记入变更记录。").format(count=len(chosen)))
    for conflict in changed.conflicts:
        messages.error(
            request,
            _("“{place}”刚刚被他人改成“{now}”，没有覆盖。").format(
                place="/".join(map(str, conflict.path)), now=conflict.now
            ),
        )
    return redirect("evaluation_work", pk=work.pk)


def _in_line(work: Work, edits: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """New goal rows one behind the other: of those that were offered only some were chosen."""
    number = len(work.content.get("goals") or [])
    placed = []
    for edit in edits:
        if edit.path[0] == "goals" and len(edit.path) == 2 and edit.before is None:
            placed.append(Edit(("goals", number), None, edit.after))
            number += 1
        else:
            placed.append(edit)
    return tuple(placed)
