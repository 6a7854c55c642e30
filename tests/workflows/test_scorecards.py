"""The scorecard as a file: the sides that were given, in the medium that was asked for, live where it is a workbook."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from pypdf import PdfReader

from hengji.workflows.scorecards import ScoredSides, both_sides, write_scorecard
from libreoffice import recalculate

EXAMPLE = Path(__file__).parents[2] / "examples" / "verification-2021"
OWN, VERIFIED = EXAMPLE / "self.yaml", EXAMPLE / "verified.yaml"
GOALS = EXAMPLE.parent / "goal-table-2024" / "self.yaml"


@pytest.fixture(scope="module")
def sides() -> ScoredSides:
    return both_sides(OWN, VERIFIED)


def cell(sheet: Worksheet, name: str, offset: int) -> object:
    """The cell *offset* columns from the one that says *name*."""
    found = next(one for row in sheet.iter_rows() for one in row if one.value == name)
    return sheet.cell(found.row or 0, (found.column or 0) + offset).value


def test_both_sides_are_scored_and_compared(sides: ScoredSides):
    assert sides.own is not None
    assert sides.verified is not None
    assert sides.main is sides.verified
    assert any("等级由自评的“优”变为核查的“良”" in finding.message for finding in sides.findings)


def test_one_file_says_itself_which_side_it_is():
    assert both_sides(VERIFIED).own is None
    assert both_sides(OWN).verified is None


def test_a_file_that_cannot_be_scored_gives_no_sides(tmp_path: Path):
    assert both_sides(OWN, tmp_path / "没有.yaml").main is None


def test_the_docx_has_one_table_whose_two_heading_rows_repeat(sides: ScoredSides, tmp_path: Path):
    assert write_scorecard(sides, tmp_path / "表.docx") == ()
    (table,) = Document(str(tmp_path / "表.docx")).tables
    repeating = [bool(row._tr.xpath("./w:trPr/w:tblHeader")) for row in table.rows]
    assert repeating[:3] == [True, True, False]
    assert "101.7289.40" in "".join(table._tbl.itertext())


def test_the_pdf_says_both_totals(sides: ScoredSides, tmp_path: Path):
    assert write_scorecard(sides, tmp_path / "表.pdf") == ()
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "表.pdf").pages)
    assert "101.72" in text
    assert "89.40" in text


def test_the_workbook_recomputes_the_verified_column_and_keeps_the_other(sides: ScoredSides, tmp_path: Path):
    assert write_scorecard(sides, tmp_path / "表.xlsx") == ()
    book = load_workbook(tmp_path / "表.xlsx")
    item = next(one for row in book["数据"].iter_rows() for one in row if one.value == "政府采购实际金额")
    figure = next(one for one in book["数据"][item.row or 0] if one.value == 3.83)
    figure.value = 3.94
    book.save(tmp_path / "改.xlsx")
    (done,) = recalculate([tmp_path / "改.xlsx"], _made(tmp_path / "算"))
    sheet = load_workbook(done, data_only=True)["评分表"]
    assert [cell(sheet, "政府采购执行率", offset) for offset in (5, 6)] == [1.94, pytest.approx(2)]
    assert [cell(sheet, "合计", offset) for offset in (9, 10)] == [101.72, pytest.approx(89.46)]
    assert [cell(sheet, "评价等级", offset) for offset in (9, 10)] == ["优", "良"]


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_the_workbook_that_was_written_agrees_with_what_libreoffice_computes(sides: ScoredSides, tmp_path: Path):
    for name, one in {"双.xlsx": sides, "自评.xlsx": both_sides(OWN), "目标.xlsx": both_sides(GOALS)}.items():
        write_scorecard(one, tmp_path / name)
    paths = sorted(tmp_path.glob("*.xlsx"))
    for before, after in zip(paths, recalculate(paths, _made(tmp_path / "算")), strict=True):
        stored, computed = (load_workbook(path, data_only=True)["评分表"] for path in (before, after))
        for row in stored.iter_rows():
            for one in row:
                value = computed[one.coordinate].value
                expected = pytest.approx(one.value) if isinstance(one.value, int | float) else one.value
                assert value == expected, f"{before.name} {one.coordinate}"


def test_an_unknown_ending_is_a_mistake_of_the_caller(sides: ScoredSides, tmp_path: Path):
    with pytest.raises(ValueError, match="odt"):
        write_scorecard(sides, tmp_path / "表.odt")


def test_a_formula_in_the_departments_name_stays_a_name(tmp_path: Path):
    text = VERIFIED.read_text("utf-8").replace("示例市对外联络办公室", "\"=cmd|' /C calc'!A0\"")
    (tmp_path / "核查.yaml").write_text(text, encoding="utf-8")
    assert write_scorecard(both_sides(tmp_path / "核查.yaml"), tmp_path / "表.xlsx") == ()
    for sheet in load_workbook(tmp_path / "表.xlsx"):
        formulas = [one.value for row in sheet.iter_rows() for one in row if one.data_type == "f"]
        assert not any("cmd" in str(formula) for formula in formulas)
