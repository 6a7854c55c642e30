"""Either-of (二者择其一): several ways to earn the points; the best of those demonstrated counts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.sources import Located
from hengji.rules.formula.exact import is_missing
from hengji.rules.formula.syntax import Call, Expression, Logical, Name, Number
from hengji.rules.notation import Notation, Plain
from hengji.rules.part_notation import part_data, read_parts
from hengji.rules.parts import Part
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Either(Rule):
    """Each option is a part of its own over data items; one that lacks its inputs does not stand in the way."""

    kind = "either"
    takes = "nothing"
    options: tuple[Part, ...]

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        earned = []
        for option in self.options:
            points = option.inline()
            lacking = is_missing(points)
            none = Number(Fraction(0))
            earned.append(points if lacking is None else Call("如果", (lacking, none, points)))
        return Call("最大", tuple(earned))

    def missing(self) -> Expression | None:
        lacking = tuple(is_missing(option.inline()) for option in self.options)
        conditions = tuple(condition for condition in lacking if condition is not None)
        return Logical("且", conditions) if len(conditions) == len(lacking) > 1 else None

    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for option in self.options for name in option.names()))

    def standard(self, value: str, full: Fraction) -> str:
        ways = "；".join(
            f"（{number}）{option.rule.standard(option.called, option.points)}"
            for number, option in enumerate(self.options, 1)
        )
        return f"下列各项择其一，取得分高者：{ways}"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        return (f"各项择其一，取得分高者，得 {points_text(outcome.points)} 分",)

    def highest(self, full: Fraction) -> Fraction:
        return max(option.rule.highest(option.points) for option in self.options)

    def problems(self, full: Fraction) -> Iterator[str]:
        for number, option in enumerate(self.options, 1):
            if option.asks():
                yield f"择一的第{number}项需要人工评判，择一只能用于按数据计算的规则"
            for problem in option.rule.problems(option.points):
                yield f"择一的第{number}项：{problem}"

    def to_data(self) -> Plain:
        return [part_data(option) for option in self.options]

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        options = read_parts(located, "择一的各项", notation)
        return cls(options) if options else None
