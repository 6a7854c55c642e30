"""Answers of references that count indicators or goals: all of them, or those under one upper indicator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from hengji.facts.scorecard import NodeScore
from hengji.reports.narrative.answers import Answer, Problem, Shown, nearest_of
from hengji.reports.narrative.score_answers import node_named
from hengji.reports.narrative.showing import Form
from hengji.reports.narrative.subject import Subject

__all__ = ["count"]


def _is_goal_row(node: NodeScore) -> bool:
    return bool(node.target or node.actual)


_COUNTED: Final[dict[str, Callable[[NodeScore], bool]]] = {
    "指标": lambda node: True,
    "满分指标": lambda node: node.lost == 0,
    "失分指标": lambda node: bool(node.lost),
    "未佐证指标": lambda node: node.score is None,
    "目标": _is_goal_row,
    "已实现目标": lambda node: _is_goal_row(node) and node.attained is True,
    "未实现目标": lambda node: _is_goal_row(node) and node.attained is False,
    "待评判目标": lambda node: _is_goal_row(node) and node.attained is None,
}


def count(text: str, subject: Subject, form: Form) -> Answer:
    """How many indicators are of the kind that *text* names, as in ``失分指标@过程``."""
    counted, _, scope = (part.strip() for part in text.partition("@"))
    holds = _COUNTED.get(counted)
    if holds is None:
        return Problem(f"不会数“{counted}”", nearest_of(counted, _COUNTED, f"可写的有：{'、'.join(_COUNTED)}"))
    above: tuple[str, ...] = ()
    if scope:
        node = node_named(scope, subject, subject.card)
        if isinstance(node, Problem):
            return node
        above = node.path
    number = sum(1 for leaf in subject.card.leaves if leaf.path[: len(above)] == above and holds(leaf))
    return Shown(str(number) if form.bare else f"{number}项", "评分表")
