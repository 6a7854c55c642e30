"""Two places that tell one quantity differently: other relations bear witness which of them is wrong.

A repetition alone is a question, for the same words may name two scopes. Where one of the two figures takes part in a
relation that holds and the other in none, or where a relation that fails would hold with the other figure, it is an
error. Nothing is said anew; only verdicts of repetitions change.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction

from hengji.checks.relations.slips import as_written, shape
from hengji.checks.relations.verdicts import converted
from hengji.facts.mention import Mention
from hengji.facts.relation import Relation

__all__ = ["ARITHMETIC", "heard"]

_LINEAR = frozenset({"sum", "difference", "count", "score_sum"})
ARITHMETIC = _LINEAR | {"share", "growth", "rate", "score_rate"}
_FEWEST = 3  # figures of a relation that says more than "not above"
_DIGITS = 3  # fewer significant digits agree and differ by chance
_MOST = 24  # relations of one figure that are heard

Index = dict[int, list[Relation]]


def heard(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """*relations* in their order; repetitions that were only suspicious are errors where others speak against one of
    their two figures."""
    given = tuple(relations)
    holding, failing = _index(given, "ok", "rounding"), _index(given, "suspicious", "error")
    return tuple(
        replace(one, verdict="error", severity="high") if _is_wrong(one, holding, failing) else one for one in given
    )


def _index(relations: Sequence[Relation], *verdicts: str) -> Index:
    found: Index = defaultdict(list)
    for relation in relations:
        if relation.kind in ARITHMETIC and relation.verdict in verdicts and len(relation.figures) >= _FEWEST:
            for figure in relation.figures:
                if len(found[figure.start]) < _MOST:
                    found[figure.start].append(relation)
    return found


def _is_wrong(one: Relation, holding: Index, failing: Index) -> bool:
    pair = [figure.mention for figure in one.figures if figure.mention is not None]
    if one.kind != "repeat" or one.verdict != "suspicious" or len(pair) != 2 or len(one.figures) != 2:
        return False
    for wrong, right in (pair, pair[::-1]):
        if wrong.start in holding or wrong.approximate or right.approximate:
            continue
        if any(_mends(relation, wrong, right) for relation in failing.get(wrong.start, ())):
            return True
        if right.start in holding and _slipped(wrong, right):
            return True
    return False


def _slipped(wrong: Mention, right: Mention) -> bool:
    """Whether one slip of the pen parts the two, in digits enough that chance hardly does."""
    written, meant = as_written(wrong.value, wrong), as_written(converted(right, wrong.unit), wrong)
    return bool(shape(written, meant)) and len([one for one in meant if one.isdigit()]) >= _DIGITS


def _mends(failed: Relation, wrong: Mention, right: Mention) -> bool:
    """Whether the sum or difference *failed* would hold with *right* in the place of *wrong*."""
    stated = failed.figures[-1].mention
    if failed.kind not in _LINEAR or stated is None:
        return False
    gap = _gap(failed, stated)
    moved = abs(converted(right, stated.unit) - converted(wrong, stated.unit))
    return gap is not None and gap != 0 and abs(abs(gap) - moved) <= stated.step / 2


def _gap(failed: Relation, stated: Mention) -> Fraction | None:
    """How far the stated figure is from the computed one, in its own unit."""
    digits = "".join(letter for letter in failed.computed if letter.isdigit() or letter in ".-")
    try:
        return Fraction(digits) - stated.value
    except ValueError:
        return None
