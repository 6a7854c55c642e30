"""How a page tells that something was refused: in words, above the page, and nothing else happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.contrib import messages
from django.http import HttpRequest

from hengji.web.works.transitions import RefusedError

__all__ = ["refusals_told"]


@contextmanager
def refusals_told(request: HttpRequest) -> Iterator[None]:
    """What is refused inside becomes a message for the person who asked; what came before it stands as it is."""
    try:
        yield
    except RefusedError as refused:
        messages.error(request, str(refused))
