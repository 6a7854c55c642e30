"""Every address × every role × own, a neighbour's and a foreign object, as the table urls.yaml says.

A new address makes this fail until the table tells what it answers. The failure shows what it answers now, in the
table's own form: read it as somebody who looks for a hole, then put it there.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hengji.web.models import Token
from web.rights.objects import PEOPLE, WHERE, Objects
from web.rights.routes import names_of_routes

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TABLE = yaml.load(Path(__file__).with_name("urls.yaml").read_text("utf-8"), yaml.CSafeLoader)
WHO = ["未登录", *PEOPLE]
METHODS = ("GET", "POST", "PATCH")
"""PATCH is the interface's alone; pages take it, if at all, for a GET."""
REFUSED = {"403", "404", "405"}


ROUTES = names_of_routes()


@pytest.fixture
def objects(city: Any) -> Objects:
    """With a fixed set of people, so that nobody has to look twice."""
    return Objects.build(city)


class Logins:
    """Everybody logs in once: what a request does to the session is taken back with all else that it does.

    One client asks for all of them, each time as if it had never asked before.
    """

    def __init__(self, city: Any) -> None:
        self._people, self._keys = city.people, dict[str, str]()
        self._client = Client(raise_request_exception=False)

    def stranger(self) -> Client:
        """The client without cookies and headers."""
        self._client.cookies.clear()
        self._client.defaults.clear()
        return self._client

    def person(self, who: str) -> Any:
        """Nobody for a stranger."""
        return self._people[PEOPLE[who]] if who in PEOPLE else None

    def log_in(self, client: Client, who: str) -> None:
        """As `force_login` does, with the session that the person has already."""
        if who not in self._keys:
            client.force_login(self.person(who))
            self._keys[who] = client.cookies[settings.SESSION_COOKIE_NAME].value
            client.cookies.clear()
        client.cookies[settings.SESSION_COOKIE_NAME] = self._keys[who]


@pytest.fixture
def logins(city: Any) -> Logins:
    return Logins(city)


def _numbers(route: dict[str, Any], where: str, objects: Objects, person: Any) -> dict[str, Any]:
    said = route.get("with", {})
    return {
        name: objects.number(value[1:], where, person) if str(value).startswith("=") else value
        for name, value in said.items()
    }


def _has_objects(route: dict[str, Any]) -> bool:
    return any(str(value).startswith("=") for value in route.get("with", {}).values())


class _UndoneError(Exception):
    """Takes back what a request did."""


def _answer(
    name: str, method: str, route: dict[str, Any], where: str, who: str, objects: Objects, logins: Logins
) -> str:
    """What one request gets: a status, or "login" where it is sent to log in first."""
    person, client = logins.person(who), logins.stranger()
    said, answer = str(route.get("query", "")), ""
    if person and not name.startswith("api"):
        logins.log_in(client, who)
    try:
        with transaction.atomic():
            if person and name.startswith("api"):
                expires = timezone.now() + timedelta(days=1)
                _, secret = Token.issue(user=person, name="试", writes=True, expires=expires)
                client.defaults["HTTP_AUTHORIZATION"] = f"Bearer {secret}"
            address = reverse(name, kwargs=_numbers(route, where, objects, person))
            if method == "GET":
                response = client.get(f"{address}?{said}")
            elif "json" in route:
                response = client.generic(method, address, route["json"], content_type="application/json")
            else:
                response = client.generic(method, address, said, content_type="application/x-www-form-urlencoded")
            response.close()
            answer = str(response.status_code)
            if answer == "302" and response["Location"].startswith("/accounts/login/"):
                answer = "login"
            raise _UndoneError
    except _UndoneError:
        return answer


def _rows(address: str, route: dict[str, Any]) -> list[tuple[str, str]]:
    """Every method and, where the address names an object, whose."""
    methods = METHODS if address.startswith("api/") else METHODS[:2]
    return [(method, where) for method in methods for where in (WHERE if _has_objects(route) else ("",))]


def _expected(route: dict[str, Any], method: str, where: str) -> list[str]:
    """The row of the table, a word for everybody; empty where it is left out."""
    words = str(route.get(f"{method} {where}".strip(), "")).split()
    return words if len(words) in {0, len(WHO)} else [words[0], *[words[-1]] * len(PEOPLE)]


def _fits(row: list[str], expected: list[str]) -> bool:
    """What the table does not name is refused: to a stranger by the login, to everybody else altogether."""
    return row == expected if expected else row[0] in {"login", "401", *REFUSED} and set(row[1:]) <= REFUSED


def _measured(route: str, objects: Objects, logins: Logins) -> str:
    """The rows of an address as it answers now."""
    if "<" in route:
        return f'"{route}":\n  with: {{…}}'
    lines = [f'"{route}":']
    for method, where in _rows(route, {}):
        row = [_answer(ROUTES[route], method, {}, where, who, objects, logins) for who in WHO]
        if not _fits(row, []):
            lines.append(f"  {method + ':':16} {' '.join(f'{word:5}' for word in row)}")
    return "\n".join(lines)


def test_every_address_is_in_the_table_and_the_table_names_no_other(objects, logins):
    missing = [route for route in ROUTES if route not in TABLE]
    assert not missing, "not in urls.yaml; they answer now:\n" + "\n".join(
        _measured(route, objects, logins) for route in missing
    )
    assert not set(TABLE) - set(ROUTES), "in urls.yaml, but no address any more"


@pytest.mark.parametrize("route", list(TABLE))
def test_an_address_answers_as_the_table_says(route, objects, logins):
    if route not in ROUTES:
        pytest.skip("no address any more: the test above says so")
    said, wrong = TABLE[route] or {}, []
    for method, where in _rows(route, said):
        expected = _expected(said, method, where)
        row = [_answer(ROUTES[route], method, said, where, who, objects, logins) for who in WHO]
        if not _fits(row, expected):
            table = " ".join(expected) or "nothing: everybody is refused"
            wrong.append(f"{method} {where}\n  the table says {table}\n  it answers     {' '.join(row)}")
    assert not wrong, "\n".join([route, *wrong])


def test_the_table_is_written_completely():
    for route, said in TABLE.items():
        for key, row in (said or {}).items():
            if key in {"with", "query", "json"}:
                continue
            assert ("<" in route and "=" in str(said.get("with"))) == (key.split()[-1] in WHERE), (route, key)
            assert key.split()[0] in METHODS, (route, key)
            assert len(str(row).split()) in {1, 2, len(WHO)}, (route, key)


def test_what_belongs_to_another_city_opens_for_nobody():
    opened = [
        (route, key)
        for route, said in TABLE.items()
        for key, row in (said or {}).items()
        if key.endswith("foreign") and {"200", "302"} & set(str(row).split())
    ]
    assert opened == []
