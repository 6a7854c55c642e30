"""A relation between figures of a document, and the verdict on it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from hengji.facts.mention import Mention

__all__ = ["CheckReport", "DocumentFacts", "Figure", "Relation", "RelationKind", "Severity", "Verdict"]

Verdict = Literal["ok", "rounding", "suspicious", "error"]
Severity = Literal["high", "medium", "low"]
RelationKind = Literal[
    "sum", "share", "growth", "rate", "difference", "count", "score_sum", "score_rule", "score_rate", "grade",
    "target", "repeat", "unit", "year", "structure", "policy", "survey", "list_order", "amount_in_words",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure, or a piece of text that is no figure, in its role: part, whole, stated, base, target …"""

    role: str
    text: str
    start: int
    end: int
    mention: Mention | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that was tried. `computed` and `stated` are as a person would write them; `message` says in
    Chinese what was found, `likely` the reading that would make it true, where there is one."""

    kind: RelationKind
    verdict: Verdict
    figures: tuple[Figure, ...]
    formula: str
    computed: str
    stated: str
    message: str
    likely: str = ""
    severity: Severity = "medium"

    @property
    def start(self) -> int:
        """Where it stands: its last figure, which is as a rule the one stated."""
        return self.figures[-1].start if self.figures else 0


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """What kind of document it is and about whom."""

    kind: str
    title: str
    organisation: str
    year: int | None
    pages: int | None
    characters: int


@dataclass(frozen=True, slots=True)
class CheckReport:
    """Everything that was tried on one document; `unchecked` are figures that stand in no relation."""

    facts: DocumentFacts
    relations: tuple[Relation, ...]
    mentions: tuple[Mention, ...] = ()
    unchecked: tuple[Mention, ...] = ()
