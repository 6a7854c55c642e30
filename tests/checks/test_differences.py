"""Two drafts are compared by their figures alone."""

import io
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hengji.checks.differences import figure_differences
from hengji.documents.reading import read_document

DRAFT = """示例市文化局2023年度部门整体支出绩效自评报告

一、预算执行
全年预算数1,204.50万元，实际支出1,180.20万元，执行率97.98%。
其中：基本支出700.00万元，项目支出480.20万元。

二、履职完成
举办展览12场，服务观众3.6万人次，群众满意度95.2%。
三、得分
自评得分92.50分。
"""


def _read(text):
    return read_document(text.encode(), "稿.txt").document


def _pairs(before, after):
    found = figure_differences(_read(before), _read(after))
    return [(item.before and item.before.text, item.after and item.after.text) for item in found]


@pytest.mark.parametrize(
    ("says", "old", "new", "expected"),
    [
        ("nothing changed", "", "", []),
        ("words alone changed", "举办展览12场", "组织举办各类展览12场", []),
        ("a sentence moved down", "二、履职完成\n", "二、履职完成\n部门认真履行职责，各项工作推进顺利。\n", []),
        ("the same amount in another unit", "1,204.50万元", "12,045,000元", []),
        ("a digit changed", "1,180.20", "1,108.20", [("1,180.20", "1,108.20")]),
        ("a rate changed", "97.98%", "97.89%", [("97.98%", "97.89%")]),
        ("a score changed", "92.50分", "93.50分", [("92.50", "93.50")]),
        ("a digit was dropped", "3.6万", "3万", [("3.6", "3")]),
        ("a figure is new", "举办展览12场", "举办展览12场、讲座8场", [(None, "8")]),
        ("a figure is gone", "，群众满意度95.2%", "", [("95.2%", None)]),
        ("words and figure changed", "举办展览12场", "全年共组织举办展览15场", [("12", "15")]),
    ],
)
def test_only_figures_count(says, old, new, expected):
    assert _pairs(DRAFT, DRAFT.replace(old, new) if old else DRAFT) == expected


def test_a_changed_score_is_told_apart_from_a_changed_quantity():
    after = DRAFT.replace("92.50分", "93.50分").replace("12场", "13场")
    assert [item.is_score for item in figure_differences(_read(DRAFT), _read(after))] == [False, True]


@given(st.lists(st.sampled_from(["1,204.50", "1,180.20", "700.00", "480.20", "12场", "92.50分"]), unique=True))
def test_what_one_way_is_changed_is_changed_back_the_other_way(changed):
    after = DRAFT
    for figure in changed:
        after = after.replace(figure, figure.replace("2", "3", 1).replace("0", "1", 1), 1)
    forth, back = _pairs(DRAFT, after), _pairs(after, DRAFT)
    assert len(forth) == len(changed)
    assert back == [(new, old) for old, new in forth]


def _table(rows, path):
    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=True):
            cell.text = text
    content = io.BytesIO()
    document.save(content)
    return read_document(content.getvalue(), path).document


ROWS = [["指标", "分值", "得分"], ["政府采购执行率", "2", "1.94"], ["三公经费控制率", "3", "3"], ["满意度", "5", "4.8"]]


def test_a_row_that_was_put_into_a_table_moves_no_other():
    more = [*ROWS[:2], ["公用经费控制率", "4", "4"], *ROWS[2:]]
    found = figure_differences(_table(ROWS, "旧.docx"), _table(more, "新.docx"))
    assert [(item.before, item.after.text, item.place.cell) for item in found] == [
        (None, "4", "表1第3行第2列"),
        (None, "4", "表1第3行第3列"),
    ]


def test_drafts_of_two_formats_are_compared():
    workbook = openpyxl.Workbook()
    for row in ROWS:
        workbook.active.append([row[0], *row[1:]])
    workbook.active["C4"] = "4.6"
    content = io.BytesIO()
    workbook.save(content)
    after = read_document(content.getvalue(), "新.xlsx").document
    found = figure_differences(_table(ROWS, "旧.docx"), after)
    assert [(item.before.text, item.after.text, item.is_score) for item in found] == [("4.8", "4.6", True)]


def test_a_long_draft_is_compared_whole():
    long = "\n".join(f"第{number}个项目支出{number}.25万元，占{number % 97}.5%。" for number in range(1, 3000))
    found = figure_differences(_read(long), _read(long.replace("支出1500.25万元", "支出1501.25万元")))
    assert [(item.before.text, item.after.text) for item in found] == [("1500.25", "1501.25")]


@pytest.mark.seeds
@pytest.mark.parametrize("number", range(5))
def test_a_seed_differs_from_itself_in_nothing(number):
    folder = Path(__file__).parents[3] / "shared" / "seeds"
    paths = sorted(folder.glob(f"00{number}_*.txt"))
    if not paths:
        pytest.skip("the seeds are not here")
    document = read_document(paths[0].read_bytes(), paths[0].name).document
    assert figure_differences(document, document) == ()
