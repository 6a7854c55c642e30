"""What a form tells in words against its own rows: 支持62家企业 under 实际完成情况, and 支持企业 ≥60家 | 65家 below it.

The words under 预期目标 are held against the values aimed at, those under 实际完成情况 against the values reached. Only
a row of the same name in the same table is asked, and only where the words and the rows name it once each.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.relations.aims_and_results import aims, results
from hengji.checks.relations.flowing import flowing
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.scores.goals.goal_repeats import Said, one_name, said_in
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.amounts import figure_of_cell
from hengji.checks.relations.tables.goals import GoalRow, goal_rows
from hengji.facts.numbers import plain
from hengji.facts.relation import Relation, Verdict
from hengji.facts.units import Unit

__all__ = ["told_beside_rows"]

_LONG: Final = 100


def told_beside_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``repeat``."""
    rows: dict[int, list[GoalRow]] = defaultdict(list)
    for row in goal_rows(context):
        table = context.table_at(row.label.start) if row.label is not None else None
        if table is not None:
            rows[table.start].append(row)
    for spans, reached in ((aims(context), False), (results(context), True)) if rows else ():
        for span in spans:
            table = context.table_at(span[0])
            yield from _against(context, span, rows.get(table.start, ()) if table is not None else (), reached=reached)


def _against(context: Context, span: Span, rows: Sequence[GoalRow], *, reached: bool) -> Iterator[Relation]:
    flow = flowing(context)
    said = list(said_in(flow, *flow.stretch(*span))) if rows else []
    for row in rows:
        alike = [one for one in said if one_name(one.name, row.name)]
        values = {one.value for one in alike}
        named = [other for other in rows if any(one_name(one.name, other.name) for one in alike)]
        if len(values) == 1 and len(named) == 1:
            yield from _compared(context, alike[0], row, reached=reached)


def _compared(context: Context, told: Said, row: GoalRow, *, reached: bool) -> Iterator[Relation]:
    cell = row.actual if reached else row.full
    value = _reached(row, told.unit) if reached else _aimed_at(row, told.unit)
    if cell is None or value is None:
        return
    verdict = _verdict(row, told, value, reached=reached)
    place, figure = piece(context, "first", *told.span), figure_of_cell("stated", cell)
    side, column = ("实际完成情况", "完成值") if reached else ("预期目标", "指标值")
    says = "一致" if verdict == "ok" else "两处应一致，请核对"
    likely = shape(plain(told.value), plain(value)) if verdict != "ok" else ""
    yield Relation(
        "repeat", verdict, (place, figure), f"{row.name}：{side}与{column}相等", place.text, figure.text,
        f"“{row.name}”的{column}为 {figure.text}，{side}中写 {place.text}，{says}。", likely,
        "high" if verdict == "error" else "medium",
    )  # fmt: skip


def _reached(row: GoalRow, unit: str) -> Fraction | None:
    achieved = row.achieved
    return achieved.value if achieved is not None and _is_unit(achieved.unit, unit) else None


def _aimed_at(row: GoalRow, unit: str) -> Fraction | None:
    target = row.full_target
    least = target is not None and target.operator in ("≥", "=") and _is_unit(target.unit, unit)
    return target.low if least and target is not None else None


def _is_unit(unit: Unit | None, written: str) -> bool:
    return unit is not None and (unit.is_rate if written == "%" else str(unit) == written)


def _verdict(row: GoalRow, told: Said, value: Fraction, *, reached: bool) -> Verdict:
    """A bar somewhat lower than what is aimed at may be meant; one digit that differs among three is a slip."""
    if told.value == value:
        return "ok"
    lower = not reached and row.full_target is not None and row.full_target.operator == "≥" and value < told.value
    slipped = min(told.value, value) >= _LONG and shape(plain(told.value), plain(value)) != ""
    return "suspicious" if lower and not slipped else "error"
