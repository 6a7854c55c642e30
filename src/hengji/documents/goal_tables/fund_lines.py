"""The money of a goal table: lines by source and lines by expenditure, with what is set off below another (其中)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Final

from hengji.documents.goal_tables.labels import FUND_COLUMNS, FUND_TOTAL, SPENDING_LINES
from hengji.documents.goal_tables.lines import Columns, Line, Reading, columns_of
from hengji.facts.amounts import WAN_YUAN, is_dash, read_amount
from hengji.facts.document import Cell
from hengji.facts.goal_table import Expenditure, Funds, FundSource
from hengji.facts.sources import Source
from hengji.facts.units import MONEY, Unit, read_unit

__all__ = ["FundLines"]

_INCOME, _OUTGO = re.compile(r"收\s*入|资金来源"), re.compile(r"支\s*出|资金(?:使用|支出|安排)")
_OF_THEM: Final = re.compile(r"其\s*中[:：]?")
_SET_OFF: Final = "支出项目"
"""Our own papers call the column so, and always set off what is below another line."""

_WHOLE: Final = re.compile(r"(?:支出)?(?:合计|总计|总额)")
_UNIT: Final = re.compile(r"(亿元|万元|千元|元)")


@dataclass(frozen=True, slots=True)
class _Spent:
    line: Expenditure
    column: int
    """Where its name stands; 0 in rows rebuilt from text, whose columns slip."""
    below: bool
    """Whether 其中 stands beside it."""


@dataclass(slots=True)
class FundLines:
    """Collects the lines; `is_open` from a heading with a column of amounts to the next label."""

    reading: Reading
    is_open: bool = False
    place: Source = field(default_factory=Source)
    _unit: Unit = WAN_YUAN
    _columns: Columns = field(default_factory=dict)
    _is_outgo: bool = False
    _is_set_off: bool = False
    _total: Fraction | None = None
    _sources: list[FundSource] = field(default_factory=list)
    _spent: list[_Spent] = field(default_factory=list)

    def begins(self, line: Line) -> bool:
        """Whether *line* is a heading of money; if so, what follows is read by it."""
        columns = columns_of(line, FUND_COLUMNS)
        words = [cell.text for cell in line.filled if cell.column not in columns.values()]
        is_outgo = any(_OUTGO.fullmatch(word) or word == _SET_OFF for word in words)
        is_income = any(_INCOME.fullmatch(word) for word in words)
        if not columns or not (is_outgo or is_income or any("资金" in word for word in words)):
            return False
        if not self.is_open:
            self.place = self.reading.place(line.filled)
        declared = _UNIT.search(" ".join(cell.text for cell in line.filled)) or _UNIT.fullmatch(line.unit)
        unit = read_unit(declared[1]) if declared and declared[1] in MONEY else None
        self._unit = unit or (self._unit if self.is_open else WAN_YUAN)
        self._columns, self._is_outgo = columns, is_outgo
        self._is_set_off = self._is_set_off or _SET_OFF in words
        self.is_open = True
        return True

    def add(self, line: Line) -> None:
        """One line of money."""
        half, full, before = self._amounts(line)
        named = [cell for cell in before if not _OF_THEM.fullmatch(cell.text)]
        if not named:
            return
        name, place = named[-1], self.reading.place(named[-1:])
        full_year = self.reading.amount(full, f"“{name.text}”全年预算数", self._unit)
        if not self._is_outgo:
            if FUND_TOTAL.fullmatch(name.text) and self._total is None and not self._sources:
                self._total = full_year
            else:
                self._sources.append(FundSource(name.text, full_year, place))
            return
        half_year = self.reading.amount(half, f"“{name.text}”半年计划执行数", self._unit)
        expenditure = Expenditure(name.text, half_year, full_year, (), place)
        column = 0 if line.rebuilt else name.column
        self._spent.append(_Spent(expenditure, column, below=len(named) < len(before)))

    def _amounts(self, line: Line) -> tuple[Cell | None, Cell | None, Sequence[Cell]]:
        """The cells of both amounts, and those before them; in a slipped row the amounts are its last cells."""
        first = min(self._columns.values())
        before = [cell for cell in line.filled if cell.column < first]
        half, full = (line.at(self._columns[name]) if name in self._columns else None for name in FUND_COLUMNS)
        if not line.rebuilt or (before and full is not None and not _is_amount(before[-1])):
            return half, full, before
        filled, names = line.filled, sorted(self._columns, key=self._columns.__getitem__)
        amounts = [cell for cell in filled[1:] if _is_amount(cell) or is_dash(cell.text)][-len(names) :]
        found = dict(zip(names[-len(amounts) :], amounts, strict=True)) if amounts else {}
        return found.get("half_year"), found.get("full_year"), [cell for cell in filled if cell not in amounts]

    def funds(self) -> Funds:
        """All that was collected."""
        return Funds(self._total, tuple(self._sources), tuple(self._expenditures()), self.place)

    def _expenditures(self) -> list[Expenditure]:
        spent = [each for each in self._spent if not _WHOLE.fullmatch(each.line.name)]
        left = min((each.column for each in spent), default=0)
        is_set_off = self._is_set_off or any(each.below or each.column > left for each in spent)
        tops: list[Expenditure] = []
        for each in spent:
            is_item = each.below or each.column > left if is_set_off else _is_detail(each.line, tops)
            if is_item and tops:
                parent = tops.pop()
                items = (*parent.items, each.line)
                tops.append(Expenditure(parent.name, parent.half_year, parent.full_year, items, parent.source))
            else:
                tops.append(each.line)
        return tops


def _is_detail(line: Expenditure, tops: Sequence[Expenditure]) -> bool:
    """Where nothing sets details off: what is none of the known kinds belongs to the known kind above it."""
    return SPENDING_LINES.fullmatch(line.name) is None and bool(tops) and bool(SPENDING_LINES.fullmatch(tops[-1].name))


def _is_amount(cell: Cell) -> bool:
    return read_amount(cell.text) is not None
