"""The hidden sheet 标识: what this workbook is, and the list of indicators that drop-downs choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from xlsxwriter.worksheet import Worksheet

from hengji.facts.evaluation import Evaluation
from hengji.facts.workbook_layout import FORMAT, FORMAT_LABEL, MARK_LABELS
from hengji.reports.workbook.book import Book
from hengji.reports.workbook.form import Form
from hengji.reports.workbook.tables import protect
from hengji.rules.scheme import Path

__all__ = ["FIRST_INDICATOR", "INDICATOR_COLUMN", "write_mark"]

INDICATOR_COLUMN: Final = 6
FIRST_INDICATOR: Final = 1
"""Away from the labels, whose values are looked for to their right."""


def write_mark(
    book: Book, sheet: Worksheet, evaluation: Evaluation, form: Form | None, sheets: Sequence[str],
    indicators: Sequence[Path],
) -> None:  # fmt: skip
    """A scorecard that nobody is asked to fill in has no mark, only the list."""
    look = book.look("text")
    if form is not None:
        told = {
            "scheme": evaluation.scheme,
            "fingerprint": form.fingerprint,
            "year": str(evaluation.year),
            "organisation": evaluation.organisation,
            "stage": form.stage,
            "evidence": " ".join(form.evidence_kinds),
            "sheets": " ".join(sheets),
        }
        rows = [(FORMAT_LABEL, FORMAT), *((label, told[key]) for key, label in MARK_LABELS.items())]
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                book.text(sheet, row, column, text, look)
    for row, path in enumerate(indicators, FIRST_INDICATOR):
        book.text(sheet, row, INDICATOR_COLUMN, "/".join(path), look)
    sheet.hide()
    protect(sheet)
