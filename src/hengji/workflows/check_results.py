"""What a checked file becomes: a line for programs, a table for the terminal, a page, an annotated copy."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from hengji.facts.findings import Finding
from hengji.facts.sources import Source
from hengji.workflows.checking import Checked, Extracted
from hengji.workflows.files import read_content, write_file

if TYPE_CHECKING:
    from rich.console import RenderableType

    from hengji.facts.document import Document
    from hengji.facts.relation import CheckReport

__all__ = [
    "ANNOTATED",
    "check_line",
    "check_renderable",
    "extract_text",
    "has_error",
    "write_annotated",
    "write_check_page",
]

ANNOTATED: Final = frozenset({"docx", "xlsx", "pdf"})
"""Formats of which an annotated copy can be made."""


def has_error(checked: Checked) -> bool:
    """Whether some figures cannot all be true."""
    return checked.report is not None and any(item.verdict == "error" for item in checked.report.relations)


def check_line(checked: Checked) -> str:
    """One line of jsonl; for a file that was not read, the reason."""
    from hengji.reports.check_data import check_data, json_line, unreadable_data

    file = str(checked.path)
    if checked.document is None or checked.report is None:
        return json_line(unreadable_data(file, checked.findings))
    return json_line(check_data(file, checked.document, checked.report, checked.findings))


def extract_text(extracted: Extracted, form: Literal["jsonl", "yaml"]) -> str:
    """What the document says; for a file that was not read, the reason."""
    from hengji.reports.check_data import json_line, unreadable_data
    from hengji.reports.extract_data import extract_data

    file = str(extracted.path)
    if extracted.facts is None or extracted.extract is None:
        data = unreadable_data(file, extracted.findings)
    else:
        data = extract_data(file, extracted.facts, extracted.extract)
    if form == "jsonl":
        return json_line(data)
    from hengji.workflows.presenting import data_text

    return data_text(data, "yaml")


def check_renderable(name: str, document: Document, report: CheckReport, *, everything: bool = False) -> RenderableType:
    """The findings in the terminal; with *everything* also what holds."""
    from hengji.reports.check_table import check_table

    return check_table(name, document, report, everything=everything)


def write_check_page(document: Document, report: CheckReport, path: Path) -> None:
    """The document with its figures marked, as one page."""
    from hengji.reports.check_page import check_page

    write_file(path, check_page(document.name, document, report).encode("utf-8", "replace"))


def write_annotated(checked: Checked, path: Path) -> tuple[Finding, ...]:
    """Writes a copy with a note at each error and doubt; returns what could not be done."""
    document, report = checked.document, checked.report
    if document is None or report is None:
        return checked.findings
    if document.format not in ANNOTATED:
        return (_not_annotated(document),)
    if not any(item.verdict in {"error", "suspicious"} for item in report.relations):
        return (Finding("note", "没有错误和存疑，不必写批注的副本", Source(document.name)),)
    content = read_content(checked.path, _MAX_BYTES)
    if isinstance(content, Finding):
        return (content,)
    from hengji.reports.annotation import annotated

    copy = annotated(content, document, report)
    if copy.content is not None:
        write_file(path, copy.content)
    return tuple(_with_place(copy.findings, document.name))


_MAX_BYTES: Final = 512 * 1024 * 1024


def _not_annotated(document: Document) -> Finding:
    message = f"{document.format} 不能加批注，没有写出批注的副本"
    return Finding(
        "warning", message, Source(document.name), "annotation.format", advice="可以改用 --html 看标出的全文"
    )


def _with_place(findings: Iterable[Finding], name: str) -> Iterable[Finding]:
    return (replace(finding, source=Source(name)) for finding in findings)
