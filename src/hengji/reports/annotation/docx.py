"""Comments in a copy of a Word document, each at the figure that it is about."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Sequence
from zipfile import BadZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.oxml.text.run import CT_R
from docx.text.run import Run
from lxml.etree import LxmlError

from hengji.facts.document import Document
from hengji.reports.annotation.docx_runs import Passage, passages_of
from hengji.reports.annotation.matching import align, key_of
from hengji.reports.annotation.notes import (
    AUTHOR,
    Annotated,
    Note,
    Unit,
    not_placed,
    unannotated,
    units_of,
)

__all__ = ["annotate_docx"]


def annotate_docx(content: bytes, document: Document, notes: Sequence[Note]) -> Annotated:
    """A copy with a comment for each of *notes*."""
    try:
        word = docx.Document(io.BytesIO(content))
        homeless = _comment(word, document, notes)
        written = io.BytesIO()
        word.save(written)
    except (OpcError, LxmlError, BadZipFile, KeyError, ValueError, AttributeError):
        return unannotated("这个文档的内部结构特别，请用 Word 或 WPS 另存为 docx 再试")
    return Annotated(written.getvalue(), not_placed(homeless))


def _comment(word: WordDocument, document: Document, notes: Sequence[Note]) -> list[Note]:
    """Writes the comments; returns the notes that stand at the document's first words for want of their own place."""
    passages = passages_of(word.element.body)
    units = list(units_of(document))
    starts = [unit.start for unit in units]
    found = align(
        [key_of(document.text[unit.start : unit.end]) for unit in units], [key_of(passage.text) for passage in passages]
    )
    homeless: list[Note] = []
    for note in notes:
        number = bisect_right(starts, note.start) - 1
        runs: Sequence[CT_R] = ()
        if number in found:
            passage, label = found[number]
            runs = _runs_of(passages[passage], document, units[number], note, label)
        if runs:
            _add(word, runs, note.text)
        else:
            homeless.append(note)
    first = next((runs for runs in (passage.runs() for passage in passages) if runs), None)
    if homeless and first is not None:
        _add(word, first[:1], "\n\n".join(f"{note.where}\n{note.text}" for note in homeless))
    return homeless


def _runs_of(passage: Passage, document: Document, unit: Unit, note: Note, label: int) -> Sequence[CT_R]:
    """The runs that hold the figure: letters and digits before it are counted, those of the number left out."""
    before = len(key_of(document.text[unit.start : note.start])) - label
    size = len(key_of(document.text[note.start : min(note.end, unit.end)]))
    return passage.cut_out(max(before, 0), max(before + size, 1))


def _add(word: WordDocument, runs: Sequence[CT_R], text: str) -> None:
    anchors = [Run(run, word._body) for run in (runs[0], runs[-1])]
    word.add_comment(anchors, text=text, author=AUTHOR, initials="核")
