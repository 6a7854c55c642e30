"""Targets and actuals: rows of a goal table, half-year and full-year targets, claims of success."""

from __future__ import annotations

from dataclasses import dataclass

from samples.composing import Mark
from samples.writer import Cell, Writer

__all__ = ["Goal", "claim", "draw_goals", "goal_table", "half_year_table"]

_COUNTED = (
    ("巡查次数", "次"), ("举办培训场次", "场"), ("服务群众人次", "人次"), ("编印资料册数", "册"),
    ("走访企业家数", "家"),
    ("更新宣传栏期数", "期"), ("检修设备台数", "台"), ("新建示范点个数", "个"),
)  # fmt: skip
_RATED = ("验收合格率", "办结及时率", "资料归档率", "参训学员满意度", "设备完好率")


@dataclass(frozen=True, slots=True)
class Goal:
    """A target of at least `target`, and what came of it. Rates are whole percentages."""

    name: str
    unit: str
    target: int
    actual: int


def draw_goals(w: Writer, counted: int, rated: int) -> list[Goal]:
    """Goals that were all met."""
    goals = []
    for name, unit in w.rng.sample(_COUNTED, counted):
        target = w.rng.choice([4, 6, 8, 12, 20, 36, 50, 120])
        goals.append(Goal(name, unit, target, target + w.rng.choice([0, 0, 1, 2, target // 4])))
    for name in w.rng.sample(_RATED, rated):
        target = w.rng.choice([85, 90, 92, 95])
        goals.append(Goal(name, "%", target, w.rng.randint(target, 99)))
    return goals


def _mark(w: Writer, value: int, unit: str, role: str) -> Mark:
    text = f"{'≥' if role == 'target' else ''}{value}{'%' if unit == '%' else ''}"
    return w.word(text, role)


def goal_table(w: Writer, goals: list[Goal], total: int = 90) -> tuple[list[Mark], list[Mark]]:
    """Rows of name, target, actual, points, score, all earned. Returns the marks of the scores and the actuals."""
    rows: list[list[Cell]] = [["三级指标", "年度指标值", "实际完成值", "分值", "得分"]]
    each, left = divmod(total, len(goals))
    points, scores, actuals = [], [], []
    for index, goal in enumerate(goals):
        target, actual = _mark(w, goal.target, goal.unit, "target"), _mark(w, goal.actual, goal.unit, "actual")
        unit = "" if goal.unit == "%" else goal.unit
        point = each + (left if index == 0 else 0)
        worth, score = w.count(point, ""), w.count(point, "")
        w.relate("target", "b>=a", target, actual, note=goal.name)
        rows.append([goal.name, f"{target.cell}{unit}", f"{actual.cell}{unit}", worth, score])
        points.append(worth)
        scores.append(score)
        actuals.append(actual)
    all_points, all_scores = w.count(total, ""), w.count(total, "")
    w.sum("score_sum", points, all_points)
    w.sum("score_sum", scores, all_scores)
    rows.append(["合计", "", "", all_points, all_scores])
    w.table(rows, w.one_of("tabs", "markdown"))
    return scores, actuals


def half_year_table(w: Writer, goals: list[Goal]) -> None:
    """Half-year and full-year targets; half never above full, none vacuous."""
    rows: list[list[Cell]] = [["二级指标", "三级指标", "半年指标值", "全年指标值"]]
    for goal in goals:
        half_value = goal.target if goal.unit == "%" else max(1, goal.target // 2)
        half, full = _mark(w, half_value, goal.unit, "target"), _mark(w, goal.target, goal.unit, "target")
        unit = "" if goal.unit == "%" else goal.unit
        w.relate("target", "a<=b", half, full, note="half-year within full year")
        group = "数量指标" if goal.unit != "%" else "质量指标"
        rows.append([group, goal.name, f"{half.cell}{unit}", f"{full.cell}{unit}"])
    w.table(rows, w.one_of("tabs", "markdown"))


def claim(w: Writer, goals: list[Goal]) -> None:
    """Prose that gives targets and actuals again and says that all of them were met."""
    said = []
    facts: list[tuple[Mark, Mark]] = []
    for goal in goals:
        unit = "" if goal.unit == "%" else goal.unit
        target, actual = _mark(w, goal.target, goal.unit, "goal"), _mark(w, goal.actual, goal.unit, "actual")
        facts.append((target, actual))
        said.append(f"{goal.name}目标为{target}{unit}，实际完成{actual}{unit}")
    success = w.word(w.one_of("各项目标均已完成", "年度绩效目标全部实现", "所列任务全面达到预期"), "claim")
    for target, actual in facts:
        w.relate("target", "b>=a", target, actual, claim=success)
    w.para("；".join(said), f"。{success}。")
