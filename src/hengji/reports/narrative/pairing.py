"""Which paragraph of a returned paper is which of those that were sent: by bookmark, by figure, then by likeness."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from hengji.facts.narrative import ReturnedParagraph
from hengji.reports.narrative.expected import Expected

__all__ = ["pairs"]

_NUMBERED: Final = re.compile(r"[表图]\s*\d+\s+")
_ALIKE: Final = 0.5
"""Likeness from which on two paragraphs are one that was edited."""

Pair = tuple[Expected | None, ReturnedParagraph | None]


def pairs(expected: Sequence[Expected], returned: Sequence[ReturnedParagraph]) -> Iterator[Pair]:
    """In the order of the paper; a paragraph without its like stands alone."""
    came = [_unnumbered(paragraph) for paragraph in returned]
    marks = {each.mark for each in expected if each.mark} & {each.key for each in came if each.key}
    left = [_identity(each.mark, marks, each.text, [piece.mark for piece in each.pieces]) for each in expected]
    right = [_identity(each.key, marks, each.text, [piece.key for piece in each.pieces]) for each in came]
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(expected[a:b], came[c:d], strict=True)
        else:
            yield from _alike(expected[a:b], came[c:d])


def _identity(mark: str, marks: set[str], text: str, figures: list[str]) -> str:
    if mark in marks:
        return f"\0{mark}"
    tags = [figure for figure in figures if figure]
    # A table's cell is its figure, whatever stands in it now.
    return f"\1{tags[0]}" if len(tags) == len(figures) == 1 else text.strip()


def _unnumbered(paragraph: ReturnedParagraph) -> ReturnedParagraph:
    """A caption without the number that the program counts."""
    match = _NUMBERED.match(paragraph.text)
    if match is None or len(paragraph.pieces) != 1 or paragraph.key:
        return paragraph
    piece = paragraph.pieces[0]
    shorter = type(piece)(piece.text[match.end() :], piece.key)
    return ReturnedParagraph((shorter,), paragraph.key, paragraph.place)


def _alike(expected: Sequence[Expected], came: Sequence[ReturnedParagraph]) -> Iterator[Pair]:
    """Pairs in order those that are like enough; of a stretch of equal length, all."""
    if len(expected) == len(came):
        yield from zip(expected, came, strict=True)
        return
    at = 0
    for sent in expected:
        found = next((n for n in range(at, len(came)) if _ratio(sent.text, came[n].text) >= _ALIKE), None)
        if found is None:
            yield sent, None
            continue
        yield from ((None, paragraph) for paragraph in came[at:found])
        yield sent, came[found]
        at = found + 1
    yield from ((None, paragraph) for paragraph in came[at:])


def _ratio(one: str, other: str) -> float:
    """How like two texts are, by their characters: a cheap bound first."""
    shared = sum((Counter(one) & Counter(other)).values()) * 2 / max(1, len(one) + len(other))
    if shared < _ALIKE:
        return shared
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
