"""What is aimed at and what was done are two figures: 预期目标 60家 beside 实际完成情况 62家 repeats nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hengji.checks.context import Context
from hengji.checks.relations.aims_and_results import AIM, RESULT, side_at
from hengji.checks.relations.verdicts import good
from hengji.facts.relation import Relation

__all__ = ["without_aims_repeated"]


def without_aims_repeated(context: Context, relations: Iterable[Relation]) -> Iterator[Relation]:
    """*relations* without those that hold the goal of a form against its own result."""
    for one in relations:
        if good(one.verdict) or one.kind != "repeat" or not _is_aim_and_result(context, one):
            yield one


def _is_aim_and_result(context: Context, one: Relation) -> bool:
    return {AIM, RESULT} <= {side_at(context, figure.start) for figure in one.figures}
