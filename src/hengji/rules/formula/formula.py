"""A formula as a scheme writes it: its text, the checked expression, and the unit of what it gives."""

from __future__ import annotations

from dataclasses import dataclass, field

from hengji.facts.units import RATE, Unit
from hengji.rules.formula.exact import names_in
from hengji.rules.formula.syntax import Expression

__all__ = ["Formula"]


@dataclass(frozen=True, slots=True)
class Formula:
    """`expression` has its units converted; two formulas are equal when they mean the same."""

    text: str = field(compare=False)
    expression: Expression
    unit: Unit = RATE

    @property
    def names(self) -> tuple[str, ...]:
        return names_in(self.expression)
