"""Take in a report that was edited in Word: say what is other, and keep the words that a person changed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from hengji.documents.archive import ArchiveRefused
from hengji.documents.reading import MAX_BYTES
from hengji.documents.word.paper_reader import read_returned_paper
from hengji.facts.findings import Finding
from hengji.facts.narrative import ReturnedParagraph
from hengji.facts.sources import Source
from hengji.reports.narrative.composing import compose
from hengji.reports.narrative.expected import expected_paragraphs
from hengji.reports.narrative.returned import Returned, compare_returned
from hengji.reports.narrative.taking_in import edited_texts
from hengji.workflows.files import read_content
from hengji.workflows.reporting import ReportFiles, narrative_of, narrative_path, read_subject, save_narrative

__all__ = ["ReadReport", "Returned", "read_report"]


@dataclass(frozen=True, slots=True)
class ReadReport:
    """What is other in a report that came back; `edits` is None where it could not be compared.

    `kept` counts the passages whose words went into the narrative.
    """

    edits: Returned | None
    findings: tuple[Finding, ...] = ()
    kept: int = 0


def read_report(docx: Path, files: ReportFiles, *, keep: bool = False) -> ReadReport:
    """Compares a returned docx with the report as the data and the narrative make it now.

    With *keep* the changed words go into the narrative, their references kept; changed figures never do: those are
    for the data.
    """
    came = _returned(docx)
    if isinstance(came, Finding):
        return ReadReport(None, (came,))
    subject, findings = read_subject(files)
    if subject is None:
        return ReadReport(None, findings)
    narrative, found = narrative_of(files, subject)
    findings = (*findings, *found)
    if narrative is None:
        return ReadReport(None, findings)
    edits = compare_returned(expected_paragraphs(compose(narrative, subject).paper), came)
    texts = edited_texts(narrative, edits.paragraphs)
    if keep and texts:
        save_narrative(narrative.with_edits(texts), narrative_path(files))
    return ReadReport(edits, findings, len(texts) if keep else 0)


def _returned(docx: Path) -> tuple[ReturnedParagraph, ...] | Finding:
    place = Source(docx.name)
    if docx.suffix.lower() != ".docx":
        advice = "请在 Word、WPS 或 LibreOffice 里另存为 docx"
        return Finding("error", "只能读回 docx", place, "report.ending", f"“{docx.suffix}”", "docx", advice=advice)
    content = read_content(docx, MAX_BYTES)
    if isinstance(content, Finding):
        return content
    try:
        return read_returned_paper(content)
    except ArchiveRefused as refused:
        code = f"document.{refused.code}"
        return Finding("error", refused.message, place, code, found=refused.found, advice=refused.advice)
