"""Whether a goal row is attained, judged from what its row prints, points or no points."""

from __future__ import annotations

from hengji.facts.evaluation import Goal
from hengji.facts.numbers import percent

__all__ = ["MISSED_TIERS", "attained", "attainment_sentence"]

MET_TIERS = frozenset({"达成", "达到", "完成"})
MISSED_TIERS = frozenset({"部分达成", "未达成", "部分达到", "未达到", "未完成"})


def attained(goal: Goal) -> bool | None:
    """True or False where the row's figures or its judged tier tell; None where they do not."""
    if goal.tier:
        return goal.tier in MET_TIERS if goal.tier in MET_TIERS | MISSED_TIERS else None
    if goal.target is None or goal.actual is None or goal.target.operator == "定性":
        return None
    return goal.target.attained(goal.actual)


def attainment_sentence(goal: Goal) -> str:
    """What the row says of itself: ``指标值 8次，完成值 6次：未达到，完成比例 75%``."""
    target = goal.target.text if goal.target else "（空白）"
    shown = f"指标值 {target}，完成值 {goal.actual_text or '（空白）'}"
    verdict = attained(goal)
    if verdict is None:
        return f"{shown}：{_why_open(goal)}"
    ratio = ""
    bound = goal.target.low if goal.target is not None else None
    if not verdict and goal.actual is not None and bound is not None and bound > 0:
        ratio = f"，完成比例 {percent(goal.actual / bound)}"
    return f"{shown}：{'达到' if verdict else goal.tier or '未达到'}{ratio}"


def _why_open(goal: Goal) -> str:
    if goal.target is None:
        return "没有指标值，无法判断是否完成"
    if not goal.actual_text:
        return "没有完成值"
    if goal.target.operator == "定性":
        return "定性指标，需要人工评判"
    return "完成值不是可与指标值相比的数"
