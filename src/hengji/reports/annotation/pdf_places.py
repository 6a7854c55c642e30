"""Where on a PDF's pages the figures stand: by the letters around them, in each page's own order."""

from __future__ import annotations

import ctypes
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from hengji.facts.document import Document
from hengji.reports.annotation.matching import key_of
from hengji.reports.annotation.notes import Note, units_of

__all__ = ["Box", "Located", "locate"]

_AROUND: Final = ((12, 12), (6, 6), (12, 0), (0, 12), (3, 3), (0, 0))
"""How many letters before and after the figure are looked for with it, the most telling first."""


class Box(NamedTuple):
    """A rectangle in the page's own coordinates."""

    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Located:
    """A note on a page (from 1): the boxes of its figure, line by line; none where it was not found there."""

    note: Note
    page: int
    boxes: tuple[Box, ...]
    corner: tuple[float, float]
    """The page's upper left corner, for a note without boxes."""


@dataclass(frozen=True, slots=True)
class _Page:
    """The letters and digits of a page with their boxes."""

    key: str
    boxes: tuple[Box, ...]
    corner: tuple[float, float]


def locate(content: bytes, document: Document, notes: Sequence[Note]) -> list[Located]:
    """Each note with its page and boxes."""
    units = list(units_of(document))
    starts = [unit.start for unit in units]
    pages: dict[int, _Page] = {}
    located: list[Located] = []
    pdf = pdfium.PdfDocument(content)
    try:
        for note in notes:
            number = min(note.page or 1, len(pdf))
            if number not in pages:
                pages = {number: _page(pdf, number)}  # notes come page by page: one is enough to keep
            page = pages[number]
            unit = units[max(bisect_right(starts, note.start) - 1, 0)] if units else None
            bounds = (unit.start, unit.end) if unit is not None else (note.start, note.end)
            first, last = _found(document, page, note, bounds, number)
            boxes = tuple(_lines(page.boxes[first:last]))
            located.append(Located(note, number, boxes, page.corner))
    finally:
        pdf.close()
    return located


def _page(pdf: pdfium.PdfDocument, number: int) -> _Page:
    page = pdf[number - 1]
    text = page.get_textpage()
    try:
        letters, boxes = [], []
        for letter, box in _letters(text):
            letters.append(letter)
            boxes.append(box)
        left, _, _, top = page.get_bbox()
        return _Page("".join(letters), tuple(boxes), (left, top))
    finally:
        text.close()
        page.close()


def _letters(text: pdfium.PdfTextPage) -> Iterator[tuple[str, Box]]:
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    for index in range(pdfium_c.FPDFText_CountChars(text)):
        code = pdfium_c.FPDFText_GetUnicode(text, index)
        key = key_of(chr(code)) if not 0xD800 <= code < 0xE000 else ""
        if key and pdfium_c.FPDFText_GetCharBox(text, index, left, right, bottom, top):
            yield key, Box(left.value, bottom.value, right.value, top.value)


def _found(document: Document, page: _Page, note: Note, bounds: tuple[int, int], number: int) -> tuple[int, int]:
    """The figure's first letter on the page and the one after its last; nothing where it is not found."""
    text = document.text
    before, figure = key_of(text[bounds[0] : note.start]), key_of(text[note.start : note.end])
    after = key_of(text[note.end : bounds[1]])
    if not figure:
        return 0, 0
    opening = document.pages[number - 1] if number <= len(document.pages) else 0
    earlier = key_of(text[opening : note.start])
    for left, right in _AROUND:
        lead = before[len(before) - min(left, len(before)) :]
        sought = lead + figure + after[:right]
        places = list(_occurrences(page.key, sought))
        if places:
            turn = sum(1 for _ in _occurrences(earlier + figure + after[:right], sought)) - 1
            start = places[min(max(turn, 0), len(places) - 1)] + len(lead)
            return start, start + len(figure)
    return 0, 0


def _occurrences(text: str, sought: str) -> Iterator[int]:
    place = text.find(sought)
    while place >= 0:
        yield place
        place = text.find(sought, place + 1)


def _lines(boxes: Sequence[Box]) -> Iterator[Box]:
    """The boxes of letters joined into one for each line."""
    line: Box | None = None
    for box in boxes:
        middle = (box.bottom + box.top) / 2
        if line is not None and line.bottom <= middle <= line.top and box.left >= line.left:
            line = Box(line.left, min(line.bottom, box.bottom), box.right, max(line.top, box.top))
            continue
        if line is not None:
            yield line
        line = box
    if line is not None:
        yield line
