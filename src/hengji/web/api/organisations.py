"""Organisations for programs: read, and their figures changed."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.lists import page_of
from hengji.web.api.once import Answer, Key, once
from hengji.web.api.refusals import Refusal, refusals_answered
from hengji.web.api.shapes.lists import REFUSED, Number, Paged, Problem
from hengji.web.api.shapes.organisations import (
    FieldsWriting,
    OrganisationConflicts,
    OrganisationOut,
    OrganisationsAsked,
)
from hengji.web.frame.requests import actor_of
from hengji.web.models.organisation import Organisation
from hengji.web.organisations import keeping
from hengji.web.organisations.forms import OrganisationForm
from hengji.web.rights import Right

__all__ = ["router"]

router = Router()


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


@router.patch(
    "organisations/{pk}", auth=BearerToken(Right.MANAGE_ORGANISATIONS, writes=True), url_name="api_organisation_fields",
    response={200: OrganisationOut, 409: OrganisationConflicts, REFUSED - {409}: Problem},
)  # fmt: skip
def write(request: HttpRequest, pk: Number, body: FieldsWriting, key: Key = "") -> Any:
    """修改代码、性质、编制数、实有人数。别人改过的不覆盖，在 conflicts 里说明。"""
    one = get_object_or_404(_organisations(request), pk=pk)
    form = _filled_form(one, body, request)
    if not form.is_valid():
        said = [
            f"{form.fields[name].label}：{problem}" for name, problems in form.errors.items() for problem in problems
        ]
        raise Refusal(
            422,
            _("有 {count} 处不能保存：{places}").format(count=len(said), places=_("；").join(said)),
            _('改正后再发；数字写成文本，例如 "46"。'),
        )

    def deed() -> Answer:
        wanted = {name: form.cleaned_data[name] for name in form.changed_data}
        with refusals_answered(_("请先查询这个单位。")):
            held, differences = keeping.change(pk, form.seen(), wanted, actor_of(request))
        if not differences:
            return 200, _organisation(held)
        return 409, {
            "message": _("有 {count} 项在您读取之后被别人改过，都没有保存。").format(count=len(differences)),
            "advice": _("请比较后决定，用现在的值作 before 再写。"),
            "conflicts": [
                {"field": one.field, "seen": _said(one.seen), "now": _said(one.now), "wanted": _said(one.wanted)}
                for one in differences
            ],
        }

    return Status(*once(request, key, deed))


def _filled_form(one: Organisation, body: FieldsWriting, request: HttpRequest) -> OrganisationForm:
    """The page's own form, filled in by a program: what it leaves out stays as it is."""
    said = {change.field: change for change in body.changes}
    data: dict[str, str] = {}
    blank = OrganisationForm(instance=one, user=token_of(request).user)
    for name in blank.fields:
        now = _said(blank.initial.get(name)) or ""
        data[name] = (said[name].after or "") if name in said else now
        data[blank.add_initial_prefix(name)] = (said[name].before or "") if name in said else now
    return OrganisationForm(data, instance=one, user=token_of(request).user)


def _said(value: Any) -> str | None:
    return None if value is None else str(value)


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
