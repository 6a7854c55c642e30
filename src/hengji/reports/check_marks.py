"""Which stretches of a document's text are figures of which relations, as stretches that do not overlap.

Figures repeat, nest and overlap: one figure may be a part here and a total there, and a finding about wording may
hold a figure that another finding is about. A stretch takes the gravest verdict of what covers it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from hengji.facts.document import Document
from hengji.facts.relation import CheckReport, Verdict
from hengji.reports.check_words import VERDICT_WORDS

__all__ = ["Mark", "inked", "marks_of"]

_MOST: Final = 12
"""Relations that one stretch names; the gravest come first."""

_GRAVITY: Final = {verdict: number for number, verdict in enumerate(VERDICT_WORDS)}

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of figures. `relations` are numbers from 1; no verdict means that nothing was checked there."""

    start: int
    end: int
    verdict: Verdict | None
    relations: tuple[int, ...]


def inked(text: str, start: int, end: int) -> Span:
    """The span without the blanks at its ends, unless it is nothing but blanks."""
    shown = text[start:end]
    lead = len(shown) - len(shown.lstrip())
    return (start, end) if lead == len(shown) else (start + lead, start + len(shown.rstrip()))


def marks_of(document: Document, report: CheckReport) -> tuple[Mark, ...]:
    """Every marked stretch, in order. Words that are no figure are marked only where something is wrong."""
    spans: dict[Span, list[int]] = {inked(document.text, one.start, one.end): [] for one in report.unchecked}
    for number, relation in enumerate(report.relations, start=1):
        for figure in relation.figures:
            if figure.end > figure.start and (figure.mention is not None or relation.verdict != "ok"):
                spans.setdefault(inked(document.text, figure.start, figure.end), []).append(number)
    return tuple(_mark(report, start, end, numbers) for start, end, numbers in _apart(spans))


def _apart(spans: dict[Span, list[int]]) -> Iterator[tuple[int, int, set[int]]]:
    """Stretches between neighbouring ends of spans, each with the relations of all spans that cover it."""
    waiting = sorted(spans, reverse=True)
    bounds = sorted({bound for span in spans for bound in span})
    covering: list[Span] = []
    for start, end in pairwise(bounds):
        covering = [span for span in covering if span[1] > start]
        while waiting and waiting[-1][0] == start:
            covering.append(waiting.pop())
        if covering:
            yield start, end, {number for span in covering for number in spans[span]}


def _mark(report: CheckReport, start: int, end: int, numbers: set[int]) -> Mark:
    relations = report.relations
    ordered = sorted(numbers, key=lambda number: (_GRAVITY[relations[number - 1].verdict], number))
    verdict = relations[ordered[0] - 1].verdict if ordered else None
    return Mark(start, end, verdict, tuple(ordered[:_MOST]))
