"""What the verifier gathers beside the files: interview records, and requests that the department answers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from django.core.files.uploadedfile import UploadedFile
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.evidence.keeping import Taken, take_in
from hengji.web.history.chain import Actor, Change, record
from hengji.web.models.campaign import Campaign, StageKind
from hengji.web.models.evidence import Evidence
from hengji.web.models.user import User
from hengji.web.models.work import State, Work, WorkQuerySet
from hengji.web.verifications.sheet import own_work
from hengji.web.works.page import is_editable
from hengji.web.works.transitions import RefusedError

__all__ = [
    "answer_request",
    "answered_for",
    "ask_for",
    "asked_by",
    "open_requests",
    "record_interview",
    "settle",
    "verifying",
]


_WITH_THE_VERIFIER: Final = (State.VERIFYING, State.OBJECTED)


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
        raise RefusedError(_("找不到这个单位的自评，不能要求补充材料。"))
    request = Evidence.objects.create(
        work=mine, kind=Evidence.Kind.REQUEST, name=what, held_on=until, text=words, by=user
    )
    told = f"{what}，{until:%Y-%m-%d} 前。{words}"
    record(actor, mine, [Change("要求补充材料", "requests", None, told)], mine.organisation_id)
    return request


def _gatherer(work: Work, actor: Actor) -> User:
    if actor.user is None or not is_editable(work, actor.user):
        raise RefusedError(_("只有核查人在核查中可以记录访谈、要求补充材料。没有保存。"))
    return actor.user


def answer_request(
    request: Evidence, files: Sequence[UploadedFile[Any]], words: str, actor: Actor
) -> tuple[Taken, ...]:
    """The department's files and words to a request; what is wrong with a file is told. Raises RefusedError."""
    work = Work.objects.select_related("stage", "organisation").get(pk=request.work_id)
    if not files and not words.strip():
        raise RefusedError(_("请上传要求的材料，或写明答复。"))
    if actor.user is None:
        raise RefusedError(_("请重新登录。"))
    if _verification_of(work).filter(state=State.LOCKED).exists():
        raise RefusedError(_("核查已经签发，不再收补充材料。"))
    Evidence.objects.filter(pk=request.pk).update(settled_at=None)
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


@transaction.atomic
def settle(asked: Evidence, actor: Actor) -> None:
    """收讫: the verifier takes the answer for enough; it waits for them no more. Raises RefusedError."""
    held = Evidence.objects.select_for_update(of=("self",)).get(pk=asked.pk)
    if not held.answered_by.exists():
        raise RefusedError(_("部门还没有答复，不能收讫。"))
    if held.settled_at is not None:
        return
    held.settled_at = timezone.now()
    held.save(update_fields=["settled_at"])
    record(actor, held.work, [Change("补充材料收讫", "requests", None, held.name)], held.work.organisation_id)


def open_requests(works: WorkQuerySet) -> models.QuerySet[Evidence]:
    """The requests on *works* that nobody answered yet, and whose verification has not been signed."""
    asked = Evidence.objects.filter(work__in=works, kind=Evidence.Kind.REQUEST, answers=None)
    running = asked.filter(answered_by=None, work__stage__campaign__state=Campaign.State.OPEN)
    return running.exclude(models.Exists(verifying().filter(state=State.LOCKED)))


def verifying() -> WorkQuerySet:
    """The verification of the self-evaluation that an outer query's evidence is on."""
    return Work.objects.filter(
        stage__kind=StageKind.VERIFICATION,
        stage__campaign=models.OuterRef("work__stage__campaign"),
        organisation=models.OuterRef("work__organisation"),
        project__isnull=True,
    )


def asked_by(user: User) -> models.QuerySet[Evidence]:
    """The requests of the verifications that *user* was given."""
    asked = Evidence.objects.visible_to(user).filter(kind=Evidence.Kind.REQUEST, answers=None)
    return asked.filter(models.Exists(verifying().filter(assignment__verifier=user.pk)))


def answered_for(user: User) -> models.QuerySet[Evidence]:
    """The requests that were answered and that *user*, who verifies, has not taken for enough."""
    mine = verifying().filter(assignment__verifier=user.pk, state__in=_WITH_THE_VERIFIER)
    asked = Evidence.objects.filter(kind=Evidence.Kind.REQUEST, answers=None, settled_at=None)
    answered = asked.filter(models.Exists(Evidence.objects.filter(answers=models.OuterRef("pk"))))
    return answered.filter(models.Exists(mine))
