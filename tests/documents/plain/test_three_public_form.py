"""The prescribed table of “三公”经费, kept by spaces: its amounts are told apart by their order."""

from __future__ import annotations

import pytest

from hengji.checks.check import check
from hengji.documents.headers import header_depth
from hengji.documents.plain.layout_regions import regions_of
from hengji.documents.plain.lines import split_lines
from hengji.documents.plain.text_reader import document_of_text
from hengji.documents.plain.three_public_form import three_public_form
from hengji.facts.document import Cell, Table

BY_TURNS = """\
                                 财政拨款“三公”经费支出决算表
                                                                               单位：万元
                                       财政拨款“三公”经费
                                           公务用车购置及运行维护费
                      因公出国
         合计                                        公务用车       公务用车        公务接待费
                      （境）费            小计
                                                    购置费       运行维护费

   预算数        决算数   预算数   决算数   预算数        决算数   预算数   决算数   预算数   决算数   预算数    决算数
{row}

注：本表反映部门本年度“三公”经费支出预决算情况。
"""
IN_BLOCKS = """\
                     财政拨款“三公”经费支出决算表
部门：云岭市城关街道办事处                                                单位：万元
                    预算数                                                决算数
              公务用车购置及运行维护费                                公务用车购置及运行维护费
       因公出国                          公务接                因公出国                            公务接
合计    （境）费  小计   公务用车   公务用车    待费       合计     （境）费    小计   公务用车   公务用车    待费
                     购置费   运行维护费                                         购置费   运行维护费
  1      2      3      4       5        6        7       8       9      10      11      12
{row}

注：本表反映部门本年度“三公”经费支出预决算情况。
"""
WITH_OFFICE = """\
                2025年部门“三公”经费和机关运行经费预算表
编制部门：云岭市民政局                                                        单位：万元
                            “三公”经费预算数                                    机关运行经费
   合计      因公出国(境)费     公务接待费       公务用车购置及运行费                 预算数
                                              小计      购置费     运行费
{row}

                      其他相关情况说明
"""
TURNS = "31.47 19.86 0.00 0.00 30.67 19.56 0.00 0.00 30.67 19.56 0.80 0.30"
BLOCKS = "31.47 0.00 30.67 0.00 30.67 0.80 19.86 0.00 19.56 0.00 19.56 0.30"
OFFICE = "15.40 0.00 4.20 11.20 0.00 11.20 112.86"


def spaced(row: str) -> str:
    return "   " + "   ".join(row.split())


def table_of(page: str, row: str) -> Table:
    (table,) = document_of_text(page.format(row=spaced(row)), "三公.txt").tables
    return table


def amounts_by_name(table: Table) -> dict[str, str]:
    """The names above each amount, from the top down."""
    heads = [cell for cell in table.cells if cell.row < table.header_rows]
    return {
        "/".join(head.text for head in heads if head.column <= cell.column < head.column + head.column_span): cell.text
        for cell in table.cells
        if cell.row == table.header_rows
    }


def errors(page: str, row: str) -> list[str]:
    document = document_of_text(page.format(row=spaced(row)), "三公.txt")
    return [one.message for one in check(document).relations if one.verdict == "error"]


def test_amounts_of_plan_and_outturn_by_turns_have_their_names() -> None:
    named = amounts_by_name(table_of(BY_TURNS, TURNS))
    assert named == {
        "合计/预算数": "31.47",
        "合计/决算数": "19.86",
        "因公出国（境）费/预算数": "0.00",
        "因公出国（境）费/决算数": "0.00",
        "公务用车购置及运行维护费/小计/预算数": "30.67",
        "公务用车购置及运行维护费/小计/决算数": "19.56",
        "公务用车购置及运行维护费/公务用车购置费/预算数": "0.00",
        "公务用车购置及运行维护费/公务用车购置费/决算数": "0.00",
        "公务用车购置及运行维护费/公务用车运行维护费/预算数": "30.67",
        "公务用车购置及运行维护费/公务用车运行维护费/决算数": "19.56",
        "公务接待费/预算数": "0.80",
        "公务接待费/决算数": "0.30",
    }


def test_amounts_of_plan_and_outturn_in_blocks_have_their_names() -> None:
    named = amounts_by_name(table_of(IN_BLOCKS, BLOCKS))
    assert list(named)[:2] == ["预算数/合计", "预算数/因公出国（境）费"]
    assert named["预算数/公务用车购置及运行维护费/公务用车运行维护费"] == "30.67"
    assert named["决算数/公务用车购置及运行维护费/小计"] == "19.56"
    assert named["决算数/公务接待费"] == "0.30"


def test_guests_before_cars_and_what_the_office_runs_on() -> None:
    named = amounts_by_name(table_of(WITH_OFFICE, OFFICE))
    assert named["公务接待费"] == "4.20"
    assert named["公务用车购置及运行维护费/小计"] == "11.20"
    assert named["机关运行经费"] == "112.86"


def test_amounts_left_blank_leave_the_others_below_their_names() -> None:
    leaves = "   预算数   决算数" * 6
    written = {0: "31.47", 1: "19.86", 8: "30.67", 9: "19.56", 10: "0.80", 11: "0.30"}
    row = "".join(written.get(at, "").rjust(6) for at in range(12))
    page = (
        "单位：万元\n  合计  因公出国（境）费  小计  公务用车购置费  公务用车运行维护费  公务接待费\n{leaves}\n{row}\n"
    )
    (table,) = document_of_text(page.format(leaves=leaves, row=row), "三公.txt").tables
    assert amounts_by_name(table) == {
        "合计/预算数": "31.47",
        "合计/决算数": "19.86",
        "公务用车购置及运行维护费/公务用车运行维护费/预算数": "30.67",
        "公务用车购置及运行维护费/公务用车运行维护费/决算数": "19.56",
        "公务接待费/预算数": "0.80",
        "公务接待费/决算数": "0.30",
    }


@pytest.mark.parametrize(
    ("page", "sound", "total", "wrong", "named"),
    [
        (BY_TURNS, TURNS, "19.86", "18.86", "合计的决算数"),
        (BY_TURNS, TURNS, "30.67", "30.76", "合计的预算数"),
        (IN_BLOCKS, BLOCKS, "19.86", "18.86", "合计"),
        (WITH_OFFICE, OFFICE, "15.40", "14.50", "合计"),
    ],
)
def test_a_whole_must_be_its_three_parts(page: str, sound: str, total: str, wrong: str, named: str) -> None:
    assert errors(page, sound) == []
    told = errors(page, sound.replace(total, wrong, 1))
    assert any(f"“{named}”" in message for message in told), told


def test_the_numbers_of_the_columns_are_no_row_of_amounts() -> None:
    page = BY_TURNS.format(row=spaced(" ".join(map(str, range(1, 13)))))
    (region,) = [region for region in regions_of(split_lines(page)) if len(region) > 2]
    assert three_public_form(region) is None


def test_a_name_that_is_nowhere_whole_breaks_nothing() -> None:
    heads = "  合计   因公出国   小计   公务用车运行   公务接待   公务用车购\n  置费"
    row = spaced("31.47 0.00 30.67 30.67 0.80 0.00")
    assert document_of_text(f"单位：万元\n{heads}\n{row}\n", "三公.txt").tables


def heading(*rows: list[tuple[int, int, int, str]]) -> list[Cell]:
    return [
        Cell(number, column, 0, 1, text, high, wide)
        for number, row in enumerate(rows)
        for column, high, wide, text in row
    ]


LEAVES = [(at, 1, 1, ("预算数", "决算数")[at % 2]) for at in range(6)]
AMOUNTS = [(at, 1, 1, "0.30") for at in range(6)]


def test_a_title_over_the_whole_table_belongs_to_its_heading() -> None:
    title = [(0, 1, 6, "财政拨款“三公”经费")]
    groups = [(0, 1, 2, "因公出国（境）费"), (2, 1, 2, "公务用车费"), (4, 1, 2, "公务接待费")]
    assert header_depth(heading(title, groups, LEAVES, AMOUNTS)) == 3


def test_a_form_below_its_title_has_no_such_heading() -> None:
    title = [(0, 1, 6, "项目支出绩效自评表")]
    lines = [[(0, 1, 1, "项目名称"), (1, 1, 5, "养老服务补贴")], [(0, 1, 1, "主管部门"), (1, 1, 5, "民政局")]]
    assert header_depth(heading(title, *lines, AMOUNTS)) == 1
