"""Forms and tables of scores from lines, from rows that were broken, and from what is aligned on a screen."""

from __future__ import annotations

import pytest

from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.document import Document

HEADING = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "扣分原因"]
ROWS = [
    ["产出指标（60分）", "数量指标", "清运垃圾", "≥900吨", "912吨", "30", "30", ""],
    ["", "质量指标", "清运率", "≥95%", "93%", "30", "28.5", "车辆检修"],
    ["效益指标（30分）", "社会效益指标", "受益村庄", "12个", "12个", "30", "30", ""],
    ["满意度指标（10分）", "服务对象满意度", "村民满意度", "≥90%", "94%", "10", "10", ""],
    ["总分", "", "", "", "", "100", "98.5", ""],
]


def lines_of(rows: list[list[str]]) -> str:
    """The cells one a line, as a page's reading leaves them: blank ones leave nothing behind."""
    return "\n".join(text for row in rows for text in row if text)


def grids(read: Document) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in read.tables]


def filled(rows: list[list[str]]) -> list[list[str]]:
    """The rows with the names of the first level in all of theirs."""
    return [*rows[:2], [rows[1][0], *rows[2][1:]], *rows[3:]]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_rows_of_unequal_length_are_told_apart(end: str) -> None:
    read = document_of_text(lines_of([HEADING, *ROWS]).replace("\n", end) + end + "特此说明。", "a.txt")
    assert grids(read) == [filled([HEADING, *ROWS])]
    (table,) = read.tables
    assert all(read.text[cell.start : cell.end] == cell.text for cell in table.cells)


def test_funds_and_indicators_are_two_tables() -> None:
    funds = [
        ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "80.00", "80.00", "72.00", "10", "90%", "9"],
        ["其中：财政拨款", "80.00", "80.00", "72.00", "—", "90%", "—"],
    ]
    read = document_of_text(lines_of([*funds, HEADING, *ROWS]), "a.txt")
    assert grids(read) == [funds, filled([HEADING, *ROWS])]


@pytest.mark.parametrize("missing", ["30", "28.5", "98.5"])
def test_where_a_figure_is_missing_no_row_takes_that_of_another(missing: str) -> None:
    cells = lines_of([HEADING, *ROWS]).split("\n")
    cells.remove(missing)
    for grid in grids(document_of_text("\n".join(cells), "a.txt")):
        assert all(row in [*ROWS, *filled([HEADING, *ROWS])] or missing not in row for row in grid)


def test_rows_of_subtotals_stand_between_the_groups() -> None:
    subtotal = ["小计", "", "", "", "", "60", "58.5", ""]
    rows = [*ROWS[:2], subtotal, *ROWS[2:]]
    (grid,) = grids(document_of_text(lines_of([HEADING, *rows]), "a.txt"))
    assert grid == [HEADING, ROWS[0], filled([HEADING, *ROWS])[2], subtotal, *ROWS[2:]]


def test_prose_that_names_columns_stays_prose() -> None:
    text = "得分\n我局自评工作分三步开展。\n分值\n按照文件规定设置。\n"
    assert document_of_text(text, "a.txt").tables == ()


def test_a_row_broken_inside_a_cell_is_whole_again() -> None:
    text = (
        "三级指标\t分值\t评分标准\t得分\n制度建设\t4\t制度齐全得2分，\n执行到位得2分\t3\n"
        "资金使用\t6\t合规得满分\t6\n合计\t10\t\t9\n"
    )
    (grid,) = grids(document_of_text(text, "a.txt"))
    assert grid[1] == ["制度建设", "4", "制度齐全得2分，\n执行到位得2分", "3"]
    assert len(grid) == 4


def test_rows_that_only_end_early_are_not_joined() -> None:
    text = "三级指标\t分值\t得分\t备注\n制度建设\t4\t4\n资金使用\t6\t5\t一笔逾期\n资产管理\t5\t5\n合计\t15\t14\n"
    (grid,) = grids(document_of_text(text, "a.txt"))
    assert [row[0] for row in grid] == ["三级指标", "制度建设", "资金使用", "资产管理", "合计"]


def test_what_is_aligned_on_a_screen_stands_below_its_heading() -> None:
    text = (
        "一级指标    分值    二级指标      得分\n投入        20      预算编制      9.5\n"
        "                    目标设置      10\n产出        80      履职情况      76\n"
        "合计        100                   95.5\n"
    )
    (grid,) = grids(document_of_text(text, "a.txt"))
    assert [row[-1] for row in grid] == ["得分", "9.5", "10", "76", "95.5"]
    assert grid[2][0] == "投入"


@pytest.mark.parametrize("total", [["合计", "100", "—", "—", "97.43"], ["合计", "100", "", "", "97.43"]])
def test_an_indicator_called_like_a_column_opens_the_rows(total: list[str]) -> None:
    rows = [
        ["指标名称", "分值", "年度目标值", "实际完成值", "得分"],
        ["预算执行率", "30", "100%", "96.01%", "28.80"],
        ["公用经费控制", "30", "不超预算", "未超", "30.00"],
        ["背街小巷整治", "40", "15条", "12条", "38.63"],
        total,
    ]
    assert grids(document_of_text(lines_of(rows).replace("\n", "\n\n") + "\n\n特此说明。", "a.txt")) == [rows]
