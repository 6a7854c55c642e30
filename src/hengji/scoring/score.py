"""`score(evaluation, scheme) -> Scorecard`: every leaf with inputs, steps and points; branches; total; grade."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from hengji.facts.evaluation import Evaluation, Goal
from hengji.facts.scorecard import NodeScore, Scorecard, WhatIfScore
from hengji.rules.scheme import Indicator, Path, Scheme, leaves, walk
from hengji.scoring.adjustments import score_adjustments, vetoes_met
from hengji.scoring.environment import Known, gather
from hengji.scoring.goals import concrete
from hengji.scoring.leaves import pay_at_rate, score_leaf
from hengji.scoring.stated import review_stated, stated_nodes
from hengji.scoring.transfers import standings

__all__ = ["score"]


def score(evaluation: Evaluation, scheme: Scheme) -> Scorecard:
    """Scores *evaluation* by *scheme*, exactly. What is missing widens the range; nothing is taken for zero.

    The evaluation must have been read against the same scheme. Raises ValueError where the ids differ.
    """
    if evaluation.scheme != scheme.id:
        raise ValueError(f"evaluation names scheme {evaluation.scheme!r}, got {scheme.id!r}")
    filled = concrete(scheme, evaluation.goals)
    card = _card(evaluation, filled)
    what_ifs = tuple(_what_if(card, evaluation, filled, index) for index in range(len(evaluation.what_ifs)))
    card = replace(card, what_ifs=what_ifs)
    return replace(card, findings=review_stated(card, evaluation, filled))


def _card(evaluation: Evaluation, scheme: Scheme) -> Scorecard:
    if evaluation.is_stated_column:
        nodes = stated_nodes(evaluation, scheme)
    else:
        nodes = _branches(scheme, _leaves(evaluation, scheme, gather(evaluation, scheme)))
    adjustments = score_adjustments(scheme, evaluation)
    extra = sum((item.points for item in adjustments), Fraction(0))
    top = [node for node in nodes if node.level == 1]
    uncapped = _sum(node.score for node in top)
    uncapped = None if uncapped is None else uncapped + extra
    vetoed = vetoes_met(scheme, evaluation)
    low, high = (
        Fraction(0) if any(not veto.grade_at_most for veto in vetoed) else _clamped(end + extra, scheme)
        for end in (
            sum((node.low for node in top), Fraction(0)),
            sum((node.high for node in top), Fraction(0)),
        )
    )
    by_scheme = low if low == high and uncapped is not None else None
    total = uncapped if evaluation.is_stated_column else by_scheme
    limit = next((veto.grade_at_most for veto in vetoed if veto.grade_at_most), "")
    return Scorecard(
        organisation=evaluation.organisation,
        year=evaluation.year,
        scheme=scheme.id,
        scheme_title=scheme.title,
        evaluator=evaluation.evaluator,
        total=total,
        low=total if evaluation.is_stated_column and total is not None else low,
        high=total if evaluation.is_stated_column and total is not None else high,
        uncapped=uncapped,
        total_by_scheme=by_scheme,
        grade="" if by_scheme is None else _at_most(scheme, scheme.grade_of(by_scheme), limit),
        possible_grades=_possible(scheme, low, high, limit),
        is_stated=evaluation.is_stated_column,
        nodes=_with_stated(nodes, evaluation),
        adjustments=adjustments,
        score_places=scheme.places.score,
        full_points=scheme.ceiling,
        stated_total=evaluation.stated.total,
        stated_grade=evaluation.stated.grade,
        note=evaluation.note,
    )


def _leaves(evaluation: Evaluation, scheme: Scheme, known: Known) -> dict[Path, NodeScore]:
    found = dict(leaves(scheme.indicators))
    standing = standings(scheme, known)
    goals: dict[Path, Goal] = {goal.path: goal for goal in evaluation.goals}
    places = scheme.places.score
    scored = {
        path: score_leaf(path, leaf, standing[path], known, places, goals.get(path)) for path, leaf in found.items()
    }
    for path, leaf in found.items():
        transfer = leaf.transfer
        if standing[path].applies == "no" and transfer is not None and transfer.how == "paid_at_rate_of":
            scored[path] = pay_at_rate(scored[path], leaf, scored[transfer.targets[0]], places)
    return scored


def _branches(scheme: Scheme, scored: dict[Path, NodeScore]) -> tuple[NodeScore, ...]:
    """All nodes in the scheme's order; a branch sums its children, and a part of it that has no points of its
    own keeps the range as wide as the branch's points allow."""
    nodes = dict(scored)
    for path, node in reversed(list(walk(scheme.indicators))):
        if node.children or node.slot is not None:
            nodes[path] = _branch(path, node, [nodes[(*path, child.name)] for child in node.children])
    return tuple(nodes[path] for path, _ in walk(scheme.indicators))


def _branch(path: Path, node: Indicator, children: list[NodeScore]) -> NodeScore:
    low = sum((child.low for child in children), Fraction(0))
    high = sum((child.high for child in children), Fraction(0))
    effective = _sum(child.effective_points for child in children)
    why: tuple[str, ...] = ()
    if effective is None or not children:
        lost = sum((child.points - child.high for child in children if child.points is not None), Fraction(0))
        effective = node.points
        high = high if node.points is None else node.points - lost
        why = ("没有填列个性指标",) if not children else ()
    total = _sum(child.score for child in children) if children else None
    return NodeScore(
        path=path,
        points=node.points,
        effective_points=effective,
        score=total,
        low=low,
        high=high,
        status="not_demonstrated" if total is None else "scored",
        is_leaf=False,
        why=why,
        basis=node.basis,
        meaning=node.meaning,
    )


def _sum(values: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for value in values:
        if value is None:
            return None
        total += value
    return total


def _clamped(total: Fraction, scheme: Scheme) -> Fraction:
    return max(scheme.floor, min(scheme.ceiling, total))


def _at_most(scheme: Scheme, grade: str, limit: str) -> str:
    """The grade, lowered to *limit* by a veto; grades are ordered by their lower ends."""
    if not limit or not grade:
        return grade
    ends = {name: interval.low.value if interval.low else scheme.floor - 1 for name, interval in scheme.grades}
    return limit if ends[grade] > ends[limit] else grade


def _possible(scheme: Scheme, low: Fraction, high: Fraction, limit: str) -> tuple[str, ...]:
    found = []
    for name, interval in scheme.grades:
        bottom = interval.low.value if interval.low else scheme.floor
        top = interval.high.value if interval.high else scheme.ceiling
        candidates = (low, high, max(low, bottom), min(high, top), (max(low, bottom) + min(high, top)) / 2)
        if any(low <= total <= high and interval.contains(total) for total in candidates):
            found.append(_at_most(scheme, name, limit))
    return tuple(dict.fromkeys(found))


def _with_stated(nodes: tuple[NodeScore, ...], evaluation: Evaluation) -> tuple[NodeScore, ...]:
    stated = dict(evaluation.stated.scores)
    return tuple(replace(node, stated=stated.get(node.path)) for node in nodes)


def _what_if(card: Scorecard, evaluation: Evaluation, scheme: Scheme, index: int) -> WhatIfScore:
    what_if = evaluation.what_ifs[index]
    names = {item.name for item in what_if.data}
    data = (*(item for item in evaluation.data if item.name not in names), *what_if.data)
    other = _card(replace(evaluation, data=data, what_ifs=()), scheme)
    before = {node.path: node for node in card.leaves}
    changed = tuple(
        node for node in other.leaves if (node.score, node.low) != (before[node.path].score, before[node.path].low)
    )
    return WhatIfScore(what_if.name, what_if.note, other.total, other.low, other.high, other.grade, changed)
