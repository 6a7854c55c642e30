"""Deductions: full points less what several counts take together, until nothing is left (扣完为止)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.numbers import equals
from hengji.facts.sources import Located
from hengji.rules.formula.exact import is_missing
from hengji.rules.formula.syntax import Binary, Call, Expression, Name, Number
from hengji.rules.notation import Notation, Plain
from hengji.rules.part_notation import part_data, read_parts
from hengji.rules.parts import Part, either_of
from hengji.rules.rule import Outcome, Rule, points_text


@dataclass(frozen=True, slots=True)
class Deductions(Rule):
    """Each item is a part whose rule says how much is taken; its points are the most it may take."""

    kind = "deductions"
    takes = "nothing"
    items: tuple[Part, ...]
    floor: Fraction = Fraction(0)

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        taken = Call("合计", tuple(item.inline() for item in self.items))
        return Call("最大", (Number(self.floor), Binary("-", Number(full), taken)))

    def missing(self) -> Expression | None:
        return either_of([is_missing(item.inline()) for item in self.items])

    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for item in self.items for name in item.names()))

    def standard(self, value: str, full: Fraction) -> str:
        lines = "；".join(
            f"（{number}）{item.text or item.rule.standard(item.called, item.points)}，"
            f"最多扣{points_text(item.points)}分"
            for number, item in enumerate(self.items, 1)
        )
        floor = "扣完为止" if not self.floor else f"最低得{points_text(self.floor)}分"
        return f"满分{points_text(full)}分，按下列各项扣分，{floor}：{lines}"

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        taken = outcome.full - outcome.points
        if not taken:
            return (f"没有扣分，得满分 {points_text(outcome.full)} 分",)
        return (f"{points_text(outcome.full)} − {points_text(taken)} {equals(outcome.points)}",)

    def problems(self, full: Fraction) -> Iterator[str]:
        if not 0 <= self.floor < full:
            yield f"最低得分 {points_text(self.floor)} 应在 0 与分值 {points_text(full)} 之间"
        for number, item in enumerate(self.items, 1):
            if item.asks():
                yield f"扣分的第{number}项需要人工评判，这里只能按数据扣分；酌情扣分请用 checklist"
            for problem in item.rule.problems(item.points):
                yield f"扣分的第{number}项：{problem}"

    def to_data(self) -> Plain:
        return {"floor": points_text(self.floor), "items": [part_data(item) for item in self.items]}

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        mapping = notation.mapping(located, "扣分项", ("floor", "items"))
        items = read_parts(mapping.get("items"), "扣分的各项 items", notation)
        if not items:
            notation.findings.error("扣分项至少要有一项", located.source)
            return None
        return cls(items, notation.number(mapping.get("floor"), "最低得分 floor", Fraction(0)))
