"""Per occurrence: so much for each event, with a cap; a bonus, or an amount that a deduction list takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Binary, Call, Expression, Name, Number
from hengji.rules.notation import Notation, Plain
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Per(Rule):
    """`each` points for every one counted, at most `cap` (the leaf's points where no cap is given)."""

    kind = "per"
    each: Fraction
    cap: Fraction | None = None

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        earned = Binary("×", Number(self.each), value)
        return Call("最大", (Number(Fraction(0)), Call("最小", (Number(self._cap(full)), earned))))

    def _cap(self, full: Fraction) -> Fraction:
        return full if self.cap is None else self.cap

    def standard(self, value: str, full: Fraction) -> str:
        return f"{value}每有1项计{points_text(self.each)}分，最多{points_text(self._cap(full))}分"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        counted = Fraction(outcome.value or 0) * self.each
        capped = f"，按上限计 {points_text(outcome.points)} 分" if counted > outcome.points else ""
        return (f"{outcome.value_text} × {points_text(self.each)} = {points_text(counted)}{capped}",)

    def highest(self, full: Fraction) -> Fraction:
        return self._cap(full)

    def problems(self, full: Fraction) -> Iterator[str]:
        if self.each <= 0:
            yield f"每项的分数 {points_text(self.each)} 必须大于 0"
        if self.cap is not None and self.cap > full:
            yield f"上限 {points_text(self.cap)} 超过分值 {points_text(full)}"

    def to_data(self) -> Plain:
        data: dict[str, Plain] = {"each": points_text(self.each)}
        return data if self.cap is None else data | {"cap": points_text(self.cap)}

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self:
        mapping = notation.mapping(located, "按次计分", ("each", "cap"))
        cap = mapping.get("cap")
        return cls(
            notation.number(mapping.get("each"), "每项的分数 each"),
            notation.number(cap, "上限 cap") if cap is not None else None,
        )
