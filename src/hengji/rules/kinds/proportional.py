"""Proportional: points follow the rate, in either direction, capped at full, or nothing above plan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal, Self

from hengji.facts.numbers import equals
from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Binary, Call, Comparison, Expression, Name, Number
from hengji.rules.notation import Notation, Plain, number_text
from hengji.rules.rule import Outcome, Rule, points_text

_ABOVE = {"full": "full", "满分": "full", "zero": "zero", "0": "zero", "不得分": "zero"}
_DIRECTION = {"higher": "higher", "正向": "higher", "lower": "lower", "反向": "lower"}


@dataclass(frozen=True, slots=True)
class Proportional(Rule):
    """得分 = 分值 × 比率. With `direction` lower the value is actual ÷ plan, and above 1 earns 分值 ÷ 比率.

    `above_plan` says what a rate above 100% earns where higher is better: ``full`` (capped) or ``zero``.
    `nothing_below`: a rate under it earns nothing.
    """

    kind = "proportional"
    above_plan: Literal["full", "zero"] = "full"
    direction: Literal["higher", "lower"] = "higher"
    nothing_below: Number | None = None

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        one, none, all_points = Number(Fraction(1)), Number(Fraction(0)), Number(full)
        if self.direction == "lower":
            shrinking = Binary("÷", all_points, Call("最大", (value, one)))
            return Call("如果", (Comparison((value, one), ("≤",)), all_points, shrinking))
        above = all_points if self.above_plan == "full" else none
        floor = self.nothing_below or none
        earned = Call("如果", (Comparison((value, floor), ("<",)), none, Binary("×", all_points, value)))
        return Call("如果", (Comparison((value, one), (">",)), above, earned))

    def standard(self, value: str, full: Fraction) -> str:
        if self.direction == "lower":
            return f"{value}不超过100%的得满分{points_text(full)}分；超过的，得分={points_text(full)}÷{value}"
        above = "超过100%的按满分计" if self.above_plan == "full" else "超过100%的不得分"
        low = f"；低于{number_text(self.nothing_below)}的不得分" if self.nothing_below else ""
        return f"得分={points_text(full)}×{value}；{above}{low}"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        full, points = points_text(outcome.full), equals(outcome.points)
        value = Fraction(outcome.value or 0)
        if self.direction == "lower":
            if value <= 1:
                return (f"{outcome.value_text} 不超过 100%，得满分 {full} 分",)
            return (f"{full} ÷ {outcome.value_text} {points}",)
        if value > 1:
            verdict = f"按满分计 {full} 分" if self.above_plan == "full" else "按标准不得分"
            return (f"{outcome.value_text} 超过 100%，{verdict}",)
        if value < (self.nothing_below.value if self.nothing_below else 0):
            limit = number_text(self.nothing_below) if self.nothing_below else "0"
            return (f"{outcome.value_text} 低于 {limit}，不得分",)
        return (f"{full} × {outcome.value_text} {points}",)

    def thresholds(self) -> tuple[Number, ...]:
        return (Number(Fraction(1), "%"), *((self.nothing_below,) if self.nothing_below else ()))

    def to_data(self) -> Plain:
        data: dict[str, Plain] = {"direction": self.direction}
        if self.direction == "higher":
            data["above_plan"] = self.above_plan
        if self.nothing_below:
            data["nothing_below"] = number_text(self.nothing_below)
        return data

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self:
        mapping = notation.mapping(located, "按比例得分", ("direction", "above_plan", "nothing_below"))
        direction = notation.choice(mapping.get("direction"), "方向 direction", _DIRECTION, "higher")
        above = "full"
        if direction == "higher":
            if mapping.get("above_plan") is None:
                notation.findings.error(
                    "必须写明超过计划（比率大于100%）时怎样得分 above_plan",
                    located.source,
                    expected="full（按满分计）或 zero（不得分）",
                )
            else:
                above = notation.choice(mapping.get("above_plan"), "超过计划时 above_plan", _ABOVE, "full")
        below = mapping.get("nothing_below")
        return cls(
            "zero" if above == "zero" else "full",
            "lower" if direction == "lower" else "higher",
            notation.literal(below, "不得分界限 nothing_below") if below is not None else None,
        )
