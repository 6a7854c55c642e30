"""A workbook of ours, filled in and saved by Excel, WPS or LibreOffice → the same located tree as an evaluation file.

Only input cells are read; what formulas computed is never believed. The one intake judges the tree, whichever
file it came from.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Final
from zipfile import BadZipFile

from defusedxml.common import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from hengji.documents.forms.workbook_cells import Sheets
from hengji.documents.forms.workbook_container import container_findings
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


@dataclass(frozen=True, slots=True)
class WorkbookRead:
    """What was read; *located* is None exactly when a finding is an error."""

    located: Located | None
    findings: tuple[Finding, ...] = ()
    partial: Located | None = None
    """Where only single cells are wrong: all the others, for finding what else is wrong, never for scoring."""


def read_evaluation_workbook(content: bytes, document: str) -> WorkbookRead:
    """The evaluation that the workbook holds, every value with its sheet and cell, all problems in one pass."""
    findings = Findings(container_findings(content, document))
    if findings.errors:
        return WorkbookRead(None, tuple(findings))
    located = None
    try:
        workbook = load_workbook(BytesIO(content), read_only=True, data_only=False, keep_links=False)
        located = _read(Sheets(workbook, document, findings), document, findings)
    except _BROKEN as error:
        findings.error(
            "工作簿已损坏，读不下去", Source(document), code="workbook.broken", found=type(error).__name__,
            advice="请在 Excel 或 WPS 里打开，另存为 .xlsx 后再交",
        )  # fmt: skip
    found = tuple(dict.fromkeys(findings))
    return WorkbookRead(None, found, located) if findings.errors else WorkbookRead(located, found)


def _read(sheets: Sheets, document: str, findings: Findings) -> Mapping | None:
    place = Source(document)
    advice = "请用系统导出的评分工作簿填写；不要改工作表的名称和表头"
    if COVER not in sheets:
        message = f"这不是系统导出的评分工作簿：没有“{COVER}”工作表"
        findings.error(message, place, code="workbook.foreign", advice=advice)
        return None
    labelled = sheets.labelled(COVER)
    form = labelled.get(FORMAT_LABEL, Text("", Source(document, sheet=COVER)))
    if form.text != FORMAT:
        found = f"“{form.text}”" if form.text else "空白"
        findings.error(
            "这不是系统导出的评分工作簿，或版本不同", form.source, code="workbook.foreign", found=found,
            expected=f"“{FORMAT_LABEL}”一栏为“{FORMAT}”", advice=advice,
        )  # fmt: skip
        return None
    entries: list[tuple[Text, Located]] = []
    for key, label in COVER_LABELS.items():
        value = labelled.get(label)
        if value is None or not value.text:
            if key != "note":
                source = value.source if value is not None else Source(document, sheet=COVER)
                findings.error(f"“{COVER}”表没有填“{label}”", source, code="workbook.cover")
            continue
        entries.append((Text(key, value.source), value))
    entries += read_tables(sheets, findings, document)
    return Mapping(tuple(entries), Source(document, sheet=COVER, cell="A1"))
