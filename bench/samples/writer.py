"""What a template writes with: figures in the document's style, headings that number themselves, tables."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from samples.arithmetic import half_up
from samples.composing import Mark, Relation, Sample, finish
from samples.places import Place, place
from samples.styles import Style, chinese_number, display, style

__all__ = ["Cell", "Row", "Writer"]

Cell = str | Mark
Row = Sequence[Cell]


@dataclass(frozen=True, slots=True)
class _Numbering:
    """The numbers of one sequence of headings."""

    level: int
    marks: list[int]


class Writer:
    """Collects the text, the marks and the relations of one document."""

    def __init__(self, name: str, seed: str) -> None:
        self.name = name
        self.rng = random.Random(seed)
        self.style: Style = style(self.rng)
        self.place: Place = place(self.rng)
        self._marks: list[Mark] = []
        self._relations: list[Relation] = []
        self._body: list[str] = []
        self._open: dict[int, _Numbering] = {}
        self._numberings: list[_Numbering] = []

    # ------------------------------------------------------------------------------------------------ choosing
    def one_of(self, *options: str) -> str:
        return self.rng.choice(options)

    def amount(self, low: float, high: float) -> Fraction:
        """An amount of money in the document's unit (the bounds are in 万元), at its precision."""
        scale = 10**self.style.decimals
        factor = 10_000 if self.style.unit == "元" else 1
        return Fraction(self.rng.randint(int(low * factor * scale), int(high * factor * scale)), scale)

    def split(self, total: Fraction, count: int) -> list[Fraction]:
        """*total* in *count* positive parts at the document's precision."""
        scale = 10**self.style.decimals
        whole = int(total * scale)
        shares = [self.rng.randint(15, 100) for _ in range(count)]
        parts = [max(1, whole * share // sum(shares)) for share in shares]
        parts[0] += whole - sum(parts)
        self.rng.shuffle(parts)
        return [Fraction(part, scale) for part in parts]

    # ------------------------------------------------------------------------------------------------- marks
    def word(self, text: str, role: str) -> Mark:
        mark = Mark(len(self._marks), text, role)
        self._marks.append(mark)
        return mark

    def _figure(self, text: str, role: str, unit: str) -> Mark:
        tail = self.word(unit, "unit") if unit else None
        mark = Mark(len(self._marks), text, role, tail, self.style.spaced)
        self._marks.append(mark)
        return mark

    def money(self, value: Fraction, unit: str | None = None) -> Mark:
        """An amount with the document's unit behind it."""
        shown = display(value, self.style.decimals, thousands=self.style.thousands, trim=self.style.trim)
        return self._figure(shown, "money", self.style.unit if unit is None else unit)

    def count(self, value: int, unit: str) -> Mark:
        return self._figure(str(value), "count", unit)

    def score(self, value: Fraction, unit: str = "分", decimals: int = 2) -> Mark:
        return self._figure(display(value, decimals, trim=self.style.trim_scores), "score", unit)

    def rate(self, value: Fraction, decimals: int | None = None) -> Mark:
        """*value* is the ratio; it is displayed as a percentage, half up."""
        places = self.style.rate_decimals if decimals is None else decimals
        return self._figure(display(half_up(value * 100, places), places, trim=self.style.trim) + "%", "rate", "")

    def year(self, value: int | None = None) -> Mark:
        return self._figure(str(self.place.year if value is None else value), "year", "")

    # --------------------------------------------------------------------------------------------- relations
    def relate(
        self, kind: str, formula: str, *figures: Mark, verdict: str = "ok", note: str = "", trap: bool = False,
        **words: Mark,
    ) -> None:  # fmt: skip
        named = {role: mark.id for role, mark in words.items()}
        marks = tuple(mark.id for mark in figures)
        self._relations.append(Relation(kind, formula, marks, named, verdict, note, trap))

    def sum(self, kind: str, parts: Iterable[Mark], total: Mark) -> None:
        """parts[0] + parts[1] + … = total"""
        marks = [*parts, total]
        letters = "abcdefghijklmnopqrstuvwxyz"[: len(marks)]
        self.relate(kind, "+".join(letters[:-1]) + "=" + letters[-1], *marks)

    # -------------------------------------------------------------------------------------------------- text
    def title(self, text: str) -> None:
        self._body.append(text + "\n\n")

    def para(self, *sentences: str) -> None:
        self._body.append(self.style.indent + "".join(sentences) + "\n" + self.style.between)

    def section(self, title: str, level: int = 1) -> None:
        """A heading with its number: 一、 or （一） or 1."""
        for deeper in [open_level for open_level in self._open if open_level > level]:
            del self._open[deeper]
        if level not in self._open:
            self._open[level] = _Numbering(level, [])
            self._numberings.append(self._open[level])
        numbering = self._open[level]
        place = len(numbering.marks) + 1
        form = {1: "{0}、", 2: "（{0}）", 3: "{1}."}[level]
        mark = self.word(form.format(chinese_number(place), place), f"heading{level}")
        numbering.marks.append(mark.id)
        self._body.append(f"{self.style.indent}{mark}{title}\n{self.style.between}")

    def item(self, text: str) -> None:
        """A numbered item of a list; its number is followed by a whole paragraph."""
        self.section(text, level=3)

    def table(self, rows: Sequence[Row], layout: str | None = None) -> None:
        """A table as tab rows, as markdown, or flattened to one cell a line."""
        cells = [[cell.cell if isinstance(cell, Mark) else cell for cell in row] for row in rows]
        chosen = layout or self.style.layout
        if chosen == "markdown":
            ruled = [cells[0], ["---"] * len(cells[0]), *cells[1:]]
            lines = ["| " + " | ".join(row) + " |" for row in ruled]
        elif chosen == "lines":
            lines = [cell for row in cells for cell in row if cell]
        else:
            lines = ["\t".join(row) for row in cells]
        self._body.append("\n".join(lines) + "\n\n")

    def finished(self) -> Sample:
        for numbering in self._numberings:
            if len(numbering.marks) > 1:
                note = f"headings of level {numbering.level} in order"
                self._relations.append(Relation("structure", "", tuple(numbering.marks), note=note))
        return finish(self.name, "".join(self._body).rstrip("\n") + "\n", self._marks, self._relations)
