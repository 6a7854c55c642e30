"""Copies of checked files with a note at every error and doubt; the original is not touched."""

from __future__ import annotations

from hengji.facts.document import Document
from hengji.facts.relation import CheckReport
from hengji.reports.annotation.notes import Annotated, notes_of

__all__ = ["Annotated", "annotated"]


def annotated(content: bytes, document: Document, report: CheckReport) -> Annotated:
    """The file *content*, of which *document* was read, with notes: docx, xlsx and pdf."""
    notes = notes_of(document, report)
    if document.format == "docx":
        from hengji.reports.annotation.docx import annotate_docx  # noqa: PLC0415  loaded for its kind only

        return annotate_docx(content, document, notes)
    if document.format == "xlsx":
        from hengji.reports.annotation.xlsx import annotate_xlsx  # noqa: PLC0415

        return annotate_xlsx(content, document, notes)
    if document.format == "pdf":
        from hengji.reports.annotation.pdf import annotate_pdf  # noqa: PLC0415

        return annotate_pdf(content, document, notes)
    raise ValueError(f"no notes can be made in {document.format}")
