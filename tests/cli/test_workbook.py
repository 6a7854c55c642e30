"""`hengji workbook`: what people get, and the exit codes. docs/department/workbook.md"""

from __future__ import annotations

import shutil

import yaml
from openpyxl import load_workbook

NEW = ("workbook", "new", "--scheme", "zhanjiang-2021-verification", "--year", "2021")


def made(run, tmp_path, *more):
    path = tmp_path / "填报.xlsx"
    result = run(*NEW, "--organisation", "示例局", "-o", path, *more)
    assert result.exit_code == 0, result.stderr
    return path


def test_a_workbook_goes_out_and_comes_back(run, tmp_path, verified):
    path = made(run, tmp_path, "--from", verified)
    result = run("workbook", "read", path, "-o", tmp_path / "收回.yaml")
    assert result.exit_code == 0 and "收下数据 32 项" in result.stdout
    data = yaml.safe_load((tmp_path / "收回.yaml").read_text(encoding="utf-8"))
    assert data["organisation"] == "示例局" and data["data"]["政府采购实际金额"]["value"] == "3.83万元"
    assert run("score", tmp_path / "收回.yaml").exit_code in {0, 1}


def test_bad_cells_are_listed_with_their_place_and_the_rest_is_taken(run, tmp_path):
    path = made(run, tmp_path)
    book = load_workbook(path)
    rows = {row[0].value: row[0].row for row in book["数据"].iter_rows()}
    book["数据"].cell(rows["年初预算数"], 2).value = "约3万元"
    book["数据"].cell(rows["上级补助数"], 2).value = "1,234.50 万元"
    book.save(path)
    result = run("workbook", "read", path)
    assert result.exit_code == 1 and "收下数据 1 项" in result.stdout
    assert f"数据!B{rows['年初预算数']}" in result.stderr and "约3万元" in result.stderr


def test_one_of_another_year_is_refused_with_the_reason(run, tmp_path):
    result = run("workbook", "read", made(run, tmp_path), "--year", "2022")
    assert result.exit_code == 2 and "另一个年度" in result.stderr and "2022" in result.stderr


def test_a_file_that_is_something_else_is_refused_in_words(run, verified):
    result = run("workbook", "read", verified)
    assert result.exit_code == 2 and "不是 .xlsx 工作簿" in result.stderr and "Traceback" not in result.stderr


def test_what_cannot_be_made_is_not_made(run, tmp_path):
    result = run(*NEW, "--organisation", "示例局", "--stage", "goals", "-o", tmp_path / "a.xlsx")
    assert result.exit_code == 2 and "没有个性指标" in result.stderr and not (tmp_path / "a.xlsx").exists()


def test_many_are_written_and_those_that_cannot_be_are_named(run, tmp_path, verified):
    folder = tmp_path / "各单位"
    for name in ("甲", "乙"):
        (folder / name).mkdir(parents=True)
        shutil.copy(verified, folder / name / "self.yaml")
    assert run("workbook", "all", folder, "-o", tmp_path / "out", "-j", "1").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["乙-self.xlsx", "甲-self.xlsx"]
    (folder / "坏.yaml").write_text("evaluation: self\n", encoding="utf-8")
    result = run("workbook", "all", folder, "-o", tmp_path / "out", "-j", "1", "--stage", "verification")
    assert result.exit_code == 2 and "坏.yaml 没有写出" in result.stderr and "写出 2 份" in result.stdout
    assert run("workbook", "all", tmp_path / "out", "-o", tmp_path / "out").exit_code == 2
