"""Evidence for programs: listed, sent, fetched, cited."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import File, Form, Query, Router, Status
from ninja.files import UploadedFile

from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.lists import page_of
from hengji.web.api.once import Answer, Key, once
from hengji.web.api.refusals import Refusal
from hengji.web.api.shapes.evidence import CitationOut, Citing, EvidenceAsked, EvidenceOut, TakenOut
from hengji.web.api.shapes.lists import REFUSED, Number, Paged, Problem
from hengji.web.evidence.keeping import Taken, cite, take_in
from hengji.web.evidence.listing import indicators_of
from hengji.web.evidence.views import saved_file
from hengji.web.frame.requests import actor_of
from hengji.web.models.evidence import Citation, Evidence, EvidenceQuerySet
from hengji.web.models.work import Work
from hengji.web.rights import Right
from hengji.web.works.changes import NotOpenError
from hengji.web.works.page import is_editable

__all__ = ["router"]

router = Router()
_READS = BearerToken(Right.SEE_OWN_PAGES)
_WRITES = BearerToken(Right.FILL, Right.VERIFY, writes=True)
_SHUT = gettext_lazy("这份材料已经提交或锁定，没有改动。")
_STATE = gettext_lazy("请先查询这项工作的状态。")
_NO_INDICATOR = gettext_lazy("评价方案里没有指标“{}”，没有保存。")
_HOW_INDICATOR = gettext_lazy("指标写完整的路径，用“/”分隔，见得分接口的 path。")


@router.get("evidence", auth=_READS, url_name="api_evidence", response={200: Paged[EvidenceOut], REFUSED: Problem})
def pieces(request: HttpRequest, asked: Query[EvidenceAsked]) -> Any:
    """佐证材料，按上传先后。"""
    found = _seen(request)
    if asked.work is not None:
        found = found.filter(work=asked.work)
    return page_of(found, asked, _piece)


@router.get(
    "evidence/{pk}", auth=_READS, url_name="api_piece_of_evidence", response={200: EvidenceOut, REFUSED: Problem}
)
def piece(request: HttpRequest, pk: Number) -> Any:
    """一份佐证材料，及其佐证的指标。"""
    return _piece(get_object_or_404(_seen(request), pk=pk))


@router.get(
    "evidence/{pk}/file", auth=_READS, url_name="api_evidence_file", response={REFUSED: Problem},
    openapi_extra={"responses": {200: {"description": "OK", "content": {"application/octet-stream": {"schema": {
        "type": "string", "format": "binary"}}}}}},
)  # fmt: skip
def file(request: HttpRequest, pk: Number) -> HttpResponse:
    """文件原样取回；内容与 digest 对得上。"""
    response = saved_file(get_object_or_404(_seen(request), pk=pk))
    response["Content-Type"] = "application/octet-stream"
    return response


@router.post(
    "works/{pk}/evidence", auth=_WRITES, url_name="api_send_evidence", response={200: TakenOut, REFUSED: Problem}
)
def send(
    request: HttpRequest,
    pk: Number,
    files: Annotated[list[UploadedFile], File(min_length=1, max_length=20)],
    indicator: Annotated[str, Form(max_length=400, pattern=r"^[^\x00]*$")] = "",
    key: Key = "",
) -> Any:
    """上传佐证材料；写明 indicator 的，同时引用到这个指标。一份不合要求，不影响其余的。"""
    work = get_object_or_404(Work.objects.visible_to(token_of(request).user).with_context(), pk=pk)
    if getattr(request, "upload_was_too_large", False):
        raise Refusal(422, _("上传的文件合计超过 100 MB，没有保存。"), _("请分几次上传。"))
    if indicator and indicator not in dict(indicators_of(work)):
        raise Refusal(422, _NO_INDICATOR.format(indicator), _HOW_INDICATOR)

    def deed() -> Answer:
        try:
            if not is_editable(work, token_of(request).user):
                raise NotOpenError
            taken = take_in(work, files, indicator, actor_of(request))
        except NotOpenError:
            raise Refusal(409, _SHUT, _STATE) from None
        return 200, _taken(taken)

    return Status(*once(request, key, deed))


@router.post(
    "evidence/{pk}/citations", auth=_WRITES, url_name="api_cite", response={200: CitationOut, REFUSED: Problem}
)
def add_citation(request: HttpRequest, pk: Number, body: Citing, key: Key = "") -> Any:
    """把一份材料引用到一个指标，可以写明页码或单元格。"""
    evidence = get_object_or_404(_seen(request), pk=pk)
    if body.indicator not in dict(indicators_of(evidence.work)):
        raise Refusal(422, _NO_INDICATOR.format(body.indicator), _HOW_INDICATOR)

    def deed() -> Answer:
        try:
            if not is_editable(evidence.work, token_of(request).user):
                raise NotOpenError
            return 200, _citation(cite(evidence, body.indicator, body.place, actor_of(request)))
        except NotOpenError:
            raise Refusal(409, _SHUT, _STATE) from None

    return Status(*once(request, key, deed))


def _seen(request: HttpRequest) -> EvidenceQuerySet:
    seen = Evidence.objects.visible_to(token_of(request).user).filter(kind=Evidence.Kind.FILE)
    related = ("work__stage__campaign", "work__organisation", "by")
    return seen.select_related(*related).prefetch_related("citations").order_by("at", "pk")


def _taken(taken: tuple[Taken, ...]) -> dict[str, Any]:
    return {
        "kept": [_piece(one.evidence) for one in taken if one.evidence is not None],
        "refused": [{"name": one.name, "problem": one.problem} for one in taken if one.evidence is None],
    }


def _piece(one: Evidence) -> dict[str, Any]:
    return {
        "id": one.pk, "work": one.work_id, "name": one.name, "media_type": one.media_type, "size": one.size,
        "digest": one.digest, "scan": one.scan, "by": str(one.by), "at": one.at.isoformat(),
        "citations": [_citation(each) for each in one.citations.all()],
    }  # fmt: skip


def _citation(one: Citation) -> dict[str, Any]:
    return {"id": one.pk, "indicator": one.indicator, "place": one.place}
