"""Cells one a line with a blank line behind each: the blank lines tell which cells are empty."""

from __future__ import annotations

from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.document import Table


def tables_of(rows: list[list[str]], title: str = "2022年补助资金分配情况表       单位:万元") -> tuple[Table, ...]:
    """A page's text as it is taken: every cell is a line and a blank line, an empty cell the blank line alone."""
    cells = "".join(f"{cell}\n\n" if cell else "\n" for row in rows for cell in row)
    return document_of_text(f"{title}\n\n{cells}五、监督电话。\n", "text.txt").tables


FUNDS = [
    ["市县名称", "资金合计", "中央资金", "市级资金", "备注"],
    ["石桥县", "154", "", "154", ""],
    ["柳河县", "89", "", "89", ""],
    ["青原县", "2024", "", "2024", ""],
    ["合计", "2267", "", "2267", ""],
]

ACCOUNT = [
    ["项目", "预算数", "项目", "预算数"],
    ["一、财政拨款收入", "1,514.26", "一、一般公共服务支出", ""],
    ["二、事业收入", "", "二、外交支出", ""],
    ["三、其他收入", "336.63", "三、教育支出", "1,850.89"],
    ["", "", "四、科学技术支出", ""],
    ["本年收入合计", "1,850.89", "本年支出合计", "1,850.89"],
]


def placed(table: Table) -> dict[tuple[int, int], str]:
    return {(cell.row, cell.column): cell.text for cell in table.cells}


def test_empty_cells_keep_the_others_in_their_columns() -> None:
    (table,) = tables_of(FUNDS)
    expected = {(row, column): text for row, cells in enumerate(FUNDS) for column, text in enumerate(cells) if text}
    assert placed(table) == expected


def test_a_side_that_has_ended_leaves_its_cells_empty() -> None:
    (table,) = tables_of(ACCOUNT, "收支总体情况表")
    assert placed(table)[4, 2] == "四、科学技术支出"
    assert (4, 0) not in placed(table)
    assert placed(table)[5, 3] == "1,850.89"


def test_a_row_that_lost_a_cell_leaves_the_lines_alone() -> None:
    broken = [*FUNDS[:2], ["柳河县", "89", "89", ""], *FUNDS[3:]]
    assert all(len(table.cells) < 12 for table in tables_of(broken))
