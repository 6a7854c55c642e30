"""Goals: met or missed, against what the document claims; half a year against a year; targets that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.spoken_goals import spoken_goals
from hengji.checks.relations.tables.amounts import is_blank, tight
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.facts.document import Cell
from hengji.facts.figures import Figure as Written
from hengji.facts.relation import Figure, Relation, Severity, Verdict
from hengji.facts.targets import Target

__all__ = ["find"]

_CLAIM: Final = re.compile(
    r"(?:达到|实现)了?(?:年初)?(?:设定的|既定的?)?预期(?:的)?(?:绩效)?(?:目标|效果)?"
    r"|(?:各项|全部|所有|年度)(?:工作|绩效|目标|指标|任务)+[^。；\n，]{0,10}(?:全部|均已?|圆满|全面|超额)(?:完成|达标|达到|实现)"
    r"|(?:全面|全部|圆满|超额)完成了?(?:年初|年度|全年|各项|所有)[^。；\n，]{0,12}(?:目标|指标|任务)"
    r"|(?:绩效)?目标完成率(?:为|达到?)?\s*100\s*[%％]|100\s*[%％]完成了?(?:年度|各项|全部)"
)
_NOT_CLAIMED: Final = re.compile(r"(?:未|没有|尚未|是否|基本|确保|力争|为了?|争取)[^。；，\n]{0,10}$")
_QUALITIES: Final = ("高", "好", "及时", "健全", "完善", "到位", "规范", "合理", "明显", "显著", "准确", "完整")
_LESS_IS_BETTER: Final = re.compile("差错|投诉率|事故|违规|违纪|变动率|超支|控制率|结转|结余|成本|耗|偏差|逾期")
_CONTROL: Final = re.compile("控制率|变动率")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``."""
    claim = _claim(context)
    rows = [*goal_rows(context), *spoken_goals(context)]
    missed: list[Figure] = []
    for row in rows:
        found = list(_attained(context, row, claim))
        missed += [relation.figures[-1] for relation in found if relation.formula.startswith("未达标")]
        yield from (*found, *_half_year(context, row))
    if claim is not None and missed:
        message = f"文中称“{context.document.text[slice(*claim)]}”，而目标表中有 {len(missed)} 项未达标。"
        figures = (*missed, piece(context, "claim", *claim))
        yield _relation("suspicious", figures, "目标全部达到", f"{len(missed)} 项未达标", message)


def _claim(context: Context) -> Span | None:
    """The first place that claims success without reserve."""
    text = context.document.text
    for match in _CLAIM.finditer(text):
        reserved = _NOT_CLAIMED.search(text, max(0, match.start() - 14), match.start())
        if reserved is None and context.table_at(match.start()) is None:
            return match.span()
    return None


def _relation(
    verdict: Verdict, figures: tuple[Figure, ...], formula: str, computed: str, message: str,
    likely: str = "", severity: Severity = "medium",
) -> Relation:  # fmt: skip
    return Relation("target", verdict, figures, formula, computed, figures[-1].text, message, likely, severity)


def _cell(context: Context, role: str, cell: Cell) -> Figure:
    found = context.in_cell(cell)
    mention = found[0] if len(found) == 1 else None
    return Figure(role, tight(cell.text), cell.start, cell.end, mention)


# ------------------------------------------------------------------------------------------------- target and actual
def _attained(context: Context, row: GoalRow, claim: Span | None) -> Iterator[Relation]:
    if row.full is None or row.actual is None or is_blank(row.actual.text):
        return
    figures = (_cell(context, "target", row.full), _cell(context, "actual", row.actual))
    target, actual, said = row.full_target, row.achieved, tight(row.actual.text)
    if target is None:
        message = f"“{row.name}”有完成值（{said}），没有目标值，无法判断是否完成。"
        place = (_cell(context, "name", row.label),) if row.label is not None else ()
        yield _relation("suspicious", (*place, figures[1]), "目标值不应为空", "", message, severity="low")
    elif target.operator == "定性":
        yield from _qualitative(row, target, actual, figures, claim, context)
    elif actual is None:
        return
    else:
        value = _in_unit(actual, target)
        if value is None:
            return
        met = target.attained(value) or (target.implied and _LESS_IS_BETTER.search(row.name) is not None)
        yield _verdict(row, figures, met, claim, context)


def _in_unit(actual: Written, target: Target) -> Fraction | None:
    """The actual figure in the target's unit; None where the two cannot be compared."""
    if actual.unit is None or target.unit is None:
        mixed = (actual.unit is not None and actual.unit.is_rate) or (target.unit is not None and target.unit.is_rate)
        return None if mixed else actual.value
    factor = actual.unit.factor_to(target.unit)
    return actual.value * factor if factor is not None else None


def _verdict(row: GoalRow, figures: tuple[Figure, ...], met: bool, claim: Span | None, context: Context) -> Relation:
    goal, said = figures[0].text, figures[1].text
    if met:
        return _relation("ok", figures, f"{said} 对 {goal}", "达标", f"“{row.name}”目标 {goal}，完成 {said}，达标。")
    message = f"“{row.name}”目标 {goal}，完成 {said}，未达标。"
    if claim is None:
        return _relation("suspicious", figures, f"未达标：{said} 对 {goal}", "未达标", message, "请说明未完成的原因。")
    claimed = context.document.text[slice(*claim)]
    message = f"“{row.name}”目标 {goal}，完成 {said}，未达标，而文中称“{claimed}”。"
    witness = piece(context, "claim", *claim)
    return _relation("error", (witness, *figures), f"未达标：{said} 对 {goal}", "未达标", message, severity="high")


def _qualitative(
    row: GoalRow,
    target: Target,
    actual: Written | None,
    figures: tuple[Figure, ...],
    claim: Span | None,
    context: Context,
) -> Iterator[Relation]:
    said = figures[1].text
    denied = [quality for quality in _QUALITIES if quality in target.text and f"不{quality}" in said]
    if denied and f"不{denied[0]}" not in target.text:
        yield _verdict(row, figures, False, claim, context)
    elif actual is not None and actual.unit is not None and actual.unit.is_rate:
        message = f"“{row.name}”目标是定性的（{target.text}），完成值却是比率（{said}），没有依据。"
        yield _relation("suspicious", figures, "目标与完成值应同类", "", message, severity="low")
    else:
        message = f"“{row.name}”目标是定性的（{target.text}），完成情况没有否定它。"
        yield _relation("ok", figures, f"{said[:20]} 对 {target.text[:20]}", "", message)


# ------------------------------------------------------------------------------------------------------------ half year
def _half_year(context: Context, row: GoalRow) -> Iterator[Relation]:
    """The half-year target is no stricter than the full-year one, and asks for something."""
    half, full = row.half_target, row.full_target
    if row.half is None or row.full is None or half is None or full is None or "定性" in (half.operator, full.operator):
        return
    figures = (_cell(context, "full_year", row.full), _cell(context, "half_year", row.half))
    formula = f"半年 {half.text}，全年 {full.text}"
    verdict, message = _judged(row, half, full)
    yield _relation(
        verdict, figures, formula, "半年不高于全年", message, severity="low" if verdict != "error" else "high"
    )


def _judged(row: GoalRow, half: Target, full: Target) -> tuple[Verdict, str]:
    for name, target in (("半年", half), ("全年", full)):
        if target.operator == "≥" and target.low == 0 and not target.implied:
            return "suspicious", f"“{row.name}”{name}指标值 {target.text}：什么也不做就能达到，等于没有目标。"
    if _CONTROL.search(row.name) and full.operator == "=" and full.low is not None and full.low == 1:
        return "suspicious", f"“{row.name}”是控制性指标，一般为“≤100%”，这里为“{full.text}”，低于 100% 反而不达标。"
    rising = half.operator in "≥=>" and full.operator in "≥=>" and half.unit == full.unit
    if rising and half.low is not None and full.low is not None and half.low > full.low:
        certain = half.unit is not None and not half.unit.is_rate
        return ("error" if certain else "suspicious"), f"“{row.name}”半年指标值 {half.text} 高于全年 {full.text}。"
    return "ok", f"“{row.name}”半年指标值 {half.text} 不高于全年 {full.text}。"
