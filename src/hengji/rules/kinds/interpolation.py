"""Interpolation: points run in a straight line between two bounds and stay level outside them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.numbers import equals
from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Binary, Call, Comparison, Expression, Name, Number
from hengji.rules.notation import Notation, Plain, number_text
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Interpolation(Rule):
    """`start` (the smaller value) earns `start_points`, `end` earns `end_points`; falling lines are allowed."""

    kind = "interpolation"
    start: Number
    start_points: Fraction
    end: Number
    end_points: Fraction

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        width, rise = self.end.value - self.start.value, self.end_points - self.start_points
        slope = Number(rise / width)
        line = Binary("+", Number(self.start_points), Binary("×", Binary("-", value, self.start), slope))
        above = Call("如果", (Comparison((value, self.end), ("≥",)), Number(self.end_points), line))
        return Call("如果", (Comparison((value, self.start), ("≤",)), Number(self.start_points), above))

    def standard(self, value: str, full: Fraction) -> str:
        low, high = number_text(self.start), number_text(self.end)
        return (
            f"{value}≤{low}的，得{points_text(self.start_points)}分；{value}≥{high}的，"
            f"得{points_text(self.end_points)}分；{low}与{high}之间按直线插值计分"
        )

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        value = Fraction(outcome.value or 0)
        low, high = number_text(self.start), number_text(self.end)
        if value <= self.start.value:
            return (f"{outcome.value_text} 不高于 {low}，得 {points_text(self.start_points)} 分",)
        if value >= self.end.value:
            return (f"{outcome.value_text} 不低于 {high}，得 {points_text(self.end_points)} 分",)
        rise = self.end_points - self.start_points
        return (
            f"{outcome.value_text} 在 {low} 与 {high} 之间，按直线插值："
            f"{points_text(self.start_points)} + ({outcome.value_text} − {low}) ÷ ({high} − {low}) × "
            f"{f'({points_text(rise)})' if rise < 0 else points_text(rise)} {equals(outcome.points)}",
        )

    def thresholds(self) -> tuple[Number, ...]:
        return (self.start, self.end)

    def highest(self, full: Fraction) -> Fraction:
        return max(self.start_points, self.end_points)

    def problems(self, full: Fraction) -> Iterator[str]:
        if min(self.start_points, self.end_points) < 0:
            yield "插值两端的得分不能小于 0"
        if self.start_points == self.end_points:
            yield "插值两端的得分相同，数值高低没有区别"

    def to_data(self) -> Plain:
        return {
            "from": {"at": number_text(self.start), "points": points_text(self.start_points)},
            "to": {"at": number_text(self.end), "points": points_text(self.end_points)},
        }

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        mapping = notation.mapping(located, "插值", ("from", "to"))
        ends = []
        for key in ("from", "to"):
            end = notation.mapping(mapping.get(key), f"插值的 {key}", ("at", "points"))
            ends.append(
                (
                    notation.literal(end.get("at"), f"{key} 的数值 at"),
                    notation.number(end.get("points"), f"{key} 的得分"),
                )
            )
        (start, start_points), (end_at, end_points) = ends
        if start.value >= end_at.value:
            notation.findings.error(
                "插值的 from 应小于 to", located.source, found=f"{number_text(start)}～{number_text(end_at)}"
            )
            return None
        return cls(start, start_points, end_at, end_points)
