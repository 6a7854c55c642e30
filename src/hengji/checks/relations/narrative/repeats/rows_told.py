"""A row of a table told in words: 溪口区拨付 480.00 万元, where 480.00 is what was planned and 472.50 what was paid.

The words behind the row's name say which column is meant. The figure is wrong where it stands in the same row under
another column's name, or under the same name in another row: such a figure was taken from the wrong place.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.narrative.repeats.rows_in_text import (
    ALIKE,
    COUNTED,
    OF_RATES,
    ROLE,
    UNDONE,
    Told,
    equals,
    is_alike,
    last_head,
    meant_cells,
    told_rows,
)
from hengji.checks.relations.passages import RATE, Passage
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.slips import ONE_DIGIT, SWAPPED, as_written, mistaken, shape
from hengji.checks.relations.tables.named_rows import NamedCell, NamedRow, named_rows
from hengji.checks.relations.verdicts import converted, number, relation, shows
from hengji.facts.mention import Mention
from hengji.facts.numbers import percent
from hengji.facts.relation import Figure, Relation

__all__ = ["rows_told"]

_LIKE_ROW: Final = "一行的相同"
_QUOTED: Final = re.compile("“([^”]+)”")
_FAR: Final = 200  # characters between a name and its figure
_MOST_ROWS: Final = 300
_LONG: Final = 5  # digits of two figures that one slip does not part by chance
_OF_PART: Final = re.compile("季度|上半年|下半年|[1-9]月|1[0-2]月|上年|去年|中期")
_NEAR: Final = 8  # figures told around that show whether text and table are of one scope
_FEWEST: Final = 3  # digits of a figure that does not stand in a place by chance


def rows_told(context: Context, texts: Sequence[Passage]) -> Iterator[Relation]:
    """Relations of kind ``repeat``, all errors."""
    rows = named_rows(context)
    all_told = list(told_rows(context, texts)) if rows else []
    for place, told in enumerate(all_told):
        found = list(_judged(context, told, rows))
        near = all_told[max(0, place - _NEAR) : place + _NEAR]
        beside = [one for one in near if one.name != told.name and one.words == told.words]
        if found and not (found[0].kind == "repeat" and _of_another_scope(context, beside, rows, told)):
            yield from found


def _of_another_scope(
    context: Context, beside: Sequence[Told], rows: Mapping[str, tuple[NamedRow, ...]], told: Told
) -> bool:
    """Whether all rows of the table that are told around are told with other figures: the text is of one budget, the
    table of all money, or the other way round."""
    table = rows[told.name][0].table
    agreeing = [_agrees(context, one, rows) for one in beside if rows[one.name][0].table == table]
    known = [one for one in agreeing if one is not None]
    return len(known) > 1 and not any(known)


def _agrees(context: Context, told: Told, rows: Mapping[str, tuple[NamedRow, ...]]) -> bool | None:
    """Whether the figure is the one in its row; None where no cell can be meant."""
    if told.slot.kind == RATE:
        return None
    meant = [cell for row in rows[told.name] for cell in meant_cells(context, told, row)]
    return any(equals(told.slot.mention, cell.mention) for cell in meant) if meant else None


def _judged(context: Context, told: Told, rows: Mapping[str, tuple[NamedRow, ...]]) -> Iterator[Relation]:
    own = rows[told.name]
    if told.slot.kind == RATE:
        yield from _of_rate(context, told, own)
        return
    meant = [cell for row in own for cell in meant_cells(context, told, row)]
    stated = told.slot.mention
    if not meant or any(equals(stated, cell.mention) for cell in meant):
        return
    if len({converted(cell.mention, stated.unit) for cell in meant}) != 1 or len({row.table for row in own}) != 1:
        return
    cell = meant[0]
    if sum(letter.isdigit() for letter in cell.mention.text) < _FEWEST or not stated.value:
        return
    where = _elsewhere(context, told, own[0], cell) or _lost_nought(stated, cell.mention)
    where = where or _slipped(context, told, cell.mention)
    if where:
        there = f"“{told.name}”的“{last_head(cell.head)}”在表中为 {number(cell.mention)}"
        message = f"{there}，文中为 {number(stated)}，{where}。"
        roles = [("table", cell.mention), ("stated", stated)]
        one = relation(
            "repeat", "error", roles, f"{told.name}：文与表相等", number(cell.mention), message, f"疑取错数：{where}。"
        )
        names = _names(context, told, where)
        yield replace(one, figures=(*one.figures[:-1], *names, one.figures[-1]))


def _names(context: Context, told: Told, where: str) -> Iterator[Figure]:
    """The names that may have been taken for one another: the one in the text, and that of the row with its figure."""
    other = _QUOTED.search(where)
    if other is None or not where.endswith(_LIKE_ROW):
        return
    text, end = context.document.text, told.slot.mention.start
    own = text.rfind(told.name, max(0, end - _FAR), end)
    row = next((one for one in named_rows(context).get(other[1], ())), None)
    label = text.rfind(other[1], max(0, row.cells[0].mention.start - _FAR), row.cells[0].mention.start) if row else -1
    for start, name in ((label, other[1]), (own, told.name)):
        if start >= 0:
            yield piece(context, "name", start, start + len(name))


def _of_rate(context: Context, told: Told, own: Sequence[NamedRow]) -> Iterator[Relation]:
    """A rate of execution that is another row's, as the columns of amounts give it."""
    if len(own) != 1 or not OF_RATES.search(told.words):
        return
    stated = told.slot.mention
    pair = _rate_of(own[0])
    if pair is None or abs(pair[0].value / pair[1].value - stated.value) <= stated.step:
        return
    like = [
        row.name
        for row in _of_table(context)[own[0].table][:_MOST_ROWS]
        if row.name != told.name
        and row.name not in told.sentence
        and (other := _rate_of(row)) is not None
        and shows(stated, other[0].value / other[1].value)
    ]
    if len(like) == 1 and sum(letter.isdigit() for letter in stated.text) >= _FEWEST:
        meant = percent(pair[0].value / pair[1].value, stated.decimals)
        message = f"“{told.name}”按表中数为 {meant}，文中为 {number(stated)}，与“{like[0]}”一行的相同。"
        roles = [("part", pair[0]), ("base", pair[1]), ("stated", stated)]
        formula = f"{pair[0].text} ÷ {pair[1].text}"
        yield relation("rate", "error", roles, formula, meant, message, "疑取了另一行的数，或名称有误。")
    elif not like and not _OF_PART.search(told.sentence):
        yield from _slipped_rate(told, own[0], *pair)


def _slipped_rate(told: Told, row: NamedRow, done: Mention, planned: Mention) -> Iterator[Relation]:
    """A rate of execution that a slip of the pen parts from what the columns of its row give; any other one where the
    row prints that rate, too, so that it must be meant."""
    stated = told.slot.mention
    meant = as_written(done.value / planned.value, stated)
    slip = shape(number(stated), meant)
    digits = sum(letter.isdigit() for letter in stated.text)
    slipped = (slip == SWAPPED and digits >= _FEWEST) or (slip == ONE_DIGIT and digits > _FEWEST)
    if slipped or _prints(row, done.value / planned.value, OF_RATES.findall(told.words)[-1]):
        message = f"“{told.name}”按表中数为 {meant}，文中为 {number(stated)}。请核对后统一。"
        roles = [("part", done), ("base", planned), ("stated", stated)]
        formula = f"{done.text} ÷ {planned.text}"
        yield relation("rate", "error", roles, formula, meant, message, mistaken(number(stated), meant, slip))


def _prints(row: NamedRow, rate: Fraction, called: str) -> bool:
    """Whether the row has its rate in a column of the very name that the words tell."""
    printed = [cell.mention for cell in row.cells if cell.mention.is_rate and called in last_head(cell.head)]
    return len(printed) == 1 and abs(printed[0].value - rate) <= printed[0].step


def _rate_of(row: NamedRow) -> tuple[Mention, Mention] | None:
    """What was done and what was planned, where the row has one of each."""
    amounts = [
        cell
        for cell in row.cells
        if not cell.mention.is_rate and not COUNTED.search(head := last_head(cell.head)) and not UNDONE.search(head)
    ]
    sides = [
        [cell.mention for cell in amounts if group & frozenset(ROLE.findall(last_head(cell.head)))]
        for group in (ALIKE[1], ALIKE[0])
    ]
    done, planned = sides[0], _of_own_rate(row, *sides) if len(sides[0]) == 1 < len(sides[1]) else sides[1]
    return (done[0], planned[0]) if len(done) == len(planned) == 1 and planned[0].value else None


def _of_own_rate(row: NamedRow, done: Sequence[Mention], planned: Sequence[Mention]) -> list[Mention]:
    """Of the budgets of a row, first and adjusted, the one that gives the row's rate; of equal ones the last."""
    rates = [cell.mention for cell in row.cells if cell.mention.is_rate and OF_RATES.search(last_head(cell.head))]
    if len(rates) != 1:
        return []
    fits = [one for one in planned if one.value and abs(done[0].value / one.value - rates[0].value) < rates[0].step]
    return fits[-1:] if len({one.value for one in fits}) == 1 else []


def _elsewhere(context: Context, told: Told, row: NamedRow, meant: NamedCell) -> str:
    """Where in the table the figure stands instead; empty where it stands nowhere else, or in several places."""
    stated = told.slot.mention
    beside = [
        cell
        for cell in row.cells
        if cell is not meant and is_alike(told.slot, row, cell) and _same(stated, cell.mention)
    ]
    if len(beside) == 1 and ROLE.search(told.words):
        return f"与同一行的“{last_head(beside[0].head)}”相同"
    below = [
        other.name
        for other in _of_table(context)[row.table][:_MOST_ROWS]
        if other.name != row.name and other.name not in told.sentence
        for cell in other.cells
        if cell.column == meant.column and is_alike(told.slot, row, cell) and _same(stated, cell.mention)
    ]
    return f"与“{below[0]}”{_LIKE_ROW}" if len(below) == 1 else ""


def _lost_nought(stated: Mention, cell: Mention) -> str:
    """2.6 for 2.06: no rounding leads there."""
    whole, _, part = cell.text.partition(".")
    lost = len(part) > 1 and part[0] == "0" and part.strip("0") and f"{whole}.{part[1:]}" == stated.text
    return "少写了小数点后的 0" if lost else ""


def _slipped(context: Context, told: Told, cell: Mention) -> str:
    """The slip that leads from the cell to the figure, where the words name the column and no cell is the figure."""
    stated = told.slot.mention
    if cell.unit == stated.unit and cell.decimals != stated.decimals:
        return ""
    meant = as_written(converted(cell, stated.unit), stated)
    slip = shape(as_written(stated.value, stated), meant)
    least = _LONG - (slip == SWAPPED)
    if not slip or sum(letter.isdigit() for letter in stated.text) < least or not ROLE.search(told.words):
        return ""
    cells = context.once(_slipped, lambda: frozenset(one.text for one in context.mentions if context.in_table(one)))
    return "" if stated.text in cells else slip


def _of_table(context: Context) -> dict[int, list[NamedRow]]:
    return context.once(_of_table, lambda: _by_table(context))


def _by_table(context: Context) -> dict[int, list[NamedRow]]:
    found: dict[int, list[NamedRow]] = defaultdict(list)
    for rows in named_rows(context).values():
        for row in rows:
            found[row.table].append(row)
    return found


def _same(stated: Mention, cell: Mention) -> bool:
    return converted(cell, stated.unit) == stated.value or equals(stated, cell)
