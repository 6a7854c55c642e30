"""Composes a document from prose and figures, and remembers where every figure stands.

A mark (a figure, or a word that matters) is put into prose like any string: it turns into a token of private-use
characters, and finishing the document turns the tokens into places. So templates are ordinary f-strings.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from samples.arithmetic import Shown, number

__all__ = ["Mark", "Relation", "Sample", "Span", "finish"]

Span = tuple[int, int]

_TOKEN = re.compile("\ue000(\\d+)\ue001")
_STRAY_SPACE = re.compile(" +(?=[，。；、）：])")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that matters; `tail` is the unit that follows a figure in prose."""

    id: int
    text: str
    role: str
    tail: Mark | None = None
    spaced: bool = False

    def __str__(self) -> str:
        gap = " " if self.spaced else ""
        return f"{gap}{self.cell}{gap if self.tail else ''}{self.tail or ''}"

    @property
    def cell(self) -> str:
        """The figure alone, as it stands in a table."""
        return f"\ue000{self.id}\ue001"

    @property
    def shown(self) -> Shown | None:
        return number(self.text)


@dataclass(frozen=True, slots=True)
class Relation:
    """What holds between marks. `formula` is over the letters of `figures`; `words` are marks by role (direction,
    claim, grade …). A `trap` looks like an error to a careless checker and is none."""

    kind: str
    formula: str
    figures: tuple[int, ...]
    words: Mapping[str, int] = field(default_factory=dict)
    verdict: str = "ok"
    note: str = ""
    trap: bool = False

    @property
    def marks(self) -> tuple[int, ...]:
        return (*self.figures, *self.words.values())


@dataclass(frozen=True)
class Sample:
    """A finished document: pieces of plain text and marks, and everything that holds between them."""

    name: str
    pieces: tuple[str | Mark, ...]
    relations: tuple[Relation, ...]

    @cached_property
    def text(self) -> str:
        return "".join(piece if isinstance(piece, str) else piece.text for piece in self.pieces)

    @cached_property
    def marks(self) -> dict[int, Mark]:
        """Marks by id, in the order of the text."""
        return {piece.id: piece for piece in self.pieces if isinstance(piece, Mark)}

    @cached_property
    def spans(self) -> dict[int, Span]:
        """Where each mark stands, as half-open offsets."""
        spans: dict[int, Span] = {}
        offset = 0
        for piece in self.pieces:
            length = len(piece) if isinstance(piece, str) else len(piece.text)
            if isinstance(piece, Mark):
                spans[piece.id] = (offset, offset + length)
            offset += length
        return spans

    def shown(self, relation: Relation) -> list[Shown] | None:
        """The displayed figures of *relation*; None where one of them is a word."""
        shown = [self.marks[mark].shown for mark in relation.figures]
        return [one for one in shown if one is not None] if all(shown) else None

    def edited(self, edits: Mapping[int, str], name: str = "") -> Sample:
        """The same document with other text at some marks."""
        pieces = tuple(
            replace(piece, text=edits[piece.id]) if isinstance(piece, Mark) and piece.id in edits else piece
            for piece in self.pieces
        )
        return Sample(name or self.name, pieces, self.relations)


def finish(name: str, body: str, marks: Sequence[Mark], relations: Sequence[Relation]) -> Sample:
    """Turns *body* with its tokens into a sample; every mark of a relation must stand in it, and once."""
    known = {mark.id: mark for mark in marks}
    parts = _TOKEN.split(_STRAY_SPACE.sub("", body))
    pieces = tuple(known[int(part)] if index % 2 else part for index, part in enumerate(parts))
    placed = [piece.id for piece in pieces if isinstance(piece, Mark)]
    if len(placed) != len(set(placed)):
        raise ValueError(f"{name}: a mark stands twice")
    lost = {mark for relation in relations for mark in relation.marks} - set(placed)
    if lost:
        raise ValueError(f"{name}: not in the text: {[known[mark].text for mark in lost]}")
    return Sample(name, pieces, tuple(relations))
