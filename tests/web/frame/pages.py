"""Every page that somebody may open, as the table of addresses says, once for all to whom it looks the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from django.test import Client
from django.urls import reverse

from hengji.web.models import Work
from web.rights.objects import PEOPLE, Objects
from web.rights.routes import names_of_routes

__all__ = ["PageOf", "all_pages", "states"]

TABLE = yaml.load((Path(__file__).parents[1] / "rights" / "urls.yaml").read_text("utf-8"), yaml.CSafeLoader)
WHO = ("", *PEOPLE.values())
_ROOM = {"goals": "goals", "self_evaluation": "evaluations", "verification": "verifications"}
_SEEN = {"200", "401"}  # 401: the page that says logging in elsewhere failed
_ELEMENT = re.compile(r'<[a-z]\w*(?: (?:class|type|role|id)="[^"]*")*')


@dataclass(frozen=True)
class PageOf:
    """A page before somebody; a piece of one (`is_piece`) is looked at inside the page that asks for it."""

    username: str
    address: str
    is_piece: bool

    @property
    def whole(self) -> str:
        """The page to which a piece belongs."""
        return self.address.partition("?")[0].rsplit("/", 1)[0] + "/"


def all_pages(city: Any) -> Iterator[PageOf]:
    """The pages of every address, in the table's order. Files, pictures and what programs get are no pages."""
    objects, names = Objects.build(city), names_of_routes()
    for route, said in TABLE.items():
        if route.startswith("api/"):
            continue
        readers = _readers(said or {})
        people = [city.people.get(username) for username in readers]
        addresses = [_address(names[route], said, objects, person) for person in people]
        if route not in _LOOKS:
            _LOOKS[route] = _different(people, addresses)
        for index, is_piece in _LOOKS[route]:
            yield PageOf(readers[index], addresses[index], is_piece)


_LOOKS: dict[str, list[tuple[int, bool]]] = {}
"""Which of its readers see a page that looks like nobody's before them: asked once by each process that tests."""


def _different(people: list[Any], addresses: list[str]) -> list[tuple[int, bool]]:
    """The numbers of those who see something else than those before them, and whether it is a piece of a page."""
    shapes: list[frozenset[str]] = []
    found = []
    for index, (person, address) in enumerate(zip(people, addresses, strict=True)):
        answer = _answer(person, address)
        shape = _shape(answer)
        if shape and not any(shape <= seen for seen in shapes):
            shapes.append(shape)
            found.append((index, "<html" not in answer))
    return found


def states(city: Any) -> Iterator[PageOf]:
    """The pages of works in states that the table's objects are not in: being filled, returned, verified, locked."""
    for username, code, kind, year in (
        ("tianbao", "301", "self_evaluation", 2025),
        ("tianbao306", "306", "self_evaluation", 2025),
        ("bumen304", "304", "self_evaluation", 2025),
        ("tianbao304", "304", "goals", 2026),
        ("shenhe", "302", "goals", 2026),
        ("caizheng", "311", "verification", 2025),
        ("hecha", "303", "verification", 2025),
        ("fuhe2", "308", "verification", 2025),
        ("hecha2", "309", "verification", 2025),
        ("tianbao309", "309", "verification", 2025),
        ("caizheng", "302", "verification", 2025),
    ):
        home = city.organisations[code]
        work = Work.objects.get(organisation=home, stage__kind=kind, stage__campaign__year=year, project=None)
        yield PageOf(username, f"/{_ROOM[kind]}/{work.pk}/", is_piece=False)
    for project in Work.objects.filter(organisation__code="304", stage__campaign__year=2026).exclude(project=None)[:1]:
        yield PageOf("tianbao304", f"/works/{project.pk}/", is_piece=False)


def _readers(said: dict[str, Any]) -> list[str]:
    """Who gets a page at an address of their own."""
    words = str(said.get("GET own", said.get("GET", ""))).split()
    row = words if len(words) in {0, len(WHO)} else [words[0], *[words[-1]] * (len(WHO) - 1)]
    return [who for who, word in zip(WHO, row, strict=False) if word in _SEEN]


def _address(name: str, said: dict[str, Any], objects: Objects, person: Any) -> str:
    numbers = {
        key: objects.number(value[1:], "own", person) if str(value).startswith("=") else value
        for key, value in said.get("with", {}).items()
    }
    query = said.get("query", "")
    return reverse(name, kwargs=numbers) + (f"?{query}" if query else "")


def _answer(person: Any, address: str) -> str:
    """The page's text; empty for what is not one."""
    client = Client()
    if person:
        client.force_login(person)
    response = client.get(address)
    try:
        is_page = response["Content-Type"].startswith("text/html") and not response.streaming
        return response.content.decode() if is_page else ""
    finally:
        response.close()


def _shape(text: str) -> frozenset[str]:
    """Which elements a page is made of: who sees no more than somebody else need not be asked."""
    return frozenset(_ELEMENT.findall(text))
