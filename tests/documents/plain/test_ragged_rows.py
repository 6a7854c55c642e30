"""Rows that merged cells left short stand below the names that their cells fit; whole rows stay as they are."""

from __future__ import annotations

from hengji.documents.plain.text_reader import read_text


def rows_of(text: str) -> list[list[str]]:
    document = read_text(text.encode(), "a.txt").document
    assert document is not None
    (table,) = document.tables
    assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    return [[cell.text if cell else "" for cell in row] for row in table.grid()]


HEADING = "一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n"
FIRST = "产出指标\t数量指标\t新建桥梁\t≥12座\t12座\t20\t20\n"


def test_a_row_that_lacks_the_names_of_its_branches_moves_to_the_right() -> None:
    rows = rows_of(HEADING + FIRST + "修缮桥梁\t≥8座\t7座\t20\t17.5\n质量指标\t验收合格率\t100%\t100%\t60\t60\n")
    assert rows[2][2:] == ["修缮桥梁", "≥8座", "7座", "20", "17.5"]
    assert rows[3][1:] == ["质量指标", "验收合格率", "100%", "100%", "60", "60"]


def test_a_total_keeps_its_name_in_front() -> None:
    rows = rows_of(HEADING + FIRST + "修缮桥梁\t≥8座\t7座\t80\t70\n总分\t100\t90\n")
    assert rows[3] == ["总分", "", "", "", "", "100", "90"]


def test_a_goal_in_words_and_a_date_stand_among_the_values() -> None:
    rows = rows_of(HEADING + FIRST + "完工时间\t2024年11月底前\t2024年10月\t40\t40\n通行条件\t改善\t明显改善\t40\t40\n")
    assert rows[2][2:] == ["完工时间", "2024年11月底前", "2024年10月", "40", "40"]
    assert rows[3][2:] == ["通行条件", "改善", "明显改善", "40", "40"]


def test_a_block_of_funds_is_moved_below_its_own_names() -> None:
    rows = rows_of(
        "项目资金（万元）\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分\n"
        "年度资金总额\t90.00\t90.00\t81.00\t10\t90.00%\t9\n其中：财政拨款\t90.00\t90.00\t81.00\t—\t90.00%\t—\n"
    )
    assert rows[1] == ["", "年度资金总额", "90.00", "90.00", "81.00", "10", "90.00%", "9"]


def test_rows_as_long_as_their_heading_are_not_moved() -> None:
    text = HEADING + FIRST + "\t\t修缮桥梁\t≥8座\t7座\t20\t17.5\n"
    assert rows_of(text)[2][2:] == ["修缮桥梁", "≥8座", "7座", "20", "17.5"]


def test_where_no_name_tells_what_stands_below_it_nothing_is_moved() -> None:
    rows = rows_of("甲地\t乙地\t丙地\t丁地\n桥梁\t道路\n隧道\t渡口\n")
    assert rows[1][:2] == ["桥梁", "道路"]


def test_a_second_row_of_names_stands_where_it_is() -> None:
    text = (
        "科目\t\t合计\t基本支出\t\t\t项目支出\n编码\t名称\t\t小计\t人员经费\t公用经费\n"
        "205\t教育支出\t90.00\t70.00\t60.00\t10.00\t20.00\n206\t科学技术支出\t30.00\t20.00\t15.00\t5.00\t10.00\n"
    )
    assert rows_of(text)[1][3:6] == ["小计", "人员经费", "公用经费"]
