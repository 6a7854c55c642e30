"""One indicator as it was marked: points, score, and the text that gives the reason; and relations about it."""

from __future__ import annotations

from dataclasses import dataclass

from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Figure, Relation, RelationKind, Severity, Verdict

__all__ = ["Marked", "rule_relation"]


@dataclass(frozen=True, slots=True)
class Marked:
    """`certain`: points, score and reason surely belong together; `reason_start` is where `reason` begins."""

    name: str
    points: Amount
    score: Amount
    reason: str
    reason_start: int
    certain: bool


def rule_relation(
    verdict: Verdict, figures: tuple[Figure, ...], formula: str, computed: str, message: str,
    likely: str = "", severity: Severity = "medium", kind: RelationKind = "score_rule",
) -> Relation:  # fmt: skip
    """A relation of kind ``score_rule``; the last figure is the stated one. A score above its points and a total above
    its cap break a bound of the paper, not its arithmetic: they are of kind ``policy``."""
    grave: Severity = "high" if verdict == "error" else severity
    return Relation(kind, verdict, figures, formula, computed, figures[-1].text, message, likely, grave)
