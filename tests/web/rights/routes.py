"""Every address that the application answers, by its pattern."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, get_resolver

__all__ = ["names_of_routes"]


def names_of_routes() -> dict[str, str]:
    """Patterns and the names that `reverse` knows them by."""
    return _below(get_resolver())


def _below(resolver: URLResolver, before: str = "") -> dict[str, str]:
    found: dict[str, str] = {}
    for one in resolver.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            found.update(_below(one, route))
        elif isinstance(one, URLPattern):
            found[route] = one.name or ""
    return found
