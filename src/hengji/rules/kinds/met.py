"""Met: a condition that is true earns full points, one that is false earns none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Call, Expression, Name, Number
from hengji.rules.notation import Notation, Plain
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Met(Rule):
    """满足条件得满分，否则不得分. The condition is the value."""

    kind = "met"
    takes = "truth"

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        return Call("如果", (value, Number(full), Number(Fraction(0))))

    def standard(self, value: str, full: Fraction) -> str:
        return f"{value}的，得{points_text(full)}分，否则不得分"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        if outcome.value:
            return (f"条件成立，得 {points_text(outcome.full)} 分",)
        return ("条件不成立，不得分",)

    def to_data(self) -> Plain:
        return {}

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self:
        return cls()
