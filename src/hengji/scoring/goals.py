"""Makes a scheme concrete: a department's goal rows become leaves where the scheme leaves slots for them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.facts.evaluation import Goal
from hengji.facts.units import RATE
from hengji.rules.formula.formula import Formula
from hengji.rules.formula.syntax import Name
from hengji.rules.kinds.attainment import Attainment
from hengji.rules.parts import Part
from hengji.rules.rule import Rule
from hengji.rules.scheme import GoalSlot, Indicator, Path, Scheme
from hengji.scoring.environment import actual_name

__all__ = ["concrete"]


def concrete(scheme: Scheme, goals: tuple[Goal, ...]) -> Scheme:
    """The scheme with every slot filled by the goals under it; a slot without goals stays empty."""
    return replace(scheme, indicators=tuple(_filled(node, (node.name,), goals) for node in scheme.indicators))


def _filled(node: Indicator, path: Path, goals: tuple[Goal, ...]) -> Indicator:
    if node.slot is None:
        children = tuple(_filled(child, (*path, child.name), goals) for child in node.children)
        return replace(node, children=children)
    mine = tuple(goal for goal in goals if goal.under[: len(path)] == path)
    return replace(node, children=_branches(mine, path, node.slot)) if mine else node


def _branches(goals: tuple[Goal, ...], path: Path, slot: GoalSlot) -> tuple[Indicator, ...]:
    """Children in the order of their first row: rows that end here, and branches for those that go deeper."""
    named: dict[str, list[Goal]] = {}
    for goal in goals:
        named.setdefault(goal.path[len(path)], []).append(goal)
    nodes = []
    for name, mine in named.items():
        if len(mine) == 1 and len(mine[0].path) == len(path) + 1:
            nodes.append(_row(mine[0], slot))
        else:
            children = _branches(tuple(mine), (*path, name), slot)
            points = [child.points for child in children]
            total = None if None in points else sum((point for point in points if point is not None), Fraction(0))
            nodes.append(Indicator(name, total, children))
    return tuple(nodes)


def _row(goal: Goal, slot: GoalSlot) -> Indicator:
    rule: Rule = slot.tiers
    value: Formula | None = None
    target = goal.target
    if target is not None and target.operator != "定性" and goal.rate is None and not goal.tier:
        rule = Attainment(target, slot.over)
        name = actual_name(goal.path)
        value = Formula(name, Name(name), target.unit or RATE)
    part = Part(goal.points or Fraction(0), rule, value, "实际完成值")
    duty = "；".join(text for text in (goal.duty, goal.key_work) if text)
    return Indicator(goal.name, goal.points, parts=(part,), meaning=duty, source=goal.source)
