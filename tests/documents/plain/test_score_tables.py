"""Tables of scores as writers leave them in plain text: groups, broken cells, slashes, empty cells, loose columns."""

from __future__ import annotations

from hengji.documents.plain.text_reader import document_of_text


def rows_of(text: str) -> list[list[str]]:
    """The rows of the only table of *text*, each with the texts of its cells."""
    (table,) = document_of_text(text, "text.txt").tables
    rows: dict[int, list[str]] = {}
    for cell in table.cells:
        rows.setdefault(cell.row, []).append(cell.text)
    return [rows[row] for row in sorted(rows)]


def test_a_group_named_without_tabs_is_a_row_of_the_table() -> None:
    text = (
        "指标\t目标值\t完成值\t分值\t得分\n执行率\t100%\t98%\t10\t9.8\n"
        "【产出指标】\n改厕\t9座\t9座\t5\t5\n改水\t4处\t4处\t5\t5\n"
    )
    assert [len(row) for row in rows_of(text)] == [5, 5, 1, 5, 5]


def test_a_cell_broken_over_two_lines_is_one() -> None:
    text = (
        "一级指标\t三级指标\t分值\t标准及\n完成情况\t得分\n决策\t立项\t5\t程序合规\n得满分\t5.00\n"
        "\t目标\t5\t没有量化，\n扣1分\t4.00\n\t分配\t5\t按面积分配\t5.00\n\t管护\t5\t落实\t5.00\n\t小计\t20\t\t19.00\n"
    )
    rows = rows_of(text)
    assert rows[0] == ["一级指标", "三级指标", "分值", "标准及\n完成情况", "得分"]
    assert rows[1][-4:] == ["立项", "5", "程序合规\n得满分", "5.00"]


def test_a_row_of_names_heads_the_rows_between_slashes() -> None:
    text = "指标 / 年初指标值 / 完成值\n改水 / ≥15户 / 14户\n改厕 / 9座 / 9座\n养护 / 6公里 / 6公里\n"
    assert rows_of(text)[0] == ["指标", "年初指标值", "完成值"]


def test_an_empty_cell_among_lines_keeps_the_row_whole() -> None:
    rows = ["指标\n分值\n实际\n得分", "改厕\n8\n9座\n8", "改水\n7\n4处\n7", "小计\n15\n\n15", "总分\n100\n\n90"]
    assert [len(row) for row in rows_of("\n\n".join(rows) + "\n")] == [4, 4, 4, 4, 4]


def test_signs_of_doubtful_width_do_not_move_cells_to_other_columns() -> None:
    text = (
        "一级指标            二级指标            目标值          得分\n"
        "管理                执行率              100%            6\n"
        "                    “三公”控制率      ≤100%          3\n"
        "                    资产                规范            4\n"
        "小计                                                    13\n"
    )
    rows = rows_of(text)
    assert rows[2][-3:] == ["“三公”控制率", "≤100%", "3"]
    assert rows[4][-1] == "13"


def test_rows_below_a_merged_first_cell_belong_to_the_table_above() -> None:
    text = (
        "类别        指标          分值    完成值    得分\n"
        "执行        执行率        10      97%       9.70\n"
        "数量        清运垃圾      6       5386吨    6.00\n"
        "            改造户厕      6       320座     6.00\n"
        "            维修道路      6       18公里    6.00\n"
        "产出小计                  18                18.00\n"
    )
    rows = rows_of(text)
    assert len(rows) == 6
    assert rows[3][-4:] == ["改造户厕", "6", "320座", "6.00"]
