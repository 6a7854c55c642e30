"""`hengji explain` and `hengji compare`."""

from __future__ import annotations

import json


def test_a_leaf_is_explained_step_by_step(run, verified):
    result = run("explain", verified, "政府采购执行率")
    assert result.exit_code == 0
    for words in (
        "预算执行情况 › 支出管理 › 政府采购执行率",
        "政府采购执行率 = 3.83 ÷ 3.94 = 97%",
        "2 × 97% = 1.94",
        "财决附03表",
    ):
        assert words in result.stdout


def test_a_name_may_be_given_with_its_parent(run, verified):
    assert (
        run("explain", verified, "支出管理/政府采购执行率").stdout == run("explain", verified, "政府采购执行率").stdout
    )


def test_a_branch_is_explained_leaf_by_leaf(run, verified):
    stdout = run("explain", verified, "信息公开").stdout
    assert [name for name in ("› 预决算", "› 绩效目标", "› 自评材料") if name not in stdout] == []


def test_an_unknown_name_is_told_with_the_nearest(run, verified):
    result = run("explain", verified, "政府采购率")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "没有指标“政府采购率”。相近的有：政府采购执行率" in result.stderr


def test_an_ambiguous_name_is_told_with_its_parents(run, tmp_path):
    (tmp_path / "s.yaml").write_text(
        "scheme: s\ntitle: 同名\nvalid: {from: 2021}\nbasis: [示例]\nplaces: {score: 2}\n"
        'grades: {优: ">=60", 差: "<60"}\n'
        "indicators:\n"
        "- 产出: 60\n  children: [{质量: 60, checklist: [{points: 60, text: 好}]}]\n"
        "- 效益: 40\n  children: [{质量: 40, checklist: [{points: 40, text: 好}]}]\n",
        "utf-8",
    )
    path = tmp_path / "e.yaml"
    path.write_text("evaluation: self\norganisation: 甲\nyear: 2021\nscheme: s.yaml\n", "utf-8")
    result = run("explain", path, "质量")
    assert result.exit_code == 2
    assert result.stderr == "不止一个指标叫“质量”，请写明是哪一个：产出/质量、效益/质量。\n"
    assert run("explain", path, "效益/质量").exit_code == 0


def test_what_cannot_be_scored_cannot_be_explained(run, tmp_path):
    result = run("explain", tmp_path / "none.yaml", "甲")
    assert result.exit_code == 2
    assert result.stderr.startswith("没有计分：1 处错误。")


def test_a_comparison_keeps_the_contract(run, own, verified):
    result = run("compare", own, verified, "--format", "json")
    data = json.loads(result.stdout)
    assert result.exit_code == 1  # the self-evaluation states 7 points for an indicator of 4
    assert (data["self"]["total"], data["verified"]["total"], data["gap"]) == ("101.72", "89.40", "12.32")
    node = next(node for node in data["indicators"] if node["path"][-1] == "目标完整性")
    assert (node["self"], node["verified"], node["gap"]) == ("4.00", "3.50", "0.50")
    assert node["reasons"][0]["code"] == "disclosure"


def test_a_comparison_for_people(run, own, verified):
    result = run("compare", own, verified)
    assert "+12.32" in result.stdout
    assert result.stderr.startswith("已对照，但有需要核对的地方：")


def test_an_evaluation_agrees_with_itself(run, verified):
    result = run("compare", verified, verified, "--format", "json")
    assert result.exit_code == 0
    assert {node["gap"] for node in json.loads(result.stdout)["indicators"]} == {"0.00"}


def test_both_sides_are_told_what_is_wrong_with_them(run, tmp_path):
    result = run("compare", tmp_path / "one.yaml", tmp_path / "two.yaml")
    assert result.exit_code == 2
    assert result.stderr.startswith("没有对照：2 处错误。")
    result = run("compare", tmp_path / "one.yaml", tmp_path / "two.yaml", "--format", "json")
    assert json.loads(result.stdout)["unreadable"] is True
