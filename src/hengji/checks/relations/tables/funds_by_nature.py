"""按收入性质分 and 按支出性质分 in the form of a department: each side makes up one of the totals above it.

The form gives the total as 年初预算数, 全年预算数 and 全年执行数, and does not say which of them is divided; a side
that makes none of the three is wrong, or leaves a source out. A clerk may write the amount into the cell of its name:
一般公共预算：1258.42.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import shape
from hengji.checks.relations.tables.fund_rows import FundRow, funds_by_table
from hengji.checks.relations.tables.laid_out import Grid
from hengji.facts.document import Cell
from hengji.facts.numbers import read_number, shown
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["funds_by_nature"]

_HEAD: Final = re.compile(r"按(?:(?:收入|资金)(?:性质|来源)|支出性质)分?[:：]?")
_FILLED: Final = re.compile(r"(?:其中[:：])?(?P<label>[^:：\d]{2,20})[:：](?P<n>\d[\d,]*(?:\.\d+)?)(?:万元)?")
_OTHERS: Final = re.compile("指标|目标")


@dataclass(frozen=True, slots=True)
class _Part:
    label: str
    value: Fraction
    decimals: int
    figure: Figure

    @property
    def text(self) -> str:
        return self.figure.text


def funds_by_nature(context: Context) -> Iterator[Relation]:
    """Relations of kind ``sum``, one for each side that is filled in."""
    for rows in funds_by_table(context).values():
        whole = next((row for row in rows if row.whole), None)
        if whole is None:
            continue
        heads = _heads(whole.grid, whole.row)
        sides = [_parts(whole.grid, head, [one for one in heads if one is not head]) for head in heads]
        for parts in sides:
            if any(part.value for part in parts):
                yield _judged(whole, parts)


def _heads(grid: Grid, above: int) -> list[Cell]:
    """The cells below the row of totals that say by what the funds are divided."""
    rows = (row for row in range(above + 1, grid.height) if not grid.has_number(row))
    return [cell for row in rows for cell in grid.begun(row) if _HEAD.fullmatch(grid.text(row, cell.column))]


def _parts(grid: Grid, head: Cell, others: Sequence[Cell]) -> list[_Part]:
    """Names and amounts below *head*, as far right as the other head begins, down to where the goals do. Where the
    heads stand side by side without room for an amount, the first pair of a row belongs to the first of them."""
    right = min((one.column for one in others if one.column > head.column), default=None)
    left = max((one.column for one in others if one.column < head.column), default=None)
    last = min((one.row for one in others if one.row > head.row), default=grid.height)
    close = right == head.column + 1 or left == head.column - 1
    found: list[_Part] = []
    for row in range(head.row + 1, last):
        if any(_OTHERS.search(text) for text in grid.words(row)):
            break
        if close:
            pairs = _pairs(grid, row, 0, grid.width)
            found += pairs[:1] if right is not None else pairs[1:2]
        else:
            found += _pairs(grid, row, head.column, right if right is not None else grid.width)
    return found


def _pairs(grid: Grid, row: int, first: int, end: int) -> list[_Part]:
    """The names of a row and the amounts right of them."""
    found: list[_Part] = []
    label = ""
    for column in range(first, end):
        cell = grid.cell(row, column)
        if cell is None or (cell.row, cell.column) != (row, column):
            continue
        amount, text = grid.amount(row, column), grid.text(row, column)
        if amount is not None and label:
            found.append(_Part(label, amount.value, amount.decimals, amount.figure("part")))
        label = "" if amount is not None else text or label
        found += _filled(cell)
    return found


def _filled(cell: Cell) -> Iterator[_Part]:
    match = _FILLED.fullmatch(cell.text.strip())
    value = read_number(match["n"].replace(",", "")) if match is not None else None
    if match is not None and value is not None:
        start = cell.start + cell.text.index(match[0]) + match.start("n")
        decimals = len(match["n"].partition(".")[2])
        yield _Part(match["label"], value, decimals, Figure("part", match["n"], start, start + len(match["n"])))


def _judged(whole: FundRow, parts: Sequence[_Part]) -> Relation:
    totals = sorted((*whole.budgets, whole.spent), key=lambda one: one.cell.start)
    summed = sum((part.value for part in parts), Fraction(0))
    slack = Fraction(len(parts), 2 * 10 ** max(part.decimals for part in parts))
    met = next((one for one in totals if one.value == summed), None)
    near = next((one for one in totals if abs(one.value - summed) <= slack), None)
    verdict: Verdict = "ok" if met is not None else "rounding" if near is not None else "suspicious"
    total, likely = met or near or whole.spent, ""
    for one in totals if verdict == "suspicious" else ():
        slip = next(_slips(parts, one.value - summed), "") or _slip_of(one.text, summed, one.decimals)
        if slip:
            verdict, total, likely = "error", one, slip
            break
    right = shown(summed, max(part.decimals for part in parts))
    says = "与所列一致" if verdict in ("ok", "rounding") else "与年度资金总额所列各数都不相等，请核对"
    return Relation(
        "sum", verdict, (*(part.figure for part in parts), total.figure("total")),
        f"{' + '.join(part.text for part in parts)} = {right}", right, total.text,
        f"“{parts[0].label.removeprefix('其中：').rstrip('：')}”等 {len(parts)} 项合计 {right}，{says}。", likely,
        "high" if verdict == "error" else "medium",
    )  # fmt: skip


def _slips(parts: Sequence[_Part], missing: Fraction) -> Iterator[str]:
    for part in parts:
        right = part.value + missing
        if part.value and right >= 0 and (slip := _slip_of(part.text, right, part.decimals)):
            yield slip


def _slip_of(written: str, right: Fraction, decimals: int) -> str:
    meant = shown(right, decimals)
    slip = shape(written, meant)
    return f"若“{written}”应为“{meant}”（{slip}），则此式成立。" if slip else ""
