"""The check before submitting, as a task of the worker: it can be left and looked at later."""

from __future__ import annotations

from typing import Any, Final

from django.core.cache import cache
from django.utils import timezone
from django_tasks import task

from hengji.web.evaluations.troubles import troubles_of
from hengji.web.models.work import Work

__all__ = ["begin_check", "check_work", "last_check"]

_KEPT: Final = 7 * 24 * 3600
"""Seconds for which the result of a check stands."""
_GIVEN_UP: Final = 900
"""Seconds after which a check that says nothing any more is taken for lost."""


def _key(pk: int) -> str:
    return f"evaluation-check:{pk}"


@task()
def check_work(pk: int) -> int:
    """Checks the work as it stands and keeps what was found; gives how much that is."""
    work = Work.objects.select_related("stage__campaign", "organisation__parent", "project").get(pk=pk)
    began = timezone.now().isoformat()

    def told(percent: int) -> None:
        cache.set(_key(pk), {"state": "running", "percent": percent, "at": began}, _GIVEN_UP)

    told(1)
    try:
        rows = troubles_of(work, told)
    except Exception:
        cache.set(_key(pk), {"state": "failed", "at": began}, _KEPT)
        raise
    cache.set(_key(pk), {"state": "done", "rows": rows, "revision": work.revision, "at": began}, _KEPT)
    return len(rows)


def begin_check(pk: int) -> None:
    """Asks the worker for a check, unless one is under way."""
    last = last_check(pk)
    if last is None or last["state"] not in {"waiting", "running"}:
        cache.set(_key(pk), {"state": "waiting", "percent": 0, "at": timezone.now().isoformat()}, _GIVEN_UP)
        check_work.enqueue(pk)


def last_check(pk: int) -> dict[str, Any] | None:
    """The check under way or the last one: state (waiting, running, done, failed), percent or rows, revision, at."""
    found: dict[str, Any] | None = cache.get(_key(pk))
    return found
