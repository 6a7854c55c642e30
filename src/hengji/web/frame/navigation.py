"""What stands in the bar above every page: only what this role may open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, cast

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from hengji.web.frame.spoken import spoken
from hengji.web.frame.years import chosen_year, years_of
from hengji.web.models.user import User
from hengji.web.rights import Right, has_right
from hengji.web.works.waiting import waiting_count

__all__ = ["navigation"]


@dataclass(frozen=True, slots=True)
class Entry:
    """A room of the application."""

    name: Any
    view: str
    right: Right


ENTRIES: Final = (
    Entry(_("我的工作"), "my_work", Right.SEE_OWN_PAGES),
    Entry(_("年度工作"), "campaigns", Right.SEE_EVERYBODY),
    Entry(_("绩效目标"), "goals", Right.SEE_OWN_PAGES),
    Entry(_("绩效监控"), "monitoring", Right.SEE_OWN_PAGES),
    Entry(_("绩效自评"), "evaluations", Right.SEE_OWN_PAGES),
    Entry(_("自评核查"), "verifications", Right.SEE_OWN_PAGES),
    Entry(pgettext_lazy("many", "单位"), "organisations", Right.SEE_EVERYBODY),
    Entry(_("人员"), "people", Right.MANAGE_PEOPLE),
    Entry(_("变更记录"), "history", Right.SEE_HISTORY),
)


def navigation(request: HttpRequest) -> dict[str, Any]:
    """The entries, how much waits for this person (counted when a page shows it), and the years to choose from."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    person = cast(User, user)
    links = [(entry.name, address, request.path == address or (address != "/" and request.path.startswith(address)))
             for entry in ENTRIES if has_right(person, entry.right) and (address := _address(entry.view))]  # fmt: skip
    return {
        "entries": links, "waiting_count": SimpleLazyObject(lambda: waiting_count(person)),
        "years_in_sight": years_of(person), "chosen_year": chosen_year(request), "spoken": spoken(),
    }  # fmt: skip


def _address(view: str) -> str:
    try:
        return reverse(view)
    except NoReverseMatch:
        return ""
