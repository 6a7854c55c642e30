"""The year that one works in: chosen in the bar above, kept in the session; an address's own goes before it."""

from __future__ import annotations

from typing import Final, cast
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from hengji.web.models.campaign import Campaign
from hengji.web.models.user import User
from hengji.web.rights import Right, may

__all__ = ["choose", "chosen_year", "year_of", "years_of"]

_KEY: Final = "year"


def years_of(user: User) -> list[int]:
    """The years of the rounds within somebody's sight, the latest first."""
    seen = Campaign.objects.visible_to(user).order_by("-year")
    return list(seen.values_list("year", flat=True).distinct())


def chosen_year(request: HttpRequest) -> int | None:
    """The year chosen in the bar; None for all years."""
    held = request.session.get(_KEY)
    return held if isinstance(held, int) else None


def year_of(request: HttpRequest) -> int | None:
    """The year that a list shows: the address's (an empty one means all), otherwise the chosen one."""
    said = request.GET.get("year")
    if said is None:
        return chosen_year(request)
    return int(said.strip()[:4]) if said.strip().isdecimal() else None


@may(Right.SEE_OWN_PAGES)
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keeps the year and leads back to the page, which then shows it: what its address said of a year falls away."""
    said = request.POST.get("year", "")
    if not said:
        request.session.pop(_KEY, None)
    elif said in map(str, years_of(cast(User, request.user))):
        request.session[_KEY] = int(said)
    else:
        raise Http404
    back = request.POST.get("next", "")
    own = url_has_allowed_host_and_scheme(back, {request.get_host()}, require_https=request.is_secure())
    return redirect(_without_year(back) if own else "my_work")


def _without_year(address: str) -> str:
    parts = urlsplit(address)
    query = QueryDict(parts.query, mutable=True)
    for key in ("year", "page"):
        query.pop(key, None)
    return parts._replace(query=query.urlencode()).geturl()
