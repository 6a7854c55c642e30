"""A long title breaks where its words do, into lines of about one length."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.reports.paper.paging import breadth
from hengji.reports.paper.titles import title_lines


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("示例市水务局绩效自评报告", ["示例市水务局绩效自评报告"]),
        ("示例市水务局2023年度部门整体支出绩效自评报告", ["示例市水务局2023年度", "部门整体支出绩效自评报告"]),
        (
            "关于示例市文化广电旅游体育局2023年度部门整体支出绩效评价核查情况的报告",
            ["关于示例市文化广电旅游体育局2023年度", "部门整体支出绩效评价核查情况的报告"],
        ),
        ("示例市水务局\n自评报告", ["示例市水务局", "自评报告"]),
    ],
)
def test_the_break_stands_between_words(title: str, lines: list[str]) -> None:
    assert title_lines(title) == lines


@given(st.text("示例市水务局2023年度（）的报告abc", min_size=1, max_size=120))
def test_nothing_is_lost_and_no_line_is_too_long(title: str) -> None:
    lines = title_lines(title)
    assert "".join(lines) == title
    assert all(breadth(line) <= 20 for line in lines) or len(title) < 3


def test_a_year_is_not_torn() -> None:
    for words in range(8, 30):
        assert "2023年" in "|".join(title_lines("示" * words + "2023年" + "例" * words))
