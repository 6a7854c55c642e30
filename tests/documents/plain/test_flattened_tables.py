"""Cells on lines of their own behind a tab: all of them, or all but the first of each row."""

from __future__ import annotations

from hengji.documents.plain.text_reader import document_of_text

HEADING = ["一级指标", "三级指标", "分值", "得分"]
ROWS = [
    ["投入", "目标合理性", "5", "5"],
    ["", "在职人员控制率", "5", "4"],
    ["产出", "改造户厕", "10", "10"],
    ["合计", "", "20", "19"],
]


def text_of(*, tabbed: bool) -> str:
    """Blank cells leave no line but, where the first cells have tabs too, the tab."""
    rows = []
    for row in [HEADING, *ROWS]:
        first = f"\t{row[0]}" if tabbed else row[0]
        rest = [f"\t{cell}" for cell in row[1:] if cell or tabbed]
        rows.append("\n".join([*([first] if first else []), *rest]))
    return "评分如下：\n\n" + "\n\n".join(rows) + "\n\n特此说明。\n"


def grids(text: str) -> list[list[list[str]]]:
    read = document_of_text(text, "a.txt")
    assert all(read.text[cell.start : cell.end] == cell.text for table in read.tables for cell in table.cells)
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in read.tables]


def test_every_cell_has_its_tab() -> None:
    (grid,) = grids(text_of(tabbed=True))
    assert grid[1][1:] == ["目标合理性", "5", "5"]
    assert grid[-1][-1] == "19"


def test_first_cells_may_do_without_and_a_row_that_begins_with_a_tab_has_an_empty_one() -> None:
    (grid,) = grids(text_of(tabbed=False))
    assert grid == [HEADING, ROWS[0], ["投入", *ROWS[1][1:]], *ROWS[2:]]


def test_a_caption_above_tabbed_rows_is_no_cell() -> None:
    (grid,) = grids("表1\n\t项目\n\t金额\n\n\t教育\n\t12.00\n\n\t卫生\n\t8.00\n\n\t合计\n\t20.00\n")
    assert grid[-1] == ["合计", "20.00"]
