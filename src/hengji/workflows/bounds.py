"""Bounds on what one file may cost: seconds, and memory in a process of its own."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

__all__ = [
    "MEMORY_LIMIT",
    "TIME_LIMIT",
    "OutOfTime",
    "bound_computing",
    "bound_memory",
    "collecting_paused",
    "time_limit",
]

TIME_LIMIT: Final = 600
"""Seconds for one file; 5,000 pages take less."""

MEMORY_LIMIT: Final = 8 * 1024**3
"""Bytes of address space for a process that reads files; the recogniser of scans alone maps two of the eight GiB."""

_GRACE: Final = 30
"""Seconds of computing after which a process that did not heed the limit is ended by the system."""


class OutOfTime(Exception):  # noqa: N818 - named for what happened
    """The file took longer than it may."""


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raises `OutOfTime` in the block after *seconds*; without effect outside the main thread and on Windows."""
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: object) -> None:
        raise OutOfTime

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def collecting_paused() -> Iterator[None]:
    """Looks for no cycles in the block: what checking makes are values without any, and a million of them are gone
    through again and again (a seventh of the time of 1,000 pages)."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def bound_memory() -> None:
    """Bounds the memory of this process, where the system can; called once, when a worker begins."""
    try:
        import resource
    except ImportError:
        return
    _, highest = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if highest == resource.RLIM_INFINITY else min(MEMORY_LIMIT, highest)
    resource.setrlimit(resource.RLIMIT_AS, (limit, highest))


def bound_computing(seconds: int) -> None:
    """The system ends this process if its next file computes on, deaf to the alarm, in a library's own code."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    spent = int(used.ru_utime + used.ru_stime)
    _, highest = resource.getrlimit(resource.RLIMIT_CPU)
    limit = spent + seconds * (os.cpu_count() or 1) + _GRACE  # all threads count
    resource.setrlimit(resource.RLIMIT_CPU, (limit if highest < 0 else min(limit, highest), highest))
