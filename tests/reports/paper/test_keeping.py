"""What must not be torn apart by the end of a page."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from hengji.reports.paper.blocks import Cell, Paper, Paragraph, Section, Table, Text
from hengji.reports.paper.keeping import is_short, kept_with_next
from hengji.reports.paper.print import write_pdf
from hengji.reports.paper.word import write_docx


def words(text: str, style: str = "body") -> Paragraph:
    return Paragraph((Text(text),), style)  # type: ignore[arg-type]


def table_of(rows: int, text: str = "内容") -> Table:
    return Table((1, 1), tuple((Cell((Text(text),)), Cell((Text("8"),))) for _ in range(rows)), caption="某表")


SIGNED = (words("第一段。"), words("末段。"), words("示例市某局", "right"), words("2024年3月1日", "right"))


def test_a_signature_stays_with_the_last_words() -> None:
    assert kept_with_next(SIGNED) == {1, 2}
    assert kept_with_next((words("一"), words("二"))) == frozenset()


@pytest.mark.parametrize(("rows", "text", "expected"), [(6, "内容", True), (22, "内容", True), (23, "内容", False),
                                                       (4, "很长的说明" * 30, False)])  # fmt: skip
def test_a_table_of_few_lines_is_short(rows: int, text: str, expected: bool) -> None:
    assert is_short(table_of(rows, text), 442, 10.5) is expected


def test_a_form_without_a_caption_is_cut_where_the_page_ends() -> None:
    assert not is_short(replace(table_of(3), caption=""), 442, 10.5)


def test_word_is_told_what_to_keep() -> None:
    word = docx.Document(BytesIO(write_docx(Paper("报告", (Section((*SIGNED, table_of(3))),)))))
    assert [one.text for one in word.paragraphs if one.paragraph_format.keep_with_next] == ["末段。", "示例市某局"]
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in word.tables[0].rows]
    assert kept == [True, True, None]


def test_no_page_of_the_pdf_holds_a_signature_alone() -> None:
    for filled in range(14, 22):
        blocks = (*(words("占一行。") for _ in range(filled)), *SIGNED)
        pages = PdfReader(BytesIO(write_pdf(Paper("", (Section(blocks),))))).pages
        with_date = next(page.extract_text() for page in pages if "3月1日" in page.extract_text())
        assert "末段" in with_date and "某局" in with_date


def test_a_short_table_of_the_pdf_is_not_cut() -> None:
    for filled in range(10, 22):
        blocks = (*(words("占一行。") for _ in range(filled)), table_of(6))
        pages = PdfReader(BytesIO(write_pdf(Paper("", (Section(blocks),))))).pages
        assert [count for page in pages if (count := page.extract_text().count("内容"))] == [6]
