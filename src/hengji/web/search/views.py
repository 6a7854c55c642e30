"""The page of what was found, group by group."""

from __future__ import annotations

import unicodedata
from typing import Final, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengji.web.models.user import User
from hengji.web.rights import Right, may
from hengji.web.search.groups import MOST, groups_for

__all__ = ["index"]

_LONGEST: Final = 60


@may(Right.SEE_OWN_PAGES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """What bears the words of the address in its name; every word must be found."""
    said = unicodedata.normalize("NFKC", request.GET.get("words", "")).replace("\0", " ")
    words = " ".join(said.split())[:_LONGEST]
    groups = groups_for(cast(User, request.user), words) if words else ()
    return render(request, "search/index.html", {"searched": words, "groups": groups, "most": MOST})
