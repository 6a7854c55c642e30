"""Random formulas with figures, many of them exactly on a boundary, for comparing two readings of a formula.

The same seed gives the same cases. A threshold is often the very value that it is compared with, which is what
human figures do (a rate of exactly 90%) and what random figures never do.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from random import Random

from hengji.facts.numbers import round_half_up
from hengji.rules.formula.exact import Unknown, children, evaluate
from hengji.rules.formula.printing import decimals_of
from hengji.rules.formula.syntax import (
    Binary,
    Call,
    Comparison,
    ComparisonOperator,
    Expression,
    Function,
    Logical,
    Name,
    Negation,
    Not,
    Number,
    Truth,
)

COMPARISONS: tuple[ComparisonOperator, ...] = ("<", "≤", "=", "≥", ">", "≠")


@dataclass(frozen=True)
class Case:
    expression: Expression
    figures: dict[str, Fraction | bool | None]
    decimals: dict[str, int]
    """What the renderer is told; empty: nothing."""


def cases(count: int, seed: int) -> Iterator[Case]:
    random = Random(seed)
    while count:
        case = _Maker(random).case()
        if within_guarantee(case):
            count -= 1
            yield case


class _Maker:
    def __init__(self, random: Random) -> None:
        self.random = random
        self.told = random.random() < 0.6
        # A renderer that is told nothing of decimals guarantees ties for small figures only.
        size = random.choice([10**4, 10**7, 10**12]) if self.told else 10**4
        amounts = [Fraction(random.randint(-size // 4, size), 100) for _ in range(3)]
        amounts += [amounts[0] + amounts[1], Fraction(0), amounts[0] * random.choice([1, 2, 3]) / 4]
        amounts = [round_half_up(amount, 2) for amount in amounts]
        self.figures: dict[str, Fraction | bool | None] = {f"额{i}": amount for i, amount in enumerate(amounts)}
        self.figures |= {f"率{i}": Fraction(random.randint(0, 12_000), 10_000) for i in range(2)}
        self.figures |= {"数": Fraction(random.randint(1, 40)), "真": random.random() < 0.5, "缺项": None}
        self.decimals = {name: 4 if name.startswith("率") else 2 for name in self.figures if name != "真"}

    def case(self) -> Case:
        roll, depth = self.random.random(), self.random.randint(1, 4)
        if roll < 0.4:
            value: Expression = self.condition(depth)
        elif roll < 0.9:
            value = self.rounded(self.rate(depth) if self.random.random() < 0.6 else self.amount(depth))
        else:
            value = self.amount(depth)
        return Case(value, self.figures, self.decimals if self.told else {})

    def rounded(self, value: Expression) -> Expression:
        function: Function = self.random.choice(["四舍五入", "四舍五入", "向下取整", "向上取整"])
        if function != "四舍五入":
            return Call(function, (value,))
        places = self.random.randint(0, 4)
        found = evaluate(value, self.figures)
        if isinstance(found, Fraction) and self.random.random() < 0.5:
            tie = Fraction(2 * self.random.randint(0, 50) + 1, 2 * 10**places)
            gap = tie - found
            needed = decimals_of(gap)
            if needed is not None and needed <= 8:
                value = Binary("+", value, Number(gap))
        return Call("四舍五入", (value, Number(Fraction(places))))

    def amount(self, depth: int) -> Expression:
        pick = self.random.randint(0, 8) if depth else 0
        match pick:
            case 0 | 1:
                return Name(self.random.choice([name for name in self.figures if name[0] == "额"]))
            case 2 | 3:
                return Binary(self.random.choice(["+", "-"]), self.amount(depth - 1), self.amount(depth - 1))
            case 4:
                return Negation(self.amount(depth - 1))
            case 5:
                function: Function = self.random.choice(["最大", "最小", "合计"])
                return Call(function, tuple(self.amount(depth - 1) for _ in range(self.random.randint(1, 3))))
            case 6:
                return Call("绝对值", (self.amount(depth - 1),))
            case 7:
                branches = (self.amount(depth - 1), self.amount(depth - 1))
                return Call("如果", (self.condition(depth - 1), *branches))
            case _:
                return Binary("×", self.rate(depth - 1), self.amount(depth - 1))

    def rate(self, depth: int) -> Expression:
        pick = self.random.randint(0, 8) if depth else self.random.randint(0, 2)
        match pick:
            case 0:
                return Name(self.random.choice(["率0", "率1"]))
            case 1:
                return Number(Fraction(self.random.randint(0, 200), 200), "%")
            case 2:
                return Binary("÷", Number(Fraction(self.random.randint(0, 60))), Name("数"))
            case 3 | 4 | 5:
                return Binary("÷", self.amount(depth - 1), self.amount(depth - 1))
            case 6:
                return Binary("-", Number(Fraction(1)), self.rate(depth - 1))
            case 7:
                return Binary("×", Number(Fraction(self.random.randint(1, 20), 2)), self.rate(depth - 1))
            case _:
                return self.rounded(self.rate(depth - 1))

    def condition(self, depth: int) -> Expression:
        pick = self.random.randint(0, 9) if depth else self.random.randint(0, 1)
        match pick:
            case 0:
                return Name("真") if self.random.random() < 0.8 else Truth(self.random.random() < 0.5)
            case 1:
                return Call("缺", (Name(self.random.choice(["缺项", "额0"])),))
            case 2:
                return Not(self.condition(depth - 1))
            case 3 | 4:
                operands = tuple(self.condition(depth - 1) for _ in range(self.random.randint(2, 3)))
                return Logical(self.random.choice(["且", "或"]), operands)
            case 5:
                sides = (self.rate(depth - 1), self.rate(depth - 1))
                return Comparison(sides, (self.random.choice(COMPARISONS),))
            case _:
                return self.compared(self.random.choice([self.rate, self.amount])(depth - 1))

    def compared(self, value: Expression) -> Expression:
        """The value against thresholds of which one is often itself, or a hundredth beside."""
        found = evaluate(value, self.figures)
        near = round_half_up(found, 6) if isinstance(found, Fraction) else Fraction(9, 10)
        threshold = Number(near + Fraction(self.random.choice([0, 0, 0, 1, -1]), 100))
        if self.random.random() < 0.3:
            upper = Number(threshold.value + Fraction(self.random.randint(0, 1), 10))
            return Comparison(
                (threshold, value, upper), (self.random.choice(COMPARISONS[:2]), self.random.choice(COMPARISONS[:2]))
            )
        return Comparison((value, threshold), (self.random.choice(COMPARISONS),))


def within_guarantee(case: Case) -> bool:
    """Is every decision of the kind for which `hengji.rules.formula.pieces` promises agreement?"""
    found = evaluate(case.expression, case.figures)
    if isinstance(found, Unknown) and found.missing:
        return False
    bounds = _Bounds(case)
    return all(bounds.safe(node) for node in nodes(case.expression))


def slack(case: Case) -> Fraction:
    """How far from the exact value a correct double may be."""
    return 2 * _Bounds(case).bound(case.expression)[1]


def nodes(node: Expression) -> Iterator[Expression]:
    yield node
    for child in children(node):
        yield from nodes(child)


UNIT = Fraction(1, 2**53)


def _half(places: int) -> Fraction:
    """Half a unit of the last decimal: noise below it is rounded away."""
    return Fraction(1, 2 * 10**places)


class _Bounds:
    """A forward error bound: how far a double may be from the exact value, and how many decimals that has."""

    def __init__(self, case: Case) -> None:
        self.case = case

    def value(self, node: Expression) -> Fraction:
        found = evaluate(node, self.case.figures)
        return Fraction(0) if isinstance(found, Unknown) else Fraction(found)

    def safe(self, node: Expression) -> bool:
        match node:
            case Comparison(operands, _):
                return all(self.safely_compared(left, right) for left, right in pairwise(operands))
            case Call("四舍五入", (inner, places)):
                step = 2 * _half(int(self.value(places)))
                return self.safely_decided(inner, (self.value(inner) / step - Fraction(1, 2)) * step, step)
            case Call("向下取整" | "向上取整", (inner,)):
                return self.safely_decided(inner, self.value(inner), Fraction(1))
            case Binary("+" | "-", _, _) | Call("合计", _):
                count, noise = self.bound(node, snap=False)
                return count is None or noise < _half(count)
            case _:
                return True

    def safely_compared(self, left: Expression, right: Expression) -> bool:
        if isinstance(evaluate(left, self.case.figures), bool):
            return True
        (one, first), (other, second) = self.bound(left), self.bound(right)
        gap = abs(self.value(left) - self.value(right))
        if one is not None and other is not None and max(one, other) <= 12:
            return first < _half(one) and second < _half(other)
        return self._clear(gap, first + second)

    def safely_decided(self, node: Expression, offset: Fraction, step: Fraction) -> bool:
        places, noise = self.bound(node)
        if places is not None and places <= 12:
            return noise < _half(places)
        rest = offset % step
        return self._clear(min(rest, step - rest), noise)

    def _clear(self, gap: Fraction, noise: Fraction) -> bool:
        return noise < _half(12) if gap == 0 else gap > 2 * _half(12) + 2 * noise

    def bound(self, node: Expression, snap: bool = True) -> tuple[int | None, Fraction]:
        value = abs(self.value(node))
        match node:
            case Name(name):
                return self.case.decimals.get(name), value * UNIT
            case Number():
                return decimals_of(node.value), value * UNIT
            case Negation(inner):
                return self.bound(inner)
            case Binary("×" | "÷", _, _):
                return self._product(node, value)
            case Call("如果", (_, *branches)):
                return self._together([self.bound(branch) for branch in branches], max)
            case Call("四舍五入", (_, places)):
                return int(self.value(places)), value * UNIT
            case Call("向下取整" | "向上取整", _):
                return 0, Fraction(0)
            case Call("绝对值" | "最大" | "最小", arguments):
                return self._together([self.bound(argument) for argument in arguments], max)
        count, noise = self._together([self.bound(term) for term in children(node)], sum)
        if count is not None and count <= 12 and snap:
            return count, value * UNIT
        return count, noise + len(children(node)) * UNIT * max([value, *map(abs, map(self.value, children(node)))])

    def _product(self, node: Binary, value: Fraction) -> tuple[int | None, Fraction]:
        (one, first), (other, second) = self.bound(node.left), self.bound(node.right)
        left, right = abs(self.value(node.left)), abs(self.value(node.right))
        if node.operator == "×":
            places = None if one is None or other is None else one + other
            return places, left * second + right * first + value * UNIT
        return None, (first + value * second) / right + value * UNIT if right else Fraction(0)

    def _together(
        self, parts: list[tuple[int | None, Fraction]], noise: Callable[[list[Fraction]], Fraction | int]
    ) -> tuple[int | None, Fraction]:
        places = [count for count, _ in parts if count is not None]
        return max(places) if len(places) == len(parts) else None, Fraction(noise([part for _, part in parts]))
