"""Cells one a line, without any mark: a table again where the heading's period proves it, lines where it does not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from effort import steps
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.document import Document

ROWS = [
    ["项目", "预算数", "决算数", "完成率"],
    ["一、基本支出", "100.00", "90.00", "90.00%"],
    ["人员经费", "60.00", "-", "-"],
    ["公用经费", "40.00", "36.00", "90.00%"],
    ["合计", "100.00", "90.00", "90.00%"],
]
ABOVE = ["白鹭市民政局2023年度收支情况如下。", "收支决算表", "单位：万元"]
BELOW = ["以上数据来自部门决算。"]


def document(lines: list[str], end: str = "\n") -> Document:
    return document_of_text(end.join(lines) + end, "a.txt")


def listed(rows: list[list[str]]) -> list[str]:
    return [cell for row in rows for cell in row]


def grids(read: Document) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in read.tables]


@pytest.mark.parametrize("end", ["\n", "\n\n", "\r\n"])
def test_the_period_of_the_heading_makes_the_rows(end: str) -> None:
    read = document([*ABOVE, *listed(ROWS), *BELOW], end)
    assert grids(read) == [ROWS]
    (table,) = read.tables
    assert (table.caption, table.unit, table.header_rows, table.rebuilt) == ("收支决算表", "万元", 1, True)
    assert all(read.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert [read.text[each.start : each.end] for each in read.paragraphs] == [*ABOVE, *BELOW]


@pytest.mark.parametrize("missing", range(5, 20))
def test_where_a_cell_is_missing_the_lines_stay_lines(missing: int) -> None:
    cells = listed(ROWS)
    del cells[missing]
    whole = 4 * (len(ROWS) - 2)
    assert all(len(listed(grid)) <= whole for grid in grids(document([*ABOVE, *cells, *BELOW])))
    if missing < 16:  # of the last row one cannot tell
        assert grids(document([*ABOVE, *cells, *BELOW])) == []


def test_headings_may_tell_what_is_counted_in_brackets() -> None:
    rows = [["行业", "户数（户）", "贷款（万元）"], ["种植业", "31", "620.00"], ["养殖业", "12", "305.00"]]
    assert grids(document([*ABOVE, *listed(rows), *BELOW])) == [rows]


def test_a_total_at_the_end_may_leave_out_the_number_before_its_name() -> None:
    rows = [["序号", "单位名称", "人数"], ["1", "白鹭市救助站", "12"], ["2", "白鹭市福利院", "30"]]
    (grid,) = grids(document([*listed(rows), "", "合计", "42"]))
    assert grid == [*rows, ["", "合计", "42"]]


def test_a_number_or_a_code_may_come_first() -> None:
    rows = [["序号", "单位名称", "人数"], ["1", "白鹭市救助站", "12"], ["2", "白鹭市福利院", "30"]]
    assert grids(document(listed(rows))) == [rows]


def test_a_heading_of_two_rows_whose_groups_repeat_their_names() -> None:
    heading = ["科目编码", "科目名称", "2022年", "2023年", "增减率", "预算", "决算", "预算", "决算"]
    body = [["201", "一般公共服务支出", "1", "2", "3", "4", "5%"], ["205", "教育支出", "1", "2", "3", "4", "5%"]]
    (table,) = document([*heading, *listed(body)]).tables
    assert table.header_rows == 2
    assert [(cell.text, cell.row_span, cell.column_span) for cell in table.cells if cell.row == 0] == [
        ("科目编码", 2, 1),
        ("科目名称", 2, 1),
        ("2022年", 1, 2),
        ("2023年", 1, 2),
        ("增减率", 2, 1),
    ]
    assert [[cell.text if cell else "" for cell in row] for row in table.grid()[2:]] == body


def test_a_heading_of_two_rows_that_says_nothing_of_its_groups_is_left_alone() -> None:
    heading = ["科目名称", "2022年", "2023年", "预算", "决算", "预算", "调整"]
    assert grids(document([*heading, "教育支出", "1", "2", "3", "4", "科技支出", "1", "2", "3", "4"])) == []


def test_a_name_over_two_lines_is_one_and_a_row_without_figures_is_a_row() -> None:
    lines = ["项目", "金额", "本年收入", "5", "其中：", "财政拨款收入", "2", "政府性基金预算财政拨款", "收入", "3"]
    read = document(lines)
    (table,) = read.tables
    assert [cell.text for cell in table.cells if cell.column == 0 and cell.row] == [
        "本年收入",
        "其中：",
        "财政拨款收入",
        "政府性基金预算财政拨款\n收入",
    ]


def test_rows_set_apart_by_blank_lines_may_mix_figures_and_words() -> None:
    rows = [
        ["三级指标", "目标值", "完成值"],
        ["培训班", "4次", "5次"],
        ["走访", "应访尽访", "12次"],
        ["宣传", "2次", "2次"],
    ]
    read = document(["\n".join(row) for row in rows], "\n\n")
    assert grids(read) == [rows]


@pytest.mark.parametrize(
    "lines",
    [
        ["一、部门概况", "二、收支情况", "三、绩效情况", "3", "5", "9"],
        [
            "联系人：张三",
            "电话：1234567",
            "地址：白鹭路",
            "2023",
            "联系人：李四",
            "电话：1234568",
            "地址：白鹭街",
            "2024",
        ],
        ["目录", "概况", "1", "收支", "3", "绩效", "7"],
        ["项目", "金额", "基本支出", "5"],
    ],
    ids=["contents", "addresses", "list with pages", "one row"],
)
def test_what_is_no_table_stays_lines(lines: list[str]) -> None:
    assert grids(document(lines)) == []


def test_a_page_number_between_rows_and_a_heading_repeated_are_no_rows() -> None:
    cells = [*listed(ROWS[:3]), "1\f" + ROWS[0][0], *ROWS[0][1:], *listed(ROWS[3:])]
    assert grids(document(cells)) == [ROWS]


NAMES = st.text("甲乙丙丁戊己庚辛", min_size=2, max_size=6)
FIGURES = st.decimals(0, 10_000, places=2).map(str)


@given(st.lists(st.tuples(NAMES, FIGURES, FIGURES), min_size=2, max_size=12))
def test_any_full_table_comes_back(body: list[tuple[str, str, str]]) -> None:
    rows = [["项目", "预算数", "决算数"], *map(list, body)]
    assert grids(document([*ABOVE, *listed(rows), *BELOW])) == [rows]


def test_tables_that_break_off_again_and_again_take_work_in_proportion_to_their_length() -> None:
    """Four times the length takes four times the steps, and would take sixteen if lines were read again and again."""
    lines = [*listed(ROWS[:3]), "项目", "1", "2"]
    assert steps(lambda: document(lines * 800)) < 5 * steps(lambda: document(lines * 200))
