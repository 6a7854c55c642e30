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
