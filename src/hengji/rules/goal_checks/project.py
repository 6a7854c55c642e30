"""Whether the scores of a project's self-evaluation follow from what it prints: 10/50/30/10, sums, misses, reasons."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.facts.findings import Finding
from hengji.facts.numbers import plain, round_half_up
from hengji.facts.project_table import ProjectIndicator, ProjectTable
from hengji.facts.targets import read_actual
from hengji.facts.wording import shortened

__all__ = ["check_project_scores"]

_BASIS: Final = "财预〔2020〕10号所附自评表（预算执行率10、产出50、效益30、满意度10；待核）"
_EXECUTION: Final = Fraction(10)
_WEIGHTS: Final = (("产出", Fraction(50)), ("效益", Fraction(30)), ("满意", Fraction(10)))
_COST: Final = "成本"
"""With costs as a level of their own, the weights are the scheme's matter (财预〔2021〕101号, 待核): only 100 holds."""


def check_project_scores(table: ProjectTable) -> Iterator[Finding]:
    """Weights, sums, each row's score, and the score of the execution rate."""
    if not table.indicators:
        yield Finding("error", "没有一行指标", table.source, "goal.empty", advice="请填产出、效益、满意度指标")
        return
    yield from _weights(table)
    yield from _execution(table)
    for row in table.indicators:
        yield from _row(row)
    yield from _total(table)


def _weights(table: ProjectTable) -> Iterator[Finding]:
    has_points = all(row.points is not None for row in table.indicators) and table.execution_points is not None
    if not has_points:
        for row in table.indicators:
            if row.points is None:
                yield Finding("error", f"指标“{shortened(row.name)}”没有写分值", row.source, "goal.points")
        if table.execution_points is None:
            yield Finding("error", "预算执行率没有写分值", table.total.source, "goal.points", expected=" 10")
        return
    expected = [("预算执行率", _EXECUTION, table.execution_points or Fraction(0), table.total.source)]
    for word, points in _WEIGHTS:
        rows = [row for row in table.indicators if word in row.first]
        given = sum((row.points or Fraction(0) for row in rows), Fraction(0))
        expected.append((f"{word}指标", points, given, rows[0].source if rows else table.source))
    given = sum((row.points or Fraction(0) for row in table.indicators), table.execution_points or Fraction(0))
    if given != 100:
        message = "预算执行率和各指标的分值之和不是 100"
        yield Finding("error", message, table.indicators[0].source, "goal.points", f" {plain(given)}", " 100")
    if any(_COST in row.first for row in table.indicators):
        return
    for name, points, has, place in expected:
        if has != points:
            found, wanted = f" {plain(has)}", f" {plain(points)}"
            yield Finding("warning", f"{name}的分值与通行的权重不同", place, "goal.weights", found, wanted, _BASIS)


def _execution(table: ProjectTable) -> Iterator[Finding]:
    """The score of the execution rate is its share of the points, at most all of them."""
    rate, points, score = table.total.execution_rate, table.execution_points, table.execution_score
    if rate is None or points is None or score is None:
        return
    exact = min(rate, Fraction(1)) * points
    places = len(plain(score).partition(".")[2])
    if round_half_up(exact, places) != score:
        shown = plain(exact, 2)
        yield Finding(
            "warning",
            "预算执行率的得分与执行率不符",
            table.total.source,
            "goal.execution",
            f" {plain(score)} 分",
            f" {plain(points)} × 执行率 = {shown} 分",
            advice="若评分办法另有规定，请写明",
        )


def _row(row: ProjectIndicator) -> Iterator[Finding]:
    name = shortened(row.name)
    if row.target is None:
        yield Finding("error", f"指标“{name}”没有写年度指标值", row.source, "goal.blank")
    if not row.actual:
        yield Finding("error", f"指标“{name}”没有写实际完成值", row.source, "goal.blank")
    if row.score is None:
        yield Finding("error", f"指标“{name}”没有写得分", row.source, "goal.score")
        return
    if row.points is not None and not 0 <= row.score <= row.points:
        found, expected = f" {plain(row.score)} 分", f" 0 到 {plain(row.points)} 分"
        yield Finding("error", f"指标“{name}”的得分超出分值", row.source, "goal.score", found, expected)
    is_missed = _missed(row)
    if is_missed and row.points is not None and row.score >= row.points:
        found = f"指标值“{shortened(row.target.text if row.target else '')}”，完成值“{shortened(row.actual)}”，得满分"
        yield Finding("error", f"指标“{name}”没有达到指标值却得满分", row.source, "goal.score", found, "按完成比例得分")
    if (is_missed or (row.points is not None and row.score < row.points)) and not row.reason:
        message = f"指标“{name}”没有得满分，也没有写偏差原因和改进措施"
        yield Finding("warning", message, row.source, "goal.reason", advice="请写明原因和下一步措施")


def _missed(row: ProjectIndicator) -> bool:
    """Whether the figures say that the target was missed; words and other units say nothing."""
    if row.target is None or row.target.operator == "定性":
        return False
    actual = read_actual(row.actual, row.target)
    if actual is None:
        return False
    factor = Fraction(1)
    if actual.unit is not None and row.target.unit is not None:
        known = actual.unit.factor_to(row.target.unit)
        if known is None:
            return False
        factor = known
    return not row.target.attained(actual.value * factor)


def _total(table: ProjectTable) -> Iterator[Finding]:
    scores = [table.execution_score, *(row.score for row in table.indicators)]
    known = [score for score in scores if score is not None]
    if table.total_score is None:
        yield Finding("error", "没有写总分", table.source, "goal.score", expected=f" {plain(sum(known, Fraction(0)))}")
    elif len(known) == len(scores) and sum(known, Fraction(0)) != table.total_score:
        found, expected = f" {plain(table.total_score)}", f"各项得分之和 {plain(sum(known, Fraction(0)))}"
        yield Finding("error", "总分与各项得分之和不等", table.source, "goal.score", found, expected)
