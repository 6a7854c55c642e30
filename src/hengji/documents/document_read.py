"""What every reader of documents returns, and the limits that all of them keep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from hengji.facts.document import Document
from hengji.facts.findings import Finding
from hengji.facts.sources import Source

__all__ = ["MAX_CELLS", "MAX_CHARACTERS", "DocumentRead", "refused"]

MAX_CHARACTERS: Final = 50_000_000
MAX_CELLS: Final = 2_000_000


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """What was read; *document* is None exactly when a finding is an error: no half-read file is used."""

    document: Document | None
    findings: tuple[Finding, ...] = ()


def refused(name: str, code: str, message: str, advice: str, found: str = "") -> DocumentRead:
    """A file that was not read, and why."""
    return DocumentRead(None, (Finding("error", message, Source(name), f"document.{code}", found, advice=advice),))
