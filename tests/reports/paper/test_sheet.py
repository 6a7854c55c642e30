"""A paper's tables as sheets that print on A4: merged, repeated heads, text that stays text."""

from __future__ import annotations

import io
from pathlib import Path
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from hengji.reports.paper.blocks import Cell, Paper, Section, Table, Text
from hengji.reports.paper.sheet import write_xlsx
from hengji.reports.paper.sheet_cells import figure_in
from libreoffice import printed
from reports.paper.small_papers import INJECTIONS, cell, heading, paper_of, paragraph, report, score_table, tall_table


def opened(paper: Paper) -> Workbook:
    return load_workbook(io.BytesIO(write_xlsx(paper)))


def only(paper: Paper) -> Worksheet:
    (sheet,) = opened(paper).worksheets
    return sheet


def test_each_table_is_a_sheet_named_by_its_caption() -> None:
    book = opened(
        paper_of(score_table("甲"), heading(1, "一、乙[表]"), score_table(""), score_table("甲"), score_table(""))
    )
    assert book.sheetnames == ["甲", "一、乙 表", "甲（2）", "表4"]


def test_it_prints_on_a4_with_repeated_head_rows_and_frozen_panes() -> None:
    sheet = only(paper_of(score_table(), title="自评表"))
    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "portrait")
    assert sheet.print_title_rows == "$3:$4"
    assert sheet.freeze_panes == "A5"
    assert sheet.print_area == "'指标得分情况'!$A$1:$E$7"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.fitToHeight == 0
    assert opened(report()).worksheets[-1].page_setup.orientation == "landscape"


def test_cells_are_merged_as_the_table_says() -> None:
    sheet = only(paper_of(score_table("")))
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A1:A2", "B1:B2", "C1:C2", "D1:E1", "A3:A4", "A5:C5"}


def test_title_and_notes_stand_above_and_below_the_table_and_prose_stays_away() -> None:
    sheet = only(
        paper_of(
            paragraph("单位：万元", "right"),
            paragraph("正文"),
            score_table(""),
            paragraph("注：略", "note"),
            title="题",
        )
    )
    column = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]
    assert [column[0], column[1], column[-1]] == ["题", "单位：万元", "注：略"]
    assert "正文" not in column


@pytest.mark.parametrize("text", [*INJECTIONS, "+86", "-甲", "@SUM(A1)", "=1+1"])
def test_a_formula_from_outside_is_text_and_marked_as_text(text: str) -> None:
    found = only(paper_of(Table((1,), ((cell(text),),), 0))).cell(1, 1)
    assert (found.data_type, found.value) == ("s", text)
    assert bool(found.quotePrefix) == (text[0] in "=+-@")


@pytest.mark.parametrize(
    ("text", "value", "shape"),
    [
        ("1,009.50", 1009.5, "#,##0.00"),
        ("85.20%", 0.852, "0.00%"),
        ("-3", -3, "0"),
        ("0.00", 0, "0.00"),
        ("07.50", "07.50", "General"),
        ("2080501", 2080501, "0"),
        ("1,00", "1,00", "General"),
        ("1234567890123456", "1234567890123456", "General"),
        ("4.50分", "4.50分", "General"),
        ("", None, "General"),
    ],
)
def test_a_plain_figure_is_a_number_that_looks_as_it_was_written(text: str, value: object, shape: str) -> None:
    found = only(paper_of(Table((1,), ((cell(text),),), 0))).cell(1, 1)
    assert (found.value, found.number_format) == (value, shape)


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=2), st.booleans())
def test_a_figure_loses_nothing_as_a_number(value: object, grouped: bool) -> None:
    text = f"{value:,}" if grouped else f"{value}"
    found = figure_in(text)
    if found is not None:  # -0.00 is no plain figure
        assert f"{found[0]:,}" == f"{value:,}"


def test_rows_are_as_high_as_their_text_needs() -> None:
    table = Table(
        (1, 1),
        ((cell("短"), cell("短")), (cell("短"), cell("长" * 200)), (cell("高" * 300, rows=2), cell("")), (cell(""),)),
        0,
    )
    heights = [only(paper_of(table)).row_dimensions[row].height for row in (1, 2, 3, 4)]
    assert heights[0] < 25
    assert heights[1] > 100
    assert heights[2] + heights[3] > 150


def test_a_note_is_a_comment() -> None:
    notes = [one.comment.text for row in only(paper_of(score_table())).iter_rows() for one in row if one.comment]
    assert notes == ["扣0.50分：执行率94%"]


def test_a_text_longer_than_a_cell_takes_says_where_the_rest_is() -> None:
    value = only(paper_of(Table((1,), ((Cell((Text("字" * 40_000),)),),), 0))).cell(1, 1).value
    assert len(value) == 32_767 and value.endswith("版）")


def test_a_paper_without_tables_gives_its_paragraphs() -> None:
    sheet = only(paper_of(heading(1, "一、甲"), paragraph("乙")))
    assert [sheet.cell(row, 1).value for row in (1, 2)] == ["一、甲", "乙"]


def test_the_same_paper_gives_the_same_bytes_and_no_formula() -> None:
    content = write_xlsx(report())
    assert content == write_xlsx(report())
    archive = ZipFile(io.BytesIO(content))
    assert not [name for name in archive.namelist() if b"<f>" in archive.read(name)]


@pytest.mark.slow
def test_ten_thousand_rows_are_written() -> None:
    assert only(paper_of(tall_table(10_000))).max_row > 10_000


@pytest.mark.libreoffice
def test_libreoffice_prints_the_head_rows_on_each_page(tmp_path: Path) -> None:
    source = tmp_path / "tall.xlsx"
    source.write_bytes(write_xlsx(Paper("长表", (Section((tall_table(120),)),))))
    (result,) = printed([source], tmp_path)
    pages = PdfReader(result).pages
    assert len(pages) > 2
    assert all("序号" in page.extract_text() for page in pages)
    assert [round(float(side)) for side in pages[0].mediabox] == [0, 0, 595, 842]
