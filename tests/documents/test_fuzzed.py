"""Inputs that fuzzing found (see fuzz/README.md), made small: each broke a reader once."""

from __future__ import annotations

import io
import struct
import zipfile
from itertools import pairwise

import pytest
import xlsxwriter
from docx.document import Document as WordDocument

from documents.office_files import docx_bytes, rezipped
from effort import steps
from hengji.documents.composing import Composer
from hengji.documents.forms.evaluation_workbook import read_evaluation_workbook
from hengji.documents.reading import read_document
from hengji.documents.sheets.sheet_composing import Sheet, add_sheet
from hengji.facts.document import Document
from old_workbook import old_workbook, ole_with, records_in
from pdf_writing import PdfPage, write_pdf

NO_NUMBERS = ["²", "①", "-1", "", "9" * 5000, "a"]


def replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    def change(entries: dict[str, bytes]) -> None:
        assert old.encode() in entries[part], entries[part]
        entries[part] = entries[part].replace(old.encode(), new.encode())

    return rezipped(content, change)


def document(content: bytes, name: str) -> Document:
    read = read_document(content, name)
    assert read.document is not None, read.findings
    return read.document


def small_xlsx() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, ["项目", "金额"])
        sheet.write_row(1, 0, ["支出", 12.5])
    return stream.getvalue()


@pytest.mark.parametrize("number", [*NO_NUMBERS, "0"])
@pytest.mark.parametrize("old", ['<row r="1"', 't="s"><v>0</v>', '<c r="B2"'])
def test_a_workbook_that_states_numbers_which_are_none(old: str, number: str) -> None:
    new = old.replace("1" if "row" in old else "0", number)
    content = replaced(
        small_xlsx(), "xl/worksheets/sheet1.xml", old, new.replace('<c r="B2"', f'<c r="B2" s="{number}"')
    )
    assert "12.5" in document(content, "a.xlsx").text


@pytest.mark.parametrize(("written", "text"), [("_xD83D__xDE00_", "😀"), ("_xD800_", "\ufffd"), ("_x0041_", "A")])
def test_escaped_halves_of_characters(written: str, text: str) -> None:
    content = replaced(small_xlsx(), "xl/sharedStrings.xml", "支出", f"支{written}出")
    assert f"支{text}出" in document(content, "a.xlsx").text


def small_docx() -> bytes:
    def build(word: WordDocument) -> None:
        word.add_paragraph("收入情况", style="List Number")
        word.add_table(1, 2).cell(0, 0).text = "项目"

    return docx_bytes(build)


@pytest.mark.parametrize("number", NO_NUMBERS)
def test_a_word_document_that_states_numbers_which_are_none(number: str) -> None:
    wide = f'<w:tcPr><w:gridSpan w:val="{number}"/>'
    content = replaced(small_docx(), "word/document.xml", "<w:tcPr>", wide)
    content = replaced(
        content, "word/document.xml", "<w:tr>", f'<w:tr><w:trPr><w:gridBefore w:val="{number}"/></w:trPr>'
    )
    outline = (
        f'<w:outlineLvl w:val="{number}"/><w:numPr><w:ilvl w:val="{number}"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    )
    content = replaced(content, "word/document.xml", "</w:pPr>", outline)
    content = replaced(content, "word/styles.xml", '<w:outlineLvl w:val="0"/>', f'<w:outlineLvl w:val="{number}"/>')
    for old in ('<w:start w:val="1"/>', 'w:ilvl="0"'):
        content = replaced(content, "word/numbering.xml", old, old.replace("1", number).replace("0", number))
    assert "收入情况" in document(content, "a.docx").text


@pytest.mark.parametrize("number", ["²", "9" * 5000])
def test_a_web_page_whose_spans_are_no_numbers(number: str) -> None:
    page = f"<table><tr><td rowspan={number}>甲<td colspan={number}>乙</table>"
    assert document(page.encode(), "a.html").text == "甲\t乙\n"


def test_a_web_page_whose_head_has_rows_without_cells() -> None:
    page = "<table><thead><tr><th>甲<th>乙<tr><tr></thead></table>"
    (table,) = document(page.encode(), "a.html").tables
    assert (table.header_rows, table.rows) == (1, 1)


def test_an_entry_without_a_name() -> None:
    stream = io.BytesIO(small_docx())
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("x", b"a")
    content = stream.getvalue().replace(b"x" + b"a", b"\0a").replace(b"x" + b"PK\x05", b"\0PK\x05")
    assert "收入情况" in document(content, "a.docx").text


def test_a_table_does_not_reach_across_another() -> None:
    tabs = "白鹭市12.5局设2个单位\t\t\t\t\t\t，年末在职45人。\n"
    text = (
        f"绩效目标            -       ……12    -           19.5\n{tabs}{tabs}质量指标        100%        99.5%       9.5"
    )
    ranges = [(table.start, table.end) for table in document(text.encode(), "a.txt").tables]
    assert ranges
    assert all(before[1] <= after[0] for before, after in pairwise(ranges))


@pytest.mark.parametrize("part", ["[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"])
@pytest.mark.parametrize("xml", [b"", b"<a", b'<a b="1" b="2"/>'])
def test_a_workbook_with_a_part_that_is_not_xml(part: str, xml: bytes) -> None:
    read = read_evaluation_workbook(rezipped(small_xlsx(), lambda entries: entries.update({part: xml})), "a.xlsx")
    assert read.located is None
    assert read.findings


def moved(content: bytes, row: int, column: int) -> bytes:
    """The old workbook with its last text put elsewhere."""
    records = list(records_in(content))
    last = max(index for index, (code, _) in enumerate(records) if code == 0x204)
    records[last] = (0x204, struct.pack("<HH", row, column) + records[last][1][4:])
    return ole_with(records)


def test_a_cell_far_to_the_right_in_an_old_workbook_costs_no_more_than_a_near_one() -> None:
    book = old_workbook([["项目", "金额"], ["支出", "5"]])
    near, far = (moved(book, 65_535, column) for column in (1, 255))
    assert steps(lambda: read_document(far, "a.xls")) < 2 * steps(lambda: read_document(near, "a.xls"))
    read = read_document(far, "a.xls")
    assert read.document is not None
    assert read.document.tables[-1].cells[0].text == "项目"


def test_a_merge_that_ends_before_it_begins_is_none() -> None:
    read = document(old_workbook([["项目", "金额"], ["支出", 5.0]], merged=(0, 0, 1, 0)), "a.xls")
    assert all(cell.row_span == cell.column_span == 1 for table in read.tables for cell in table.cells)


def test_merges_upon_merges_are_read_so_far_and_no_further() -> None:
    """Each of them hides what is below: four times as many would cost sixteen times as much."""

    def add(rows: int) -> None:
        texts = {(row, 0): "项目" for row in range(rows)}
        add_sheet(Composer(), Sheet("表", texts, dict.fromkeys(texts, (65_536, 256))), with_name=True)

    assert steps(lambda: add(12_800)) < 2 * steps(lambda: add(3_200))


def test_a_page_of_no_size() -> None:
    page = PdfPage(size=(0, 0)).text(90, 60, "白鹭市").text(30, 90, "白鹭市民政局").text(500, 120, "民政局")
    assert read_document(write_pdf(page, page, page), "a.pdf").findings is not None


def test_wide_lines_that_share_no_edge() -> None:
    page = PdfPage()
    for number in range(8):
        page.text(20 + 11 * number, 60 + 30 * number, "白鹭市民政局二〇二三年度决算" * 2 + "报告" * number)
    assert document(write_pdf(page), "a.pdf").paragraphs
