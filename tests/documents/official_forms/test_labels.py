"""Labels: what differs from export to export does not count."""

from __future__ import annotations

import pytest

from hengji.documents.official_forms.labels import DETAIL, TOTAL, UNNUMBERED, heading, read_label
from hengji.facts.units import read_unit


@pytest.mark.parametrize(
    ("written", "key", "rank"),
    [
        ("一、一般公共预算财政拨款收入", "一般公共预算财政拨款收入", 1),
        ("一般公共预算财政拨款收入", "一般公共预算财政拨款收入", UNNUMBERED),
        ("（一）支出合计", "支出合计", 2),
        ("(一) 支 出 合 计", "支出合计", 2),
        ("1．因公出国（境）费", "因公出国境费", 3),
        ("1.因公出国(境)费", "因公出国境费", 3),
        ("（2）公务用车运行维护费", "公务用车运行维护费", 4),
        ("②公务用车运行维护费", "公务用车运行维护费", 5),
        ("其中：外事接待费", "外事接待费", DETAIL),
        ("1.其中:外事接待费", "外事接待费", DETAIL),
        ("一、“三公”经费支出", "三公经费支出", 1),
        ("本年收入合计", "本年收入合计", TOTAL),
        ("总　　计", "总计", TOTAL),
        ("本年支出合计（28=20+21）", "本年支出合计", TOTAL),
        ("　　人员经费：", "人员经费", UNNUMBERED),
    ],
)
def test_a_label_is_what_it_names_and_how_deep_it_stands(written, key, rank):
    label = read_label(written)
    assert (label.key, label.rank) == (key, rank)


@pytest.mark.parametrize(
    ("written", "unit"), [("车辆数合计（辆）", "辆"), ("决算数（万元）", "万元"), ("金额(单位：元)", "元")]
)
def test_a_unit_in_brackets_is_read_off_the_label(written, unit):
    assert read_label(written).unit == read_unit(unit)


def test_the_year_of_a_heading_does_not_matter():
    assert heading("2021年度决算数").key == heading("决算数").key == "决算数"
