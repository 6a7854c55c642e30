"""What is written is what our own readers read: words, figures and tables, from each medium."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hengji.documents.reading import read_document
from hengji.facts.findings import Finding
from hengji.reports.paper.blocks import Paper
from hengji.reports.paper.faces import choose_faces
from hengji.reports.paper.print import write_pdf
from hengji.reports.paper.sheet import write_xlsx
from hengji.reports.paper.word import write_docx
from reports.paper.small_papers import report

TABLE = "过程\t预算执行率\t达到95%得满分，每低1个百分点扣0.5分\t1,009.50\t4.50\n\t政府采购\t=1+1\t85.20%\t3.00\n"
NO_FACE = isinstance(choose_faces(), Finding)


def text_of(write: Callable[[Paper], bytes], name: str) -> str:
    read = read_document(write(report()), name)
    assert read.document is not None
    return read.document.text


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (write_docx, "报告.docx"),
        pytest.param(write_pdf, "报告.pdf", marks=pytest.mark.skipif(NO_FACE, reason="no Chinese fonts")),
    ],
)
def test_prose_figures_and_tables_come_back_from_a_report(write: Callable[[Paper], bytes], name: str) -> None:
    text = text_of(write, name)
    assert "全年执行1,198.20万元，提高2.1%" in text
    assert text.count(TABLE) == 4


def test_tables_come_back_from_a_workbook() -> None:
    assert text_of(write_xlsx, "报告.xlsx").count(TABLE) == 4
