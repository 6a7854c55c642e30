"""Bands: intervals with open and closed ends, each worth its points."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.sources import Located, Text
from hengji.rules.formula.syntax import Call, Expression, Name, Not, Number
from hengji.rules.intervals import EVERYTHING, Interval, gaps, overlaps, read_interval
from hengji.rules.notation import Notation, Plain
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Bands(Rule):
    """``=100% → 4; [90%,100%) → 3; …``. Outside `domain` the printed standard says nothing, and so do we."""

    kind = "bands"
    bands: tuple[tuple[Interval, Fraction], ...]
    domain: Interval = EVERYTHING

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        expression: Expression = Number(self.bands[-1][1])
        for interval, points in reversed(self.bands[:-1]):
            expression = Call("如果", (interval.condition(value), Number(points), expression))
        return expression

    def undefined(self, value: Expression) -> Expression | None:
        return None if self.domain == EVERYTHING else Not(self.domain.condition(value))

    def standard(self, value: str, full: Fraction) -> str:
        return "；".join(
            f"{interval.prose(value)}的，{f'得{points_text(points)}分' if points else '不得分'}"
            for interval, points in self.bands
        )

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        value = Fraction(outcome.value or 0)
        for interval, points in self.bands:
            if interval.contains(value):
                earned = f"得 {points_text(points)} 分" if points else "不得分"
                return (f"{outcome.value_text} 在“{interval}”档，{earned}",)
        return (f"{outcome.value_text} 不在标准的任何一档",)

    def thresholds(self) -> tuple[Number, ...]:
        return tuple(end for interval, _ in self.bands for end in interval.ends) + self.domain.ends

    def highest(self, full: Fraction) -> Fraction:
        return max(points for _, points in self.bands)

    def problems(self, full: Fraction) -> Iterator[str]:
        intervals = [interval for interval, _ in self.bands]
        for interval, points in self.bands:
            if interval.is_empty:
                yield f"分档“{interval}”里没有任何数，永远取不到"
            elif self.domain != EVERYTHING and gaps([self.domain], interval) == [interval]:
                yield f"分档“{interval}”在适用范围“{self.domain}”之外，永远取不到"
            if points < 0:
                yield f"分档“{interval}”的得分 {points_text(points)} 小于 0"
        for one, other in overlaps(intervals):
            yield f"分档“{one}”与“{other}”重叠，同一个数会有两个得分"
        for gap in gaps(intervals, self.domain):
            yield f"“{gap}”没有分档：落在这里的数没有得分。请补一档，或用 domain 写明标准的适用范围"

    def to_data(self) -> Plain:
        data: dict[str, Plain] = {} if self.domain == EVERYTHING else {"domain": str(self.domain)}
        return data | {str(interval): points_text(points) for interval, points in self.bands}

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        mapping = notation.mapping(located, "分档")
        domain, bands = EVERYTHING, []
        for key, value in mapping.entries:
            if key.text == "domain":
                domain = _interval(Text(notation.text(value, "适用范围"), value.source), notation) or EVERYTHING
            elif (interval := _interval(key, notation)) is not None:
                bands.append((interval, notation.number(value, f"“{key.text}”档的得分")))
        if not bands:
            notation.findings.error("分档至少要有一档", located.source)
            return None
        return cls(tuple(bands), domain)


def _interval(key: Text, notation: Notation) -> Interval | None:
    interval = read_interval(key.text)
    if interval is None:
        notation.findings.error(
            "分档的范围看不懂",
            key.source,
            found=f"“{key.text}”",
            expected="如 =100%、[90%,100%)、<70%、80%≤x<90%",
        )
    return interval
