"""What every work's page shows around its content: where one is, the state, what can be done next."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from hengji.web.models.campaign import StageKind
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right
from hengji.web.works.changes import EDITABLE
from hengji.web.works.closing import closed_words, is_closed
from hengji.web.works.extensions import may_ask_for_time
from hengji.web.works.transitions import open_transitions

__all__ = ["is_editable", "seen_work", "work_context"]


def seen_work(request: HttpRequest, pk: int, kind: StageKind) -> Work:
    """The work with what its page shows beside it; 404 where it is not in this person's sight or another stage's."""
    works = Work.objects.visible_to(cast(User, request.user)).with_context()
    return get_object_or_404(works, pk=pk, stage__kind=kind)


def is_editable(work: Work, user: User) -> bool:
    """Whether *user* can type into the work now. A verification: only whom it was given to, once they declared
    their independence; nobody once its day is over, where the round takes nothing late.
    """
    if work.state not in EDITABLE or is_closed(work):
        return False
    if work.stage.kind != StageKind.VERIFICATION:
        return has_right(user, Right.FILL)
    given = getattr(work, "assignment", None)
    is_given = given is not None and given.verifier_id == user.pk and given.declared_at is not None
    return is_given and has_right(user, Right.VERIFY)


def work_context(request: HttpRequest, work: Work) -> dict[str, Any]:
    """What the template ``works/work.html`` needs."""
    user = cast(User, request.user)
    return {
        "reminders": work.reminders.select_related("by"),
        "deadline_requests": work.deadline_requests.select_related("by", "replied_by"),
        "asks_for_time": may_ask_for_time(work, user),
        "answers_for_time": has_right(user, Right.MANAGE_CAMPAIGNS)
        and user.organisation is not None
        and work.stage.campaign.jurisdiction_id == user.organisation.jurisdiction_id,
        "closed": closed_words(work) if is_closed(work) else "",
        "work": work,
        "campaign": work.stage.campaign,
        "organisation": work.organisation,
        "steps": open_transitions(work, user),
        "editable": is_editable(work, user),
    }
