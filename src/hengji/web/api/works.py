"""Works for programs: what was entered, its versions and score; saving cells, moving on."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Status

from hengji.facts.numbers import plain
from hengji.facts.scorecard import NodeScore
from hengji.web.api.keys import BearerToken, token_of
from hengji.web.api.lists import page_of
from hengji.web.api.once import Answer, Key, once
from hengji.web.api.refusals import Refusal, refusals_answered
from hengji.web.api.shapes.lists import REFUSED, AskedPage, Number, Paged, Problem
from hengji.web.api.shapes.works import (
    Conflicting,
    Edited,
    Move,
    Moved,
    ScoreOut,
    VersionOut,
    VersionWhole,
    WorkOut,
    WorksAsked,
    WorkWhole,
    Writing,
)
from hengji.web.evaluations.rubric import scheme_of, scored_work
from hengji.web.frame.requests import actor_of
from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.work import State, Version, Work, WorkQuerySet
from hengji.web.rights import Right
from hengji.web.verifications.sheet import is_department, scored_sides, shown_content
from hengji.web.works.changes import Conflict, Edit, NotOpenError, apply_edits
from hengji.web.works.content import shown_path
from hengji.web.works.page import is_editable
from hengji.web.works.transitions import move, open_transitions
from hengji.workflows.scoring import Scored

__all__ = ["router"]

router = Router()
_READS = BearerToken(Right.SEE_OWN_PAGES)
_LONGEST_PLACE = 400
"""Characters of a place, as the history keeps it."""
_SENT = (State.PRELIMINARY, State.LOCKED)


@router.get("works", auth=_READS, url_name="api_works", response={200: Paged[WorkOut], REFUSED: Problem})
def works(request: HttpRequest, asked: Query[WorksAsked]) -> Any:
    """各单位在各阶段的工作。"""
    found = _works(request).order_by("-stage__campaign__year", "stage__order", "organisation__sort_key", "pk")
    wanted = {
        "stage__campaign__year": asked.year, "stage__kind": asked.stage or None, "state": asked.state or None,
        "organisation": asked.organisation,
    }  # fmt: skip
    found = found.filter(**{name: value for name, value in wanted.items() if value is not None})
    return page_of(found, asked, _work)


@router.get("works/{pk}", auth=_READS, url_name="api_work", response={200: WorkWhole, REFUSED: Problem})
def work(request: HttpRequest, pk: Number) -> Any:
    """一项工作及填报的内容。"""
    one, user = _seen(request, pk), token_of(request).user
    steps = [
        {"key": step.key, "name": str(step.name), "says": str(step.says), "needs_reason": step.needs_reason}
        for step in open_transitions(one, user)
    ]
    return {**_work(one), "content": _content(one, user), "editable": is_editable(one, user), "steps": steps}


@router.get(
    "works/{pk}/versions", auth=_READS, url_name="api_versions",
    response={200: Paged[VersionOut], REFUSED: Problem},
)  # fmt: skip
def versions(request: HttpRequest, pk: Number, asked: Query[AskedPage]) -> Any:
    """报送过的各个版本，最近的在前。"""
    return page_of(_versions(request, pk), asked, _version)


@router.get(
    "works/{pk}/versions/{number}", auth=_READS, url_name="api_version",
    response={200: VersionWhole, REFUSED: Problem},
)  # fmt: skip
def version(request: HttpRequest, pk: Number, number: Number) -> Any:
    """一个版本的内容。"""
    one = get_object_or_404(_versions(request, pk), number=number)
    return {**_version(one), "content": one.content}


@router.get("works/{pk}/score", auth=_READS, url_name="api_score", response={200: ScoreOut, REFUSED: Problem})
def score(request: HttpRequest, pk: Number) -> Any:
    """按评价方案算出的得分；还有没填的，total 为空，得分在 low 与 high 之间。"""
    one, user = _seen(request, pk), token_of(request).user
    scored = _scored(one, user)
    card = scored.card
    return {
        "scheme": scored.scheme.id if scored.scheme else "",
        "total": _figure(card.total) if card else None,
        "low": _figure(card.low) if card else None,
        "high": _figure(card.high) if card else None,
        "grade": (card.grade or None) if card else None,
        "nodes": [_node(node) for node in card.nodes] if card else [],
        "findings": [str(finding) for finding in scored.findings],
    }


@router.patch(
    "works/{pk}/content", auth=BearerToken(Right.FILL, writes=True), url_name="api_content",
    response={200: Edited, 409: Conflicting, REFUSED - {409}: Problem},
)  # fmt: skip
def write(request: HttpRequest, pk: Number, body: Writing, key: Key = "") -> Any:
    """逐格保存。别人改过的格子不覆盖，在 conflicts 里说明。"""
    one = _seen(request, pk)
    if any(len(shown_path(tuple(cell.path))) > _LONGEST_PLACE for cell in body.edits):
        raise Refusal(
            422,
            _("位置太长，各层名称合起来不超过 {most} 字。").format(most=_LONGEST_PLACE),
            _("请先读取内容，按里面的层次写位置。"),
        )
    edits = tuple(Edit(tuple(cell.path), cell.before, cell.after) for cell in body.edits)

    def deed() -> Answer:
        try:
            if not is_editable(one, token_of(request).user):
                raise NotOpenError
            changed = apply_edits(one, edits, actor_of(request))
        except NotOpenError:
            advice = _("请先查询这项工作的状态；已提交的要先撤回或由对方退回。")
            raise Refusal(409, _("这份材料现在不能填写，没有保存。"), advice) from None
        except ValueError:
            advice = _("请先读取内容，按里面的层次写位置；列表只能在末尾加一行。")
            raise Refusal(422, _("有的位置在内容里放不下，没有保存。"), advice) from None
        said: dict[str, Any] = {"revision": changed.work.revision}
        if not changed.conflicts:
            return 200, said
        message = _("有 {count} 格在您读取之后被别人改过，没有保存；其余的已经保存。").format(
            count=len(changed.conflicts)
        )
        conflicts = [_conflict(conflict) for conflict in changed.conflicts]
        return 409, {
            **said,
            "message": message,
            "advice": _("请比较后决定，用现在的值作 before 再写。"),
            "conflicts": conflicts,
        }

    return Status(*once(request, key, deed))


@router.post(
    "works/{pk}/move", auth=BearerToken(Right.SEE_OWN_PAGES, writes=True), url_name="api_move",
    response={200: Moved, REFUSED: Problem},
)  # fmt: skip
def move_on(request: HttpRequest, pk: Number, body: Move, key: Key = "") -> Any:
    """提交、审核、退回、审定等；能做哪些，看这项工作的 steps。"""
    one = _seen(request, pk)

    def deed() -> Answer:
        with refusals_answered(_("请先查询这项工作，能做的操作在 steps 里。")):
            moved = move(one, body.step, actor_of(request), body.reason, body.revision)
        return 200, {"state": moved.state, "state_name": str(State(moved.state).label), "revision": moved.revision}

    return Status(*once(request, key, deed))


def _works(request: HttpRequest) -> WorkQuerySet:
    return Work.objects.visible_to(token_of(request).user).with_context()


def _seen(request: HttpRequest, pk: int) -> Work:
    return get_object_or_404(_works(request), pk=pk)


def _versions(request: HttpRequest, pk: int) -> Any:
    """Of a verification a department sees only what was sent to it."""
    one = _seen(request, pk)
    found = one.versions.select_related("by").order_by("-number")
    hidden = one.stage.kind == StageKind.VERIFICATION and is_department(token_of(request).user)
    return found.filter(state__in=_SENT) if hidden else found


def _content(one: Work, user: User) -> dict[str, Any]:
    return shown_content(one, user) if one.stage.kind == StageKind.VERIFICATION else one.content


def _scored(one: Work, user: User) -> Scored:
    if one.stage.kind == StageKind.VERIFICATION:
        sides = scored_sides(one, user)
        if sides is None:
            raise Refusal(409, _("部门还没有报送自评，核查没有得分。"), _("请等自评报送后再查。"))
        return sides[1]
    scheme = scheme_of(one)
    if one.stage.kind != StageKind.SELF_EVALUATION or scheme is None:
        raise Http404
    return scored_work(one, scheme)


def _work(one: Work) -> dict[str, Any]:
    return {
        "id": one.pk, "campaign": one.stage.campaign_id, "year": one.stage.campaign.year, "stage": one.stage.kind,
        "stage_name": one.stage.name, "organisation": one.organisation_id, "organisation_name": one.organisation.name,
        "project": one.project.name if one.project else None, "state": one.state,
        "state_name": str(State(one.state).label), "since": one.since, "deadline": one.deadline,
        "days_late": one.days_late(timezone.localdate()), "revision": one.revision, "changed": one.changed,
    }  # fmt: skip


def _version(one: Version) -> dict[str, Any]:
    return {"number": one.number, "state": one.state, "by": str(one.by), "at": one.at, "note": one.note}


def _node(node: NodeScore) -> dict[str, Any]:
    return {
        "path": list(node.path), "points": _figure(node.points), "effective_points": _figure(node.effective_points),
        "score": _figure(node.score), "low": _figure(node.low), "high": _figure(node.high), "status": node.status,
        "why": list(node.why),
    }  # fmt: skip


def _conflict(one: Conflict) -> dict[str, Any]:
    return {"path": list(one.path), "seen": one.seen, "now": one.now, "wanted": one.wanted}


def _figure(value: Fraction | None) -> str | None:
    return None if value is None else plain(value)
