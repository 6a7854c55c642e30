"""Rows that a text prints as bare lines, each with amounts and the rates that were computed from them: 405 435 449
103.2% 10.9%.

Nobody says which column is divided by which; the rows do. Where one quotient or change of two amounts gives the rate in
three rows and more, and in two of three, that is what the column means, and the row that has another rate is wrong.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Final

from hengji.checks.context import Context, Span
from hengji.checks.intervals import Interval
from hengji.checks.relations.pieces import piece
from hengji.checks.relations.verdicts import in_words
from hengji.facts.numbers import percent, read_number
from hengji.facts.relation import Figure, Relation, Verdict

__all__ = ["rated_lines"]

_N: Final = r"-?\d[\d,]{0,15}(?:\.\d{1,6})?(?![\d.,%％])"
_P: Final = r"-?\d{1,9}(?:\.\d{1,4})?[%％]"
_AMOUNT: Final = re.compile(_N)
_RATE: Final = re.compile(_P)
_RUN: Final = re.compile(
    rf"(?:(?<=\s)|^)(?P<amounts>{_N}(?:[ \t]+{_N}){{1,4}})(?P<rates>(?:[ \t]+{_P}){{1,3}})(?=\s|$)", re.M
)
_APART: Final = re.compile(r"单位\s?[：:]|^[ \t]{0,20}附?表\s?\d", re.M)
_CODE: Final = re.compile(r"[1-3]\d{2}(?:\d{2}){0,3}")
_SCORED: Final = re.compile("得分|分值|评分")
"""Rates of scores are judged with their points."""
_FEWEST: Final = 3
_TELLING: Final = (Fraction(0), Fraction(1))
"""Rates that many pairs of amounts give."""


@dataclass(frozen=True, slots=True)
class _Cell:
    figure: Figure
    value: Fraction
    step: Fraction

    @property
    def interval(self) -> Interval:
        return Interval(self.value - self.step / 2, self.value + self.step / 2)


@dataclass(frozen=True, slots=True)
class _Law:
    """What a rate is: *part* over *base*, or how far *part* is above *base*."""

    part: int
    base: int
    grows: bool

    def computed(self, row: Sequence[_Cell]) -> Fraction | None:
        base = row[self.base].value
        if base == 0:
            return None
        return (row[self.part].value - base if self.grows else row[self.part].value) / base

    def holds(self, row: Sequence[_Cell], rate: _Cell) -> bool:
        part, base = row[self.part].interval, row[self.base].interval
        ratio = part.divided_by(base)
        if ratio is None:
            return False
        one = Fraction(1 if self.grows else 0)
        return Interval(ratio.low - one, ratio.high - one).meets(rate.interval) or self._cut(row, rate)

    def _cut(self, row: Sequence[_Cell], rate: _Cell) -> bool:
        """Whether the rate was cut off instead of rounded."""
        exact = self.computed(row)
        return exact is not None and 0 <= abs(exact) - abs(rate.value) < rate.step


Row = tuple[tuple[_Cell, ...], tuple[_Cell, ...]]


def rated_lines(context: Context) -> Iterator[Relation]:
    """Relations of kinds ``rate`` and ``growth`` for every such row outside the tables that the file itself has."""
    for rows in _groups(context):
        for place in range(len(rows[0][1])):
            yield from _column([(row[0], row[1][place]) for row in rows])


def _groups(context: Context) -> Iterator[list[Row]]:
    """Rows with as many amounts and rates, between one head of a table and the next."""
    text = context.document.text
    heads = [match.start() for match in _APART.finditer(text)]
    found: dict[tuple[int, int, int], list[Row]] = defaultdict(list)
    for match in _RUN.finditer(text):
        table = context.table_at(match.start())
        if table is not None and (not table.rebuilt or _SCORED.search(text, table.start, table.end)):
            continue
        amounts = tuple(_cells(context, match.span("amounts"), _AMOUNT))
        rates = tuple(_cells(context, match.span("rates"), _RATE))
        if _CODE.fullmatch(amounts[0].figure.text) and text[match.start() - 1 : match.start()] == "\n":
            continue  # the name of the account was broken, and its code is no amount
        head = bisect_left(heads, match.start())
        found[head, len(amounts), len(rates)].append((amounts, rates))
    yield from (rows for rows in found.values() if len(rows) >= _FEWEST)


def _cells(context: Context, span: Span, pattern: re.Pattern[str]) -> Iterator[_Cell]:
    for match in pattern.finditer(context.document.text, *span):
        digits = match[0].rstrip("%％")
        value = read_number(digits.lstrip("-")) or Fraction(0)
        value = -value if digits.startswith("-") else value
        scale = 100 if digits != match[0] else 1
        step = Fraction(1, 10 ** len(digits.partition(".")[2])) / scale
        yield _Cell(piece(context, "part", *match.span()), value / scale, step)


def _column(rows: Sequence[tuple[tuple[_Cell, ...], _Cell]]) -> Iterator[Relation]:
    laws = [
        _Law(part, base, grows) for part, base in permutations(range(len(rows[0][0])), 2) for grows in (False, True)
    ]
    scored = [(sum(law.holds(*row) for row in rows if row[1].value not in _TELLING), law) for law in laws]
    most, law = max(scored, key=lambda one: one[0])
    judged = [row for row in rows if law.computed(row[0]) is not None]
    held = sum(law.holds(*row) for row in judged)
    if most < _FEWEST or 3 * held < 2 * len(judged):
        return
    for amounts, rate in judged:
        yield _relation(law, amounts, rate)


def _relation(law: _Law, amounts: Sequence[_Cell], rate: _Cell) -> Relation:
    part, base = amounts[law.part], amounts[law.base]
    computed = law.computed(amounts) or Fraction(0)
    right = percent(computed, len(rate.figure.text.rstrip("%％").partition(".")[2]))
    holds, negative = law.holds(amounts, rate), law.grows and base.value < 0
    verdict: Verdict = "suspicious" if holds and negative else "ok" if holds else "error"
    over = f"({in_words(part.value)} - {in_words(base.value)})" if law.grows else in_words(part.value)
    message, what = f"这一行的比率为 {right}，与所列一致。", "增减率" if law.grows else "比率"
    if not holds:
        message = f"同一表中其他各行的这一列都是{what}，按此这一行应为 {right}，所列为 {rate.figure.text}。"
    elif negative:
        message = f"基数 {base.figure.text} 是负数，增减率 {rate.figure.text} 没有意义。请只写增减额。"
    return Relation(
        kind="growth" if law.grows else "rate",
        verdict=verdict,
        figures=(part.figure, base.figure, Figure("stated", rate.figure.text, rate.figure.start, rate.figure.end)),
        formula=f"{over} ÷ {in_words(base.value)}",
        computed=right,
        stated=rate.figure.text,
        message=message,
        severity="high" if verdict == "error" else "medium",
    )
