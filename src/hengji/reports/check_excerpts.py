"""The sentence, or the row of a table, that a finding is about, with its figures marked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from hengji.facts.document import Cell, Document
from hengji.facts.relation import Figure, Relation
from hengji.reports.check_places import Places
from hengji.reports.check_words import shortened

__all__ = ["Excerpt", "Piece", "excerpts"]

_STOPS: Final = "。！？；\n\f"
_FARTHEST: Final = 400
"""Characters within which a sentence's ends are looked for."""
_EDGE: Final = 36
"""Characters shown before the first figure and after the last."""
_BETWEEN: Final = 60
_CELL: Final = 12
"""Characters of a cell that holds no figure of the relation."""
_MOST: Final = 3


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text; *role* is that of the figure it is, empty for the words between."""

    text: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage and where it stands."""

    where: str
    pieces: tuple[Piece, ...]


def excerpts(document: Document, places: Places, relation: Relation, most: int = _MOST) -> tuple[Excerpt, ...]:
    """The passages that hold the relation's figures, that of the last figure (the one stated) first."""
    grouped: dict[tuple[int, int], list[Figure]] = {}
    for figure in reversed(relation.figures):
        span = next((span for span in grouped if span[0] <= figure.start < span[1]), None)
        grouped.setdefault(span or _passage(document.text, places, figure), []).append(figure)
    passages = list(grouped.items())[:most]
    return tuple(
        Excerpt(places.where(figures[0].start), tuple(_of_passage(document.text, places, span, figures)))
        for span, figures in passages
    )


def _passage(text: str, places: Places, figure: Figure) -> tuple[int, int]:
    """The bounds of the table's row, or of the sentence."""
    row = places.row(figure.start)
    return (row[0].start, max(row[-1].end, figure.end)) if len(row) > 1 else _sentence(text, figure)


def _of_passage(text: str, places: Places, span: tuple[int, int], figures: list[Figure]) -> Iterable[Piece]:
    row = places.row(figures[0].start)
    return _of_row(text, row, figures) if len(row) > 1 else _pieces(text, span, figures)


def _of_row(text: str, row: Iterable[Cell], figures: list[Figure]) -> Iterable[Piece]:
    """The row's cells one after the other; those without a figure are shortened."""
    for number, cell in enumerate(row):
        if number:
            yield Piece(" ｜ ")
        held = [figure for figure in figures if cell.start <= figure.start < cell.end]
        if held:
            yield from _pieces(text, (cell.start, cell.end), held)
        else:
            yield Piece(shortened(cell.text, _CELL))


def _sentence(text: str, figure: Figure) -> tuple[int, int]:
    """The bounds of the sentence or line around *figure*; a figure that is longer keeps its own."""
    lowest, highest = max(0, figure.start - _FARTHEST), min(len(text), figure.end + _FARTHEST)
    start = max(text.rfind(stop, lowest, figure.start) for stop in _STOPS) + 1
    ends = [end for end in (text.find(stop, figure.end, highest) for stop in _STOPS) if end >= 0]
    end = min(ends) + 1 if ends else highest
    return max(start, lowest), max(end, figure.end)


def _pieces(text: str, span: tuple[int, int], figures: Iterable[Figure]) -> Iterable[Piece]:
    at, is_first = span[0], True
    for figure in sorted(figures, key=lambda figure: (figure.start, -figure.end)):
        if figure.start < at:
            continue
        yield Piece(_shortened(text[at : figure.start], 0 if is_first else _EDGE, _EDGE))
        yield Piece(_flat(text[figure.start : figure.end]), figure.role)
        at, is_first = figure.end, False
    if at < span[1]:
        yield Piece(_shortened(text[at : span[1]], _EDGE, 0))


def _shortened(text: str, head: int, tail: int) -> str:
    """The text on one line, with its middle (or its far end) left out where it is long."""
    flat = _flat(text.lstrip() if head == 0 else text.rstrip() if tail == 0 else text)
    if len(flat) <= max(head + tail, _BETWEEN if head and tail else 0) + 1:
        return flat
    return flat[:head] + "…" + (flat[-tail:] if tail else "")


def _flat(text: str) -> str:
    return text.replace("\r", "").replace("\n", " ").replace("\f", " ").replace("\t", " ｜ ")
