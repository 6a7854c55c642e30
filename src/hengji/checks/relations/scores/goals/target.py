"""Goals: met or missed, against what the document claims; half a year against a year; targets that say nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.goals.claimed_goals import claimed_goals
from hengji.checks.relations.scores.goals.claimed_limits import claimed_limits
from hengji.checks.relations.scores.goals.claimed_rates import claimed_rates
from hengji.checks.relations.scores.goals.claims_and_rubrics import claims_and_rubrics
from hengji.checks.relations.scores.goals.claims_behind_lists import claims_behind_lists
from hengji.checks.relations.scores.goals.claims_beside_tables import claims_beside_tables
from hengji.checks.relations.scores.goals.claims_far_from_goals import claims_far_from_goals
from hengji.checks.relations.scores.goals.deadlines import dates_of, wrong_year
from hengji.checks.relations.scores.goals.denied_elsewhere import denied_elsewhere
from hengji.checks.relations.scores.goals.given_reasons import given_reasons
from hengji.checks.relations.scores.goals.goal_units import goal_units
from hengji.checks.relations.scores.goals.goals_and_words import goals_and_words
from hengji.checks.relations.scores.goals.impossible_goals import falls, impossible_goals
from hengji.checks.relations.scores.goals.listed_goals import listed_goals
from hengji.checks.relations.scores.goals.missed_elsewhere import missed_elsewhere
from hengji.checks.relations.scores.goals.reached_together import reached_together
from hengji.checks.relations.scores.goals.restated_goals import restated_goals
from hengji.checks.relations.scores.goals.shares_of_goals import shares_of_goals
from hengji.checks.relations.scores.goals.spoken_goals import spoken_full_marks, spoken_goals, spoken_reasons
from hengji.checks.relations.scores.goals.spoken_levels import spoken_levels
from hengji.checks.relations.scores.goals.spoken_verdicts import spoken_verdicts
from hengji.checks.relations.scores.goals.success import claims_of, missed_said
from hengji.checks.relations.scores.rules.full_marks import (
    Awarded,
    declared_met,
    declared_missed,
    full_marks,
    lost_marks,
    surely_missed,
)
from hengji.checks.relations.scores.rules.schedule import schedule
from hengji.checks.relations.scores.rules.unexplained import unexplained_losses
from hengji.checks.relations.tables.amounts import figure_of_cell, is_blank, tight
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.facts.document import Cell
from hengji.facts.figures import Figure as Written
from hengji.facts.relation import Figure, Relation, Severity, Verdict
from hengji.facts.targets import Target

__all__ = ["find"]

_QUALITIES: Final = ("高", "好", "及时", "健全", "完善", "到位", "规范", "合理", "明显", "显著", "准确", "完整")
_LESS_IS_BETTER: Final = re.compile("差错|投诉率|事故|违规|违纪|变动率|超支|控制率|结转|结余|成本|耗|偏差|逾期")
_UNIT_OF_NAME: Final = re.compile(
    r"[（(]万?(?:[个家户人名次场期件份条项台套辆处座亩只头篇批起宗]|公里|人次|场次|家次|平方米|户次)[）)]$"
)
"""渡口修缮（处）: the unit stands in the name, and the goal is a count that only grows."""
_RATE: Final = re.compile("率|比例|比重|占比|平均|人均|排名")
_DATE: Final = re.compile(r"\d月(?:\d|底|末|[上中下]旬)")
_BOUND: Final = re.compile(r"(?:不[低高少多]于|不超过|[≥≤])\s{0,4}\d")
_SHOWN: Final = 24  # characters of a reason
_CONTROL: Final = re.compile("控制率|变动率")


def find(context: Context) -> Iterator[Relation]:
    """Relations of kind ``target``."""
    yield from shares_of_goals(context)
    claims = list(claims_of(context))
    spoken_rows = list(spoken_goals(context))
    rows = [*goal_rows(context), *spoken_rows]
    missed: list[Figure] = []
    full = {**full_marks(context), **spoken_full_marks(context)}
    declared, admitted, lost = declared_met(context), _owned(context, spoken_rows), lost_marks(context)
    for row in rows:
        claim = next((one.span for one in claims if one.covers(row.kinds) or one.goals == len(rows)), None)
        settled = goal_units(row) or wrong_year(context, row)
        attained = [settled] if settled is not None else list(_attained(context, row, claim))
        found = [_against_marks(context, row, relation, full, declared) for relation in attained]
        found = [_as_paid_for(row, _as_admitted(row, relation, admitted), lost) for relation in found]
        missed += [relation.figures[-1] for relation in found if relation.formula.startswith("未达标")]
        impossible = list(impossible_goals(context, row))
        yield from impossible or (*found, *_half_year(context, row))
    whole = next((one.span for one in claims if not one.kind), None)
    if whole is not None and missed:
        message = f"文中称“{context.document.text[slice(*whole)]}”，而目标表中有 {len(missed)} 项未达标。"
        figures = (*missed, piece(context, "claim", *whole))
        yield _relation("suspicious", figures, "目标全部达到", f"{len(missed)} 项未达标", message)
    yield from _number_missed(context, missed, rows)
    spoken = list(spoken_verdicts(context))
    yield from spoken
    yield from spoken_levels(context, {figure.start for one in spoken for figure in one.figures})
    yield from claimed_goals(context, rows)
    yield from missed_elsewhere(context, rows)
    yield from chain(claims_beside_tables(context, rows), claims_behind_lists(context), claims_and_rubrics(context))
    yield from goals_and_words(context)
    yield from reached_together(context)
    yield from chain(claimed_limits(context), claims_far_from_goals(context), restated_goals(context))
    listed = list(listed_goals(context))
    yield from listed
    told = {one.figures[-1].start for one in listed}
    yield from (one for one in denied_elsewhere(context) if one.figures[-1].start not in told)
    yield from unexplained_losses(context, rows)
    yield from schedule(context)
    yield from claimed_rates(context)


def _owned(context: Context, spoken_rows: Sequence[GoalRow]) -> Mapping[int, Figure]:
    """By the start of what was done: where the document itself says that the goal was missed, or why."""
    return {**given_reasons(context), **spoken_reasons(context, spoken_rows), **declared_missed(context)}


def _number_missed(context: Context, missed: list[Figure], rows: list[GoalRow]) -> Iterator[Relation]:
    """“1项未达标” where the table shows two that were surely missed."""
    said = missed_said(context)
    sure = {row.actual.start for row in rows if row.actual is not None and _surely_missed(context, row)}
    shown = [figure for figure in missed if figure.start in sure]
    if said is None or not shown:
        return
    verdict: Verdict = "error" if len(shown) > said[0] else "ok"
    message = f"文中称 {said[0]} 项未达标，目标表中{'' if verdict == 'ok' else '至少'}有 {len(shown)} 项未达标。"
    figures = (*shown, piece(context, "stated", *said[1]))
    yield _relation(verdict, figures, "未达标的项数", f"{len(shown)} 项", message)


def _against_marks(
    context: Context, row: GoalRow, relation: Relation, full: Mapping[int, Awarded], declared: Mapping[int, Figure]
) -> Relation:
    """A goal that was surely missed and yet earned all its points, or is declared to be met: one figure is wrong."""
    if row.actual is None or not relation.formula.startswith("未达标") or not _surely_missed(context, row):
        return relation
    awarded, said = full.get(row.actual.start), declared.get(row.actual.start)
    witnesses: tuple[Figure, ...] = ()
    if awarded is not None:
        witnesses = awarded.points.figure("points"), awarded.score.figure("score")
        told = f"得分 {awarded.score.text} 却是满分 {awarded.points.text}"
    elif said is not None:
        witnesses, told = (said,), f"表中却写“{said.text}”"
    else:
        return relation
    message = f"{relation.message.rstrip('。')}，{told}。" if relation.verdict != "error" else relation.message
    return replace(
        relation, verdict="error", figures=(*witnesses, *relation.figures), message=message, severity="high",
        likely="请核对目标值、完成值和得分，其中一个有误。",
    )  # fmt: skip


def _as_admitted(row: GoalRow, relation: Relation, admitted: Mapping[int, Figure]) -> Relation:
    """A goal that was missed, and is said to be in its own row, is told as it is."""
    said = admitted.get(row.actual.start) if row.actual is not None else None
    if said is None or relation.verdict != "suspicious" or not relation.formula.startswith("未达标"):
        return relation
    told = said.text if len(said.text) <= _SHOWN else f"{said.text[:_SHOWN]}…"
    message = f"{relation.message.rstrip('。')}，表中已写明“{told}”。"
    return replace(relation, verdict="ok", message=message, likely="")


def _as_paid_for(row: GoalRow, relation: Relation, lost: Mapping[int, Awarded]) -> Relation:
    """A goal that was missed, and that cost its row points, is told as it is."""
    awarded = lost.get(row.actual.start) if row.actual is not None else None
    if awarded is None or relation.verdict != "suspicious" or not relation.formula.startswith("未达标"):
        return relation
    if _DATE.search(relation.figures[0].text):
        return relation  # a day is kept or is not, whatever was paid for it
    message = f"{relation.message.rstrip('。')}，已相应扣分（{awarded.points.text} 分得 {awarded.score.text} 分）。"
    return replace(relation, verdict="ok", message=message, likely="")


def _relation(
    verdict: Verdict, figures: tuple[Figure, ...], formula: str, computed: str, message: str,
    likely: str = "", severity: Severity = "medium",
) -> Relation:  # fmt: skip
    return Relation("target", verdict, figures, formula, computed, figures[-1].text, message, likely, severity)


def _cell(context: Context, role: str, cell: Cell) -> Figure:
    found = context.in_cell(cell)
    mention = found[0] if len(found) == 1 else None
    return figure_of_cell(role, cell, mention)


# ------------------------------------------------------------------------------------------------- target and actual
def _attained(context: Context, row: GoalRow, claim: Span | None) -> Iterator[Relation]:
    if row.full is None or row.actual is None or is_blank(row.actual.text):
        return
    figures = (_cell(context, "target", row.full), _cell(context, "actual", row.actual))
    dates = dates_of(context, row)
    if dates is not None:
        yield _verdict(row, figures, dates[1] <= dates[0], claim, context)
        return
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
        met = met or _exceeded(row, target, value)
        yield _verdict(row, figures, met, claim, context)


def _surely_missed(context: Context, row: GoalRow) -> bool:
    """A date is missed or is not; a figure may leave a doubt."""
    return surely_missed(row) or dates_of(context, row) is not None


def _exceeded(row: GoalRow, target: Target, value: Fraction) -> bool:
    """More than an exact count asks for: ``=4次`` and 5次. A rate or a cost must be met as it stands."""
    counted = (
        target.operator == "=" and target.low is not None and not (target.unit is not None and target.unit.is_rate)
    )
    costly = target.unit is not None and target.unit.is_money
    return counted and not costly and value > (target.low or 0) and _LESS_IS_BETTER.search(row.name) is None


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
    elif actual is not None and actual.unit is not None and actual.unit.is_rate and not _BOUND.search(target.text):
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
        counted = half.unit is None and _UNIT_OF_NAME.search(row.name) is not None and not _RATE.search(row.name)
        may_fall = half.unit is not None and half.unit.is_rate and (falls(row) or half.operator != full.operator)
        certain = counted or (half.unit is not None and not may_fall)
        return ("error" if certain else "suspicious"), f"“{row.name}”半年指标值 {half.text} 高于全年 {full.text}。"
    return "ok", f"“{row.name}”半年指标值 {half.text} 不高于全年 {full.text}。"
