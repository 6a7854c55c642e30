"""A part of a leaf: a value, a rule over it, and all that the standard says about exceptions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from hengji.rules.formula.exact import denominator_is_zero, is_missing, substitute
from hengji.rules.formula.formula import Formula
from hengji.rules.formula.syntax import Binary, Call, Expression, Logical, Name, Number
from hengji.rules.rule import Asked, Rule

__all__ = ["VALUE", "Case", "Lowered", "Part", "PartTransfer", "ZeroDenominator", "either_of"]

VALUE = Name("本项数值")
"""Stands for the value in a lowered rule: evaluated once, and a cell of its own in the workbook."""

ZeroDenominator = Literal["full", "zero", "not_applicable"]


@dataclass(frozen=True, slots=True)
class Case:
    """An exception the standard prints: when it holds, these points and nothing else."""

    when: Formula
    points: Fraction
    text: str


@dataclass(frozen=True, slots=True)
class PartTransfer:
    """When `applies` is false, the part's points go to the leaf's parts numbered in `to` (from 1), evenly."""

    applies: Formula
    to: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`points` is what the part is worth; `called` is how sentences name the value.

    `zero` says what a zero denominator earns, `rate_places` rounds the value half-up before the rule
    reads it, where the standard prints a rounded rate.
    """

    points: Fraction
    rule: Rule
    value: Formula | None = None
    called: str = ""
    text: str = ""
    cases: tuple[Case, ...] = ()
    zero: ZeroDenominator | None = None
    rate_places: int | None = None
    transfer: PartTransfer | None = None

    def lowered(self, key: str) -> Lowered:
        """The part as expressions; answers a person gives are named after *key*."""
        answer = answer_names(key)
        value = self._rounded_value()
        required = tuple(answer(asked.key) for asked in self.asks() if asked.default is None)
        conditions = [
            *(is_missing(case.when.expression) for case in self.cases),
            is_missing(value) if value is not None else None,
            self.rule.missing(),
            *(Call("缺", (name,)) for name in required),
        ]
        return Lowered(
            key=key,
            part=self,
            value=value,
            points=self.rule.points(VALUE, self.points, answer),
            missing=either_of(conditions),
            zero=denominator_is_zero(self.value.expression) if self.value is not None else None,
            undefined=self.rule.undefined(VALUE),
        )

    def inline(self) -> Expression:
        """The part's points as one expression of data items, for rules that are made of parts."""
        lowered = self.lowered("")
        return substitute(lowered.guarded_points, {VALUE.name: lowered.value or Number(Fraction(0))})

    def _rounded_value(self) -> Expression | None:
        if self.value is None or self.rate_places is None:
            return self.value.expression if self.value else None
        return Call("四舍五入", (self.value.expression, Number(Fraction(self.rate_places))))

    def asks(self) -> tuple[Asked, ...]:
        return self.rule.asks(self.points)

    def names(self) -> tuple[str, ...]:
        """Data items that the part reads, in order."""
        formulas = [case.when for case in self.cases]
        formulas += [self.value] if self.value is not None else []
        formulas += [self.transfer.applies] if self.transfer else []
        found = [name for formula in formulas for name in formula.names]
        return tuple(dict.fromkeys([*found, *self.rule.names()]))


@dataclass(frozen=True, slots=True)
class Lowered:
    """A part as expressions of data items and answers: what all readings but the prose start from.

    `value` is the figure, `points` the unscaled, unrounded points in terms of `VALUE`. The conditions are
    tried in this order: `missing`, the part's cases, `zero`, `undefined`, then `points`.
    """

    key: str
    part: Part
    value: Expression | None
    points: Expression
    missing: Expression | None
    zero: Expression | None
    undefined: Expression | None

    @property
    def guarded_points(self) -> Expression:
        """`points` behind the printed exceptions and the zero denominator."""
        expression = self.points
        if self.zero is not None:
            at_zero = self.part.points if self.part.zero == "full" else Fraction(0)
            expression = Call("如果", (self.zero, Number(at_zero), expression))
        for case in reversed(self.part.cases):
            expression = Call("如果", (case.when.expression, Number(case.points), expression))
        return expression

    def scaled_points(self, scale: Expression, places: int) -> Expression:
        """Points as the leaf earns them: scaled for points moved in or out, rounded half-up."""
        return Call("四舍五入", (Binary("×", self.guarded_points, scale), Number(Fraction(places))))


def answer_names(key: str) -> Callable[[str], Name]:
    """How the answers of the part *key* are named in expressions."""
    return lambda asked: Name(f"{key}·{asked}")


def either_of(conditions: list[Expression | None]) -> Expression | None:
    """One condition that holds when any of *conditions* does; None when there is none."""
    found = tuple(dict.fromkeys(condition for condition in conditions if condition is not None))
    if not found:
        return None
    return found[0] if len(found) == 1 else Logical("或", found)
