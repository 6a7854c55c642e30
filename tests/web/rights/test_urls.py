"""Every address × every role × own, a neighbour's and a foreign object, as the table urls.yaml says.

A new address makes this fail until the table tells what it answers. The failure shows what it answers now, in the
table's own form: read it as somebody who looks for a hole, then put it there.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from web.rights.objects import PEOPLE, WHERE, Objects

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TABLE = yaml.safe_load(Path(__file__).with_name("urls.yaml").read_text("utf-8"))
WHO = ["未登录", *PEOPLE]
METHODS = ("GET", "POST")
UNLISTED = ["login"] + ["405"] * len(PEOPLE)
"""A method that the table does not name asks for a login and is then refused."""


def _routes(resolver: URLResolver, before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            found.update(_routes(one, route))
        elif isinstance(one, URLPattern):
            found[route] = one.name or ""
    return found


ROUTES = _routes(get_resolver())


@pytest.fixture
def objects(city: Any) -> Objects:
    """With a fixed set of people, so that nobody has to look twice."""
    return Objects.build(city)


def _numbers(route: dict[str, Any], where: str, objects: Objects, person: Any) -> dict[str, Any]:
    said = route.get("with", {})
    return {
        name: objects.number(value[1:], where, person) if str(value).startswith("=") else value
        for name, value in said.items()
    }


def _has_objects(route: dict[str, Any]) -> bool:
    return any(str(value).startswith("=") for value in route.get("with", {}).values())


class _Undone(Exception):
    """Takes back what a request did."""


def _answer(name: str, method: str, route: dict[str, Any], where: str, who: str, objects: Objects, city: Any) -> str:
    """What one request gets: a status, or "login" where it is sent to log in first."""
    person = city.people[PEOPLE[who]] if who in PEOPLE else None
    client = Client(raise_request_exception=False)
    answer = ""
    try:
        with transaction.atomic():
            if person:
                client.force_login(person)
            address = reverse(name, kwargs=_numbers(route, where, objects, person))
            response = client.generic(method, address, content_type="application/x-www-form-urlencoded")
            getattr(response, "close", lambda: None)()
            answer = str(response.status_code)
            if answer == "302" and response["Location"].startswith("/accounts/login/"):
                answer = "login"
            raise _Undone
    except _Undone:
        return answer


def _expected(route: dict[str, Any], method: str, where: str) -> list[str]:
    """The row of the table, or what stands for it where it is left out."""
    key = f"{method} {where}" if _has_objects(route) else method
    if key in route:
        words = str(route[key]).split()
        return words if len(words) > 2 else [words[0], *[words[-1]] * len(PEOPLE)]
    own = route.get(f"{method} own")
    if where == "foreign" and own is not None:
        return [word if word in {"login", "403", "405"} else "404" for word in _expected(route, method, "own")]
    assert own is None, f"{key} is missing"
    return UNLISTED


def _measured(route: str, objects: Objects, city: Any) -> str:
    """The rows of an address as it answers now."""
    said = TABLE.get(route) or {"with": {}}
    if "with" not in said and "<" in route:
        said = {"with": {}}
    lines = [f'"{route}":']
    for method in METHODS:
        for where in WHERE if _has_objects(said) else [""]:
            try:
                row = [_answer(ROUTES[route], method, said, where, who, objects, city) for who in WHO]
            except Exception as problem:  # an address that needs "with" first
                return f"{lines[0]}\n  # {type(problem).__name__}: {problem}"
            if row != UNLISTED:
                lines.append(f"  {f'{method} {where}'.strip()}: {' '.join(row)}")
    return "\n".join(lines)


def test_every_address_is_in_the_table_and_the_table_names_no_other(objects, city):
    missing = [route for route in ROUTES if route not in TABLE]
    assert not missing, "not in urls.yaml; they answer now:\n" + "\n".join(
        _measured(route, objects, city) for route in missing
    )
    assert not set(TABLE) - set(ROUTES), "in urls.yaml, but no address any more"


@pytest.mark.parametrize("route", list(TABLE))
def test_an_address_answers_as_the_table_says(route, objects, city):
    if route not in ROUTES:
        pytest.skip("no address any more: the test above says so")
    said, wrong = TABLE[route] or {}, []
    for method in METHODS:
        for where in WHERE if _has_objects(said) else [""]:
            expected = _expected(said, method, where)
            row = [_answer(ROUTES[route], method, said, where, who, objects, city) for who in WHO]
            if row != expected:
                wrong.append(f"{method} {where}\n  expected {' '.join(expected)}\n  answered {' '.join(row)}")
    assert not wrong, "\n".join([route, *wrong])


def test_the_table_is_written_completely():
    for route, said in TABLE.items():
        for key, row in (said or {}).items():
            if key == "with":
                continue
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
