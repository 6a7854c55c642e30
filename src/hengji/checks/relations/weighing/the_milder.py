"""Where two finders tried the same figures, or read one stated rate in two ways, the milder verdict stands."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from hengji.facts.relation import Relation, Verdict

__all__ = ["the_milder"]

_ONE_MEANING: Final = frozenset({"growth", "share", "score_rate"})
"""Kinds whose last figure is a stated rate that says one thing only."""

_GRAVITY: Final[dict[Verdict, int]] = {"ok": 0, "rounding": 1, "suspicious": 2, "error": 3}


def the_milder(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Relations in the order of the text, each once: one reading that holds is enough."""
    kept: dict[object, Relation] = {}
    for relation in relations:
        key = _same(relation)
        other = kept.get(key)
        if other is None or _rank(relation) < _rank(other):
            kept[key] = relation
    return tuple(sorted(kept.values(), key=lambda relation: (relation.start, relation.kind)))


def _same(relation: Relation) -> object:
    if relation.kind in _ONE_MEANING and relation.figures:
        return relation.kind, relation.figures[-1].start
    return (relation.kind, *sorted((figure.start, figure.end) for figure in relation.figures))


def _rank(relation: Relation) -> tuple[int, int]:
    """Milder first; of two alike, the one that names more figures."""
    return _GRAVITY[relation.verdict], -len(relation.figures)
