"""`hengji forms`: list, the dry run, writing."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import pytest

from official_forms import items_of, layout, xlsx_of

EVALUATION = """\
evaluation: self
organisation: 示例市对外联络办公室
year: 2021
scheme: zhanjiang-2021-verification
data: # 数据
  政府采购实际金额: 3.83万元
"""


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "决算.xlsx"
    path.write_bytes(xlsx_of(layout("operation", {name: Fraction(38_300) for name in items_of("operation")})))
    return path


@pytest.fixture
def evaluation(tmp_path: Path) -> Path:
    path = tmp_path / "自评.yaml"
    path.write_text(EVALUATION, encoding="utf-8")
    return path


def test_list_names_every_form_and_the_lines_of_one(run):
    assert "机构运行信息表" in run("forms", "list").stdout
    assert "公务用车运行维护费、公务用车运行费" in run("forms", "list", "institution-operation").stdout
    assert run("forms", "list", "没有").exit_code == 2


def test_read_shows_what_would_be_set_and_changes_nothing(run, form, evaluation):
    result = run("forms", "read", form, "--into", evaluation)
    assert result.exit_code == 0
    assert "会填入 2 项，1 项与已有的相同。" in result.stdout
    assert "财决附03表 机构运行信息表 Sheet1!E8（原数 38300元）" in result.stdout
    assert evaluation.read_text("utf-8") == EVALUATION


def test_apply_writes_and_says_how_many(run, form, evaluation):
    result = run("forms", "read", form, "--into", evaluation, "--apply")
    assert result.exit_code == 0
    assert "已填入 2 项" in result.stderr
    assert evaluation.read_text("utf-8").startswith(EVALUATION)
    assert run("forms", "read", form, "--into", evaluation).stdout.count("会填入") == 0


def test_what_differs_is_an_open_question_until_replaced(run, form, evaluation):
    evaluation.write_text(EVALUATION.replace("3.83", "3.84"), encoding="utf-8")
    result = run("forms", "read", form, "--into", evaluation, "--apply")
    assert result.exit_code == 1
    assert "3.84" in evaluation.read_text("utf-8")
    assert run("forms", "read", form, "--into", evaluation, "--apply", "--replace").exit_code == 0
    assert "3.84" not in evaluation.read_text("utf-8")


def test_programs_get_a_line_of_json_each(run, form):
    lines = run(
        "forms", "read", form, "--scheme", "zhanjiang-2021-verification", "--format", "jsonl"
    ).stdout.splitlines()
    first = json.loads(lines[0])
    assert (first["state"], first["value"], first["unit"], first["place"]) == ("set", "3.83", "万元", "Sheet1!J12")


def test_a_file_without_a_form_gives_nothing(run):
    result = run("forms", "read", "README.md")
    assert result.exit_code == 2
    assert "没有认出报表" in result.stderr


@pytest.mark.parametrize("options", [("--apply",), ("-o", "x.yaml")])
def test_writing_needs_to_know_where_to(run, form, options):
    assert run("forms", "read", form, *options).exit_code == 2
