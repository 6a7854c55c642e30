"""Step deduction: beyond a bound, each step takes points, down to a floor; with or without 含, or pro rata."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, Self, cast

from hengji.facts.numbers import equals
from hengji.facts.sources import Located
from hengji.rules.formula.syntax import Binary, Call, Comparison, Expression, Name, Number
from hengji.rules.notation import Notation, Plain, number_text
from hengji.rules.rule import Outcome, Rule, points_text

Counting = Literal["reached", "passed", "started", "pro_rata"]

_COUNTING = {
    "reached": "reached",
    "含": "reached",
    "passed": "passed",
    "不含": "passed",
    "started": "started",
    "不足一档按一档": "started",
    "pro_rata": "pro_rata",
    "按比例": "pro_rata",
}
_SIDE = {"above": "above", "超过": "above", "below": "below", "低于": "below"}


@dataclass(frozen=True, slots=True)
class Steps(Rule):
    """Full points up to `beyond`; each further `each` takes `deduct`, never below `floor`.

    `counting`: ``reached`` counts a step when it is reached (每增加5%（含）), ``passed`` when it is exceeded
    (不含), ``started`` as soon as it is begun, ``pro_rata`` in proportion (threshold plus per-point deduction).
    `side`: deduct ``above`` the bound or ``below`` it.
    """

    kind = "steps"
    each: Number
    deduct: Fraction
    counting: Counting
    beyond: Number = field(default=Number(Fraction(0)))
    side: Literal["above", "below"] = "above"
    floor: Fraction = Fraction(0)

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        excess = Binary("-", value, self.beyond) if self.side == "above" else Binary("-", self.beyond, value)
        ratio: Expression = Binary("÷", excess, self.each)
        counts: dict[Counting, Expression] = {
            "reached": Call("向下取整", (ratio,)),
            "passed": Binary("-", Call("向上取整", (ratio,)), Number(Fraction(1))),
            "started": Call("向上取整", (ratio,)),
            "pro_rata": ratio,
        }
        left = Binary("-", Number(full), Binary("×", Number(self.deduct), counts[self.counting]))
        within = Comparison((excess, Number(Fraction(0))), ("≤",))
        return Call("如果", (within, Number(full), Call("最大", (Number(self.floor), left))))

    def standard(self, value: str, full: Fraction) -> str:
        bound, step = number_text(self.beyond), number_text(self.each)
        side = "不超过" if self.side == "above" else "不低于"
        more = "增加" if self.side == "above" else "降低"
        how = {
            "reached": f"每{more}{step}（含）扣{points_text(self.deduct)}分",
            "passed": f"每{more}超过{step}（不含）扣{points_text(self.deduct)}分",
            "started": f"每{more}{step}扣{points_text(self.deduct)}分，不足{step}的按{step}计",
            "pro_rata": f"每{more}{step}扣{points_text(self.deduct)}分，不足{step}的按比例计",
        }[self.counting]
        floor = "扣完为止" if not self.floor else f"最低得{points_text(self.floor)}分"
        return f"{value}{side}{bound}的得满分{points_text(full)}分；{how}，{floor}"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        value, bound = Fraction(outcome.value or 0), self.beyond.value
        excess = value - bound if self.side == "above" else bound - value
        if excess <= 0:
            side = "未超过" if self.side == "above" else "不低于"
            return (f"{outcome.value_text} {side} {number_text(self.beyond)}，得满分 {points_text(outcome.full)} 分",)
        count = self._count(excess / self.each.value)
        if not count:
            gap = f"与 {number_text(self.beyond)} 相差不到一档（{number_text(self.each)}）"
            return (f"{outcome.value_text} {gap}，得满分 {points_text(outcome.full)} 分",)
        taken = outcome.full - outcome.points
        more = "超出" if self.side == "above" else "低于"
        sentence = (
            f"{outcome.value_text} {more} {number_text(self.beyond)}，按每 {number_text(self.each)} 扣 "
            f"{points_text(self.deduct)} 分计 {points_text(count)} 档，扣 {points_text(taken)} 分"
        )
        return (
            sentence,
            f"{points_text(outcome.full)} − {points_text(taken)} {equals(outcome.points)}",
        )

    def _count(self, ratio: Fraction) -> Fraction:
        whole, part = divmod(ratio.numerator, ratio.denominator)
        up = whole + (1 if part else 0)
        return {
            "reached": Fraction(whole),
            "passed": Fraction(up - 1),
            "started": Fraction(up),
            "pro_rata": ratio,
        }[self.counting]

    def thresholds(self) -> tuple[Number, ...]:
        return (self.each, self.beyond)

    def problems(self, full: Fraction) -> Iterator[str]:
        if self.each.value <= 0:
            yield f"每档幅度 {number_text(self.each)} 必须大于 0"
        if self.deduct <= 0:
            yield f"每档扣分 {points_text(self.deduct)} 必须大于 0"
        if not 0 <= self.floor <= full:
            yield f"最低得分 {points_text(self.floor)} 应在 0 与分值 {points_text(full)} 之间"

    def to_data(self) -> Plain:
        return {
            "each": number_text(self.each),
            "deduct": points_text(self.deduct),
            "counting": self.counting,
            "beyond": number_text(self.beyond),
            "side": self.side,
            "floor": points_text(self.floor),
        }

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        keys = ("each", "deduct", "counting", "beyond", "side", "floor")
        mapping = notation.mapping(located, "按档扣分", keys)
        each = notation.literal(mapping.get("each"), "每档幅度 each")
        if not each.value:
            notation.findings.error("每档幅度 each 不能为 0", located.source)
            return None
        return cls(
            each,
            notation.number(mapping.get("deduct"), "每档扣分 deduct"),
            cast(Counting, notation.choice(mapping.get("counting"), "计档方式 counting", _COUNTING)),
            notation.literal(mapping.get("beyond"), "起扣点 beyond", Number(Fraction(0), each.unit)),
            "below" if notation.choice(mapping.get("side"), "方向 side", _SIDE, "above") == "below" else "above",
            notation.number(mapping.get("floor"), "最低得分 floor", Fraction(0)),
        )
