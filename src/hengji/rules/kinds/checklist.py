"""Checklist: ①②③ each worth its points; a partly met item, or the whole, by a judgement within its bound."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Self

from hengji.facts.numbers import equals
from hengji.facts.sources import Located, Mapping
from hengji.rules.formula.syntax import Binary, Call, Expression, Name, Number
from hengji.rules.notation import Notation, Plain
from hengji.rules.rule import Asked, Outcome, Rule, points_text

DISCRETION = "酌情扣分"


@dataclass(frozen=True, slots=True)
class Item:
    """One point of a checklist. `judgement` is the wording that allows part of the points, if any does."""

    points: Fraction
    text: str
    judgement: str = ""
    least: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Checklist(Rule):
    """Items add up; `discretion` is the wording that lets the verifier take points from the whole."""

    kind = "checklist"
    takes = "nothing"
    items: tuple[Item, ...]
    discretion: str = ""

    def points(self, value: Expression, full: Fraction, answer: Callable[[str], Name]) -> Expression:
        names = tuple(answer(asked.key) for asked in self.asks(full) if asked.kind == "points")
        total: Expression = Call("合计", names)
        if not self.discretion:
            return total
        return Call("最大", (Number(Fraction(0)), Binary("-", total, answer(DISCRETION))))

    def asks(self, full: Fraction) -> tuple[Asked, ...]:
        asked = tuple(
            Asked(str(number), item.text, "points", item.least, item.points, partial=bool(item.judgement))
            for number, item in enumerate(self.items, 1)
        )
        if not self.discretion:
            return asked
        whole = Asked(DISCRETION, self.discretion, "deduction", Fraction(0), self.highest(full), default=Fraction(0))
        return (*asked, whole)

    def standard(self, value: str, full: Fraction) -> str:
        lines = [
            f"{number}.{item.text}，得{points_text(item.points)}分{f'（{item.judgement}）' if item.judgement else ''}"
            for number, item in enumerate(self.items, 1)
        ]
        return "；".join([*lines, *([self.discretion] if self.discretion else [])])

    def explain(self, outcome: Outcome) -> tuple[str, ...]:
        given = [outcome.answers.get(str(number), Fraction(0)) for number in range(1, len(self.items) + 1)]
        sentences = [
            f"第{number}项“{item.text}”得 {points_text(points)} 分，满分 {points_text(item.points)} 分"
            for number, (item, points) in enumerate(zip(self.items, given, strict=True), 1)
            if points != item.points
        ]
        taken = outcome.answers.get(DISCRETION, Fraction(0))
        if not sentences and not taken:
            return (f"{'各项均' if len(given) > 1 else ''}达到要求，得满分 {points_text(outcome.full)} 分",)
        terms = " + ".join(points_text(points) for points in given)
        minus = f" − {points_text(taken)}" if taken else ""
        if len(given) > 1 or taken:
            sentences.append(f"{terms}{minus} {equals(outcome.points)}")
        return tuple(sentences)

    def highest(self, full: Fraction) -> Fraction:
        return sum((item.points for item in self.items), Fraction(0))

    def problems(self, full: Fraction) -> Iterator[str]:
        total = self.highest(full)
        if total != full:
            yield f"各项之和 {points_text(total)} 与分值 {points_text(full)} 不等"
        for number, item in enumerate(self.items, 1):
            if not 0 <= item.least < item.points:
                yield f"第{number}项的最低分 {points_text(item.least)} 应在 0 与 {points_text(item.points)} 之间"

    def to_data(self) -> Plain:
        items: list[Plain] = []
        for item in self.items:
            data: dict[str, Plain] = {"points": points_text(item.points), "text": item.text}
            if item.judgement:
                data["judgement"] = item.judgement
            if item.least:
                data["least"] = points_text(item.least)
            items.append(data)
        return {"items": items, "discretion": self.discretion} if self.discretion else items

    @classmethod
    def read(cls, located: Located, notation: Notation) -> Self | None:
        discretion, listed = "", located
        if isinstance(located, Mapping):
            mapping = notation.mapping(located, "逐项得分", ("items", "discretion"))
            discretion = notation.text(mapping.get("discretion"), "整体酌情扣分的说明 discretion")
            listed = mapping.get("items") or located
        items = []
        for entry in notation.listing(listed, "逐项得分"):
            item = notation.mapping(entry, "逐项得分的一项", ("points", "text", "judgement", "least"))
            items.append(
                Item(
                    notation.number(item.get("points"), "该项分数 points"),
                    notation.text(item.get("text"), "该项内容 text"),
                    notation.text(item.get("judgement"), "酌情的说明 judgement"),
                    notation.number(item.get("least"), "最低分 least", Fraction(0)),
                )
            )
        if not items:
            notation.findings.error("逐项得分至少要有一项", located.source)
            return None
        return cls(tuple(items), discretion)
