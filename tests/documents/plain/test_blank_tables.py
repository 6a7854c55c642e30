"""A table whose cells one blank parts is read where its lines keep step, and left as text where they do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.documents.plain.text_reader import read_text


def tables_of(text):
    document = read_text(text.encode(), "a.txt").document
    assert document is not None
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in document.tables]


ADJUSTED = """表1 支出预算调整表 单位：万元
项目 年初预算 调整数 调整后预算
一般公共服务支出 38200 -1150 37050
教育支出 92400 4680 97080
科学技术支出 4100 — 4100
合计 134700 3530 138230
以上调整经常务会议研究同意。
"""


def test_names_and_figures_keep_their_columns():
    (table,) = tables_of(ADJUSTED)
    assert table[0] == ["项目", "年初预算", "调整数", "调整后预算"]
    assert table[2] == ["教育支出", "92400", "4680", "97080"]
    assert [row[0] for row in table[1:]] == ["一般公共服务支出", "教育支出", "科学技术支出", "合计"]


def test_a_total_leaves_out_the_columns_of_words():
    (table,) = tables_of(
        "功能分类 事项 调增金额\n教育支出 校舍维修 1200\n农林水支出 渠道修复 860\n"
        "交通运输支出 桥梁加固 540\n合计 2600\n"
    )
    assert table[-1] == ["合计", "", "2600"]


def test_two_columns_of_one_name_are_left_to_their_places_on_the_line():
    text = """收支总表                                            单位：万元
          项目            决算数           项目              决算数
一、财政拨款收入         486.23    一、文化旅游支出          420.86
二、事业收入            32.64     二、社会保障和就业支出      48.65
三、其他收入             5.82     三、卫生健康支出          19.83
                               四、住房保障支出          31.25
    合计             524.69         合计              520.59
"""
    (table,) = tables_of(text)
    assert [row[2] for row in table[1:]] == [
        "一、文化旅游支出", "二、社会保障和就业支出", "三、卫生健康支出", "四、住房保障支出", "合计",
    ]  # fmt: skip
    assert [row[3] for row in table[1:]] == ["420.86", "48.65", "19.83", "31.25", "520.59"]


def test_a_caption_with_blanks_and_a_page_number_are_no_rows():
    text = """支出583.20万元，比上年有所增加，主要是业务量增加。

                              - 2 -

二、履职情况

          表2    主要业务指标
  序号     指标名称            2023年目标    2023年完成
   1     到馆读者            120.00       126.80
   2     外借册次             85.00        82.60
"""
    (table,) = tables_of(text)
    assert table[0] == ["序号", "指标名称", "2023年目标", "2023年完成"]


@pytest.mark.parametrize(
    "text",
    [
        "项目 预算 情况\n教育 校舍维修12所，支出 1200\n农业 渠道修复8处，支出 860\n交通 桥梁加固3座，支出 540\n",
        "项目 年初预算 调整数\n教育支出 92400 4680\n公安支出 17600 320\n",
        "项目 年初预算 调整数\n教育支出 92400 4680\n公安支出 17600\n科技支出 4100 0\n文化支出 5300 260\n",
        "2024 年 预算 3 项\n2023 年 决算 2 项\n2022 年 决算 4 项\n2021 年 决算 5 项\n",
    ],
    ids=["prose", "two rows", "out of step", "no heading"],
)
def test_what_is_no_table_stays_text(text):
    assert tables_of(text) == []


@given(st.lists(st.lists(st.integers(-10_000, 10_000_000), min_size=3, max_size=3), min_size=3, max_size=8))
def test_every_figure_comes_back_in_its_place(rows):
    lines = [f"支出事项{'甲乙丙丁戊己庚辛'[number]} {' '.join(map(str, row))}" for number, row in enumerate(rows)]
    (table,) = tables_of("\n".join(["事项 年初数 增减数 年末数", *lines]) + "\n")
    assert [[int(cell) for cell in row[1:]] for row in table[1:]] == rows
