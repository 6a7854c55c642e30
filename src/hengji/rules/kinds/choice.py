"""Choice: the standard prints several situations, each with its points, and exactly one of them applies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Call, Comparison, Expression, Name, Number
from hengji.rules.notation import Notation, Plain
from hengji.rules.rule import Asked, Option, Outcome, Rule, points_text

OPTION = "情形"


@dataclass(frozen=True, slots=True)
class Choice(Rule):
    """`options`: what applies, and what it earns; the answer is the option's number, counted from 1."""

    kind = "choice"
    takes = "nothing"
    options: tuple[tuple[str, Fraction], ...]

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        expression: Expression = Number(self.options[-1][1])
        for number, (_, points) in reversed(list(enumerate(self.options[:-1], 1))):
            chosen = Comparison((answer(OPTION), Number(Fraction(number))), ("=",))
            expression = Call("如果", (chosen, Number(points), expression))
        return expression

    def asks(self, full: Fraction) -> tuple[Asked, ...]:
        options = tuple(Option(text, points, points) for text, points in self.options)
        return (Asked(OPTION, "属于哪种情形", "option", Fraction(1), Fraction(len(options)), options),)

    def standard(self, value: str, full: Fraction) -> str:
        return "；".join(
            f"{number}.{text.removesuffix('的')}的，得{points_text(points)}分"
            for number, (text, points) in enumerate(self.options, 1)
        )

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        text, points = self.options[int(outcome.answers[OPTION]) - 1]
        return (f"属于第{int(outcome.answers[OPTION])}种情形“{text}”，得 {points_text(points)} 分",)

    def highest(self, full: Fraction) -> Fraction:
        return max(points for _, points in self.options)

    def problems(self, full: Fraction) -> Iterator[str]:
        for text, points in self.options:
            if not 0 <= points <= full:
                yield f"情形“{text}”的得分 {points_text(points)} 应在 0 与分值 {points_text(full)} 之间"

    def to_data(self) -> Plain:
        return [{"points": points_text(points), "text": text} for text, points in self.options]

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        options = []
        for entry in notation.listing(located, "情形"):
            option = notation.mapping(entry, "一种情形", ("points", "text"))
            points = notation.number(option.get("points"), "该情形得分 points")
            options.append((notation.text(option.get("text"), "情形的说明 text"), points))
        if not options:
            notation.findings.error("至少要有一种情形", located.source)
            return None
        return cls(tuple(options))
