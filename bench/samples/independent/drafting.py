"""A draft: paragraphs and tables with named places, faults put into some of those places, and labels for them.

A place is written ``⟦name|text⟧`` anywhere in a paragraph or a cell. A document is first written true, every figure
computed; `wrong` then replaces the text of one place. In a table, a cell ``<`` belongs to its left neighbour and a cell
``^`` to the one above.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

__all__ = ["Draft", "Heading", "Paragraph", "Relation", "Table", "place", "shown"]

_PLACE = re.compile(r"⟦(\w+)\|([^⟧]*)⟧")


def place(name: str, text: str) -> str:
    """*text* as a place that labels can name."""
    return f"⟦{name}|{text}⟧"


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """*rows* are of equal length; the first *head* of them are the header. *unruled*: drawn without lines."""

    rows: tuple[tuple[str, ...], ...]
    head: int = 1
    unruled: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """What a label says. *of*: names of places, in the order of the formula's letters; *planted*: the changed ones."""

    kind: str
    of: tuple[str, ...]
    formula: str = ""
    note: str = ""
    verdict: str = "ok"
    planted: tuple[str, ...] = ()


@dataclass
class Draft:
    """One document. *number*: even ones are for development, odd ones held out."""

    number: int
    name: str
    form: str
    blocks: list[Heading | Paragraph | Table] = field(default_factory=list)
    faults: dict[str, str] = field(default_factory=dict)
    relations: list[Relation] = field(default_factory=list)
    separator: str = "\t"
    landscape: bool = False

    @property
    def file(self) -> str:
        return f"{self.number:02d}-{self.name}.{self.form}"

    @property
    def half(self) -> str:
        return "held_out" if self.number % 2 else "development"

    def h(self, level: int, text: str) -> None:
        """A heading."""
        self.blocks.append(Heading(level, text))

    def p(self, *texts: str) -> None:
        """Paragraphs."""
        self.blocks += [Paragraph(text) for text in texts]

    def t(self, rows: Sequence[str | Sequence[str]], *, head: int = 1, unruled: bool = False) -> None:
        """A table; a row may be one string with ``/`` between the cells."""
        cells = [tuple(row.split("/")) if isinstance(row, str) else tuple(row) for row in rows]
        width = max(map(len, cells))
        filled = tuple(row + ("",) * (width - len(row)) for row in cells)
        self.blocks.append(Table(filled, head, unruled))

    def ok(self, kind: str, formula: str, *of: str, note: str = "") -> None:
        """A relation that holds."""
        self.relations.append(Relation(kind, of, formula, note))

    def wrong(self, kind: str, name: str, new: str, *others: str, formula: str = "", note: str = "") -> None:
        """Puts *new* into the place *name*. The label's figures are *others*, then *name*."""
        self.faults[name] = new
        self.relations.append(Relation(kind, (*others, name), formula, note, "error", (name,)))

    def lacking(self, kind: str, *of: str, note: str) -> None:
        """An error without a changed place: something is missing, and *of* show that it is."""
        self.relations.append(Relation(kind, of, "", note, "error", of))

    def text_of(self, name: str) -> str:
        """What the finished document says at a place."""
        return next(self.faults.get(name, said) for place_, said in self._places() if place_ == name)

    def _places(self) -> list[tuple[str, str]]:
        return [found for text in self.texts() for found in _PLACE.findall(text)]

    def texts(self) -> list[str]:
        """Paragraphs and cells in reading order, places still marked."""
        out: list[str] = []
        for block in self.blocks:
            if isinstance(block, Table):
                out += [cell for row in block.rows for cell in row if cell not in ("<", "^")]
            else:
                out.append(block.text)
        return out


def shown(text: str, faults: dict[str, str]) -> str:
    """*text* as the document shows it."""
    return _PLACE.sub(lambda found: faults.get(found[1], found[2]), text)
