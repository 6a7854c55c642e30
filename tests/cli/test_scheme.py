"""`hengji scheme`: list, show, check, diff, new."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

SCHEMES = sorted(path.stem for path in Path(__file__).parents[2].glob("src/hengji/schemes/*.yaml"))
ZHANJIANG = "zhanjiang-2021-verification"


@pytest.fixture
def starter(run, tmp_path) -> Path:
    path = tmp_path / "City Plan 2021.yaml"
    assert run("scheme", "new", path).exit_code == 0
    return path


def test_every_built_in_scheme_is_listed(run):
    listed = json.loads(run("scheme", "list", "--format", "json").stdout)["schemes"]
    assert [entry["id"] for entry in listed] == SCHEMES
    table = run("scheme", "list").stdout
    assert [name for name in SCHEMES if name not in table] == []


@pytest.mark.parametrize("name", SCHEMES)
def test_every_built_in_scheme_is_shown_with_a_standard_for_each_leaf(run, name):
    data = json.loads(run("scheme", "show", name, "--format", "json").stdout)
    assert [node["path"] for node in data["indicators"] if node["leaf"] and not node["standard"]] == []
    assert run("scheme", "show", name).exit_code == 0


def test_a_scheme_is_shown_as_an_officer_reads_it(run):
    shown = run("scheme", "show", ZHANJIANG).stdout
    for words in (
        "部门整体绩效自评指标核查评分表",
        "2021",
        "湛财评〔2019〕26号",
        "政府采购执行率",
        "财决附03表",
        "表彰",
        "优",
    ):
        assert words in shown
    assert "scheme: zhanjiang-2021-verification" in run("scheme", "show", ZHANJIANG, "--format", "yaml").stdout


def test_a_scheme_that_is_not_there_is_told(run):
    result = run("scheme", "show", "zhanjiang-2021")
    assert result.exit_code == 2
    assert "是否想写“zhanjiang-2021-verification”" in result.stderr


def test_built_in_schemes_pass_the_check(run):
    assert run("scheme", "check", *SCHEMES).exit_code == 0


def test_what_is_wrong_is_told_with_line_and_caret(run, tmp_path, starter):
    path = tmp_path / "broken.yaml"
    text = starter.read_text("utf-8")
    broken = text.replace("- 预算管理: 60", "- 预算管理: 50").replace("÷ (年初预算数 +", "÷ (年初预算 数 +")
    path.write_text(broken, "utf-8")
    result = run("scheme", "check", path)
    lines = result.stdout.splitlines()
    assert result.exit_code == 1
    assert lines[0].startswith(f"{path} 不可用：")
    weights = next(number for number, line in enumerate(broken.splitlines(), 1) if "预算管理: 50" in line)
    assert any(f"broken.yaml 第{weights}行：" in line for line in lines)
    assert any(line.strip() == "^" for line in lines)


def test_several_files_are_checked_and_the_worst_decides(run, tmp_path, starter):
    result = run("scheme", "check", starter, tmp_path / "none.yaml")
    assert result.exit_code == 2
    assert f"{starter} 可用" in result.stdout
    assert f"{tmp_path / 'none.yaml'} 读不出来：1 处错误" in result.stdout


def test_a_new_scheme_passes_the_check_without_a_remark(run, starter):
    assert run("scheme", "check", starter).stdout == f"{starter} 可用\n"
    assert "scheme: city-plan-2021 " in starter.read_text("utf-8")


def test_a_new_scheme_overwrites_nothing_unasked(run, starter):
    starter.write_text("mine", "utf-8")
    result = run("scheme", "new", starter)
    assert result.exit_code == 2
    assert result.stderr == f"没有写入：{starter} 已存在。要覆盖请加 --force。\n"
    assert starter.read_text("utf-8") == "mine"
    assert run("scheme", "new", starter, "--force").exit_code == 0
    assert starter.read_text("utf-8") != "mine"


def test_a_scheme_does_not_differ_from_itself(run):
    result = run("scheme", "diff", ZHANJIANG, ZHANJIANG)
    assert result.exit_code == 0
    assert "没有差别" in result.stdout


def changes_of(run, starter, *replacements):
    changed = starter.with_name("changed.yaml")
    text = starter.read_text("utf-8")
    for before, after in replacements:
        assert before in text
        text = text.replace(before, after)
    changed.write_text(text, "utf-8")
    result = run("scheme", "diff", starter, changed, "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["changes"]
    return [(item["group"], item["place"], item["what"], item["before"], item["after"]) for item in found]


def test_points_that_changed_are_told_per_path(run, starter):
    found = changes_of(
        run, starter,
        ("- 成本控制: 10 ", "- 成本控制: 5 "), ("- 制度建设: 15 ", "- 制度建设: 20 "),
        ("points: 10, text: 内部", "points: 15, text: 内部"),
    )  # fmt: skip
    assert ("指标", "预算管理/成本控制", "分值", "10", "5") in found
    assert ("指标", "预算管理/制度建设", "分值", "15", "20") in found
    assert {place for group, place, *_ in found if group == "指标"} == {"预算管理/成本控制", "预算管理/制度建设"}


def test_grades_data_and_adjustments_that_changed_are_told(run, starter):
    found = changes_of(
        run, starter,
        ('优: ">=90"', '优: ">=85"'), ('良: "[80,90)"', '良: "[80,85)"'), ("cap: 3", "cap: 2"),
        ("三公经费预算数: {unit: 万元, source: 部门预算批复}", "三公经费预算数: {unit: 元, source: 部门预算批复}"),
        ("三公经费支出数: {unit: 万元", "三公经费支出数: {unit: 元"),
    )  # fmt: skip
    assert ("等级", "优", "分数范围", "≥90", "≥85") in found
    assert ("数据项", "三公经费预算数", "单位", "万元", "元") in found
    assert ("加减分项", "表彰", "累计上限", "3", "2") in found


def test_an_indicator_that_was_renamed_or_moved_is_told(run, starter):
    found = changes_of(run, starter, ("- 制度建设: 15", "- 制度健全: 15"), ("- 履职效益: 40", "- 履职成效: 40"))
    assert ("指标", "预算管理/制度建设", "删除", "15分", "") in found
    assert ("指标", "预算管理/制度健全", "新增", "", "15分") in found
    assert ("指标", "履职成效/目标完成", "位置", "履职效益/目标完成", "履职成效/目标完成") in found


def test_a_difference_for_people(run, starter):
    result = run("scheme", "diff", ZHANJIANG, starter)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"从 {ZHANJIANG} 到 {starter}，共 ")
    assert "  分值：" in result.stdout or "  新增" in result.stdout


def test_schemes_that_cannot_be_read_are_not_compared(run, tmp_path):
    result = run("scheme", "diff", ZHANJIANG, tmp_path / "none.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("没有比较：有方案读不出来：1 处错误。")
