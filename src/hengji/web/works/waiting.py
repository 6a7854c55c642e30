"""What waits for whom: works whose next move is this person's, and whatever else the rooms add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db.models import Prefetch, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hengji.web.models.deadlines import DeadlineRequest, Reminder
from hengji.web.models.user import Role, User
from hengji.web.models.work import State, Work, WorkQuerySet
from hengji.web.rights import Right, has_right
from hengji.web.works.closing import is_closed

__all__ = ["SOURCES", "Item", "Source", "in_charge_of", "items_for", "turn_of", "waiting_count", "waiting_for"]


@dataclass(frozen=True, slots=True)
class Item:
    """One line of 我的工作. `due` is None where nothing says by when; `notes` are what was said about it."""

    work: Work
    what: str
    state: str
    due: date | None
    since: datetime
    address: str
    notes: tuple[Any, ...] = field(default=())
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """Something that waits: which rows for a person, and each as a line."""

    rows: Callable[[User], QuerySet[Any]]
    item: Callable[[Any], Item]


SOURCES: Final[list[Source]] = []
"""What else waits for people; each room adds its own when the application starts."""

_TURNS: Final = (
    frozenset({State.WAITING, State.FILLING, State.RETURNED}),
    frozenset({State.SUBMITTED}),
    frozenset({State.VERIFYING, State.OBJECTED}),
    frozenset({State.SECOND_OPINION}),
    frozenset({State.PRELIMINARY}),
)
"""States in which it is the turn of the same people outside the bureau."""


def turn_of(state: str) -> frozenset[State]:
    """The states in which the same people have to act; empty where it is the bureau's turn, or nobody's."""
    return next((turn for turn in _TURNS if state in turn), frozenset())


def in_charge_of(work: Work) -> list[User]:
    """The active people outside the bureau who can take the next step of *work*."""
    home = User.objects.filter(organisation=work.organisation_id, is_active=True)
    given = getattr(work, "assignment", None)
    turn = turn_of(work.state)
    if turn == _TURNS[0]:
        return list(home.filter(role=Role.PREPARER))
    if work.state in {State.SUBMITTED, State.PRELIMINARY}:
        return list(home.filter(role=Role.APPROVER))
    chosen = (given.verifier if turn == _TURNS[2] else given.lead) if given is not None and turn else None
    return [chosen] if chosen is not None and chosen.is_active else []


def waiting_for(user: User) -> WorkQuerySet:
    """The open works of campaigns under way whose next step this person can take, earliest deadline first."""
    seen = Work.objects.visible_to(user).open()
    return seen.filter(_next_is(user)).order_by("stage__deadline", "organisation__sort_key")


def waiting_count(user: User) -> int:
    """How many lines 我的工作 has. It stands above every page: what is known to be empty is not asked for."""
    asked = (waiting_for(user), *(source.rows(user) for source in SOURCES))
    return sum(rows.count() for rows in asked if not rows.query.is_empty())


def items_for(user: User) -> list[Item]:
    """The lines of 我的工作, the most urgent first."""
    told = Prefetch("reminders", Reminder.objects.select_related("by"))
    asked = Prefetch("deadline_requests", DeadlineRequest.objects.select_related("by", "replied_by"))
    works = waiting_for(user).defer("content").with_context().prefetch_related(told, asked)
    items = [_of_work(work) for work in works]
    for source in SOURCES:
        items += map(source.item, source.rows(user))
    return sorted(items, key=lambda item: (item.due or date.max, item.work.organisation.sort_key))


def _of_work(work: Work) -> Item:
    turn = turn_of(work.state)
    reminders = [one for one in work.reminders.all() if one.state in turn][:1]
    requests = list(work.deadline_requests.all())[:1] if turn else []
    what = f"{work.project} · {work.stage}" if work.project else str(work.stage)
    due = None if work.state == State.ADJUSTING else work.deadline
    return Item(
        work, what, work.get_state_display(), due, work.since, reverse("work", args=[work.pk]),
        (*reminders, *requests), is_closed(work),
    )  # fmt: skip


def _next_is(user: User) -> Q:
    states = {
        Role.PREPARER: Q(state__in=[State.WAITING, State.FILLING, State.RETURNED]),
        Role.APPROVER: Q(state=State.SUBMITTED) & ~Q(submitted_by=user.pk) | Q(state=State.PRELIMINARY),
        Role.BUREAU_REVIEWER: Q(state__in=[State.DELIVERED, State.ADJUSTING]),
        Role.BUREAU_ADMINISTRATOR: Q(state__in=[State.DELIVERED, State.ADJUSTING, State.UNASSIGNED]),
        Role.VERIFIER: Q(state__in=[State.VERIFYING, State.OBJECTED], assignment__verifier=user.pk),
        Role.LEAD_VERIFIER: Q(state__in=[State.SECOND_OPINION, State.PRELIMINARY], assignment__lead=user.pk),
    }
    return states.get(Role(user.role), Q(pk__in=[])) if user.role else Q(pk__in=[])


def _asked_for_time(user: User) -> QuerySet[DeadlineRequest]:
    """Requests for more time that the administrator of the round's own bureau answers."""
    if user.organisation is None or not has_right(user, Right.MANAGE_CAMPAIGNS):
        return DeadlineRequest.objects.none()
    place = user.organisation.jurisdiction_id
    seen = DeadlineRequest.objects.visible_to(user).open().filter(work__stage__campaign__jurisdiction=place)
    return seen.select_related("work__stage__campaign", "work__organisation", "work__project", "by").defer(
        "work__content"
    )


def _of_request(asked: DeadlineRequest) -> Item:
    work = asked.work
    what = _("{stage} · 申请延期到 {until:%Y-%m-%d}").format(stage=work.stage, until=asked.until)
    return Item(work, what, _("待答复"), None, asked.at, reverse("work", args=[work.pk]), (asked,))


SOURCES.append(Source(_asked_for_time, _of_request))
