"""Tables of surveys by group: 对象 | 发出 | 有效 | 满意 | 满意率. Each rate is one column over another, of totals too.

The rows that hold say which column is divided by which; a total that is the mean of the rates above it is told as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final

from hengji.checks.context import Context
from hengji.checks.relations.slips import mistaken, shape
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part, parts_of
from hengji.checks.relations.wording.surveys.shares import judge, survey_relation
from hengji.facts.numbers import round_half_up, shown
from hengji.facts.relation import Relation

__all__ = ["survey_columns"]

_RATE: Final = re.compile("满意[率度]|知晓[率度]|回收率|收回率|有效率|好评率|支持率|认可[率度]|参与率|受访率")
_COUNT: Final = re.compile(
    "发放|发出|收回|回收|有效|样本|问卷|调查|受访|访问|拨打|接通|满意|知晓|好评|支持|认可|人数|份数|户数|票数"
)
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    part: Amount
    base: Amount
    rate: Amount

    @property
    def computed(self) -> Fraction:
        return self.part.value / self.base.value

    @property
    def verdict(self) -> str:
        return judge(self.computed, shown(self.stated, self.rate.decimals))

    @property
    def stated(self) -> Fraction:
        return self.rate.value * (100 if self.rate.is_rate else 1)


def survey_columns(context: Context) -> Iterator[Relation]:
    """Relations of kind ``survey``: every rate of a column that two rows and most of all make out to be a quotient."""
    for table in context.document.tables:
        for part in parts_of(context, table):
            heads = [part.last_head(column) for column in range(part.grid.width)]
            rates = [column for column, head in enumerate(heads) if _RATE.search(head)]
            numbers = [column for column, head in enumerate(heads) if column not in rates and _COUNT.search(head)]
            for rate in rates if len(numbers) >= _FEWEST else ():
                yield from _judged(_best(part, rate, numbers))


def _best(part: Part, rate: int, numbers: Sequence[int]) -> list[_Row]:
    """The rows by the two columns that give the most rates."""
    tried = [list(_rows(part, rate, first, second)) for first, second in permutations(numbers, 2)]
    return max(tried, key=lambda rows: sum(row.verdict != "error" for row in rows), default=[])


def _rows(part: Part, rate: int, first: int, second: int) -> Iterator[_Row]:
    for row in part.body:
        one, base, told = (part.grid.amount(row, column) for column in (first, second, rate))
        if one is None or base is None or told is None or one.is_rate or base.is_rate or base.value <= 0:
            continue
        name = next((part.grid.text(row, column) for column in part.text_columns), "")
        yield _Row(name, one, base, told)


def _judged(rows: Sequence[_Row]) -> Iterator[Relation]:
    held = [row for row in rows if row.verdict != "error"]
    telling = {row.stated for row in held} - {Fraction(100)}
    if len(held) < _FEWEST or len(rows) - len(held) >= len(held) or not telling:
        return
    for row in rows:
        right = f"{shown(round_half_up(row.computed * 100, row.rate.decimals), row.rate.decimals)}%"
        figures = [row.part.figure("part"), row.base.figure("base"), row.rate.figure("stated")]
        formula = f"{row.part.text} ÷ {row.base.text}"
        if row in held:
            yield survey_relation(
                "rounding" if row.verdict == "rounding" else "ok",
                figures,
                formula,
                right,
                row.rate.text,
                f"“{row.name}”的比率与文中一致。",
            )
            continue
        says = (
            f"“{row.name}”应为{right}（{formula}，其余 {len(held)} 行都按此算法成立），表中为{row.rate.text}，请核对。"
        )
        yield survey_relation("error", figures, formula, right, row.rate.text, says, _likely(row, held, right))


def _likely(row: _Row, others: Sequence[_Row], right: str) -> str:
    mean = sum((other.stated for other in others), Fraction(0)) / len(others)
    if abs(mean - row.stated) <= Fraction(1, 10**row.rate.decimals):
        return "像是把各行比率简单平均，应以合计的人数（份数）相除。"
    slip = shape(row.rate.text, right)
    return mistaken(row.rate.text, right, slip)
