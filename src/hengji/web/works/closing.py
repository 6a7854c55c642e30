"""When a work's day is over: whether it still takes what is typed, and the time that the bureau's giving back adds."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

from hengji.web.history.chain import Change
from hengji.web.models.campaign import StageKind
from hengji.web.models.work import State, Work

__all__ = ["GIVING_BACK", "OF_THE_DEPARTMENT", "closed_words", "is_closed", "more_time"]

OF_THE_DEPARTMENT: Final = frozenset({State.WAITING, State.FILLING, State.RETURNED, State.SUBMITTED})
"""While a work stands so, it is the department that lets its deadline pass."""

GIVING_BACK: Final = frozenset({"return", "reopen", "agree_adjustment", "unlock"})
"""Steps by which the bureau gives a work back: its old deadline has mostly passed, and was kept."""


def is_closed(work: Work, today: date | None = None) -> bool:
    """Whether the round takes nothing more into *work*: its deadline passed, and the round closes what is late.

    A verification is never closed: its deadline is the agency's, and its departments shall not wait for a result.
    """
    stage = work.stage
    if not stage.campaign.closes_late or stage.kind == StageKind.VERIFICATION or work.state not in OF_THE_DEPARTMENT:
        return False
    return work.days_late(today or timezone.localdate()) > 0


def closed_words(work: Work) -> str:
    """What happened, and what to do."""
    return _("期限 {deadline:%Y-%m-%d} 已过，这项工作停止填报。请申请延期，财政部门同意后可以接着填。").format(
        deadline=work.deadline
    )


def more_time(work: Work, step: str, today: date) -> Change | None:
    """Gives a work that comes back the round's days of mending, where its deadline leaves fewer; what to record."""
    days = work.stage.campaign.mending_days
    until, before = today + timedelta(days=days), work.deadline
    if step not in GIVING_BACK or before >= until:
        return None
    work.extended_to = until
    return Change("延期", "", f"{before}", f"{until}", f"退回、重新打开后至少有 {days} 天")
