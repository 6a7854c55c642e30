"""Takes in a department's goal rows: where they belong, targets, actuals in the target's unit, judgements."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.facts.evaluation import Goal
from hengji.facts.figures import read_figure
from hengji.facts.numbers import plain
from hengji.facts.sources import Located, Mapping, Text
from hengji.facts.targets import Target, read_target
from hengji.rules.kinds.tiers import Tiers
from hengji.rules.notation import Notation
from hengji.rules.scheme import GoalSlot, Path, Scheme, walk
from hengji.scoring.judgement_intake import read_reason

__all__ = ["UNBALANCED", "read_goals"]

UNBALANCED = "goals.sum"
"""The code of what is wrong with the rows of a slot taken together, with none of them by itself."""

_KEYS = (
    "under", "name", "points", "target", "half_year", "actual", "rate", "tier", "duty", "key_work", "project",
    "code", "reason", "evidence",
)  # fmt: skip


def read_goals(located: Located | None, scheme: Scheme, notation: Notation) -> tuple[Goal, ...]:
    """All rows; a row that cannot be placed under a slot of the scheme is an error."""
    slots = {path: node.slot for path, node in walk(scheme.indicators) if node.slot is not None}
    rows = notation.listing(located, "绩效目标 goals")
    if rows and not slots:
        notation.findings.error(f"方案“{scheme.title}”没有个性指标，不收绩效目标 goals", rows[0].source)
        return ()
    goals = tuple(goal for row in rows if (goal := _read_goal(row, slots, notation)) is not None)
    kept = tuple(_distinct(goals, notation))
    _check_points(kept, scheme, slots, notation)
    return kept


def _read_goal(located: Located, slots: dict[Path, GoalSlot], notation: Notation) -> Goal | None:
    mapping = notation.mapping(located, "绩效目标的一行", _KEYS)
    under = notation.texts(mapping.get("under"), "所属指标 under")
    name = notation.text(mapping.get("name"), "指标名称 name")
    slot = next((slot for path, slot in slots.items() if under[: len(path)] == path), None)
    if slot is None:
        expected = "、".join("/".join(path) for path in slots)
        notation.findings.error(
            f"绩效目标“{name}”不知道属于哪个指标",
            mapping.source,
            found="/".join(under),
            expected=f"under 以 {expected} 开头",
        )
        return None
    if not name:
        notation.findings.error("绩效目标的一行没有名称 name", mapping.source)
    points, target = mapping.get("points"), _read_target(mapping, "target")
    rate, actual = mapping.get("rate"), notation.text(mapping.get("actual"), "实际完成值 actual")
    return Goal(
        under=under,
        name=name,
        points=notation.number(points, "分值 points") if points is not None and notation.text(points, "分值") else None,
        target=target,
        half_year=_read_target(mapping, "half_year"),
        actual=_read_actual(actual, target, name, mapping, notation),
        actual_text=actual,
        rate=_read_rate(rate, name, notation),
        tier=_read_tier(mapping, slot.tiers, notation),
        duty=notation.text(mapping.get("duty"), "职能 duty"),
        key_work=notation.text(mapping.get("key_work"), "重点工作 key_work"),
        project=notation.text(mapping.get("project"), "取自的项目 project"),
        reason=read_reason(mapping, notation),
        source=mapping.source,
    )


def _read_target(mapping: Mapping, key: str) -> Target | None:
    located = mapping.get(key)
    return read_target(located.text) if isinstance(located, Text) else None


def _read_actual(text: str, target: Target | None, name: str, mapping: Mapping, notation: Notation) -> Fraction | None:
    """The actual in the target's unit; words and figures that cannot be compared give None."""
    figure = read_figure(text) if text else None
    if figure is None or target is None or target.operator == "定性":
        return None
    if figure.unit == target.unit:
        return figure.value
    if figure.unit is not None and target.unit is not None:
        factor = figure.unit.factor_to(target.unit)
        if factor is not None:
            return figure.value * factor
    located = mapping.get("actual")
    notation.findings.error(
        f"绩效目标“{name}”的完成值与指标值单位不同",
        located.source if located is not None else mapping.source,
        found=f"完成值 {text}，指标值 {target.text}",
        expected=f"同一单位{f'“{target.unit}”' if target.unit else ''}",
    )
    return None


def _read_rate(located: Located | None, name: str, notation: Notation) -> Fraction | None:
    if located is None or not notation.text(located, "评判比例"):
        return None
    rate = notation.literal(located, "评判比例 rate")
    if not 0 <= rate.value <= 1:
        notation.findings.error(
            f"绩效目标“{name}”的评判比例超出范围",
            located.source,
            found=plain(rate.value),
            expected="0% 到 100%",
        )
        return None
    return rate.value


def _read_tier(mapping: Mapping, tiers: Tiers, notation: Notation) -> str:
    located = mapping.get("tier")
    if located is None:
        return ""
    names = {name: name for name, _ in tiers.tiers}
    return notation.choice(located, "评判档次 tier", names, "")


def _distinct(goals: tuple[Goal, ...], notation: Notation) -> Iterator[Goal]:
    """The rows that can stand in one tree: none twice, none that is also the branch above another."""
    branches = {goal.under[:depth] for goal in goals for depth in range(1, len(goal.under) + 1)}
    seen: set[Path] = set()
    for goal in goals:
        name = "/".join(goal.path)
        if goal.path in seen:
            notation.findings.error(f"绩效目标“{name}”写了两次", goal.source, advice="请删去一行，或改用不同的名称")
        elif goal.path in branches:
            notation.findings.error(
                f"“{name}”既是一行绩效目标，又是别的行的上级", goal.source, advice="请改用不同的名称"
            )
        else:
            yield goal
        seen.add(goal.path)


def _check_points(goals: tuple[Goal, ...], scheme: Scheme, slots: dict[Path, GoalSlot], notation: Notation) -> None:
    """Where every row of a slot has points, they sum to the slot's."""
    for path, node in walk(scheme.indicators):
        mine = [goal for goal in goals if path in slots and goal.under[: len(path)] == path]
        points = [goal.points for goal in mine]
        if not mine or None in points:
            continue
        total = sum((point for point in points if point is not None), Fraction(0))
        if total != node.points:
            notation.findings.error(
                f"“{node.name}”各行分值之和与方案不等",
                mine[0].source,
                code=UNBALANCED,
                found=plain(total),
                expected=plain(node.points or Fraction(0)),
            )
