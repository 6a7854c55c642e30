"""`hengji score`: what programs and people get, and the exit codes. docs/operations/command-line.md"""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import yaml

SCHEME = "zhanjiang-2021-verification"


def score_json(run, *arguments):
    result = run("score", *arguments, "--format", "json")
    return result, json.loads(result.stdout)


def test_the_verification_scores_as_published(run, verified):
    result, data = score_json(run, verified)
    assert result.exit_code == 0
    assert result.stderr == ""
    assert {key: data[key] for key in ("year", "scheme", "evaluator", "total", "total_range", "grade")} == {
        "year": 2021,
        "scheme": SCHEME,
        "evaluator": "verified",
        "total": "89.40",
        "total_range": ["89.40", "89.40"],
        "grade": "良",
    }


def test_every_node_keeps_the_contract(run, verified):
    _, data = score_json(run, verified)
    nodes = {tuple(node["path"]): node for node in data["indicators"]}
    node = nodes["预算执行情况", "支出管理", "政府采购执行率"]
    assert (node["points"], node["score"], node["lost"], node["status"]) == ("2", "1.94", "0.06", "scored")
    assert node["why"] == ["政府采购执行率 = 3.83 ÷ 3.94 = 97%", "2 × 97% = 1.94"]
    paid = next(item for item in node["inputs"] if item["name"] == "政府采购实际金额")
    assert (paid["value"], paid["unit"]) == ("3.83", "万元")
    assert paid["source"].startswith("财决附03表")
    assert nodes["预算执行情况", "支出管理", "资金下达合法性"]["status"] == "not_applicable"
    assert list(nodes)[:3] == [
        ("预算编制情况",),
        ("预算编制情况", "预算编制"),
        ("预算编制情况", "预算编制", "预算编制合理性"),
    ]


def test_no_figure_is_a_json_number(run, verified):
    def floats(value):
        if isinstance(value, dict):
            return [found for inner in value.values() for found in floats(inner)]
        if isinstance(value, list):
            return [found for inner in value for found in floats(inner)]
        return [value] if isinstance(value, float) else []

    assert floats(score_json(run, verified)[1]) == []


def test_adjustments_and_findings_are_told(run, own):
    result, data = score_json(run, own)
    assert result.exit_code == 1
    assert [(item["name"], item["points"]) for item in data["adjustments"]] == [("表彰", "2.00"), ("问责", "0.00")]
    assert "error" in {finding["severity"] for finding in data["findings"]}
    assert all(finding["message"] for finding in data["findings"])


def test_yaml_says_the_same(run, verified):
    data = yaml.safe_load(run("score", verified, "--format", "yaml").stdout)
    assert (data["total"], data["grade"], data["year"]) == ("89.40", "良", 2021)


def test_what_is_missing_widens_the_range(run, verified, tmp_path):
    lines = verified.read_text("utf-8").splitlines(keepends=True)
    path = tmp_path / "verified.yaml"
    path.write_text("".join(line for line in lines if "政府采购实际金额" not in line), "utf-8")
    result, data = score_json(run, path)
    node = next(node for node in data["indicators"] if node["path"][-1] == "政府采购执行率")
    assert (node["score"], node["status"]) == (None, "not_demonstrated")
    assert data["total"] is None
    assert data["total_range"][0] < data["total_range"][1]
    assert result.exit_code == 0


def test_the_scheme_can_be_a_file(run, verified, tmp_path):
    path = tmp_path / "my.yaml"
    shutil.copy(f"src/hengji/schemes/{SCHEME}.yaml", path)
    assert score_json(run, verified, "--scheme", path)[1]["total"] == "89.40"


def test_another_reading_stands_beside_this_one(run, verified, tmp_path):
    path = tmp_path / "what-if.yaml"
    path.write_text("name: 少支出\ndata: {部门年度实际支出: 600万元}\n", "utf-8")
    _, data = score_json(run, verified, "--what-if", path)
    assert data["total"] == "89.40"
    assert [item["name"] for item in data["what_if"]] == ["上级补助计入", "少支出"]
    assert [item["total"] for item in data["what_if"]] == ["87.65", "87.65"]


def test_people_get_a_table_and_on_stderr_the_verdict_first(run, own):
    result = run("score", own)
    assert result.exit_code == 1
    assert "预算编制合理性" in result.stdout
    assert "超出方案" not in result.stdout
    verdict, first, *_ = result.stderr.splitlines()
    assert verdict.startswith("已计分，但有需要核对的地方：2 处错误")
    assert first.startswith("  错误  ")


def test_a_workbook_goes_beside_the_evaluation_and_overwrites_nothing(run, verified, tmp_path):
    evaluation = tmp_path / "verified.yaml"
    shutil.copy(verified, evaluation)
    assert run("score", evaluation, "--format", "xlsx").exit_code == 0
    again = run("score", evaluation, "--format", "xlsx")
    assert again.stdout == ""
    assert again.stderr == f"已写入 {tmp_path / 'verified-评分表-2.xlsx'}\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "verified-评分表-2.xlsx",
        "verified-评分表.xlsx",
        "verified.yaml",
    ]


def test_the_ending_of_the_output_says_its_format(run, verified, tmp_path):
    for name in ("card.html", "card.xlsx", "card.json", "card.yaml", "card.txt"):
        assert run("score", verified, "-o", tmp_path / name).exit_code == 0
    assert "<html" in (tmp_path / "card.html").read_text("utf-8")
    assert (tmp_path / "card.xlsx").read_bytes().startswith(b"PK")
    assert json.loads((tmp_path / "card.json").read_text("utf-8"))["total"] == "89.40"
    assert "总分　89.40" in (tmp_path / "card.txt").read_text("utf-8")


def test_an_unwritable_output_is_told_and_not_a_traceback(program, verified, tmp_path):
    (tmp_path / "file").touch()
    result = program("score", verified, "-o", tmp_path / "file" / "card.json")
    assert result.returncode == 2
    assert result.stderr.startswith("没有完成：读写文件“")
    assert Path(tmp_path / "file").read_bytes() == b""
