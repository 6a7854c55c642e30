"""Cells joined by one fixed gap: an empty cell is two gaps, and no line is torn; aligned columns are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.document import Document

ROWS = [
    ["收入", "决算数", "支出", "决算数"],
    ["一、财政拨款收入", "1564.30", "一、公共安全支出", "1282.90"],
    ["二、事业收入", "", "二、住房保障支出", "139.74"],
    ["", "", "三、卫生健康支出", "141.66"],
    ["本年收入合计", "1564.30", "本年支出合计", "1564.30"],
    ["年初结转和结余", "", "年末结转和结余", ""],
]
ABOVE = ["白鹭市司法局2023年度部门决算", "收入支出决算总表", "公开01表    单位：万元"]
BELOW = ["收入决算表", "公开02表    单位：万元"]


def document(lines: list[str]) -> Document:
    return document_of_text("\n".join(lines) + "\n", "a.txt")


def joined(rows: list[list[str]], gap: int) -> list[str]:
    return [(" " * gap).join(row) for row in rows]


def grids(read: Document) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in read.tables]


@pytest.mark.parametrize("gap", [2, 3, 4, 6])
def test_every_cell_finds_its_column(gap: int) -> None:
    read = document([*ABOVE, *joined(ROWS, gap), *BELOW])
    assert grids(read) == [ROWS]
    assert read.tables[0].caption == "收入支出决算总表"
    assert read.tables[0].unit == "万元"


@pytest.mark.parametrize("gap", [2, 3, 4, 6])
def test_blanks_at_the_end_of_a_line_may_be_missing(gap: int) -> None:
    read = document([*ABOVE, *(line.rstrip() for line in joined(ROWS, gap)), *BELOW])
    assert grids(read) == [ROWS]


def test_the_caption_of_the_next_table_is_no_cell() -> None:
    rows = [["科目编码", "科目名称", "合计"], ["204", "公共安全支出", "1282.90"], ["", "合计", "1282.90"]]
    read = document([*ABOVE, *joined(ROWS, 4), *BELOW, *joined(rows, 4)])
    assert grids(read) == [ROWS, rows]


def test_one_row_below_the_heading_is_a_table_of_three_columns() -> None:
    rows = [["合计", "购置费", "运行费"], ["34.30", "18.00", "16.30"]]
    assert grids(document(["三公经费表", *joined(rows, 3)])) == [rows]


@pytest.mark.parametrize(
    "lines",
    [
        ["填报单位：白鹭市司法局    填报日期：2023年3月15日", "一、项目情况", "二、资金情况"],
        ["联系人    李某", "完成情况良好。", "没有表格"],
        ["局长    张某", "二〇二三年三月"],
        ["一、概况", "本局负责司法行政工作，    承担普法职责。"],
    ],
)
def test_lines_with_a_gap_that_are_no_table_stay_lines(lines: list[str]) -> None:
    assert not document(lines).tables


WORD = st.text("甲乙丙丁戊己庚辛", min_size=2, max_size=6)
AMOUNT = st.decimals(min_value=0, max_value=99999, places=2).map(str)


@given(
    heads=st.lists(WORD, min_size=3, max_size=6, unique=True),
    body=st.lists(
        st.tuples(WORD, st.lists(st.one_of(AMOUNT, st.just("")), min_size=5, max_size=5)), min_size=3, max_size=8
    ),
    gap=st.integers(3, 6),
)
def test_offsets_and_texts_of_any_such_table_are_kept(
    heads: list[str], body: list[tuple[str, list[str]]], gap: int
) -> None:
    rows = [heads, *([name, values[0] or "1.00", *values[1 : len(heads) - 1]] for name, values in body)]
    read = document(["某表", *joined(rows, gap)])
    assert grids(read) == [rows]
    for cell in read.tables[0].cells:
        assert read.text[cell.start : cell.end] == cell.text
