"""`hengji goals`: check, write, read."""

from __future__ import annotations

from pathlib import Path

import pytest

EXAMPLE = "examples/goal-table-2024/goals.yaml"
FORM = "examples/project-table-2024/project.yaml"


def test_check_lists_what_is_wrong_with_its_line(run):
    result = run("goals", "check", EXAMPLE)
    assert result.exit_code == 0
    assert "没有错误" in result.stdout.splitlines()[0]
    assert "指标“预算执行率”：半年指标值写成“=”" in result.stdout


def test_check_says_by_its_exit_code_that_there_are_errors(run, tmp_path):
    text = Path(EXAMPLE).read_text("utf-8").replace('total: "4239.71"', 'total: "4239.17"')
    (tmp_path / "表.yaml").write_text(text, encoding="utf-8")
    result = run("goals", "check", tmp_path / "表.yaml", FORM)
    assert result.exit_code == 1
    assert "资金总额与各项资金来源之和不等；现为 4239.17 万元" in result.stdout


@pytest.mark.parametrize("ending", ["docx", "xlsx", "pdf"])
def test_what_is_written_is_read_back(run, tmp_path, ending):
    paper, back = tmp_path / f"表.{ending}", tmp_path / "回.yaml"
    assert run("goals", "write", FORM, "-o", paper).exit_code == 0
    assert run("goals", "read", paper, "-o", back).exit_code == 0
    assert run("goals", "read", back).stdout == run("goals", "read", FORM).stdout


def test_an_unknown_ending_is_told_which_there_are(run, tmp_path):
    result = run("goals", "write", FORM, "-o", tmp_path / "表.odt")
    assert result.exit_code == 2
    assert "可以写 .docx .xlsx .pdf .yaml" in result.stderr


def test_a_file_without_a_table_is_told(run):
    result = run("goals", "read", "README.md")
    assert result.exit_code == 2
    assert "没有找到绩效目标表" in result.stderr


def test_a_file_that_is_not_there_is_told(run):
    result = run("goals", "check", "没有.yaml")
    assert result.exit_code == 2
    assert "找不到这个文件" in result.stdout
