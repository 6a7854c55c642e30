"""Cell comments at the cells of the figures; formulas and other comments stay."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.comments import Comment

from documents.office_files import xlsx_bytes
from hengji.documents.reading import read_document
from hengji.facts.relation import CheckReport, DocumentFacts, Figure, Relation
from hengji.reports.annotation import annotated

FACTS = DocumentFacts("other", "", "", None, None, 0)


def build(workbook: Workbook) -> None:
    sheet = workbook.active
    sheet.title = "收支 表"
    sheet.append(["云泽市粮食局收支表，共88笔"])
    sheet.append(["科目", "金额"])
    sheet.append(["人员", 120])
    sheet.append(["合计", 443.66])
    sheet["B4"].comment = Comment("已核", "某")
    sheet["D9"] = "=B3*2"


ORIGINAL = xlsx_bytes(build)
DOCUMENT = read_document(ORIGINAL, "表.xlsx").document


def copy_with(figure: str) -> Workbook:
    assert DOCUMENT is not None
    start = DOCUMENT.text.index(figure)
    stated = Figure("stated", figure, start, start + len(figure))
    copy = annotated(ORIGINAL, DOCUMENT, CheckReport(FACTS, (Relation("sum", "error", (stated,), "", "", "", "不对"),)))
    assert copy.findings == ()
    return load_workbook(io.BytesIO(copy.content or b""))


@pytest.mark.parametrize(("figure", "cell"), [("120", "B3"), ("88", "A1")])
def test_the_comment_stands_at_the_figures_cell(figure, cell):
    sheet = copy_with(figure)["收支 表"]
    commented = [each.coordinate for row in sheet.iter_rows() for each in row if each.comment]
    assert commented == sorted({cell, "B4"})
    assert sheet[cell].comment.text == "【错误】合计：不对"


def test_a_comment_that_is_there_is_kept():
    assert copy_with("443.66")["收支 表"]["B4"].comment.text == "已核\n\n【错误】合计：不对"


def test_formulas_stay_formulas():
    assert copy_with("120")["收支 表"]["D9"].value == "=B3*2"
