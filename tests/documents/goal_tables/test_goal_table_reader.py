"""What is printed can be read back, and what people type by hand in the same layout can be read at all."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hengji.documents.forms.yaml_reader import read_yaml
from hengji.documents.goal_tables.goal_table_reader import find_goal_table
from hengji.documents.goal_tables.project_table_reader import find_project_table
from hengji.documents.reading import read_document
from hengji.facts.document import Document
from hengji.facts.goal_table import GoalTable
from hengji.reports.goal_table_paper import goal_table_paper
from hengji.reports.paper.blocks import Paper
from hengji.reports.paper.print import write_pdf
from hengji.reports.paper.sheet import write_xlsx
from hengji.reports.paper.word import write_docx
from hengji.reports.project_table_paper import project_table_paper
from hengji.rules.goal_table_notation import read_goal_table
from hengji.rules.project_table_notation import read_project_table
from libreoffice import saved_again
from random_goal_tables import goal_tables, project_tables

EXAMPLES = Path(__file__).parents[3] / "examples"
SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
WRITERS: dict[str, Callable[[Paper], bytes]] = {"docx": write_docx, "xlsx": write_xlsx, "pdf": write_pdf}
LAWS = settings(max_examples=25, suppress_health_check=list(HealthCheck))


def document(content: bytes, name: str) -> Document:
    read = read_document(content, name)
    assert read.document is not None, [str(finding) for finding in read.findings]
    return read.document


def example_table() -> GoalTable:
    read = read_yaml((EXAMPLES / "goal-table-2024" / "goals.yaml").read_bytes(), "goals.yaml")
    assert read.located is not None
    table = read_goal_table(read.located).table
    assert table is not None
    return table


@pytest.mark.parametrize("kind", WRITERS)
@LAWS
@given(goal_tables())
def test_a_goal_table_reads_back_from_its_paper_without_loss(kind, table):
    found = find_goal_table(document(WRITERS[kind](goal_table_paper(table)), f"表.{kind}"))
    assert (found.table, found.findings) == (table, ())


@pytest.mark.parametrize("kind", WRITERS)
@LAWS
@given(project_tables())
def test_a_projects_form_reads_back_from_its_paper_without_loss(kind, table):
    found = find_project_table(document(WRITERS[kind](project_table_paper(table)), f"表.{kind}"))
    assert (found.table, found.findings) == (table, ())


@pytest.mark.parametrize("kind", WRITERS)
def test_the_examples_read_back_from_their_papers(kind):
    table = example_table()
    assert find_goal_table(document(WRITERS[kind](goal_table_paper(table)), f"表.{kind}")).table == table
    read = read_yaml((EXAMPLES / "project-table-2024" / "project.yaml").read_bytes(), "project.yaml")
    assert read.located is not None
    project = read_project_table(read.located).table
    assert project is not None
    assert find_project_table(document(WRITERS[kind](project_table_paper(project)), f"表.{kind}")).table == project


@pytest.mark.parametrize("rows", range(30, 38))
def test_a_part_whose_heading_begins_a_page_keeps_its_columns_after_a_part_with_fewer(rows):
    """The heading that stood over the first part is there again, and is no mere repetition."""
    table = example_table()
    row = replace(table.indicators[0], second="数量指标")
    indicators = (
        *(replace(row, first="产出指标", name=f"检查{n}户", key_work="执法检查") for n in range(2)),
        *(replace(row, first="效益指标", name=f"回访{n}户", key_work="") for n in range(rows)),
        *(replace(row, first="履职效能", name=f"培训{n}次", key_work="人员培训") for n in range(2)),
    )
    table = replace(table, indicators=indicators)
    found = find_goal_table(document(write_pdf(goal_table_paper(table)), "表.pdf"))
    assert (found.table, found.findings) == (table, ())


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(generated=st.lists(goal_tables(), min_size=12, max_size=12))
def test_a_goal_table_that_libreoffice_saved_again_reads_back_the_same(kind, generated):
    tables = [example_table(), *generated]
    with TemporaryDirectory() as folder:
        papers = [Path(folder) / f"{number}.{kind}" for number in range(len(tables))]
        for table, path in zip(tables, papers, strict=True):
            path.write_bytes(WRITERS[kind](goal_table_paper(table)))
        for table, path in zip(tables, saved_again(papers, Path(folder) / "again", kind), strict=True):
            assert find_goal_table(document(path.read_bytes(), path.name)).table == table


@pytest.mark.libreoffice
@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
@settings(max_examples=2, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(generated=st.lists(project_tables(), min_size=12, max_size=12))
def test_a_projects_form_that_libreoffice_saved_again_reads_back_the_same(kind, generated):
    with TemporaryDirectory() as folder:
        papers = [Path(folder) / f"{number}.{kind}" for number in range(len(generated))]
        for table, path in zip(generated, papers, strict=True):
            path.write_bytes(WRITERS[kind](project_table_paper(table)))
        for table, path in zip(generated, saved_again(papers, Path(folder) / "again", kind), strict=True):
            assert find_project_table(document(path.read_bytes(), path.name)).table == table


def test_a_long_table_keeps_its_levels_over_all_pages():
    table = example_table()
    rows = tuple(replace(row, name=f"{row.name}{number}") for number in range(12) for row in table.indicators)
    long = replace(table, indicators=tuple(sorted(rows, key=lambda row: (row.first, row.second, row.key_work))))
    found = find_goal_table(document(write_pdf(goal_table_paper(long)), "表.pdf"))
    assert found.table == long


# ------------------------------------------------------------------------------------------------------ typed by hand
BASICS = [
    ["单位名称", "示例市档案局"],
    ["部门整体资金（万元）", "收入", "", "", "全年预算数"],
    ["", "", "资金总额", "", "１，２３４．５０"],
    ["", "", "一般公共预算资金", "", "1,234.50 万元"],
    ["", "支出", "", "半年计划执行数", "全年预算数"],
    ["", "", "基本支出", "500", "1,000"],
    ["", "", "项目支出", "", "234.5"],
    ["", "", "档案扫描", "/", "２３４.５０"],
    ["年度目标", "整理完毕。"],
]
MOVED = [
    ["序号", "一级指标", "二级指标", "重点工作", "全年指标值", "半年指标值", "三级指标"],
    ["1", "履职", "保管档案", "整理", "≥５００卷", "≥200卷", "整理卷数"],
    ["2", "", "", "", "≥90%", "≥９０％", "合格率"],
    ["3", "", "", "扫描", "完成", "完成一半", "扫描进度"],
]


def sheet(
    rows: Sequence[Sequence[str]], title: Sequence[str] = ("示例市部门整体绩效目标表", "（2024年度）")
) -> Document:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for line in title:
        page.append([line])
    for row in rows:
        page.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return document(file.getvalue(), "手填.xlsx")


def word(rows: Sequence[Sequence[str]]) -> Document:
    paper = docx.Document()
    paper.add_paragraph("示例市部门整体绩效目标表")
    paper.add_paragraph("2024年度")
    width = max(map(len, rows))
    table = paper.add_table(len(rows), width)
    for place, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(place.cells, row, strict=False):
            cell.text = text
    file = io.BytesIO()
    paper.save(file)
    return document(file.getvalue(), "手填.docx")


@pytest.mark.parametrize("typed", [sheet, word])
def test_a_table_typed_by_hand_is_read_by_its_labels(typed):
    found = find_goal_table(typed([*BASICS, *MOVED]))
    assert [str(finding) for finding in found.findings] == []
    table = found.table
    assert table is not None
    assert (table.organisation, table.year, table.title) == ("示例市档案局", 2024, "示例市部门整体绩效目标表")
    assert table.annual == "整理完毕。"
    assert (table.funds.total, table.funds.sources[0].full_year) == (Fraction("1234.5"), Fraction("1234.5"))
    basic, project = table.funds.expenditures
    assert (basic.half_year, basic.full_year, project.half_year) == (500, 1000, None)
    assert [(item.name, item.full_year) for item in project.items] == [("档案扫描", Fraction("234.5"))]


@pytest.mark.parametrize("typed", [sheet, word])
def test_moved_columns_are_found_by_their_headings(typed):
    table = find_goal_table(typed([*BASICS, *MOVED])).table
    assert table is not None
    assert [(row.second, row.key_work, row.name) for row in table.indicators] == [
        ("保管档案", "整理", "整理卷数"),
        ("保管档案", "整理", "合格率"),
        ("保管档案", "扫描", "扫描进度"),
    ]
    assert [str(row.full_year) for row in table.indicators] == ["≥500卷", "≥90%", "完成"]
    assert [str(row.half_year) for row in table.indicators] == ["≥200卷", "≥90%", "完成一半"]
    assert {row.first for row in table.indicators} == {"履职"}


def test_amounts_in_yuan_become_wan_yuan():
    rows = [
        ["部门整体资金（元）", "收入", "全年预算数"],
        ["", "资金总额", "12,345,000.00"],
        ["年度目标", "整理完毕。"],
        *MOVED,
    ]
    table = find_goal_table(sheet(rows)).table
    assert table is not None
    assert table.funds.total == Fraction("1234.5")


def test_all_mistakes_are_told_with_their_cells_and_the_good_rows_are_kept():
    rows = [list(row) for row in [*BASICS, *MOVED]]
    rows[3][4], rows[5][3] = "约一千", "五百"
    rows.insert(-1, ["", "", "", "", "以上数据由办公室填报", "", ""])
    found = find_goal_table(sheet(rows))
    assert [(each.severity, each.source.cell) for each in found.findings] == [
        ("error", "Sheet!E6"), ("error", "Sheet!D8"), ("warning", "Sheet!E15"),
    ]  # fmt: skip
    assert found.table is not None
    assert found.table.funds.total == Fraction("1234.5")
    assert len(found.table.indicators) == 3


def test_places_are_cells_of_the_sheet_whatever_it_is_called():
    rows = [list(row) for row in [*BASICS, *MOVED]]
    rows[3][4] = "约一千"
    book = openpyxl.Workbook()
    book.active.title = "表1"
    for row in rows:
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    [finding, _] = find_goal_table(document(file.getvalue(), "手填.xlsx")).findings
    assert finding.source.cell == "表1!E4"


def test_a_dash_of_two_characters_is_read_whole_from_a_pdf():
    table = replace(example_table(), annual="整理——扫描……上网。")
    assert find_goal_table(document(write_pdf(goal_table_paper(table)), "表.pdf")).table == table


def test_a_document_without_such_a_table_says_what_was_looked_for():
    for find in (find_goal_table, find_project_table):
        found = find(sheet([["姓名", "科室"], ["某某", "办公室"]]))
        assert found.table is None
        assert "没有找到" in str(found.findings[0])


def test_a_printed_rate_that_does_not_follow_from_its_amounts_is_told():
    rows = [
        ["项目名称", "系统运维", "", "", "", "", ""],
        ["主管部门", "示例市数据局", "", "实施单位", "示例市信息中心", "", ""],
        ["项目资金（万元）", "", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        ["", "年度资金总额", "100", "100", "95", "96%", "9.5"],
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "维护次数", "≥12次", "12次", "50分", "50"],
        ["总分", "", "", "", "", "100", "99.5"],
    ]
    found = find_project_table(sheet(rows, ["项目支出绩效自评表", "2024年度"]))
    assert [(each.code, each.source.cell) for each in found.findings] == [("goal.rate", "Sheet!F6")]
    table = found.table
    assert table is not None
    assert (table.department, table.unit, table.total_score) == ("示例市数据局", "示例市信息中心", Fraction("99.5"))
    assert (table.indicators[0].points, table.indicators[0].score) == (50, 50)


# --------------------------------------------------------------------------------------------------------- bad input
def test_a_name_that_begins_like_a_formula_is_a_text_in_every_paper():
    table = replace(example_table(), organisation="=cmd|'/Cx'!A0")
    content = write_xlsx(goal_table_paper(table))
    cells = [cell for page in openpyxl.load_workbook(io.BytesIO(content)) for row in page.iter_rows() for cell in row]
    assert not any(cell.data_type == "f" for cell in cells)
    for kind, write in WRITERS.items():
        assert find_goal_table(document(write(goal_table_paper(table)), f"表.{kind}")).table == table


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "xlsx"])
def test_ten_thousand_indicators_are_written_and_read_back(kind):
    table = example_table()
    rows = tuple(replace(table.indicators[number % 56], name=f"指标{number}") for number in range(10_000))
    long = replace(table, indicators=tuple(sorted(rows, key=lambda row: (row.first, row.second, row.key_work))))
    found = find_goal_table(document(WRITERS[kind](goal_table_paper(long)), f"表.{kind}"))
    assert found.table == long


# -------------------------------------------------------------------------------------------------------------- seeds
@pytest.mark.seeds
def test_a_published_table_of_plain_text_is_read_as_far_as_its_text_gives_it():
    paths = sorted(SEEDS.glob("001_*.txt"))
    if not paths:
        pytest.skip("the seed documents are not here")
    found = find_goal_table(document(paths[0].read_bytes(), paths[0].name))
    table, example = found.table, example_table()
    assert [str(finding) for finding in found.findings] == []
    assert table is not None
    assert [row.first for row in table.indicators] == [row.first for row in example.indicators]
    assert [(row.half_year, row.full_year) for row in table.indicators] == [
        (row.half_year, row.full_year) for row in example.indicators
    ]
    # The published second levels and duties are merged as the example's are; their words differ.
    published = [(row.second, row.key_work) for row in table.indicators]
    ours = [(row.second, row.key_work) for row in example.indicators]
    assert [published.index(place) for place in published] == [ours.index(place) for place in ours]
    assert table.funds == example.funds
    assert all((table.functions, table.institutions, table.medium_term, table.annual))
