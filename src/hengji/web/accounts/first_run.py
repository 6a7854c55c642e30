"""The first run: while there is nobody yet, every address leads to the page that makes the first administrator.

Whoever reaches the page must know the code that the starting program shows: an installation that listens to a network
is not the first passer-by's.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from hengji.web.history.chain import Actor, Change, alone, record
from hengji.web.models.organisation import Organisation, OrganisationKind
from hengji.web.models.region import Jurisdiction
from hengji.web.models.user import Role, User

__all__ = ["FirstRun", "begin", "setup_code"]

_FILE: Final = "first-run-code"


class FirstRun:
    """Leads every request to the first page until somebody exists; asks the database only until then."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self._begun = False

    def __call__(self, request: HttpRequest) -> HttpResponse:
        self._begun = self._begun or User.objects.exists()
        address = reverse("first")
        if self._begun or request.path == address or request.path == reverse("set_language"):
            return self.get_response(request)
        return redirect(address)


def setup_code() -> str:
    """The code of this installation: made once, readable for its owner only, gone after the first run."""
    file: Path = settings.HOME / _FILE
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text("ascii").strip()
    code = "-".join(secrets.token_hex(2) for _ in range(3))
    with os.fdopen(descriptor, "w", encoding="ascii") as opened:
        opened.write(code)
    return code


def begin(person: User, place: Jurisdiction, bureau: Organisation, address: str | None) -> User | None:
    """The first administrator of the first bureau; None where somebody else was quicker."""
    with transaction.atomic():
        alone()
        if User.objects.exists():
            return None
        place.save()
        bureau.jurisdiction, bureau.kind = place, OrganisationKind.FINANCE_BUREAU
        bureau.save()
        person.role, person.organisation = Role.BUREAU_ADMINISTRATOR, bureau
        person.save()
        actor = Actor(person, address)
        record(actor, place, [Change("建立辖区", after=place.name)], bureau.pk)
        record(actor, bureau, [Change("建立单位", after=bureau.name)], bureau.pk)
        record(actor, person, [Change("建立账号", after=Role(person.role).label)], bureau.pk)
    (settings.HOME / _FILE).unlink(missing_ok=True)
    return person
