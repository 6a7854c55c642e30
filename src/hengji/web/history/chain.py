"""Writes history as a chain of digests and finds the first broken link.

Each entry's digest covers its own fields and the digest before it, so that nobody can change, remove or insert an
entry without every later digest being wrong. The database's triggers refuse updates and deletions besides.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from django.conf import settings
from django.db import connection, models, transaction
from django.utils import timezone, translation
from django.utils.functional import Promise

from hengji.web.models.history import HistoryEntry
from hengji.web.models.user import User

__all__ = ["Actor", "BrokenLink", "Change", "alone", "first_broken_link", "record"]

GENESIS: Final = "0" * 64
_LOCK: Final = 0x48454E47  # one writer of history at a time on PostgreSQL; SQLite has one writer anyway


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts and from where. `user` is None for the system itself (a deadline passing, the demonstration)."""

    user: User | None
    address: str | None = None

    @property
    def name(self) -> str:
        return str(self.user) if self.user else "系统"


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to one place of a subject. `before` and `after` are JSON values."""

    action: str | Promise
    place: str | Promise = ""
    before: Any = None
    after: Any = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class BrokenLink:
    """The first entry that does not follow from the one before it, and what is wrong with it."""

    sequence: int
    problem: str


def record(actor: Actor, subject: models.Model, changes: Iterable[Change], organisation: int | None = None) -> None:
    """Adds one entry per change, in order. Call it within the transaction that makes the change.

    *organisation* is whose affair it is: those who see that organisation see the entry. What is recorded is Chinese,
    in whatever language the person works.
    """
    with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
        alone()
        last = HistoryEntry.objects.order_by("-sequence").values_list("sequence", "digest").first()
        sequence, previous = last or (0, GENESIS)
        entries = []
        for change in changes:
            sequence += 1
            entry = HistoryEntry(
                sequence=sequence,
                at=timezone.now(),
                actor=actor.user.pk if actor.user else None,
                actor_name=actor.name,
                actor_organisation=actor.user.organisation_id if actor.user else None,
                address=actor.address,
                action=str(change.action),
                kind=subject._meta.model_name or "",
                subject=subject.pk,
                subject_name=str(subject)[:300],
                organisation=organisation,
                place=str(change.place),
                before=_said(change.before),
                after=_said(change.after),
                reason=change.reason,
                algorithm=settings.DIGEST,
                previous=previous,
            )
            entry.digest = previous = digest_of_entry(entry)
            entries.append(entry)
        HistoryEntry.objects.bulk_create(entries)


def _said(value: Any) -> Any:
    """A word that waits for its language, said in the language of this moment; anything else as it is."""
    return str(value) if isinstance(value, Promise) else value


def digest_of_entry(entry: HistoryEntry) -> str:
    """The digest of everything an entry says, and of the digest before it."""
    said = {
        field.attname: getattr(entry, field.attname)
        for field in entry._meta.concrete_fields
        if field.attname not in {"id", "digest", "at"}
    }
    said["at"] = entry.at.isoformat(timespec="microseconds").replace("+00:00", "Z")
    text = json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.new(entry.algorithm, text.encode()).hexdigest()


def first_broken_link() -> BrokenLink | None:
    """Recomputes the whole chain from its beginning; None where every link holds."""
    expected, previous = 1, GENESIS
    for entry in HistoryEntry.objects.order_by("sequence").iterator(chunk_size=2000):
        if entry.sequence != expected:
            return BrokenLink(expected, f"缺少第 {expected} 条记录，下一条是第 {entry.sequence} 条")
        if entry.previous != previous:
            return BrokenLink(entry.sequence, "与上一条记录接不上：上一条被改过，或两条之间被删过、插过")
        if entry.digest != digest_of_entry(entry):
            return BrokenLink(entry.sequence, "内容与摘要不符：这条记录被改过")
        expected, previous = expected + 1, entry.digest
    return None


def alone() -> None:
    """From here to the end of the transaction nobody else writes history, and nothing that is recorded changes."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
