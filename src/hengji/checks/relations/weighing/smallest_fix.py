"""The smallest fix: among failures that share a figure, the one whose change mends the most.

A figure that several failing relations share, and that no relation which holds contains, is the likeliest slip;
its relations say so. Verdicts stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hengji.facts.relation import Relation

__all__ = ["smallest_fix"]

Place = tuple[int, int]

_NOT_ARITHMETIC = frozenset({"target", "structure", "year", "policy"})
"""Kinds whose failures no figure's change would mend."""


def smallest_fix(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """*relations* in their order; failures that share an otherwise unsupported figure name it in `likely`."""
    given = tuple(relations)
    failing: Counter[Place] = Counter()
    holding: Counter[Place] = Counter()
    for relation in given:
        counter = (
            failing if relation.verdict == "error" else holding if relation.verdict in ("ok", "rounding") else None
        )
        if counter is not None:
            counter.update({(figure.start, figure.end) for figure in relation.figures})
    return tuple(_named(relation, failing, holding) if relation.verdict == "error" else relation for relation in given)


def _named(relation: Relation, failing: Counter[Place], holding: Counter[Place]) -> Relation:
    figures = () if relation.kind in _NOT_ARITHMETIC else relation.figures
    shared = [figure for figure in figures if failing[figure.start, figure.end] > 1]
    free = [figure for figure in shared if not holding[figure.start, figure.end]]
    if not free:
        return relation
    most = max(failing[figure.start, figure.end] for figure in free)
    chosen = [figure for figure in free if failing[figure.start, figure.end] == most]
    if len(chosen) != 1:
        return relation
    hint = f"{most} 处不符都涉及“{chosen[0].text}”，先核对此数。"
    return replace(relation, likely=f"{hint}{relation.likely}")
