"""Four times the figures cost about four times the work. What patterns alone do is timed in bench/growth_of_time.py."""

import sys

import pytest

from hengji.checks.check import check
from hengji.documents.plain.text_reader import document_of_text

REPORT = "示例市水务局2022年度部门整体支出绩效自评报告\n\n"


def _amounts(n):
    return "，".join(f"项目{i}支出{i}.50万元" for i in range(n)) + "，合计1.5万元。"


def _shares(n):
    return "本年支出9万元，其中：" + "；".join(f"项目{i}支出{i}.5万元，占{i % 90}%" for i in range(n)) + "。"


def _changes(n):
    return "".join(f"第{i}项支出{i}.2万元，比上年增加{i}.1万元，增长5.5%。\n" for i in range(n))


def _cells(n):
    return "一级指标\n\n三级指标\n\n分值\n\n得分\n\n" + "产出指标\n\n修渠\n\n5\n\n4\n\n" * n


FIGURES = (
    ("one sentence of amounts and their total", _amounts),
    ("one sentence of shares", _shares),
    ("one total told again and again", lambda n: "自评总分95分，评价等级为优。\n" * n),
    ("changes", _changes),
    ("a table of one cell a line", _cells),
)


def _checked(text):
    check(document_of_text(REPORT + text, "text.txt"))


def _calls(text):
    """How many functions are called, ours and those of the interpreter."""
    counted = 0

    def count(_frame, event, _argument):
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        _checked(text)
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("text_of", [text_of for _, text_of in FIGURES], ids=[name for name, _ in FIGURES])
def test_calls_grow_with_the_length(text_of):
    _checked(text_of(60))
    assert _calls(text_of(240)) < 6 * _calls(text_of(60))
