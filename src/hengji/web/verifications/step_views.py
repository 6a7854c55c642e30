"""What is done around the scoring: assigning, declaring, gathering, objecting, replying, reviewing, noting."""

from __future__ import annotations

from typing import cast

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hengji.web.evidence.keeping import Taken, take_in
from hengji.web.frame.form_problems import problems_of
from hengji.web.frame.refusals import refusals_told
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.evidence import Evidence
from hengji.web.models.user import User
from hengji.web.models.work import State, Work
from hengji.web.rights import Right, may
from hengji.web.verifications import answering, assigning, gathering
from hengji.web.verifications.forms import AnswerForm, AssignmentForm, InterviewForm, ReplyForm, RequestForm
from hengji.web.verifications.sheet import sheet_of
from hengji.web.verifications.views import margin_of, seen_verification
from hengji.web.works.changes import NotOpenError
from hengji.web.works.transitions import RefusedError

__all__ = [
    "answer_request", "ask_for", "assign", "assign_many", "declare", "interview", "note", "object_to", "opine",
    "reassign", "reply", "settle", "stand_aside",
]  # fmt: skip


def _given(form: AssignmentForm) -> assigning.Given:
    return assigning.Given(form.cleaned_data["verifier"], form.cleaned_data["lead"])


@may(Right.ASSIGN)
@require_POST
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives one verification to an agency's people."""
    work = seen_verification(request, pk)
    form = AssignmentForm(cast(User, request.user), request.POST)
    if not form.is_valid():
        messages.error(request, _("没有委派。{problems}").format(problems=" ".join(problems_of(form))))
        return redirect("verification_work", pk=pk)
    with refusals_told(request):
        assigning.assign(work, _given(form), actor_of(request), form.cleaned_data["reason"])
        messages.success(
            request,
            _("已委派给{verifier}，由{lead}复核。").format(
                verifier=form.cleaned_data["verifier"], lead=form.cleaned_data["lead"]
            ),
        )
    return redirect("verification_work", pk=pk)


@may(Right.ASSIGN)
@require_POST
def assign_many(request: HttpRequest) -> HttpResponse:
    """Gives the chosen verifications of the list to the same people."""
    user = cast(User, request.user)
    chosen = [key for key in request.POST.getlist("work") if key.isdecimal()]
    works = Work.objects.visible_to(user).with_context().filter(stage__kind=StageKind.VERIFICATION, pk__in=chosen)
    form = AssignmentForm(user, request.POST)
    if not works:
        messages.error(request, _("没有选要委派的核查。请在表里勾选。"))
    elif not form.is_valid():
        messages.error(request, _("没有委派。{problems}").format(problems=" ".join(problems_of(form))))
    else:
        done = 0
        for work in works:
            try:
                assigning.assign(work, _given(form), actor_of(request), form.cleaned_data["reason"])
                done += 1
            except RefusedError as refused:
                messages.error(request, f"{work.organisation}：{refused}")
        if done:
            messages.success(request, _("已委派 {done} 项核查。").format(done=done))
    return redirect("verifications")


@may(Right.ASSIGN)
@require_POST
def reassign(request: HttpRequest, pk: int) -> HttpResponse:
    """Gives a verification that is under way to other people."""
    work = seen_verification(request, pk)
    form = AssignmentForm(cast(User, request.user), request.POST)
    if not form.is_valid():
        messages.error(request, _("没有改派。{problems}").format(problems=" ".join(problems_of(form))))
        return redirect("verification_work", pk=pk)
    with refusals_told(request):
        assigning.reassign(work, _given(form), actor_of(request), form.cleaned_data["reason"])
        messages.success(
            request,
            _("已改派给{verifier}，由{lead}复核。").format(
                verifier=form.cleaned_data["verifier"], lead=form.cleaned_data["lead"]
            ),
        )
    return redirect("verification_work", pk=pk)


@may(Right.VERIFY)
@require_POST
def declare(request: HttpRequest, pk: int) -> HttpResponse:
    """The declaration of independence."""
    work = seen_verification(request, pk)
    with refusals_told(request):
        if request.POST.get("agreed") != "yes":
            raise RefusedError(_("没有勾选“以上各条属实”，没有声明。"))
        assigning.declare(work, actor_of(request))
        messages.success(request, _("已声明独立性，可以开始核查。"))
    return redirect("verification_work", pk=pk)


@may(Right.VERIFY)
@require_POST
def stand_aside(request: HttpRequest, pk: int) -> HttpResponse:
    """The verifier has a relation to the department."""
    work = seen_verification(request, pk)
    with refusals_told(request):
        assigning.stand_aside(work, actor_of(request), request.POST.get("reason", ""))
        messages.success(request, _("已申请回避。请等财政管理员改派。"))
    return redirect("verification_work", pk=pk)


@may(Right.LEAD)
@require_POST
def opine(request: HttpRequest, pk: int) -> HttpResponse:
    """The lead's second opinion."""
    work = seen_verification(request, pk)
    with refusals_told(request):
        answering.opine(work, request.POST.get("words", "")[:5000], actor_of(request))
        messages.success(request, _("复核意见已保存。"))
    return redirect("verification_work", pk=pk)


@may(Right.VERIFY, Right.LEAD)
@require_POST
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """An internal note on a row; answers with the margin anew."""
    work, key = seen_verification(request, pk), request.POST.get("row", "")
    answer = margin_of(request, work, key)
    if request.POST.get("text", "").strip():
        answering.note(work, key, request.POST["text"][:2000], actor_of(request))
        answer = margin_of(request, work, key)
    return answer


@may(Right.VERIFY)
@require_POST
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    """An interview record."""
    work, form = seen_verification(request, pk), InterviewForm(request.POST)
    with refusals_told(request):
        if not form.is_valid():
            raise RefusedError(_("没有保存。{problems}").format(problems=" ".join(problems_of(form))))
        said = form.cleaned_data
        gathering.record_interview(work, said["whom"], said["day"], said["said"], actor_of(request))
        messages.success(request, _("访谈记录已保存。"))
    return redirect("verification_work", pk=pk)


@may(Right.VERIFY)
@require_POST
def ask_for(request: HttpRequest, pk: int) -> HttpResponse:
    """A request for further material."""
    work, form = seen_verification(request, pk), RequestForm(request.POST)
    with refusals_told(request):
        if not form.is_valid():
            raise RefusedError(_("没有发出。{problems}").format(problems=" ".join(problems_of(form))))
        said = form.cleaned_data
        gathering.ask_for(work, said["what"], said["until"], said["words"], actor_of(request))
        messages.success(request, _("已向部门发出补充材料要求。"))
    return redirect("verification_work", pk=pk)


@may(Right.OBJECT)
@require_POST
def answer_request(request: HttpRequest, pk: int) -> HttpResponse:
    """The department's answer to a request."""
    seen = Evidence.objects.visible_to(cast(User, request.user))
    asked = get_object_or_404(seen, pk=pk, kind=Evidence.Kind.REQUEST, answers=None)
    form = AnswerForm(request.POST)
    with refusals_told(request):
        if getattr(request, "upload_was_too_large", False):
            raise RefusedError(_("上传的文件合计超过 100 MB，没有保存。请分几次上传，扫描件请降低分辨率。"))
        if not form.is_valid():
            raise RefusedError(_("没有保存。{problems}").format(problems=" ".join(problems_of(form))))
        taken = gathering.answer_request(
            asked, request.FILES.getlist("files"), form.cleaned_data["words"], actor_of(request)
        )
        _tell(request, taken, _("已答复。"))
    return redirect("verification_requests")


@may(Right.VERIFY)
@require_POST
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """The verifier takes an answer for enough."""
    user = cast(User, request.user)
    asked = get_object_or_404(gathering.asked_by(user), pk=pk)
    with refusals_told(request):
        gathering.settle(asked, actor_of(request))
        messages.success(request, _("已收讫“{name}”。").format(name=asked.name))
    return redirect("verification_requests")


def _tell(request: HttpRequest, taken: tuple[Taken, ...], done: str) -> None:
    for one in taken:
        if one.evidence is None:
            messages.error(request, f"{one.name}：{one.problem}")
    if not taken or any(one.evidence is not None for one in taken):
        messages.success(request, done)


@may(Right.OBJECT)
@require_POST
def object_to(request: HttpRequest, pk: int) -> HttpResponse:
    """The department's objection to one indicator's score, with its evidence."""
    work, key = seen_verification(request, pk), request.POST.get("row", "")
    user = cast(User, request.user)
    try:
        if sheet_of(work, user).row(key) is None:
            raise RefusedError(_("评价方案里没有这个指标，异议没有保存。请刷新页面。"))
        answering.object_to(work, key, request.POST.get("text", "")[:2000], actor_of(request))
        files = cast("list[UploadedFile]", request.FILES.getlist("files"))  # type: ignore[type-arg]
        taken = take_in(work, files, key, actor_of(request), {State.PRELIMINARY}) if files else ()
        _tell(request, taken, _("异议已保存。全部写好后，请点“提交异议”。"))
    except (RefusedError, NotOpenError) as refused:
        messages.error(request, str(refused) or _("现在不是征求意见的时候，没有保存。"))
    return redirect("verification_work", pk=pk)


@may(Right.VERIFY)
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """The verifier's reply to an objection."""
    work, form = seen_verification(request, pk), ReplyForm(request.POST)
    with refusals_told(request):
        if not form.is_valid():
            raise RefusedError(_("答复要选“采纳”或“不采纳”，并写明理由。没有保存。"))
        accepted = form.cleaned_data["accepted"] == "yes"
        answering.reply(work, request.POST.get("row", ""), accepted, form.cleaned_data["words"], actor_of(request))
        messages.success(request, _("已采纳，这个指标可以修改了。") if accepted else _("已答复，不采纳。"))
    return redirect("verification_work", pk=pk)
