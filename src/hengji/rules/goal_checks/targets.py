"""Whether a row's targets ask for something: operator, direction, unit, half of the year against all of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Final

from hengji.facts.findings import Finding, Severity
from hengji.facts.goal_table import GoalIndicator
from hengji.facts.sources import Source
from hengji.facts.targets import Target
from hengji.facts.units import RATE
from hengji.facts.wording import shortened
from hengji.rules.goal_checks.directions import better_way, changes_either_way, is_share

HALF: Final = "半年指标值"
FULL: Final = "全年指标值"

_Say = Callable[[Severity, str, str, str, str], Finding]
"""Makes a finding of severity, what is wrong, code, what was expected, advice."""

__all__ = ["check_row_targets", "target_problems"]


def check_row_targets(row: GoalIndicator) -> Iterator[Finding]:
    """All findings about the two targets of one row."""
    if not row.name:
        return
    name = shortened(row.name)
    if row.full_year is None:
        yield Finding(
            "error", f"指标“{name}”没有写全年指标值", row.source, "goal.blank", advice="请写上，如 ≥90%、健全"
        )
    elif row.half_year is None:
        message = f"指标“{name}”没有写半年指标值"
        yield Finding("warning", message, row.source, "goal.blank", advice="上半年没有任务的请写明，如“年底完成”")
    full = list(target_problems(row.name, row.full_year, row.source, FULL))
    half = list(target_problems(row.name, row.half_year, row.source, HALF))
    told = {finding.code for finding in full if _same(row.half_year, row.full_year)}
    yield from full
    yield from (finding for finding in half if finding.code not in told)
    if row.half_year is not None and row.full_year is not None:
        yield from _half_against_full(row, row.half_year, row.full_year)


def _same(half: Target | None, full: Target | None) -> bool:
    """Whether one finding about the year's target tells of the half-year's too."""
    return half is not None and full is not None and (half.operator, half.unit_text) == (full.operator, full.unit_text)


def target_problems(name: str, target: Target | None, place: Source, column: str) -> Iterator[Finding]:
    """What is wrong with one target of the indicator *name*, which stands in *column*."""
    if target is None or target.operator == "定性":
        return

    def found(severity: Severity, message: str, code: str, expected: str, advice: str) -> Finding:
        said = f"指标“{shortened(name)}”：{column}{message}"
        # By June nothing may have been due yet; a year's target that asks for nothing is no target.
        severity = "warning" if code == "vacuous" and column == HALF else severity
        return Finding(severity, said, place, f"goal.{code}", f"“{shortened(target.text)}”", expected, advice=advice)

    if not target.unit_text and target.unit != RATE:
        expected = f"“{target}”后写上计量单位，如 次、件、%"
        yield found("error", "没有写计量单位", "unit", expected, "")
    if target.implied:
        yield found("note", "没有写比较符号，按“≥”理解", "operator", f"写明符号，如“{target}”", "")
    yield from _direction_problems(name, target, found)
    yield from _vacuous_problems(name, target, found)


def _direction_problems(name: str, target: Target, say: _Say) -> Iterator[Finding]:
    way, bound = better_way(name), target.low if target.low is not None else target.high
    if way == "higher" and target.direction == "lower" and bound:
        yield say("error", "是上限，做得越差越容易达到", "direction", "以“≥”写的下限", "这个指标越高越好，请改比较符号")
    elif way == "lower" and target.direction == "higher" and not target.implied and not _is_vacuous(name, target):
        yield say("error", "是下限，做得越差越容易达到", "direction", "以“≤”写的上限", "这个指标越低越好，请改比较符号")
    elif way == "higher" and target.direction == "exact" and target.unit == RATE and _is_between(target.low):
        yield say("warning", "写成“=”，超过了反而不算达到", "operator", f"“≥{str(target)[1:]}”", "")
    elif way == "lower" and target.direction == "exact" and target.unit == RATE and target.low:
        yield say("warning", "写成“=”，低于它反而不算达到", "operator", f"“≤{str(target)[1:]}”", "")


def _is_between(rate: Fraction | None) -> bool:
    return rate is not None and 0 < rate < 1


def _vacuous_problems(name: str, target: Target, say: _Say) -> Iterator[Finding]:
    if _is_vacuous(name, target):
        yield say(
            "error",
            "什么也不做就能达到",
            "vacuous",
            "要做到才能达到的数",
            "请按计划写出应完成的数，没有任务的写明“年底完成”",
        )
    elif target.unit == RATE and is_share(name) and target.low is not None and target.low > 1:
        yield say("error", "超过 100%，不可能达到", "impossible", "不超过 100% 的比率", "")
    elif target.direction == "lower" and target.high is not None and target.high < 0 and not changes_either_way(name):
        yield say("error", "是负数，不可能达到", "impossible", " 0 或正数", "")


def _is_vacuous(name: str, target: Target) -> bool:
    """Whether the target is met whatever happens: at least nothing, or a share of at most the whole."""
    if target.operator == "≥" and target.low is not None:
        return target.low <= 0 and not changes_either_way(name)
    if target.direction == "lower" and target.unit == RATE and target.high is not None:
        return target.high >= 1 and is_share(name)
    return target.operator == "区间" and target.unit == RATE and is_share(name) and target.low == 0 and target.high == 1


def _half_against_full(row: GoalIndicator, half: Target, full: Target) -> Iterator[Finding]:
    """What has been done by June is part of what is done in the year."""
    both = f"半年“{shortened(half.text)}”，全年“{shortened(full.text)}”"

    def said(severity: Severity, message: str, expected: str) -> Finding:
        return Finding(severity, f"指标“{shortened(row.name)}”{message}", row.source, "goal.half_year", both, expected)

    if "定性" in {half.operator, full.operator}:
        if half.operator != full.operator and full.operator == "定性":
            yield said("warning", "半年是数、全年是文字", "全年也写成数")
        return
    if half.unit_text != full.unit_text and half.unit != full.unit:
        yield said("error", "半年和全年指标值的单位不同", "同一单位")
        return
    if half.direction != full.direction:
        yield said("warning", "半年和全年指标值的比较符号不同", "同一符号")
    earlier, later = _bound(half), _bound(full)
    if earlier is not None and later is not None and earlier > later:
        severity: Severity = "warning" if half.unit == RATE else "error"
        yield said(severity, "的半年指标值大于全年指标值", "半年不大于全年（1—6 月累计数是全年的一部分）")


def _bound(target: Target) -> Fraction | None:
    return target.high if target.direction == "lower" else target.low
