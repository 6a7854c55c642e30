"""Target attainment: met earns full points, missed earns in proportion, far above because the target was low less.

财预〔2020〕10号 for the shape (待核: 附件的原文条款); the bound of over-fulfilment and what it costs are data.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.numbers import equals, percent
from hengji.facts.sources import Located
from hengji.facts.targets import Target, read_target
from hengji.rules.formula.syntax import Binary, Call, Comparison, Expression, Name, Number
from hengji.rules.notation import Notation, Plain, number_text
from hengji.rules.rule import Outcome, Rule, points_text

_NONE = Number(Fraction(0))


@dataclass(frozen=True, slots=True)
class Attainment(Rule):
    """The value is the actual. `over` is the attainment above which points shrink: 分值 × over ÷ 完成率.

    A missed target of zero or less cannot be missed in proportion: it earns nothing.
    """

    kind = "attainment"
    target: Target
    over: Number | None = None

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        low, high = self._bounds()
        expression = self._when_met(value, full, low)
        if high is not None:
            share = Number(full * high)
            missed = Binary("÷", share, Call("最大", (value, Number(high)))) if high > 0 else _NONE
            beyond = Comparison((value, Number(high)), (">",))
            expression = Call("如果", (beyond, missed, expression))
        if low is not None:
            part = Binary("÷", Binary("×", Number(full), value), Number(low)) if low > 0 else _NONE
            under = Comparison((value, Number(low)), ("<",))
            expression = Call("如果", (under, Call("最大", (_NONE, part)), expression))
        return expression

    def _bounds(self) -> tuple[Fraction | None, Fraction | None]:
        operator = self.target.operator
        bound = self.target.low if self.target.low is not None else self.target.high
        step = self._strict_step()
        if operator in {"≥", ">"}:
            return None if bound is None else bound + step, None
        if operator in {"≤", "<"}:
            return None, None if bound is None else bound - step
        return self.target.low, self.target.high if operator == "区间" else bound

    def _strict_step(self) -> Fraction:
        """Whole things: more than 5 is at least 6. A rate or an amount has no next figure."""
        unit, bound = self.target.unit, self.target.low if self.target.low is not None else self.target.high
        whole = unit is not None and unit.kind == "数量" and bound is not None and bound.denominator == 1
        return Fraction(1 if whole and self.target.operator in {">", "<"} else 0)

    def _when_met(self, value: Expression, full: Fraction, low: Fraction | None) -> Expression:
        if self.over is None or low is None or low <= 0 or self.target.operator not in {"≥", ">"}:
            return Number(full)
        limit = Number(low * self.over.value)
        shrunk = Binary("÷", Number(full * limit.value), Call("最大", (value, limit)))
        return Call("如果", (Comparison((value, limit), (">",)), shrunk, Number(full)))

    def standard(self, value: str, full: Fraction) -> str:
        over = f"；超过指标值{number_text(self.over)}的，按{number_text(self.over)}÷完成率折减" if self.over else ""
        return f"{value}达到“{self.target.text}”的得满分{points_text(full)}分；未达到的按完成比例得分{over}"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        value, full = Fraction(outcome.value or 0), outcome.full
        low, high = self._bounds()
        shown = f"完成值 {outcome.value_text}，指标值 {self.target.text}"
        if outcome.points == full:
            return (
                f"{shown}：{'达到' if self.target.attained(value) else '完成比例 100%'}，得满分 {points_text(full)} 分",
            )
        if low is not None and value < low:
            return self._missed(shown, full, value / low if low > 0 else None, outcome.points)
        if high is not None and value > high:
            return self._missed(shown, full, high / value if high > 0 else None, outcome.points)
        rate = percent(value / low) if low else ""
        over = number_text(self.over) if self.over else ""
        return (
            f"{shown}：完成率 {rate} 超过 {over}，指标值偏低，按比例折减",
            f"{points_text(full)} × {over} ÷ {rate} {equals(outcome.points)}",
        )

    @staticmethod
    def _missed(shown: str, full: Fraction, ratio: Fraction | None, points: Fraction) -> tuple[str, ...]:
        if ratio is None:
            return (f"{shown}：未达到，指标值不大于 0，无法按比例，不得分",)
        if ratio <= 0:
            return (f"{shown}：未达到，不得分",)
        return (
            f"{shown}：未达到，完成比例 {percent(ratio)}",
            f"{points_text(full)} × {percent(ratio, 4)} {equals(points)}",
        )

    def problems(self, full: Fraction) -> Iterator[str]:
        if self.target.operator == "定性":
            yield f"指标值“{self.target.text}”是定性的，应按档次评判"
        if self.over is not None and self.over.value <= 1:
            yield f"超额界限 {number_text(self.over)} 必须大于 100%"

    def to_data(self) -> Plain:
        data: dict[str, Plain] = {"target": self.target.text}
        return data | {"over": number_text(self.over)} if self.over else data

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        mapping = notation.mapping(located, "指标完成情况", ("target", "over"))
        text, over = notation.text(mapping.get("target"), "指标值 target"), mapping.get("over")
        target = read_target(text)
        if target is None or target.operator == "定性":
            notation.findings.error(
                "指标值不是定量的", located.source, found=f"“{text}”", expected="如 ≥90%、=3人、≤5天"
            )
            return None
        return cls(target, notation.literal(over, "超额界限 over") if over is not None else None)
