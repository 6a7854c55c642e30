"""Below the tree on the sheet 计算: bonuses and penalties, vetoes, the total with its range, the grade."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from hengji.facts.numbers import plain
from hengji.facts.workbook_layout import CALCULATION
from hengji.reports.workbook.book import Result, at, quoted
from hengji.reports.workbook.grid import HIGH, LOW, NAME, NUMBER, SCORE, VALUE, Desk
from hengji.reports.workbook.inputs import any_of
from hengji.reports.workbook.shapes import score_format
from hengji.rules.formula.syntax import Comparison, Expression, Logical, Name, Number
from hengji.rules.intervals import Interval

__all__ = ["Totals", "write_totals"]

_PLACES = 8
"""Decimals to which sums of scores and adjustments are snapped: more than any scheme writes."""


@dataclass(frozen=True, slots=True)
class Totals:
    """The cells that hold the results."""

    adjustments: tuple[tuple[str, str], ...]
    """For each adjustment, in the scheme's order: the cells of its count and of its points."""
    points: str
    uncapped: str
    low: str
    high: str
    total: str
    grade: str
    possible: str
    vetoes: tuple[str, ...]


class _Rows:
    """Appends labelled rows below the tree."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.row = desk.grid.end + 1

    def add(self, label: str, formula: str, result: Result = None, number: str = "", name: str = "") -> str:
        """One result with its label; *name* defines a name for it. Gives its cell."""
        desk, row = self.desk, self.row
        desk.book.text(desk.sheet, row, NAME, label, desk.book.look("strong"))
        desk.live(row, SCORE, formula, result, number, "strong_live" if number else "live_text")
        self.row += 1
        cell = at(CALCULATION, row, SCORE)
        return desk.book.define(name, cell) if name else cell


def write_totals(desk: Desk) -> tuple[Totals, int]:
    """The cells of the results, and the last row."""
    rows, card, number = _Rows(desk), desk.card, score_format(desk.places)
    adjustments = _write_adjustments(rows)
    vetoes = tuple(desk.inputs.cells.get(item.name, "0") for item in desk.scheme.vetoes)
    top = [desk.grid.cell((node.name,), SCORE) for node in desk.scheme.indicators]
    points = rows.add("指标得分合计", _all_of(top), None, number)
    extra = rows.add("加减分合计", f"ROUND({_plus([cell for _, cell in adjustments])},{_PLACES})", None, number)
    uncapped_formula = f'IF({points}="","",ROUND({points}+{extra},{_PLACES}))'
    uncapped = rows.add("合计（未受上下限约束）", uncapped_formula, card.uncapped, number, "合计")
    zeroed = [f"N({cell})>0" for cell, veto in zip(vetoes, desk.scheme.vetoes, strict=True) if not veto.grade_at_most]
    ends = []
    for label, column, result in (("总分下限", LOW, card.low), ("总分上限", HIGH, card.high)):
        cells = [desk.grid.cell((node.name,), column) for node in desk.scheme.indicators]
        end = f"ROUND({_plus(cells)}+{extra},{_PLACES})"
        bounded = f"MAX({plain(desk.scheme.floor)},MIN({plain(desk.scheme.ceiling)},{end}))"
        formula = f"IF({any_of(zeroed)},0,{bounded})" if zeroed else bounded
        ends.append(rows.add(label, formula, None if card.is_stated else result, number, label))
    low, high = ends
    decided = f'IF(OR({uncapped}="",{low}<>{high}),"",{low})'
    total = rows.add("总分", decided, card.total_by_scheme, number, "总分")
    limit = rows.add("否决后等级最高为", _limit(desk, vetoes)) if _limiting(desk) else ""
    grade = rows.add("等级", _grade(desk, total, limit), card.grade, "", "等级")
    possible = rows.add("可能的等级", _possible(desk, low, high, limit), "、".join(card.possible_grades))
    return Totals(adjustments, points, uncapped, low, high, total, grade, possible, vetoes), rows.row - 1


def _write_adjustments(rows: _Rows) -> tuple[tuple[str, str], ...]:
    """Count, points of one, cap; a stated column has only the points."""
    desk, cells = rows.desk, []
    for item, known in zip(desk.scheme.adjustments, desk.card.adjustments, strict=True):
        row = rows.row
        label = f"{item.name}（每次 {plain(item.each)} 分，累计 {plain(item.cap)} 分为限）"
        desk.book.text(desk.sheet, row, NAME, label, desk.book.look("text"))
        desk.book.text(desk.sheet, row, NUMBER, "次数", desk.book.look("label"))
        number = score_format(desk.places)
        if desk.card.is_stated:
            desk.blank(row, (VALUE,))
            desk.number(row, SCORE, known.points, number)
        else:
            counted = desk.inputs.cells[item.name]
            desk.live(row, VALUE, f"N({counted})", Fraction(known.count), "0")
            count, each, cap = at(CALCULATION, row, VALUE), plain(item.each), plain(item.cap)
            bound = "MIN" if item.cap > 0 else "MAX"
            desk.live(row, SCORE, f"ROUND({bound}({each}*{count},{cap}),{_PLACES})", known.points, number)
        cells.append((at(CALCULATION, row, VALUE), at(CALCULATION, row, SCORE)))
        rows.row += 1
    return tuple(cells)


def _all_of(cells: list[str]) -> str:
    """The sum, or nothing while one is open."""
    return f'IF(COUNT({",".join(cells)})<{len(cells)},"",ROUND({_plus(cells)},{_PLACES}))'


def _plus(cells: list[str]) -> str:
    return f"SUM({','.join(cells)})" if cells else "0"


def _limiting(desk: Desk) -> bool:
    return any(veto.grade_at_most for veto in desk.scheme.vetoes)


def _limit(desk: Desk, vetoes: tuple[str, ...]) -> str:
    """The grade that the first veto of its kind leaves; empty where none is met."""
    formula = '""'
    for cell, veto in reversed(list(zip(vetoes, desk.scheme.vetoes, strict=True))):
        if veto.grade_at_most:
            formula = f"IF(N({cell})>0,{quoted(veto.grade_at_most)},{formula})"
    return formula


def _end(interval: Interval, desk: Desk) -> Fraction:
    return interval.low.value if interval.low is not None else desk.scheme.floor - 1


def _capped(name: str, desk: Desk, limit: str) -> str:
    """The grade *name*, or the limit where that is lower."""
    ends = {grade: _end(interval, desk) for grade, interval in desk.scheme.grades}
    lower = [f"{limit}={quoted(other)}" for other, end in ends.items() if end < ends[name]]
    if not limit or not lower:
        return quoted(name)
    return f"IF({any_of(lower)},{limit},{quoted(name)})"


def _grade(desk: Desk, total: str, limit: str) -> str:
    formula, value = '""', Name("总分")
    for name, interval in reversed(desk.scheme.grades):
        condition = desk.inputs.formula(interval.condition(value), {"总分": total}, {"总分": _PLACES})
        formula = f"IF({condition},{_capped(name, desk, limit)},{formula})"
    return f'IF({total}="","",{formula})'


def _possible(desk: Desk, low: str, high: str, limit: str) -> str:
    """All grades that the range reaches, each once, lowered by a veto where one is met."""
    cells, places = {"低": low, "高": high}, {"低": _PLACES, "高": _PLACES}
    reached = {name: desk.inputs.formula(_meets(interval), cells, places) for name, interval in desk.scheme.grades}
    ends = {name: _end(interval, desk) for name, interval in desk.scheme.grades}
    texts = []
    for name, condition in reached.items():
        shown = condition
        if limit:
            above = [reached[other] for other in reached if ends[other] >= ends[name]]
            lower = [f"{limit}={quoted(other)}" for other in ends if ends[other] < ends[name]]
            under = f"IF({any_of(lower)},FALSE,{condition})" if lower else condition
            shown = f"IF({limit}={quoted(name)},{any_of(above)},{under})"
        texts.append(f'IF({shown},{quoted("、" + name)},"")')
    return f"MID({'&'.join(texts)},2,99)" if texts else '""'


def _meets(interval: Interval) -> Expression:
    """Whether some total between 低 and 高 lies in *interval*."""
    conditions: list[Expression] = [Comparison((Number(Fraction(0)), Number(Fraction(0))), ("=",))]
    if interval.low is not None:
        conditions.append(Comparison((Name("高"), interval.low), ("≥" if interval.low_closed else ">",)))
    if interval.high is not None:
        conditions.append(Comparison((Name("低"), interval.high), ("≤" if interval.high_closed else "<",)))
    return Logical("且", tuple(conditions))
