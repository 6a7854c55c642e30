"""What waits for whom: the works in which the next move is this person's."""

from __future__ import annotations

from django.db.models import Q

from hengji.web.models.user import Role, User
from hengji.web.models.work import State, Work, WorkQuerySet

__all__ = ["waiting_for"]


def waiting_for(user: User) -> WorkQuerySet:
    """The open works of campaigns under way whose next step this person can take, earliest deadline first."""
    seen = Work.objects.visible_to(user).open()
    return seen.filter(_next_is(user)).order_by("stage__deadline", "organisation__sort_key")


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
