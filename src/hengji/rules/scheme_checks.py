"""Static checks: everything that is wrong with a scheme before any department is scored by it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from hengji.facts.findings import Finding
from hengji.facts.numbers import plain
from hengji.facts.units import RATE, Unit, read_unit
from hengji.rules.formula.exact import denominator_is_zero
from hengji.rules.formula.syntax import Number
from hengji.rules.intervals import Interval, gaps, overlaps
from hengji.rules.notation import number_text
from hengji.rules.parts import Part
from hengji.rules.scheme import Indicator, Path, Scheme, leaves, walk

__all__ = ["check_scheme"]


def check_scheme(scheme: Scheme, names_used: frozenset[str]) -> Iterator[Finding]:
    """All findings, each at the line of the indicator, data item or grade it concerns."""
    yield from _check_weights(scheme)
    for path, indicator in leaves(scheme.indicators):
        yield from _check_leaf(path, indicator)
    yield from _check_transfers(scheme)
    yield from _check_grades(scheme)
    yield from _check_outside(scheme)
    for item in scheme.data:
        if item.name not in names_used:
            yield Finding("warning", f"数据项“{item.name}”没有被任何指标使用", item.source, "unused_data")


def _check_weights(scheme: Scheme) -> Iterator[Finding]:
    total = sum((node.points or Fraction(0) for node in scheme.indicators), Fraction(0))
    if scheme.indicators and total != scheme.ceiling:
        yield Finding(
            "error",
            "一级指标分值之和不等于总分",
            scheme.indicators_source,
            "weights",
            plain(total),
            plain(scheme.ceiling),
        )
    for path, node in walk(scheme.indicators):
        if node.points is None or node.points <= 0:
            yield Finding("error", f"指标“{node.name}”的分值必须大于 0", node.source, "weights")
        below = sum((child.points or Fraction(0) for child in node.children), Fraction(0))
        if node.children and below != node.points:
            yield Finding(
                "error",
                f"“{'/'.join(path)}”下级指标分值之和与本级不等",
                node.source,
                "weights",
                plain(below),
                plain(node.points or Fraction(0)),
            )
        names = [child.name for child in node.children]
        for name in sorted({name for name in names if names.count(name) > 1}):
            yield Finding("error", f"“{'/'.join(path)}”下有两个同名指标“{name}”", node.source, "names")


def _check_leaf(path: Path, indicator: Indicator) -> Iterator[Finding]:
    def error(message: str, code: str, **details: str) -> Finding:
        return Finding("error", f"指标“{indicator.name}”：{message}", indicator.source, code, **details)

    if not indicator.parts:
        yield error("没有可用的评分规则", "rule")
        return
    points = sum((part.points for part in indicator.parts), Fraction(0))
    if points != indicator.points:
        yield error(
            "各部分分值之和与指标分值不等",
            "weights",
            found=plain(points),
            expected=plain(indicator.points or points),
        )
    highest = Fraction(0)
    for number, part in enumerate(indicator.parts, 1):
        where = f"第{number}部分：" if len(indicator.parts) > 1 else ""
        highest += part.rule.highest(part.points)
        for problem in part.rule.problems(part.points):
            yield error(where + problem, "standard")
        for problem in _part_problems(part, indicator):
            yield error(where + problem, "value")
    if highest != points:
        problem = "最高只能得到的分少于分值" if highest < points else "最高可得的分超过分值"
        yield error(problem, "reach", found=plain(highest), expected=plain(points))


def _part_problems(part: Part, indicator: Indicator) -> Iterator[str]:
    if part.value is not None:
        yield from _value_problems(part, part.value.unit)
        has_zero = denominator_is_zero(part.value.expression) is not None
        if has_zero and part.zero is None:
            yield "计算式有除法，必须写明分母为零时怎样得分 zero：full 满分、zero 不得分或 not_applicable 不适用"
        if part.zero is not None and not has_zero:
            yield "计算式没有除法，不应写 zero"
    if part.zero == "not_applicable" and (indicator.transfer is None or len(indicator.parts) > 1):
        yield "zero: not_applicable 只用于单一部分的指标，并须写明分值去向 otherwise"
    for case in part.cases:
        if not 0 <= case.points <= part.points:
            yield f"特别情形的得分 {plain(case.points)} 应在 0 与分值 {plain(part.points)} 之间"
    for number in part.transfer.to if part.transfer else ():
        if not 1 <= number <= len(indicator.parts) or indicator.parts[number - 1] is part:
            yield f"不适用时的分值转给第 {number} 部分，但没有这一部分或就是本部分"
        elif indicator.parts[number - 1].transfer is not None:
            yield f"不适用时的分值转给第 {number} 部分，而该部分自己也可能不适用"


def _value_problems(part: Part, unit: Unit) -> Iterator[str]:
    if part.rule.takes == "truth":
        if not unit.truth:
            yield f"规则 {part.rule.kind} 要的是条件，计算式得到的是{unit.kind}"
        return
    if unit.truth:
        yield f"规则 {part.rule.kind} 要的是数，计算式得到的是“是/否”"
    for threshold in part.rule.thresholds():
        if unit == RATE and not threshold.unit and abs(threshold.value) > 1:
            yield f"计算式是比率，界限 {number_text(threshold)} 没有写百分号，应写 {number_text(threshold)}%"
        if not _meets(threshold, unit):
            yield f"界限 {number_text(threshold)} 与计算式的单位“{unit}”不能相比"


def _meets(threshold: Number, unit: Unit) -> bool:
    if not threshold.value or (threshold.unit in {"", "%"} and unit == RATE):
        return True
    return threshold.unit not in {"", "%"} and read_unit(threshold.unit) == unit


def _check_transfers(scheme: Scheme) -> Iterator[Finding]:
    found = dict(leaves(scheme.indicators))
    for path, node in walk(scheme.indicators):
        if _may_not_apply(node) and node.transfer is None:
            message = f"指标“{node.name}”可能不适用，必须写明分值去向 otherwise"
            yield Finding("error", message, node.source, "transfer")
        if node.transfer is None:
            continue
        if not _may_not_apply(node):
            message = f"指标“{node.name}”写了分值去向 otherwise，却没有适用条件 applies"
            yield Finding("error", message, node.source, "transfer")
        if not node.is_leaf:
            yield Finding("error", f"“{node.name}”不是末级指标，不能转移分值", node.source, "transfer")
        elif _leads_back(path, found):
            message = f"指标“{node.name}”的分值转移绕回了自己"
            yield Finding("error", message, node.source, "circular", advice="请让其中一个指标的分值转给别处")
        elif node.transfer.targets and all(_may_not_apply(found[target]) for target in node.transfer.targets):
            yield Finding(
                "error",
                f"指标“{node.name}”的分值只转给自己也可能不适用的指标，会无处可去",
                node.source,
                "transfer",
                advice="请至少列一个总是适用的指标",
            )


def _may_not_apply(node: Indicator) -> bool:
    return node.applies is not None or any(part.zero == "not_applicable" for part in node.parts)


def _leads_back(start: Path, found: dict[Path, Indicator]) -> bool:
    """Whether points that leave *start* can only come back: every leaf on the way passes all of them on."""
    seen = {start}
    ahead = list(_targets(found[start]))
    while ahead:
        path = ahead.pop()
        if path not in seen:
            if not _may_not_apply(found[path]):
                return False
            seen.add(path)
            ahead += _targets(found[path])
    return any(start in _targets(found[path]) for path in seen)


def _targets(indicator: Indicator) -> tuple[Path, ...]:
    return indicator.transfer.targets if indicator.transfer is not None else ()


def _check_grades(scheme: Scheme) -> Iterator[Finding]:
    low, high = Number(scheme.floor), Number(scheme.ceiling)
    whole = Interval(low, True, high, True)
    intervals = [interval for _, interval in scheme.grades]
    for one, other in overlaps(intervals):
        yield Finding("error", f"等级“{one}”与“{other}”重叠，同一总分会有两个等级", scheme.grades_source, "grades")
    for gap in gaps(intervals, whole) if scheme.grades else ():
        yield Finding(
            "error",
            f"总分“{gap}”没有等级，例如 {plain(_inside(gap))} 分",
            scheme.grades_source,
            "grades",
            advice="等级用前后相接的半开区间，如 >=90、[80,90)",
        )
    for name, interval in scheme.grades:
        if interval.is_empty or gaps([whole], interval) == [interval]:
            yield Finding("error", f"等级“{name}”（{interval}）永远取不到", scheme.grades_source, "grades")


def _inside(gap: Interval) -> Fraction:
    low = gap.low.value if gap.low else Fraction(0)
    high = gap.high.value if gap.high else Fraction(100)
    return (low + high) / 2


def _check_outside(scheme: Scheme) -> Iterator[Finding]:
    for item in scheme.adjustments:
        if not item.each or (item.each > 0) != (item.cap > 0) or abs(item.cap) < abs(item.each):
            yield Finding(
                "error",
                f"加减分项“{item.name}”的每次分数与累计上限应同号，且上限不小于一次",
                item.source,
                "adjustments",
            )
    grades = [name for name, _ in scheme.grades]
    for veto in scheme.vetoes:
        if veto.grade_at_most and veto.grade_at_most not in grades:
            yield Finding(
                "error",
                f"一票否决“{veto.name}”的最高等级“{veto.grade_at_most}”不在等级中",
                veto.source,
                "vetoes",
            )
