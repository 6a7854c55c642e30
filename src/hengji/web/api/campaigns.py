"""Rounds with their matrix, for programs."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.lists import page_of
from hengji.web.api.once import Answer, Key, once
from hengji.web.api.refusals import Refusal, refusals_answered
from hengji.web.api.shapes.campaigns import (
    CampaignOut,
    ExtendedOut,
    Extending,
    MatrixOut,
    RemindedOut,
    Reminding,
)
from hengji.web.api.shapes.lists import REFUSED, AskedPage, Number, Paged, Problem
from hengji.web.campaigns.matrix import Filters, matrix_of
from hengji.web.campaigns.reminding import remind
from hengji.web.campaigns.views import own_campaign
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import Campaign, Stage
from hengji.web.models.work import Work, WorkQuerySet
from hengji.web.rights import Right
from hengji.web.works.extensions import extend

__all__ = ["router"]

router = Router()
_MANAGES = BearerToken(Right.MANAGE_CAMPAIGNS, writes=True)


@router.get(
    "campaigns", auth=BearerToken(Right.SEE_OWN_PAGES), url_name="api_campaigns",
    response={200: Paged[CampaignOut], REFUSED: Problem},
)  # fmt: skip
def campaigns(request: HttpRequest, asked: Query[AskedPage]) -> Any:
    """年度工作，最近的在前。"""
    found = Campaign.objects.visible_to(token_of(request).user).order_by("-year", "pk").select_related("jurisdiction")
    return page_of(found.prefetch_related("stages"), asked, _campaign)


@router.get(
    "campaigns/{pk}", auth=BearerToken(Right.SEE_OWN_PAGES), url_name="api_campaign",
    response={200: CampaignOut, REFUSED: Problem},
)  # fmt: skip
def campaign(request: HttpRequest, pk: Number) -> Any:
    """一个年度的工作及其阶段。"""
    return _campaign(get_object_or_404(Campaign.objects.visible_to(token_of(request).user), pk=pk))


@router.get(
    "campaigns/{pk}/matrix", auth=BearerToken(Right.SEE_EVERYBODY), url_name="api_matrix",
    response={200: MatrixOut, REFUSED: Problem},
)  # fmt: skip
def matrix(request: HttpRequest, pk: Number) -> Any:
    """部门 × 阶段：每项工作的状态和逾期天数。"""
    user = token_of(request).user
    laid = matrix_of(
        get_object_or_404(Campaign.objects.visible_to(user), pk=pk), user, timezone.localdate(), Filters()
    )  # fmt: skip
    rows = [
        {
            "organisation": line.organisation.pk,
            "name": line.organisation.name,
            "boxes": [
                {"stage": stage.pk, "work": box.work.pk if box.work else None,
                 "state": box.work.state if box.work else None, "word": str(box.word), "days_late": box.late}
                for stage, box in zip(laid.stages, line.boxes, strict=True)
            ],
        }
        for line in laid.lines
    ]  # fmt: skip
    return {"stages": [_stage(stage) for stage in laid.stages], "rows": rows}


@router.post(
    "campaigns/{pk}/reminders", auth=_MANAGES, url_name="api_remind", response={200: RemindedOut, REFUSED: Problem}
)
def reminders(request: HttpRequest, pk: Number, body: Reminding, key: Key = "") -> Any:
    """催办所列的工作；今天已经催过的不再催，除非 again 为真。"""
    works = _works_of(request, pk, body.works)

    def deed() -> Answer:
        site = request.build_absolute_uri("/")
        with refusals_answered(_("请先查询这个年度的矩阵。")):
            done = remind(works, body.words, actor_of(request), again=body.again, site=site)
        return 200, {name: [one.pk for one in getattr(done, name)] for name in ("sent", "today", "idle")}

    return Status(*once(request, key, deed))


@router.post(
    "campaigns/{pk}/extensions", auth=_MANAGES, url_name="api_extend", response={200: ExtendedOut, REFUSED: Problem}
)
def extensions(request: HttpRequest, pk: Number, body: Extending, key: Key = "") -> Any:
    """给所列的工作延期；有一项不能延，就都不改。"""
    works = _works_of(request, pk, body.works)

    def deed() -> Answer:
        with refusals_answered(_("请先查询这个年度的矩阵。")):
            return 200, {"extended": extend(works, body.until, body.reason, actor_of(request))}

    return Status(*once(request, key, deed))


def _works_of(request: HttpRequest, pk: int, numbers: list[int]) -> WorkQuerySet:
    """Works of a round of the bureau's own jurisdiction. Raises Refusal where one of them is not among them."""
    campaign, wanted = own_campaign(request, pk), set(numbers)
    works = Work.objects.visible_to(token_of(request).user).filter(stage__campaign=campaign, pk__in=wanted)
    unknown = wanted - set(works.values_list("pk", flat=True))
    if unknown:
        named = "、".join(map(str, sorted(unknown)[:10]))
        raise Refusal(422, _("这个年度没有这些工作：{named}。都没有改动。").format(named=named), _("请先查询矩阵。"))
    return works.with_context().select_related("assignment")


def _campaign(one: Campaign) -> dict[str, Any]:
    return {
        "id": one.pk, "year": one.year, "title": one.title, "notice_number": one.notice_number, "state": one.state,
        "jurisdiction": one.jurisdiction.code, "yellow": str(one.yellow), "red": str(one.red),
        "stages": [_stage(stage) for stage in one.stages.all()],
    }  # fmt: skip


def _stage(one: Stage) -> dict[str, Any]:
    names = ("kind", "name", "opens", "deadline", "as_of")
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}
