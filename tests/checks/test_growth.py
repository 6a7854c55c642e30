"""Four times the text costs about four times the work, also where a text is all blank lines or has no stops."""

import sys
import time

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
LETTERS = (
    ("blank lines", lambda n: "收入443.66万元。\n" + "\n" * 8 * n + "支出443.66万元。\n"),
    ("lines of blanks", lambda n: "收入443.66万元。\n" + "   \n" * 4 * n + "支出443.66万元。\n"),
    ("blanks", lambda n: "收入443.66万元。" + " " * 12 * n + "支出443.66万元。\n"),
    ("blank lines behind every figure", lambda n: ("完成45次，得分95分，占5%，支出3万元" + "\n" * n + "。") * 4),
    ("page breaks", lambda n: "\f" * 8 * n + "支出443.66万元。\n"),
    ("scores without stops", lambda n: "得分：95分\n" * n),
    ("digits", lambda n: "1" * 4 * n),
    ("digits and commas", lambda n: "1,234," * n),
    ("quotation marks that open", lambda n: "“支出" * n),
    ("names and no count", lambda n: "包括" + "、".join(f"第{i}中学" for i in range(n)) + "等5所学校。"),
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


def _effort(text):
    """Time of the processor, the better of two: what a regular expression tries in vain is not to be counted."""
    efforts = []
    for _ in range(2):
        begun = time.process_time()
        _checked(text)
        efforts.append(time.process_time() - begun)
    return min(efforts)


@pytest.mark.parametrize("text_of", [text_of for _, text_of in FIGURES], ids=[name for name, _ in FIGURES])
def test_calls_grow_with_the_length(text_of):
    _checked(text_of(60))
    assert _calls(text_of(240)) < 6 * _calls(text_of(60))


@pytest.mark.parametrize("text_of", [text_of for _, text_of in LETTERS], ids=[name for name, _ in LETTERS])
def test_what_patterns_try_in_vain_grows_with_the_length(text_of):
    _checked(text_of(200))
    assert _effort(text_of(1600)) < 24 * _effort(text_of(200))
