"""Three tiers of judgement: 达成 / 部分达成 / 未达成, each a range of percentages of the points.

财预〔2020〕10号 prints 100–80 (incl.), 80–60 (incl.), 60–0; places differ in the bounds (待核), so they are data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.numbers import equals, percent
from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Binary, Expression, Name, Number
from hengji.rules.intervals import Interval, gaps, overlaps, read_interval
from hengji.rules.notation import Notation, Plain
from hengji.rules.rule import Asked, Option, Outcome, Rule, points_text

RATE = "评判比例"


@dataclass(frozen=True, slots=True)
class Tiers(Rule):
    """`tiers`: name and range of rates; a person names the rate, the tier follows from it."""

    kind = "tiers"
    takes = "nothing"
    tiers: tuple[tuple[str, Interval], ...]

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        return Binary("×", Number(full), answer(RATE))

    def asks(self, full: Fraction) -> tuple[Asked, ...]:
        options = tuple(
            Option(
                name,
                interval.low.value if interval.low else Fraction(0),
                interval.high.value if interval.high else Fraction(1),
            )
            for name, interval in self.tiers
        )
        return (Asked(RATE, "按完成情况评判的得分比例", "rate", Fraction(0), Fraction(1), options),)

    def tier_of(self, rate: Fraction) -> str:
        return next((name for name, interval in self.tiers if interval.contains(rate)), "")

    def standard(self, value: str, full: Fraction) -> str:
        ranges = "；".join(f"{name}，得分值的{interval.prose('比例')}" for name, interval in self.tiers)
        return f"按完成情况分档评判：{ranges}"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        rate = outcome.answers[RATE]
        return (
            f"评判为“{self.tier_of(rate)}”，得分比例 {percent(rate)}",
            f"{points_text(outcome.full)} × {percent(rate)} {equals(outcome.points)}",
        )

    def problems(self, full: Fraction) -> Iterator[str]:
        whole = read_interval("[0%,100%]") or Interval()
        intervals = [interval for _, interval in self.tiers]
        for one, other in overlaps(intervals):
            yield f"评判档次“{one}”与“{other}”重叠"
        for gap in gaps(intervals, whole):
            yield f"评判比例“{gap}”不属于任何档次"

    def to_data(self) -> Plain:
        return {name: str(interval) for name, interval in self.tiers}

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        tiers = []
        for key, entry in notation.mapping(located, "评判档次").entries:
            interval = read_interval(notation.text(entry, "档次的比例范围"))
            if interval is None:
                notation.findings.error("档次的比例范围看不懂", entry.source, expected="如 [80%,100%]")
            else:
                tiers.append((key.text, interval))
        if not tiers:
            notation.findings.error("评判档次至少要有一档", located.source)
            return None
        return cls(tuple(tiers))
