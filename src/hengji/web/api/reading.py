"""What programs read: organisations, rounds with their matrix, the history."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Query, Router

from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.shapes import (
    REFUSED,
    AskedPage,
    CampaignOut,
    EntryOut,
    HistoryAsked,
    MatrixOut,
    Number,
    OrganisationOut,
    OrganisationsAsked,
    Paged,
    Problem,
)
from hengji.web.campaigns.matrix import Filters, matrix_of
from hengji.web.models.campaign import Campaign, Stage
from hengji.web.models.history import HistoryEntry
from hengji.web.models.organisation import Organisation
from hengji.web.rights import Right, has_right

__all__ = ["page_of", "router"]

router = Router()
M = TypeVar("M", bound=models.Model)


def page_of(found: models.QuerySet[M], asked: AskedPage, shape: Any) -> dict[str, Any]:
    """The part of *found* that is asked for; its order must be complete, or pages would overlap."""
    items = [shape(one) for one in found[asked.offset : asked.offset + asked.limit]]
    return {"total": found.count(), "limit": asked.limit, "offset": asked.offset, "items": items}


@router.get(
    "organisations", auth=BearerToken(Right.SEE_OWN_PAGES), url_name="api_organisations",
    response={200: Paged[OrganisationOut], REFUSED: Problem},
)  # fmt: skip
def organisations(request: HttpRequest, asked: Query[OrganisationsAsked]) -> Any:
    """单位，按拼音。"""
    found = _organisations(request).order_by("sort_key", "pk")
    if asked.words:
        found = found.filter(Q(name__icontains=asked.words) | Q(code__startswith=asked.words))
    if asked.kind:
        found = found.filter(kind=asked.kind)
    return page_of(found, asked, _organisation)


@router.get(
    "organisations/{pk}", auth=BearerToken(Right.SEE_OWN_PAGES), url_name="api_organisation",
    response={200: OrganisationOut, REFUSED: Problem},
)  # fmt: skip
def organisation(request: HttpRequest, pk: Number) -> Any:
    """一个单位。"""
    return _organisation(get_object_or_404(_organisations(request), pk=pk))


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
                 "state": box.work.state if box.work else None, "word": box.word, "days_late": box.late}
                for stage, box in zip(laid.stages, line.boxes, strict=True)
            ],
        }
        for line in laid.lines
    ]  # fmt: skip
    return {"stages": [_stage(stage) for stage in laid.stages], "rows": rows}


@router.get(
    "history", auth=BearerToken(Right.SEE_HISTORY), url_name="api_history",
    response={200: Paged[EntryOut], REFUSED: Problem},
)  # fmt: skip
def history(request: HttpRequest, asked: Query[HistoryAsked]) -> Any:
    """变更记录，按先后；用 after 接着上次读到的往下读。"""
    user = token_of(request).user
    found = HistoryEntry.objects.visible_to(user).filter(sequence__gt=asked.after).order_by("sequence")
    if asked.kind:
        found = found.filter(kind=asked.kind)
    if asked.subject is not None:
        found = found.filter(subject=asked.subject)
    sees_address = has_right(user, Right.SEE_EVERYBODY)
    return page_of(found, asked, lambda entry: _entry(entry, sees_address=sees_address))


def _organisations(request: HttpRequest) -> models.QuerySet[Organisation]:
    return Organisation.objects.visible_to(token_of(request).user).select_related("jurisdiction")


def _organisation(one: Organisation) -> dict[str, Any]:
    return {
        "id": one.pk, "code": one.code, "name": one.name, "kind": one.kind, "nature": one.nature,
        "jurisdiction": one.jurisdiction.code, "parent": one.parent_id,
        "establishment": None if one.establishment is None else str(one.establishment),
        "headcount": None if one.headcount is None else str(one.headcount),
        "merged_into": one.merged_into_id, "revision": one.revision,
    }  # fmt: skip


def _campaign(one: Campaign) -> dict[str, Any]:
    return {
        "id": one.pk, "year": one.year, "title": one.title, "notice_number": one.notice_number, "state": one.state,
        "jurisdiction": one.jurisdiction.code, "yellow": str(one.yellow), "red": str(one.red),
        "stages": [_stage(stage) for stage in one.stages.all()],
    }  # fmt: skip


def _stage(one: Stage) -> dict[str, Any]:
    names = ("kind", "name", "opens", "deadline", "as_of")
    return {"id": one.pk, **{name: getattr(one, name) for name in names}}


def _entry(one: HistoryEntry, *, sees_address: bool) -> dict[str, Any]:
    """From where colleagues work is the bureau's and the auditors' business, as on the pages."""
    names = (
        "sequence", "at", "action", "kind", "subject", "subject_name", "organisation", "place", "before", "after",
        "reason", "digest",
    )  # fmt: skip
    said = {name: getattr(one, name) for name in names}
    return {**said, "actor": one.actor_name, "address": one.address if sees_address else None}
