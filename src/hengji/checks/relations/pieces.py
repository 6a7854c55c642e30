"""Pieces of text as figures of a relation, and the relation that says what is wrong with one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from hengji.checks.context import Context, Span
from hengji.facts.relation import Figure, Relation, RelationKind, Severity, Verdict

__all__ = ["clause_around", "clause_span", "piece", "slip", "tight"]

_CLAUSE_STOP = re.compile(r"[，,。；;！？《\n]")
_SPACE = re.compile(r"\s+")


def piece(context: Context, role: str, start: int, end: int) -> Figure:
    """The text of a span in its role, with the figure that starts in it, where one does."""
    mention = next(iter(context.within((start, end))), None)
    return Figure(role, context.document.text[start:end], start, end, mention)


def slip(  # noqa: PLR0913  named, and nearly all have a default
    context: Context,
    spans: Iterable[Span],
    verdict: Verdict,
    message: str,
    *,
    rule: str,
    expected: str = "",
    likely: str = "",
    severity: Severity = "low",
    kind: RelationKind = "structure",
) -> Relation:
    """A relation about wording: the last of *spans* is the place, the others bear witness."""
    places = list(spans)
    text = context.document.text
    figures = tuple(
        Figure("stated" if place == places[-1] else "witness", text[place[0] : place[1]], *place) for place in places
    )
    return Relation(kind, verdict, figures, rule, expected, figures[-1].text, message, likely, severity)


def clause_span(text: str, start: int, most: int = 40) -> Span:
    """From *start* to the end of its clause, at most *most* characters."""
    stop = _CLAUSE_STOP.search(text, start + 1, min(len(text), start + most))
    return start, stop.start() if stop else min(len(text), start + most)


def clause_around(text: str, start: int, end: int, most: int = 120) -> tuple[int, int]:
    """The clause that holds a span, at most *most* characters to either side."""
    before = max(text.rfind(stop, max(0, start - most), start) for stop in "，,。；;\n")
    return max(before + 1, start - most, 0), clause_span(text, end - 1, most)[1]


def tight(text: str) -> str:
    """*text* with every white space taken out: pdf and OCR put it anywhere."""
    return _SPACE.sub("", text)
