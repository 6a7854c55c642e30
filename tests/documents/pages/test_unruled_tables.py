"""Tables of a pdf that no line is drawn for: columns of figures below names, row by row; a wrong one is none."""

from __future__ import annotations

import pytest

from hengji.documents.pages.pdf_reader import read_pdf
from hengji.facts.document import Document
from pdf_writing import PdfPage, write_pdf

EDGES = [90, 280, 370, 470]
ROWS = [
    ["项目", "年初预算数", "调整预算数", "决算数"],
    ["一、基本支出", "1,234.50", "1,300.00", "1,200.25"],
    ["人员经费", "1,000.00", "1,050.00", "1,000.00"],
    ["公用经费", "234.50", "250.00", "200.25"],
    ["二、项目支出", "100.00", "", "99.00"],
    ["合计", "1,334.50", "1,300.00", "1,299.25"],
]
MORE = [
    ["其他支出", "1.00", "2.00", "3.00"],
    ["住房支出", "11.00", "21.00", "13.00"],
    ["卫生支出", "1.00", "2.00", "3.00"],
]


def put(page: PdfPage, top: float, rows: list[list[str]], edges: list[int] | None = None) -> PdfPage:
    """Rows whose first cells begin, and whose others end, at their edge."""
    for number, row in enumerate(rows):
        for column, (edge, text) in enumerate(zip(edges or EDGES, row, strict=True)):
            width = sum(12 if character > "\u2e80" else 6 for character in text)
            if text:
                page.text(edge - (width if column else 0), top + 22 * number, text)
    return page


def titled(rows: list[list[str]]) -> PdfPage:
    return put(PdfPage().text(220, 60, "白鹭市收支决算表").text(430, 82, "单位：万元"), 104, rows)


def read(*pages: PdfPage) -> Document:
    document = read_pdf(write_pdf(*pages), "a.pdf").document
    assert document is not None
    return document


def grids(document: Document) -> list[list[list[str]]]:
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in document.tables]


def test_aligned_columns_are_a_table() -> None:
    document = read(titled(ROWS).text(90, 300, "以上数据来自部门决算。"))
    assert grids(document) == [ROWS]
    (table,) = document.tables
    assert (table.caption, table.unit, table.header_rows) == ("白鹭市收支决算表", "万元", 1)
    assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    assert [document.text[each.start : each.end] for each in document.paragraphs] == [
        "白鹭市收支决算表",
        "单位：万元",
        "以上数据来自部门决算。",
    ]


@pytest.mark.parametrize("second", [[ROWS[0], *MORE], MORE], ids=["heading repeated", "no heading"])
def test_a_table_goes_on_over_the_page(second: list[list[str]]) -> None:
    document = read(titled(ROWS), put(PdfPage(), 80, second))
    assert grids(document) == [[*ROWS, *MORE]]
    assert document.tables[0].cells[-1].page == 2


def test_groups_of_columns_stand_over_their_names() -> None:
    page = PdfPage().text(90, 60, "表2 支出表")
    for x, name in ((90, "科目名称"), (205, "2022年"), (345, "2023年")):
        page.text(x, 100, name)
    body = [["一般公共服务", "1.00", "2.00", "3.00", "4.00"], ["教育支出", "10.00", "20.00", "30.00", "40.00"]]
    body.append(["合计", "11.00", "22.00", "33.00", "44.00"])
    put(page, 122, [["", "预算", "决算", "预算", "决算"], *body], [90, 204, 274, 344, 414])
    (table,) = read(page).tables
    assert [(cell.text, cell.column, cell.column_span) for cell in table.cells if cell.row == 0] == [
        ("科目名称", 0, 1),
        ("2022年", 1, 2),
        ("2023年", 3, 2),
    ]
    assert table.header_rows == 2


@pytest.mark.parametrize(
    "rows",
    [
        [
            ["一、部门概况", "", "", "1"],
            ["二、预算安排", "", "", "4"],
            ["三、决算情况", "", "", "9"],
            ["四、绩效", "", "", "12"],
        ],
        [["联系人", "", "电话", "12345678"], ["编制人", "", "时间", "2024"], ["审核人", "", "编号", "17"]],
        ROWS[:3],
    ],
    ids=["contents", "form", "two rows"],
)
def test_what_only_looks_so_stays_lines(rows: list[list[str]]) -> None:
    assert grids(read(put(PdfPage(), 104, rows))) == []


def test_a_page_where_a_column_is_empty_is_carried_on_by_where_its_columns_stand() -> None:
    first = [[*row[:3], ""] if number else row for number, row in enumerate(ROWS)]
    second = [["其他支出", "1.00", "", "3.00"], ["住房支出", "11.00", "", "13.00"], ["卫生支出", "1.00", "", "7.00"]]
    assert grids(read(titled(first), put(PdfPage(), 80, second))) == [[*first, *second]]


def test_columns_of_figures_that_carry_on_nothing_stay_lines() -> None:
    assert grids(read(put(PdfPage(), 80, MORE))) == []
    elsewhere = [120, 320, 410, 520]
    assert grids(read(titled(ROWS), put(PdfPage(), 80, MORE, elsewhere))) == [ROWS]


@pytest.mark.parametrize("rows_before_the_break", [3, 4])
def test_wrapped_names_are_whole_again_over_the_page_too(rows_before_the_break: int) -> None:
    wrapped = [ROWS[0], ["社会保障和就业", "1.00", "2.00", "3.00"], ["支出", "", "", ""]]
    wrapped += [["节能环保支出", "1.00", "2.00", "3.00"], ["灾害防治及应急", "4.00", "5.00", "6.00"]]
    rest = [["管理支出", "", "", ""], *MORE]
    pages = (titled(wrapped), put(PdfPage(), 80, rest))
    if rows_before_the_break == 4:
        pages = (titled([*wrapped, rest[0]]), put(PdfPage(), 80, MORE))
    (table,) = read(*pages).tables
    assert [cell.text for cell in table.cells if cell.column == 0 and cell.row] == [
        "社会保障和就业支出",
        "节能环保支出",
        "灾害防治及应急管理支出",
        *(row[0] for row in MORE),
    ]
