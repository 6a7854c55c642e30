"""How a column may be computed from two others, those first whose heads fit best."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from hengji.checks.intervals import Interval
from hengji.checks.relations.tables.amounts import Amount
from hengji.checks.relations.tables.grids import Part
from hengji.checks.relations.tables.lines import Line, Side

__all__ = ["SHARE_HEAD", "Formula", "fit_of_heads", "ordered_pairs", "rate_formulas"]

_COUNT_HEAD: Final = re.compile(
    r"[（(/](?:份|人|户|件|个|次|项|家|笔|起|名|场|座|辆|台|批|所)(?:次|数)?[)）]?$|(?:人|户|件|份|家|批|座|辆|个|起|笔)次?数$|问卷|样本|受访"
)
_ACTUAL: Final = re.compile(
    r"决算|执行数|实际|支出数|完成数|本年|支付|到位[数额]|到位资金|^到位|^实[^际]|完成$|完成[值量]"
)
_BASE: Final = re.compile(r"预算|计划|上年|安排|下达|目标|指标值|编制|批复|核定|^应[^急对]")
_GROWTH: Final = re.compile(r"增|减|变动|差异|幅")
_NAMED_RATE: Final = re.compile(r"^(?P<of>[\u4e00-\u9fff]{2})[\u4e00-\u9fff]{0,3}(?:控制|执行|完成|到位|支付|使用)率")
SHARE_HEAD: Final = re.compile(r"占|比重|比例|百分比")


@dataclass(frozen=True, slots=True)
class Formula:
    """How a column may be computed from two others; for a share the second is the total of the first."""

    first: int
    second: int
    sign: str
    whole: Line | None = None
    counted: bool = False
    """Whether both are numbers of people or things, which nobody rounded."""

    def operands(self, line: Line) -> tuple[Amount, Amount] | None:
        source = line if self.whole is None else self.whole
        first, second = line.values.get(self.first), source.values.get(self.second)
        return (first, second) if first is not None and second is not None else None

    def value(self, first: Interval, second: Interval) -> Interval | None:
        if self.sign == "−":
            return first - second
        return (first - second).divided_by(second) if self.sign == "增" else first.divided_by(second)

    def text(self, first: Amount, second: Amount) -> str:
        if self.sign == "增":
            return f"({first.text} − {second.text}) ÷ {second.text}"
        return f"{first.text} {'÷' if self.sign == '均' else self.sign} {second.text}"


def ordered_pairs(part: Part, amounts: Sequence[int]) -> list[tuple[int, int]]:
    """Ordered pairs, those whose names fit best first."""
    pairs = [(a, b) for a in amounts for b in amounts if a != b]
    return sorted(pairs, key=lambda pair: -fit_of_heads(part, pair))


def fit_of_heads(part: Part, pair: tuple[int, int]) -> int:
    first, second = part.heads[pair[0]], part.heads[pair[1]]
    return (_ACTUAL.search(first) is not None) + (_BASE.search(second) is not None and not _ACTUAL.search(second))


def rate_formulas(side: Side, column: int, amounts: Sequence[int]) -> Iterator[Formula]:
    head = side.part.heads[column]
    if SHARE_HEAD.search(head):
        totals = [line for line in side.lines if line.is_total]
        yield from (Formula(a, a, "÷", total) for a in amounts for total in totals)
    signs = ("增", "÷") if _GROWTH.search(head) else ("÷", "增")
    named = _NAMED_RATE.search(side.part.last_head(column))
    pairs = ordered_pairs(side.part, amounts)
    if named is not None:  # 规模控制率 is of 实际规模 and 批复规模
        pairs.sort(key=lambda pair: not all(named["of"] in side.part.heads[at] for at in pair))
    for sign in signs:
        for a, b in pairs:
            yield Formula(a, b, sign, counted=_is_count(side, a) and _is_count(side, b))


def _is_count(side: Side, column: int) -> bool:
    """Whether the column's name says that it counts people or things, and none of its figures has decimals."""
    values = [line.values[column] for line in side.lines if column in line.values]
    return _COUNT_HEAD.search(side.part.heads[column]) is not None and all(not value.decimals for value in values)
