"""The papers of goal tables and projects' forms: cells merged as officials merge them, headings that repeat."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hengji.facts.goal_table import Expenditure, Funds, FundSource, GoalIndicator, GoalTable
from hengji.facts.project_table import ProjectFunds, ProjectIndicator, ProjectTable
from hengji.facts.targets import read_target
from hengji.reports.goal_table_paper import goal_table_paper
from hengji.reports.paper.blocks import Cell, Live, Paper, Table, plain
from hengji.reports.paper.grid import placed
from hengji.reports.project_table_paper import project_table_paper


def indicator(first: str, second: str, name: str, key_work: str = "", grades: str = "") -> GoalIndicator:
    return GoalIndicator(first, second, name, read_target("≥1次"), read_target("≥2次"), key_work, grades)


TABLE = GoalTable(
    "示例市档案局", 2024,
    funds=Funds(
        Fraction("1234.5"), (FundSource("一般公共预算资金", Fraction("1234.5")),),
        (Expenditure("项目支出", Fraction(500), Fraction("1234.5"), (Expenditure("扫描"), Expenditure("修复"))),),
    ),
    indicators=(
        indicator("过程", "预算执行", "执行率"), indicator("过程", "预算执行", "调整率"),
        indicator("过程", "预算管理", "制度"),
        indicator("履职", "保管档案", "卷数", "整理"), indicator("履职", "保管档案", "合格率", "整理"),
        indicator("履职", "保管档案", "页数", "扫描"),
    ),
)  # fmt: skip
FORM = ProjectTable(
    "系统运维", 2024, total=ProjectFunds("年度资金总额", Fraction(100), Fraction(100), Fraction(95)),
    execution_points=Fraction(10), execution_score=Fraction("9.5"),
    indicators=(
        ProjectIndicator("产出指标", "数量指标", "系统数量", read_target("=12个"), "12个", Fraction(90), Fraction(90)),
    ),
    total_score=Fraction("99.5"),
)  # fmt: skip


def tables(paper: Paper) -> list[Table]:
    return [block for section in paper.sections for block in section.blocks if isinstance(block, Table)]


def cells(table: Table) -> dict[str, Cell]:
    return {plain(cell.runs): cell for row in table.rows for cell in row}


def test_every_row_fills_the_columns_of_its_table():
    for paper in (goal_table_paper(TABLE), project_table_paper(FORM)):
        for table in tables(paper):
            for row in placed(table):
                assert sum(place.columns for place in row) == len(table.widths)
                assert all(place.covered or place.cell in sum(table.rows, ()) for place in row)


def test_a_level_is_one_cell_over_all_its_rows():
    _, process, duties = tables(goal_table_paper(TABLE))
    assert [(cells(process)[name].rows) for name in ("过程", "预算执行", "预算管理")] == [3, 2, 1]
    assert [(cells(duties)[name].rows) for name in ("履职", "保管档案", "整理", "扫描")] == [3, 3, 2, 1]


def test_duties_have_a_column_of_key_works_and_the_others_spread_over_it():
    _, process, duties = tables(goal_table_paper(TABLE))
    assert "重点工作" in cells(duties)
    assert "重点工作" not in cells(process)
    assert cells(process)["三级指标"].columns == cells(process)["执行率"].columns == 2
    assert process.widths == duties.widths


def test_headings_of_indicators_repeat_on_every_page_and_the_money_has_none():
    assert [table.head_rows for table in tables(goal_table_paper(TABLE))] == [0, 1, 1]


def test_the_parts_of_an_expenditure_stand_beside_of_them():
    basics = cells(tables(goal_table_paper(TABLE))[0])
    assert (basics["其中"].rows, basics["项目支出"].columns, basics["扫描"].columns) == (2, 2, 1)
    assert basics["部门整体资金（万元）"].rows == 7


def test_grades_have_a_column_only_where_some_are_described_and_turn_the_page():
    rows = (*TABLE.indicators, indicator("过程", "预算管理", "公开", grades="公开：全部；部分公开：一半"))
    wide, narrow = goal_table_paper(replace(TABLE, indicators=rows)), goal_table_paper(TABLE)
    assert (wide.sections[0].orientation, narrow.sections[0].orientation) == ("landscape", "portrait")
    assert "评判档次" in cells(tables(wide)[1])
    assert "评判档次" not in cells(tables(narrow)[1])


def test_an_empty_table_is_still_a_paper():
    assert len(tables(goal_table_paper(GoalTable("", 2024)))) == 1
    assert len(tables(project_table_paper(ProjectTable("", 2024)))) == 2


def test_what_follows_from_other_figures_is_live_and_says_from_which():
    live = [
        run for table in tables(project_table_paper(FORM)) for row in table.rows for cell in row for run in cell.runs
    ]
    found = {run.text: run.origin for run in live if isinstance(run, Live)}
    assert found == {"95%": "全年执行数 ÷ 全年预算数", "100": "预算执行率分值 ＋ 各指标分值"}
