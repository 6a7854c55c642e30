"""What the gathering leaves waiting: requests for the department, answers to them for the verifier."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Max, QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _

from hengji.web.models.evidence import Evidence
from hengji.web.models.user import User
from hengji.web.models.work import Work
from hengji.web.rights import Right, has_right
from hengji.web.verifications.gathering import answered_for, open_requests
from hengji.web.works.waiting import SOURCES, Item, Source

__all__ = ["answered", "asked"]


def asked(user: User) -> QuerySet[Evidence]:
    """The requests that *user*'s department has to answer."""
    if not has_right(user, Right.OBJECT):
        return Evidence.objects.none()
    return _told(open_requests(Work.objects.visible_to(user)))


def answered(user: User) -> QuerySet[Evidence]:
    """The answers that *user*, a verifier, has not looked at."""
    if not has_right(user, Right.VERIFY):
        return Evidence.objects.none()
    return _told(answered_for(user).annotate(last=Coalesce(Max("answered_by__at"), "at")))


def _told(found: QuerySet[Evidence]) -> QuerySet[Evidence]:
    return found.select_related("work__stage__campaign", "work__organisation", "work__project").defer("work__content")


def _line(one: Evidence, state: str, since: datetime) -> Item:
    address = f"{reverse('verification_requests')}#request-{one.pk}"
    return Item(one.work, _("补充材料：{name}").format(name=one.name), state, one.held_on, since, address)


def _of_request(one: Evidence) -> Item:
    return _line(one, _("待答复"), one.at)


def _of_answer(one: Evidence) -> Item:
    return _line(one, _("部门已答复，待收讫"), getattr(one, "last", one.at))


SOURCES.append(Source(asked, _of_request))
SOURCES.append(Source(answered, _of_answer))
