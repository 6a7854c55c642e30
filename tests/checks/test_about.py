"""What a document is and about whom, from its first lines."""

from __future__ import annotations

import pytest

from hengji.checks.about import describe
from hengji.facts.document import Document


@pytest.mark.parametrize(
    ("text", "given", "title"),
    [
        ("示例市示例区委\n社会部2024年度\n部门决算\n\n概况", "示例市示例区委", "示例市示例区委社会部2024年度部门决算"),
        ("示例局2024年度部门决算\n目  录\n一、概况", "", "示例局2024年度部门决算"),
        ("示例局2024年度整体支出绩效自评报告\n根据要求，现报告如下。", "自评（终稿）", "自评（终稿）"),
    ],
)  # fmt: skip
def test_a_title_broken_over_lines_is_read_whole(text: str, given: str, title: str) -> None:
    assert describe(Document("样例.txt", "txt", text, title=given)).title == title


@pytest.mark.parametrize(
    ("text", "title", "organisation"),
    [
        (
            "2022年度示例市招商局 部门决算说明 按照《示例市财政局关于批复2022年度部门决算的通知》的要求，"
            "现将我单位2022年度部门决算说明如下:一、部门主要职责",
            "2022年度示例市招商局 部门决算说明",
            "示例市招商局",
        ),
        (
            "目 录一、部门主要职责..........二、部门决算单位基本情况..........附表 "
            "2022年度部门决算表2022年度示例市公安局部门决算说明 按照要求，现说明如下：",
            "2022年度示例市公安局部门决算说明",
            "示例市公安局",
        ),
        (
            "按照要求，现将我单位2022年度部门决算说明如下: 一、部门主要职责 示例县人民法院的主要职责是：审判案件。",
            "按照要求，现将我单位2022年度部门决算说明如下: 一、部门主要职责 示例县人民法院的主要职责是：审判案件。",
            "示例县人民法院",
        ),
    ],
)
def test_a_text_that_lost_its_breaks_still_says_who_and_when(text: str, title: str, organisation: str) -> None:
    facts = describe(Document("样例.txt", "txt", text, title=text[:80]))
    assert (facts.title, facts.organisation, facts.year) == (title, organisation, 2022)


def test_the_head_of_a_column_is_nobody() -> None:
    assert describe(Document("样例.txt", "txt", "单位\t年初预算\n局机关\t1000\n河道处\t600\n")).organisation == ""
    assert (
        describe(Document("样例.txt", "txt", "填报单位\t临澜市水务局\n年初预算\t1000\n")).organisation == "临澜市水务局"
    )


def test_a_paper_without_a_title_is_of_the_year_that_it_names_most() -> None:
    assert (
        describe(
            Document("样例.txt", "txt", "项目\t2020年决算\t2021年预算\t2021年决算\n会议费\t2.86\t3.00\t3.20\n")
        ).year
        == 2021
    )
