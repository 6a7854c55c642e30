"""The interface as a page for people: its operations, what each asks for, and how a program begins."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from hengji.web.api.description import DAY_OF_KEYS, PREFIX, description
from hengji.web.rights import Right, may

__all__ = ["Operation", "operations_of", "reference"]


@dataclass(frozen=True, slots=True)
class Operation:
    """One operation; `asks` are its parameters with what bounds them, `body` the name of what is sent."""

    method: str
    address: str
    says: str
    asks: tuple[str, ...]
    body: str


@may(Right.USE_INTERFACE)
@require_GET
def reference(request: HttpRequest) -> HttpResponse:
    """Every operation by its object."""
    found = operations_of(description())
    rooms = [(room, list(those)) for room, those in groupby(found, key=lambda one: one.address.split("/")[3])]
    context = {"rooms": rooms, "prefix": PREFIX, "base": request.build_absolute_uri(PREFIX), "hours": DAY_OF_KEYS}
    return render(request, "api/reference.html", context)


def operations_of(described: dict[str, Any]) -> tuple[Operation, ...]:
    """The operations of an OpenAPI description, those of one object together."""
    found = (
        Operation(method.upper(), address, said.get("description", "") or said["summary"], _asks(said), _body(said))
        for address, methods in described["paths"].items()
        for method, said in methods.items()
    )
    return tuple(sorted(found, key=lambda one: (one.address.split("/")[3], one.address, one.method)))


def _asks(said: dict[str, Any]) -> tuple[str, ...]:
    return tuple(one["name"] for one in said.get("parameters", ()) if one["in"] == "query")


def _body(said: dict[str, Any]) -> str:
    content: dict[str, Any] = said.get("requestBody", {}).get("content", {})
    for kind, sent in content.items():
        reference = str(sent["schema"].get("$ref", ""))
        return reference.rpartition("/")[2] if kind == "application/json" else kind
    return ""
