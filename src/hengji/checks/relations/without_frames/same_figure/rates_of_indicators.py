"""The rate of an indicator in the row of its score or of its goal, and another rate under that very name in running
text: 预算执行率｜5｜97.31%｜4.87 and 2021年实际支出4164.78万元，预算执行率93.76%.

Where a slip of the pen parts the two, `rates_in_rows` has told so already. Here they may be far apart, and therefore
the name in the text must begin its clause and mean the whole of the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.scores.reading.rubrics import Rubric, RubricRow, rubrics_of
from hengji.checks.relations.scores.reading.told_data import ToldRate, goals_named, rates_named
from hengji.checks.relations.scores.rules.standards import rate_of_row
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import read_amount
from hengji.facts.document import Cell
from hengji.facts.numbers import percent
from hengji.facts.relation import Figure, Relation

__all__ = ["rates_of_indicators"]

_ROUNDED: Final = Fraction(6, 10)
"""Of the last digit shown: what rounding, or what cutting off with a slip of it, leaves between two rates."""
_AIMED: Final = re.compile("目标|标准|指标值|计划|预期")
_PLACES: Final = 4
_CONDITION: Final = re.compile(r"[%％]\s*(?:（含）|\(含\))?\s*及?以[上下内]|[得扣]\s?\d|满分|目标")
"""What is the standard, and no datum."""


def rates_of_indicators(context: Context, wrong: set[int]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, errors all; of figures that are wrong for another reason nothing more is said."""
    if "%" not in context.document.text and "％" not in context.document.text:
        return
    seen: set[str] = set()
    for name, value, place, others in _in_rows(context):
        if name in seen:
            continue
        told = rates_named(context, name)
        if len(told) == 1 and told[0].value in others:
            continue  # 监控时点 60.00%，全年实际 96.92%: the row prints both
        if len(told) != 1 or {place.start, told[0].figure.start} & wrong:
            continue
        seen.add(name)
        if abs(told[0].value - value) > _ROUNDED * max(told[0].step, _step(place)):
            yield _relation(name, value, place, told[0])


def _in_rows(context: Context) -> Iterator[tuple[str, Fraction, Figure, set[Fraction]]]:
    """Name, rate and place of every row that prints the rate of its indicator, and the rates it prints beside it."""
    for rubric in rubrics_of(context):
        for row in rubric.rows if not rubric.ragged else ():
            found = rate_of_row(row, rubric) if not row.is_total else None
            if found is not None and _CONDITION.search(found[1].text) is None:
                yield row.name, *found, _beside(rubric, row)
    for name, rows in goals_named(context).items():
        for goal in rows:
            reached = goal.achieved
            if reached is not None and goal.actual is not None and reached.unit is not None and reached.unit.is_rate:
                yield (
                    name,
                    reached.value,
                    Figure("data", goal.actual.text.strip(), goal.actual.start, goal.actual.end),
                    _beside_goal(context, goal.actual),
                )


def _beside_goal(context: Context, actual: Cell) -> set[Fraction]:
    """The rates in the row of *actual* under heads that are not those of goals."""
    table = context.table_at(actual.start)
    cells = table.cells if table is not None else ()
    aimed = {cell.column for cell in cells if cell.row < actual.row and _AIMED.search(cell.text)}
    row = [cell for cell in cells if cell.row == actual.row and cell.column not in aimed]
    amounts = (read_amount(context, cell) for cell in row)
    return {amount.value for amount in amounts if amount is not None and amount.is_rate}


def _beside(rubric: Rubric, row: RubricRow) -> set[Fraction]:
    """The rates of a row in columns that are not those of goals."""
    part = rubric.part
    amounts = (
        part.grid.amount(row.row, column)
        for column in range(part.grid.width)
        if not _AIMED.search("".join(part.heads[column : column + 1]))
    )
    return {amount.value for amount in amounts if amount is not None and amount.is_rate}


def _step(place: Figure) -> Fraction:
    """The last digit shown of a rate in percent."""
    digits = "".join(one for one in place.text.partition(".")[2] if one.isdigit())
    return Fraction(1, 10 ** (min(len(digits), _PLACES) + 2))


def _relation(name: str, value: Fraction, place: Figure, told: ToldRate) -> Relation:
    there, here = percent(value, _PLACES), percent(told.value, _PLACES)
    message = f"“{name}”在表中为 {there}，正文写的是 {here}。请核对后统一。"
    likely = mistaken(here, there, shape(here, there)) or "两处之一误写。"
    figures = (place, Figure("stated", told.figure.text, told.figure.start, told.figure.end, told.figure.mention))
    return Relation("repeat", "error", figures, f"{name}：表文相等", there, here, message, likely, "high")
