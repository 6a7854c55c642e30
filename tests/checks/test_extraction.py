"""What a paper says in its own words: the total and its grade, what it calls problems, what it means to do."""

from __future__ import annotations

import pytest

from hengji.checks.about import describe
from hengji.checks.context import Context
from hengji.checks.extraction import extract
from hengji.checks.mentions import find_mentions
from hengji.documents.plain.text_reader import document_of_text
from hengji.facts.extract import Extract

TITLE = "临澜市水务局2022年度部门整体支出绩效自评报告\n\n"


def extracted(text: str) -> Extract:
    document = document_of_text(TITLE + text, "text.txt")
    facts = describe(document)
    return extract(document, Context(document, facts, find_mentions(document, facts.year)))


@pytest.mark.parametrize(
    ("text", "total", "grade"),
    [
        ("经汇总，2022年度我局整体支出绩效自评96.17分，等级为优秀。", "96.17", "优"),
        ("综上，2022年度部门整体支出自评94.88分，等级为“优”。", "94.88", "优"),
        ("投入18分，过程33分，产出30.1分，效益15分，总计96.1分，评定等级为优秀。", "96.1", "优"),
        ("经自评，我局2022年度整体支出得97.79分。", "97.79", ""),
        ("经评价，该项资金综合得分89.17分，绩效等级为“良”。", "89.17", "良"),
        ("指标8项，满分100分，自评总分96.63分，等级为优。", "96.63", "优"),
        ("2021年度自评得90.10分，等次为优。2022年度自评得94.35分，等次为优。", "94.35", "优"),
        ("产出指标满分35分，得分合计33.50分。", "", ""),
    ],
)
def test_the_total_and_its_grade(text: str, total: str, grade: str) -> None:
    conclusion = extracted(text).conclusion
    assert (conclusion.total, conclusion.grade) == (total, grade)


def test_a_total_that_only_the_table_has_is_the_total() -> None:
    rows = ["指标\t分值\t自评得分", "投入\t20\t18", "产出\t50\t47.5", "效益\t30\t28", "合计\t100\t93.5"]
    conclusion = extracted("自评得分表\n\n" + "\n".join(rows) + "\n").conclusion
    assert (conclusion.total, conclusion.self_total) == ("93.5", "93.5")


def test_problems_told_in_one_paragraph_are_told_apart() -> None:
    text = (
        "一、存在的问题\n一是预算编得粗。追加较多。二是支出偏慢；三是资料不全。\n\n"
        "二、改进措施\n（一）细化预算。\n（二）按月通报。\n"
    )
    found = extracted(text)
    assert found.problems == ("预算编得粗。追加较多。", "支出偏慢；", "资料不全。")
    assert found.recommendations == ("细化预算。", "按月通报。")
