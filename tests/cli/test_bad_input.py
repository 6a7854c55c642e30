"""Whatever is wrong with an input is told in Chinese, with its place, all at once, and nothing is half-scored."""

from __future__ import annotations

import json

import pytest
from openpyxl import load_workbook

PAID, COSTS, SCORE = "政府采购实际金额: {value: ", "三公经费支出数: {value: ", "重点任务考核得分: {value: "
SCHEME = "scheme: zhanjiang-2021-verifi"

DATA = [
    # what is in the line, what stands there instead, what the message must say
    (f"{PAID}3.83万元", f"{PAID}3.83件", ["单位不对", "3.83件", "应为以“万元”计的金额"]),
    (f"{PAID}3.83万元", f"{PAID}3.83", ["没有写单位", "应为3.83万元"]),
    (f"{COSTS}11.64万元", f"{COSTS}-11.64万元", ["不能是负数", "-11.64万元", "应为0 或正数"]),
    (f"{SCORE}91.02分", f"{SCORE}九成", ["不是数", "“九成”", "带单位的数"]),
    (f"{SCORE}91.02分", f"{SCORE}91.02%", ["单位不对", "91.02%"]),
    ("  政府采购实际金额:", "  政府采购实付金额:", ["没有“政府采购实付金额”", "是否想写“政府采购实际金额”"]),
    ("  目标完整性:", "  目标整完性:", ["目标整完性"]),
    ("有转移支付资金: {value: 否", "有转移支付资金: {value: 也许", ["应填是或否", "“也许”"]),
    ("year: 2021", "year: 2019", ["不适用于这一年度", "2019年", "应为2021", "请改用当年有效的方案"]),
    (f"{SCHEME}cation", f"{SCHEME}kation", [f"没有“{SCHEME[8:]}kation”", f"是否想写“{SCHEME[8:]}cation”"]),
    ("政府采购预算金额: {value", "政府采购实际金额: {value", ["重复", "第31行和第32行"]),
]


@pytest.mark.parametrize(("before", "after", "told"), DATA)
def test_a_wrong_line_is_told_with_its_place(run, verified, tmp_path, before, after, told):
    text = verified.read_text("utf-8")
    line = text[: text.index(before)].count("\n") + 1 + ("重复" in told)
    path = tmp_path / "wrong.yaml"
    path.write_text(text.replace(before, after, 1), "utf-8")
    result = run("score", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.startswith("没有计分：1 处错误。\n")
    assert f"wrong.yaml 第{line}行：" in result.stderr
    assert [words for words in told if words not in result.stderr] == []


RATE_SCHEME = """
scheme: rate
title: 比率
valid: {from: 2021}
basis: [示例]
places: {score: 2}
grades: {优: ">=60", 差: "<60"}
data:
  完成率: {unit: "%"}
  编制人数: {unit: 人}
  在编人数: {unit: 人}
indicators:
- 完成: 60
  value: 完成率
  rule: {proportional: {above_plan: full}}
- 人员: 40
  value: 在编人数 ÷ 编制人数
  zero: zero
  rule: {proportional: {above_plan: full}}
"""


def test_percentages_need_their_sign_and_headcounts_are_not_negative(run, tmp_path):
    (tmp_path / "rate.yaml").write_text(RATE_SCHEME, "utf-8")
    path = tmp_path / "evaluation.yaml"
    path.write_text(
        "evaluation: self\norganisation: 示例\nyear: 2021\nscheme: rate.yaml\n"
        "data:\n  完成率: 97\n  编制人数: 20人\n  在编人数: -3人\n",
        "utf-8",
    )
    result = run("score", path)
    assert result.exit_code == 2
    assert result.stderr.startswith("没有计分：2 处错误。\n")
    assert "evaluation.yaml 第6行：数据项“完成率”没有写单位；现为“97”；应为97%；比率请写百分号" in result.stderr
    assert "evaluation.yaml 第8行：数据项“在编人数”不能是负数；现为“-3人”" in result.stderr


def test_everything_wrong_is_told_in_one_pass(run, verified, tmp_path):
    text = verified.read_text("utf-8")
    for before, after, _ in DATA[:1] + DATA[2:3] + DATA[5:7]:
        assert before in text
        text = text.replace(before, after, 1) if before != "  政府采购实际金额:" else text
    path = tmp_path / "wrong.yaml"
    path.write_text(text.replace("year: 2021", "year: 2019"), "utf-8")
    result = run("score", path, "--format", "json")
    data = json.loads(result.stdout)
    assert result.exit_code == 2
    assert list(data) == ["unreadable", "findings"]
    assert data["unreadable"] is True
    assert len(data["findings"]) >= 4
    assert all("wrong.yaml 第" in finding["place"] for finding in data["findings"])


def test_what_is_wrong_with_another_reading_is_told_in_the_same_pass(run, verified, tmp_path):
    path, other = tmp_path / "wrong.yaml", tmp_path / "other.yaml"
    path.write_text(verified.read_text("utf-8").replace(f"{COSTS}11.64万元", f"{COSTS}-11.64万元"), "utf-8")
    other.write_text("name: 另一种\ndata: {政府采购实际金额: 3.83件}\n", "utf-8")
    result = run("score", path, "--what-if", other)
    assert result.exit_code == 2
    assert result.stderr.startswith("没有计分：2 处错误。\n")
    assert "wrong.yaml 第" in result.stderr
    assert "other.yaml 第2行：数据项“政府采购实际金额”的单位不对" in result.stderr


def yaml_bomb() -> str:
    levels = [f"a{number}: &a{number} [{', '.join([f'*a{number - 1}'] * 9)}]" for number in range(1, 9)]
    return "\n".join(["a0: &a0 哈", *levels])


def test_a_yaml_bomb_is_refused_at_once(program, tmp_path):
    path = tmp_path / "bomb.yaml"
    path.write_text(yaml_bomb(), "utf-8")
    result = program("score", path)
    assert result.returncode == 2
    assert "bomb.yaml 第1行：不接受锚点「&a0」" in result.stderr


def test_deep_nesting_is_refused(run, tmp_path):
    path = tmp_path / "deep.yaml"
    path.write_text("[" * 100_000, "utf-8")
    result = run("score", path)
    assert result.exit_code == 2
    assert "层次太深" in result.stderr


def test_a_huge_file_is_not_read(run, tmp_path):
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    result = run("score", path)
    assert result.exit_code == 2
    assert "huge.yaml：文件太大，没有读；现为 50 MB；应为不超过 1 MB" in result.stderr


@pytest.mark.parametrize("name", ["missing.yaml", "missing.xlsx"])
def test_a_missing_file_is_told_by_its_path(run, tmp_path, name):
    result = run("score", tmp_path / name)
    assert result.exit_code == 2
    assert f"{tmp_path / name}：找不到这个文件；请检查路径和文件名。" in result.stderr


def test_a_folder_is_no_evaluation(run, tmp_path):
    result = run("score", tmp_path)
    assert result.exit_code == 2
    assert f"{tmp_path}：这是文件夹，不是文件" in result.stderr


def test_an_empty_file_is_told(run, tmp_path):
    path = tmp_path / "empty.yaml"
    path.touch()
    result = run("score", path)
    assert result.exit_code == 2
    assert "empty.yaml：文件是空的" in result.stderr


def test_a_device_without_end_is_not_read_for_ever(run):
    result = run("score", "/dev/zero")
    assert result.exit_code == 2
    assert "文件太大" in result.stderr


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", "年度：2021".encode("gb18030"), b"PK\x03\x04", b"a: [", b"\x00"])
def test_what_is_no_yaml_is_told(run, tmp_path, content):
    path = tmp_path / "odd.yaml"
    path.write_bytes(content)
    result = run("score", path)
    assert result.exit_code == 2
    assert "odd.yaml" in result.stderr


def test_an_unknown_scheme_on_the_command_line_is_told(run, verified):
    result = run("score", verified, "--scheme", "nowhere")
    assert result.exit_code == 2
    assert "没有“nowhere”这个评价方案" in result.stderr
    assert "内置方案之一（" in result.stderr


def test_a_formula_in_a_workbook_is_no_value(run, verified, tmp_path):
    from openpyxl import load_workbook

    path = tmp_path / "evaluation.xlsx"
    run("score", verified, "-o", path)
    workbook = load_workbook(path)
    sheet, cell = next(
        (sheet, cell)
        for sheet in workbook
        for row in sheet.iter_rows()
        for cell in row
        if sheet.title == "数据" and cell.value == 3.83
    )
    cell.value = "=3.94-0.11"
    workbook.save(path)
    result = run("score", path)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert f"evaluation.xlsx {sheet.title}!{cell.coordinate}" in result.stderr
    assert "公式" in result.stderr


def test_a_duplicate_key_hides_nothing_else(run, verified, tmp_path):
    text = verified.read_text("utf-8").replace(f"{COSTS}11.64万元", f"{COSTS}-11.64万元")
    path = tmp_path / "wrong.yaml"
    path.write_text(text.replace("政府采购预算金额: {value", "政府采购实际金额: {value"), "utf-8")
    result = run("score", path)
    assert result.exit_code == 2
    assert result.stderr.startswith("没有计分：2 处错误。\n")
    assert "重复：第31行和第32行" in result.stderr
    assert "三公经费支出数”不能是负数" in result.stderr


def test_a_formula_in_a_cell_hides_nothing_else(run, verified, tmp_path):
    path = tmp_path / "filled.xlsx"
    assert run("score", verified, "--format", "xlsx", "--output", path).exit_code == 0
    workbook = load_workbook(path)
    cells = {row[0].value: row[1] for row in workbook["数据"].iter_rows()}
    cells["政府采购预算金额"].value, cells["三公经费支出数"].value = "=3+0.94", -11.64
    workbook.save(path)
    result = run("score", path)
    assert result.exit_code == 2
    assert result.stderr.startswith("没有计分：2 处错误。\n")
    assert "应填写的格子里是公式，文件里没有它算出的值；现为“=3+0.94”" in result.stderr
    assert "数据项“三公经费支出数”不能是负数" in result.stderr
