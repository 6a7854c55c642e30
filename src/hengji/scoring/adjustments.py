"""Bonuses and penalties outside the 100, and vetoes."""

from __future__ import annotations

from fractions import Fraction

from hengji.facts.evaluation import Evaluation
from hengji.facts.numbers import plain
from hengji.facts.scorecard import AdjustmentScore
from hengji.rules.scheme import Adjustment, Scheme, Veto

__all__ = ["score_adjustments", "vetoes_met"]


def score_adjustments(scheme: Scheme, evaluation: Evaluation) -> tuple[AdjustmentScore, ...]:
    """Each kind of adjustment: events counted once per matter, times the points of one, within the cap."""
    stated = dict(evaluation.stated.adjustments)
    return tuple(_score(item, evaluation, stated.get(item.name)) for item in scheme.adjustments)


def _score(item: Adjustment, evaluation: Evaluation, stated: Fraction | None) -> AdjustmentScore:
    if evaluation.is_stated_column and stated is not None:
        return AdjustmentScore(item.name, 0, stated, (f"文件自报 {plain(stated)} 分",), stated)
    listed = next((events for events in evaluation.events if events.name == item.name), None)
    count = listed.count if listed else 0
    raw = item.each * count
    points = min(raw, item.cap) if item.cap > 0 else max(raw, item.cap)
    why: tuple[str, ...] = ()
    if listed and count:
        merged = (
            f"（共 {len(listed.events)} 次，{item.one_per or '同一事项'}按一次计）"
            if len(listed.events) > count
            else ""
        )
        capped = f"，按上限计 {plain(points)}" if points != raw else ""
        why = (f"{count} 项{merged} × {plain(item.each)} = {plain(raw)}{capped}",)
    return AdjustmentScore(item.name, count, points, why, stated)


def vetoes_met(scheme: Scheme, evaluation: Evaluation) -> tuple[Veto, ...]:
    """The vetoes for which an event is recorded."""
    recorded = {events.name for events in evaluation.events if events.events}
    return tuple(veto for veto in scheme.vetoes if veto.name in recorded)
