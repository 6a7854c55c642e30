"""Workbooks are read as they show; every cell keeps its own address."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from documents.office_files import xlsx_bytes
from hengji.documents.reading import DocumentRead, read_document
from hengji.documents.sheets.number_formats import displayed


@pytest.mark.parametrize(
    ("stored", "number_format", "shown"),
    [
        ("0.9744", "0.00%", "97.44%"),
        ("1234.5", "#,##0.00", "1,234.50"),
        ("-1234.5", "#,##0.00;[Red](#,##0.00)", "(1,234.50)"),
        ("-1234.5", "#,##0.00;[Red]#,##0.00", "-1,234.50"),
        ("-1234.5", '#,##0.00;"负"#,##0.00', "负1,234.50"),
        ("0", '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        ("12345678", '0!.0000"万元"', "1234.5678万元"),
        ("666.05000000000007", "General", "666.05"),
        ("1.005", "0.00", "1.01"),
        ("85.6666666667", "0.00_ ", "85.67"),
        ("1234567.891", "#,##0,", "1,235"),
        ("44927", 'yyyy"年"m"月"d"日"', "2023年1月1日"),
        ("5", '0"人"', "5人"),
        ("-0.004", "0.00", "0.00"),
        ("3", "[>=2]0.0;0", "3.0"),
        ("12", "@", "12"),
    ],
)
def test_a_number_shows_as_its_format_says(stored: str, number_format: str, shown: str) -> None:
    assert displayed(Decimal(stored), number_format) == shown


def build(workbook: Workbook) -> None:
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "收支表"
    sheet["A1"] = "白鹭市收支决算总表"
    sheet.merge_cells("A1:D1")
    sheet["A2"], sheet["D2"] = "编制部门：白鹭市民政局", "单位：万元"
    for row in [
        ["项目", "决算数", None, "执行率"],
        [None, "合计", "其中：人员", None],
        ["基本支出", 1234.5, 1000, 0.9744],
    ]:
        sheet.append(row)
    sheet.merge_cells("A3:A4")
    sheet.merge_cells("B3:C3")
    sheet.merge_cells("D3:D4")
    sheet["B5"].number_format = "#,##0.00"
    sheet["D5"].number_format = "0.00%"
    sheet["A6"] = "注：本表反映全年收支。"
    hidden = workbook.create_sheet("底稿")
    hidden.sheet_state = "hidden"
    hidden.append(["甲", 1])
    hidden.append(["乙", "=B1+1"])


def check(read: DocumentRead) -> None:
    document = read.document
    assert document is not None, read.findings
    table = document.tables[0]
    assert (table.caption, table.unit, table.header_rows) == ("白鹭市收支决算总表", "万元", 2)
    shown = {cell.address: cell.text for cell in table.cells}
    assert shown["收支表!B5"] == "1,234.50"
    assert shown["收支表!D5"] == "97.44%"
    spans = {cell.text: (cell.row_span, cell.column_span) for cell in table.cells}
    assert spans["项目"] == (2, 1)
    assert spans["决算数"] == (1, 2)
    assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert "注：本表反映全年收支。" in document.text
    assert "document.hidden" in [finding.code for finding in read.findings]


def test_a_workbook_is_read_as_it_shows() -> None:
    read = read_document(xlsx_bytes(build), "白鹭市.xlsx")
    check(read)
    (finding,) = [finding for finding in read.findings if finding.code == "document.uncomputed"]
    assert "底稿!B2" in finding.message


@pytest.mark.libreoffice
@pytest.mark.slow
def test_an_old_workbook_is_read_as_it_shows(tmp_path: Path) -> None:
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("LibreOffice is not installed")
    path = tmp_path / "白鹭市.xlsx"
    path.write_bytes(xlsx_bytes(build))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "xls", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    check(read_document((tmp_path / "白鹭市.xls").read_bytes(), "白鹭市.xls"))


def test_a_cell_in_the_last_corner_costs_nothing() -> None:
    def far(workbook: Workbook) -> None:
        sheet = workbook.active
        assert sheet is not None
        sheet["A1"], sheet["B1"], sheet["XFD1048576"] = "项目", "金额", 5

    read = read_document(xlsx_bytes(far), "a.xlsx")
    assert read.document is not None
    assert read.document.text.endswith("5\n")
