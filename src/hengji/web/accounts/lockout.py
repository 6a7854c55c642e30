"""Five wrong passwords or codes lock a name for fifteen minutes; this tells who is locked and lifts it.

The counting is allauth's (setting ``ACCOUNT_RATE_LIMITS``); it counts names that do not exist as well, so that nothing
can be learnt from being locked. There is no public way to ask its counters: tests hold us to its inner one.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest

from hengji.web.models.user import User

__all__ = ["attempts_key", "is_locked", "locked", "unlock"]

_ACTION = {"app": "allauth.account", "action": "login_failed"}


def attempts_key(username: str) -> str:
    """What a name's attempts are counted under: the same for every address that the server answers to."""
    return username.lower()


def locked(people: Iterable[User]) -> set[int]:
    """The numbers of those among *people* who cannot log in now, in one question to the cache."""
    counters = {key: (person, rate) for person in people for key, rate in _counters(person)}
    now = time.time()
    return {
        person.pk
        for key, attempts in cache.get_many(counters).items()
        for person, rate in [counters[key]]
        if not ratelimit.apply_rate(list(attempts), now, rate, dry_run=True)[0]
    }


def is_locked(person: User) -> bool:
    """Whether *person* cannot log in now."""
    return person.pk in locked([person])


def unlock(person: User) -> None:
    """Forgets the wrong attempts under this person's name."""
    cache.delete_many([key for key, _ in _counters(person)])


def _counters(person: User) -> list[tuple[str, ratelimit.Rate]]:
    """Where the wrong passwords and the wrong codes of *person* are counted."""
    names = (attempts_key(person.username), f"mfa-auth-user-{person.pk}")
    return [
        (ratelimit.get_cache_key(HttpRequest(), rate=rate, key=name, **_ACTION), rate)
        for rate in ratelimit.get_rates(**_ACTION)
        if rate.per == "key"
        for name in names
    ]
