"""Highlights and notes in a copy of a PDF: the original byte for byte, with the notes written after its end."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

from pypdf import PdfWriter
from pypdf.annotations import AnnotationDictionary, Highlight, Text
from pypdf.errors import PyPdfError
from pypdf.generic import ArrayObject, FloatObject, NameObject, TextStringObject

from hengji.facts.document import Document
from hengji.reports.annotation.notes import AUTHOR, Annotated, Note, not_placed, unannotated
from hengji.reports.annotation.pdf_places import Box, Located, locate

__all__ = ["annotate_pdf"]

_COLOURS: Final = {True: "f4a8a0", False: "f7d58b"}
"""Of a highlight at an error, and at a doubt."""
_ICON: Final = 12
_RAISED: Final = 4
"""Above the line: viewers draw the icon lower than its place."""
_EDGE: Final = 8
"""From the edge of the page to the icons."""


def annotate_pdf(content: bytes, document: Document, notes: Sequence[Note]) -> Annotated:
    """A copy with a highlight and a note for each of *notes*."""
    places = locate(content, document, notes)
    try:
        writer = PdfWriter(io.BytesIO(content), incremental=True)
        heights: dict[int, list[float]] = {}
        for place in places:
            for annotation in _annotations(place, heights.setdefault(place.page, [])):
                writer.add_annotation(place.page - 1, annotation)
        written = io.BytesIO()
        writer.write(written)
    except (PyPdfError, NotImplementedError, KeyError, ValueError, TypeError, AttributeError, RecursionError):
        return unannotated("这个 PDF 的内部结构特别，或不允许加批注，请用 Word、WPS 或浏览器重新导出 PDF 再试")
    return Annotated(written.getvalue(), not_placed(place.note for place in places if not place.boxes))


def _annotations(place: Located, heights: list[float]) -> Sequence[AnnotationDictionary]:
    """The highlight says the note where a reader clicks it; an icon in the margin beside the line shows that there is
    something, and hides no words. *heights* are those of the icons that the page has already."""
    note = place.note
    if not place.boxes:
        left, top = place.corner
        return (_icon(left + 6, top - 6, f"{note.where}\n{note.text}"),)
    quads = ArrayObject(FloatObject(value) for box in place.boxes for value in _quad(box))
    outer = Box(
        min(box.left for box in place.boxes),
        min(box.bottom for box in place.boxes),
        max(box.right for box in place.boxes),
        max(box.top for box in place.boxes),
    )
    highlight = Highlight(
        rect=(outer.left, outer.bottom, outer.right, outer.top),
        quad_points=quads,
        highlight_color=_COLOURS[note.is_error],
        printing=True,
    )
    _sign(highlight, note.text)
    last = place.boxes[-1]
    beside = sum(abs(height - last.top) < _ICON for height in heights)
    heights.append(last.top)
    return highlight, _icon(place.corner[0] + _EDGE + beside * (_ICON + 2), last.top + _RAISED, note.text)


def _icon(left: float, top: float, text: str) -> AnnotationDictionary:
    icon = Text(rect=(left, top - _ICON, left + _ICON, top), text=text)
    icon[NameObject("/Name")] = NameObject("/Comment")
    _sign(icon, text)
    return icon


def _sign(annotation: AnnotationDictionary, text: str) -> None:
    annotation[NameObject("/Contents")] = TextStringObject(text)
    annotation[NameObject("/T")] = TextStringObject(AUTHOR)


def _quad(box: Box) -> tuple[float, ...]:
    """Upper left, upper right, lower left, lower right: the order that viewers expect."""
    return box.left, box.top, box.right, box.top, box.left, box.bottom, box.right, box.bottom
