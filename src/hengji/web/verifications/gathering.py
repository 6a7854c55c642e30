"""What the verifier gathers beside the files: interview records, and requests that the department answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction

from hengji.web.evidence.keeping import Taken, take_in
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import StageKind
from hengji.web.models.evidence import Evidence
from hengji.web.models.user import User
from hengji.web.models.work import State, Work, WorkQuerySet
from hengji.web.verifications.sheet import own_work
from hengji.web.works.page import is_editable
from hengji.web.works.transitions import RefusedError

__all__ = ["answer_request", "ask_for", "open_requests", "record_interview"]


@transaction.atomic
def record_interview(work: Work, whom: str, day: date, said: str, actor: Actor) -> Evidence:
    """Who was asked, when, what was said. Stays with those who verify. Raises RefusedError."""
    user = _gatherer(work, actor)
    interview = Evidence.objects.create(
        work=work, kind=Evidence.Kind.INTERVIEW, name=f"{day:%Y-%m-%d}访谈{whom}", with_whom=whom, held_on=day,
        text=said, by=user,
    )  # fmt: skip
    record(actor, work, [Change("访谈记录", "interviews", None, f"{interview.name}：{said}")], work.organisation_id)
    return interview


@transaction.atomic
def ask_for(work: Work, what: str, until: date, words: str, actor: Actor) -> Evidence:
    """Asks the department for further material, on its self-evaluation, where it can see it. Raises RefusedError."""
    user, mine = _gatherer(work, actor), own_work(work)
    if mine is None:
        raise RefusedError("找不到这个单位的自评，不能要求补充材料。")
    request = Evidence.objects.create(
        work=mine, kind=Evidence.Kind.REQUEST, name=what, held_on=until, text=words, by=user
    )
    told = f"{what}，{until:%Y-%m-%d} 前。{words}"
    record(actor, mine, [Change("要求补充材料", "requests", None, told)], mine.organisation_id)
    return request


def _gatherer(work: Work, actor: Actor) -> User:
    if actor.user is None or not is_editable(work, actor.user):
        raise RefusedError("只有核查人在核查中可以记录访谈、要求补充材料。没有保存。")
    return actor.user


def answer_request(
    request: Evidence, files: Sequence[UploadedFile[Any]], words: str, actor: Actor
) -> tuple[Taken, ...]:
    """The department's files and words to a request; what is wrong with a file is told. Raises RefusedError."""
    work = Work.objects.select_related("stage", "organisation").get(pk=request.work_id)
    if not files and not words.strip():
        raise RefusedError("请上传要求的材料，或写明答复。")
    if actor.user is None:
        raise RefusedError("请重新登录。")
    if _verification_of(work).filter(state=State.LOCKED).exists():
        raise RefusedError("核查已经签发，不再收补充材料。")
    taken = take_in(work, files, "", actor, frozenset(State))
    for one in taken:
        if one.evidence is not None:
            one.evidence.answers = request
            one.evidence.save(update_fields=["answers"])
    if words.strip():
        _answer_in_words(request, work, words.strip(), actor, actor.user)
    return taken


def _verification_of(own: Work) -> WorkQuerySet:
    return Work.objects.filter(
        stage__campaign=own.stage.campaign_id, stage__kind=StageKind.VERIFICATION,
        organisation=own.organisation_id, project=own.project_id,
    )  # fmt: skip


@transaction.atomic
def _answer_in_words(request: Evidence, work: Work, words: str, actor: Actor, user: User) -> None:
    Evidence.objects.create(
        work=work, kind=Evidence.Kind.REQUEST, name=f"答复：{request.name}"[:200], text=words, answers=request,
        by=user,
    )  # fmt: skip
    record(actor, work, [Change("答复补充材料要求", "requests", request.name, words)], work.organisation_id)


def open_requests(works: WorkQuerySet) -> models.QuerySet[Evidence]:
    """The requests on *works* that nobody answered yet."""
    asked = Evidence.objects.filter(work__in=works, kind=Evidence.Kind.REQUEST, answers=None)
    return asked.filter(answered_by=None)
