"""One indicator as it was marked: points, score, and the text that gives the reason; and relations about it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hengji.checks.relations.tables.amounts import Amount
from hengji.facts.relation import Figure, Relation, Severity, Verdict

__all__ = ["Marked", "bound_relation", "rule_relation"]


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
    likely: str = "", severity: Severity = "medium",
) -> Relation:  # fmt: skip
    """A relation of kind ``score_rule``; the last figure is the stated one."""
    grave: Severity = "high" if verdict == "error" else severity
    return Relation("score_rule", verdict, figures, formula, computed, figures[-1].text, message, likely, grave)


def bound_relation(
    verdict: Verdict, figures: tuple[Figure, ...], formula: str, computed: str, message: str, likely: str = ""
) -> Relation:
    """A score above its points, a total above its cap: against a bound of the paper, not its arithmetic, and therefore
    of kind ``policy``."""
    return replace(rule_relation(verdict, figures, formula, computed, message, likely), kind="policy")
