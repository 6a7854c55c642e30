"""Converted score: an outside assessment's points, brought to this leaf's: 91.02 ÷ 100 × 5."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.numbers import equals
from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Binary, Call, Expression, Name, Number
from hengji.rules.notation import Notation, Plain, number_text
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Converted(Rule):
    """得分 = 考核得分 ÷ `of` × 分值, capped at full and never below 0."""

    kind = "converted"
    of: Number

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        converted = Binary("×", Binary("÷", value, self.of), Number(full))
        return Call("最大", (Number(Fraction(0)), Call("最小", (Number(full), converted))))

    def standard(self, value: str, full: Fraction) -> str:
        return f"得分={value}÷{number_text(self.of)}×{points_text(full)}，最高{points_text(full)}分"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        value, full = Fraction(outcome.value or 0), points_text(outcome.full)
        if value > self.of.value:
            return (f"{outcome.value_text} 超过满分 {number_text(self.of)}，按满分计 {full} 分",)
        return (f"{outcome.value_text} ÷ {number_text(self.of)} × {full} {equals(outcome.points)}",)

    def thresholds(self) -> tuple[Number, ...]:
        return (self.of,)

    def problems(self, full: Fraction) -> Iterator[str]:
        if self.of.value <= 0:
            yield f"换算前的满分 {number_text(self.of)} 必须大于 0"

    def to_data(self) -> Plain:
        return {"of": number_text(self.of)}

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        mapping = notation.mapping(located, "折算得分", ("of",))
        of = notation.literal(mapping.get("of"), "换算前的满分 of")
        return cls(of) if of.value > 0 else None
