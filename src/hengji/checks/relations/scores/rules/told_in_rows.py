"""A row that says in words what the indicator earned and prints another score: “酌情扣0.5分，得3.5分。 | 4.00 | 1.50”.

The words are the verifier's reckoning, so they end with the score; a standard (…的，得1分) says what may be earned.
Cells may have slipped out of their columns, but what stands behind the words in the row are its scores.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.tables.amounts import Amount, read_amount, tight
from hengji.facts.document import Cell, Table
from hengji.facts.numbers import read_number
from hengji.facts.relation import Relation

__all__ = ["told_in_rows"]

_EARNED: Final = re.compile(
    r"(?:扣(?:减|除)?(?:了)?\s*\d[\d.]*\s*分|酌情[^，。；]{0,12}|=\s*\d[\d.]*\s*[%％]?|共)\s*[，,；;：:]*\s*"
    r"(?:故|因此)?(?:本|该)?(?:指标|项)?(?:最终|实际|核查|自评|评价)?(?:得分?|计)(?:为|分)?\s*(?P<value>\d[\d.]*)\s*分?[。；]?(?:</p>)?\s*$"
)
_WORKED: Final = re.compile(r"得分\s*=[^。；]{1,60}=\s*(?P<value>\d[\d.]*)\s*分[。；]?(?:</p>)?\s*$")
_STANDARD: Final = re.compile(r"的[，,]\s*(?:得|计)\s*\d[\d.]*\s*分[。；]?(?:</p>)?\s*$|扣完为止|不得分")
_TAIL: Final = 90
_MOST: Final = 200
"""No indicator earns more."""


def told_in_rows(context: Context) -> Iterator[Relation]:
    """Relations of kind ``score_rule``: the words' score against the scores behind them in their row."""
    for table in context.document.tables:
        for row in _rows(table):
            told = [(place, cell, match) for place, cell in enumerate(row) if (match := _told(cell)) is not None]
            if len(told) == 1:  # told in two cells it is the standard's own example
                place, cell, match = told[0]
                yield from _compared(context, cell, match, _scores(context, row[place + 1 :]))


def _rows(table: Table) -> list[list[Cell]]:
    rows: dict[int, list[Cell]] = defaultdict(list)
    for cell in table.cells:
        rows[cell.row].append(cell)
    return [sorted(row, key=lambda cell: cell.column) for row in rows.values()]


def _told(cell: Cell) -> re.Match[str] | None:
    tail = cell.text[-_TAIL:]
    if "分" not in tail or _STANDARD.search(tail):
        return None
    return _EARNED.search(tail) or _WORKED.search(tail)


def _scores(context: Context, cells: Sequence[Cell]) -> list[Amount]:
    found = [read_amount(context, cell) for cell in cells if tight(cell.text)]
    return [amount for amount in found if amount is not None and amount.unit is None and 0 <= amount.value < _MOST]


def _compared(context: Context, cell: Cell, told: re.Match[str], scores: Sequence[Amount]) -> Iterator[Relation]:
    value = read_number(told["value"])
    if value is None or not scores:
        return
    start = cell.start + max(0, len(cell.text) - _TAIL) + told.start("value")
    words = piece(context, "told", start, start + len(told["value"]))
    held = next((score for score in reversed(scores) if score.value == value), None)
    stated = held or scores[-1]
    rounded = held is None and abs(stated.value - value) <= stated.step / 2
    holds = held is not None or rounded
    message = "说明中的得分与得分栏一致。"
    if not holds:
        message = f"说明中写得 {told['value']} 分，得分栏为 {stated.text}。"
    yield Relation(
        "score_rule",
        "ok" if held else "rounding" if rounded else "error",
        (words, stated.figure("stated")),
        "得分栏 = 说明中的得分",
        told["value"],
        stated.text,
        message,
        severity="medium" if holds else "high",
    )
