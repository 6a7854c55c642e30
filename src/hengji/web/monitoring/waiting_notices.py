"""监控提示 that wait: for the department to answer; answers need nobody to look at them again."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from hengji.web.models.campaign import Campaign
from hengji.web.models.monitoring import MonitoringNotice
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right
from hengji.web.works.waiting import SOURCES, Item, Source

__all__ = ["unanswered"]


def unanswered(user: User) -> QuerySet[MonitoringNotice]:
    """The notices that *user*'s department has to answer."""
    if not has_right(user, Right.OBJECT):
        return MonitoringNotice.objects.none()
    seen = MonitoringNotice.objects.filter(work__in=Work.objects.visible_to(user), answered_at=None)
    running = seen.filter(work__stage__campaign__state=Campaign.State.OPEN)
    return running.select_related("work__stage__campaign", "work__organisation", "work__project").defer("work__content")


def _line(one: MonitoringNotice) -> Item:
    what = _("{stage} · 监控提示").format(stage=one.work.stage)
    return Item(one.work, what, _("待答复"), one.due, one.at, reverse("work", args=[one.work_id]))


SOURCES.append(Source(unanswered, _line))
