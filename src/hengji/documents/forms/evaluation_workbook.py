"""A workbook of ours, filled in and saved by Excel, WPS or LibreOffice → the same located tree as an evaluation file.

Only input cells are read; what our own formulas computed is never believed. The one intake judges the tree, whichever
file it came from.
"""

from __future__ import annotations

import warnings
import zlib
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook

from hengji.documents.forms.workbook_cells import Sheets
from hengji.documents.forms.workbook_container import container_findings
from hengji.documents.forms.workbook_mark import WorkbookMark, changed_since, read_mark
from hengji.documents.forms.workbook_tables import read_tables
from hengji.facts.findings import Finding, Findings
from hengji.facts.sources import Located, Mapping, Source, Text
from hengji.facts.workbook_layout import COVER, COVER_LABELS, FORMAT, FORMAT_LABEL

__all__ = ["WorkbookRead", "read_evaluation_workbook"]

_BROKEN: Final = (
    BadZipFile, DefusedXmlException, InvalidFileException, zlib.error,
    AttributeError, EOFError, IndexError, KeyError, NotImplementedError, OSError, SyntaxError, TypeError, ValueError,
)  # fmt: skip
"""What openpyxl raises on files that are damaged or made to do damage; it has no exception of its own for them.

SyntaxError is what the XML parsers raise: the standard one, and lxml, which openpyxl takes where it is installed.
"""
_ADVICE: Final = "请用系统导出的评分工作簿填写；不要改工作表的名称和表头"


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """What was read; *located* is None exactly when a finding is an error."""

    located: Located | None
    findings: tuple[Finding, ...] = ()
    partial: Located | None = None
    """Where only single cells are wrong: all the others, for finding what else is wrong, never for scoring."""
    mark: WorkbookMark | None = None
    """What a form remembers of itself; None for a scorecard."""
    narrative: tuple[tuple[str, Text], ...] = ()
    """Passages of the report that people wrote: key and text."""


def read_evaluation_workbook(content: bytes, document: str) -> WorkbookRead:
    """The evaluation that the workbook holds, every value with its sheet and cell, all problems in one pass."""
    findings = Findings(container_findings(content, document))
    if findings.errors:
        return WorkbookRead(None, tuple(findings))
    read = WorkbookRead(None)
    try:
        # openpyxl warns of what it leaves out (validations it does not know); none of it is what people typed.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            read = _read(_open(content, document, findings), document, findings)
    except _BROKEN as error:
        findings.error(
            "工作簿已损坏，读不下去", Source(document), code="workbook.broken", found=type(error).__name__,
            advice="请在 Excel 或 WPS 里打开，另存为 .xlsx 后再交",
        )  # fmt: skip
    found = tuple(dict.fromkeys(findings))
    if findings.errors:
        return WorkbookRead(None, found, read.located, read.mark, read.narrative)
    return WorkbookRead(read.located, found, None, read.mark, read.narrative)


def _open(content: bytes, document: str, findings: Findings) -> Sheets:
    @cache
    def computed() -> Workbook:
        return load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)

    workbook = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
    return Sheets(workbook, document, findings, computed)


def _read(sheets: Sheets, document: str, findings: Findings) -> WorkbookRead:
    cover = _cover(sheets, document, findings)
    if cover is None:
        return WorkbookRead(None)
    mark = read_mark(sheets)
    entries: list[tuple[Text, Located]] = []
    for key, label in COVER_LABELS.items():
        value = cover.get(label)
        if value is None or not value.text:
            if key != "note":
                source = value.source if value is not None else Source(document, sheet=COVER)
                findings.error(f"“{COVER}”表没有填“{label}”", source, code="workbook.cover")
            continue
        entries.append((Text(key, value.source), value))
    if mark is not None:
        changes = tuple(changed_since(mark, _texts(entries), sheets))
        findings.extend(changes)
        if any(change.code == "workbook.changed" for change in changes):
            return WorkbookRead(None, mark=mark)
    tables = read_tables(sheets, findings, document, mark.evidence_kinds if mark is not None else ())
    whole = Mapping((*entries, *tables.entries), Source(document, sheet=COVER, cell="A1"))
    return WorkbookRead(whole, mark=mark, narrative=tables.narrative)


def _texts(entries: list[tuple[Text, Located]]) -> dict[str, Text]:
    return {key.text: value for key, value in entries if isinstance(value, Text)}


def _cover(sheets: Sheets, document: str, findings: Findings) -> dict[str, Text] | None:
    """What the cover says; None where the workbook is not one of ours."""
    if COVER not in sheets:
        message = f"这不是系统导出的评分工作簿：没有“{COVER}”工作表"
        findings.error(message, Source(document), code="workbook.foreign", advice=_ADVICE)
        return None
    labelled = sheets.labelled(COVER, (FORMAT_LABEL, *COVER_LABELS.values()))
    form = labelled.get(FORMAT_LABEL, Text("", Source(document, sheet=COVER)))
    if form.text != FORMAT:
        found = f"“{form.text}”" if form.text else "空白"
        findings.error(
            "这不是系统导出的评分工作簿，或版本不同", form.source, code="workbook.foreign", found=found,
            expected=f"“{FORMAT_LABEL}”一栏为“{FORMAT}”", advice=_ADVICE,
        )  # fmt: skip
        return None
    return labelled
