"""The forms of performance: sound ones are not accused, and what one cell contradicts of another is noticed.

The forms are those of the made-up office in bench/samples/prescribed_forms, the same set in four layouts.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from checks.relations.worded import errors, questions

FORMS = Path(__file__).parents[3] / "bench" / "samples" / "prescribed_forms"
TABS = (FORMS / "performance-tabs.txt").read_text(encoding="utf-8")

CHANGES = [
    ("funds carried over no longer make the total", "上年结转资金\t30.00\t30.00", "上年结转资金\t30.00\t33.00"),
    ("a side by nature makes none of the totals", "其中：基本支出：\t\t892.17", "其中：基本支出：\t\t822.17"),
    ("a task's own funds no longer make its total", "168.00\t150.00\t18.00", "168.00\t150.00\t11.00"),
    ("what was done in seven months is not its rate", "210.50\t\t132.48", "210.50\t\t182.48"),
    ("the items below 三公经费 make another amount", "3、公务接待\t4.46", "3、公务接待\t4.76"),
    ("the rate of staff is not that of its two numbers", "48\t\t45\t\t93.75%", "48\t\t45\t\t96.75%"),
    ("the floor space built is not the rate of control", "1200\t1176\t98.00%", "1200\t1176\t91.00%"),
    ("the projects' amounts no longer make the total", "合计\t\t378.50", "合计\t\t308.50"),
    ("the weights of one project make 103", "数量指标\t促消费活动\t≥12场\t20", "数量指标\t促消费活动\t≥12场\t23"),
    ("the result told in words is another than its row's", "开展安全检查40次", "开展安全检查43次"),
    ("the goal told in words is less than its row's", "社会消费品零售总额增长6%；", "社会消费品零售总额增长5%；"),
    ("a score is not the part of its points that was done", "150人次\t15\t11.25", "150人次\t15\t11.75"),
    ("a score in proportion has one digit wrong", "100%\t97.20%\t10\t9.72", "100%\t90.20%\t10\t9.72"),
    ("all cases are said to be closed in time, and fewer were", "应办结640件", "应办结670件"),
]  # fmt: skip


@pytest.mark.parametrize("layout", ["tabs", "ragged", "blanks", "cells"])
def test_sound_forms_are_neither_accused_nor_doubted(layout: str) -> None:
    text = (FORMS / f"performance-{layout}.txt").read_text(encoding="utf-8")
    assert [one.message for one in (*errors(text), *questions(text))] == []


@pytest.mark.parametrize(("before", "after"), [change[1:] for change in CHANGES], ids=[change[0] for change in CHANGES])
def test_a_cell_that_contradicts_another_is_an_error(before: str, after: str) -> None:
    assert TABS.count(before) == 1
    assert errors(TABS.replace(before, after))


def test_more_in_seven_months_than_is_expected_of_the_year_is_doubted() -> None:
    changed = TABS.replace("≥6场\t4场\t6场", "≥6场\t7场\t6场")
    assert any("累计数不会减少" in one.message for one in questions(changed))


FORM = """项目支出绩效自评表
（2024年度）
年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t
\t修缮渡口12处，受益人口3万人。\t\t\t\t修缮渡口11处，受益人口3.2万人。\t\t
一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因及改进措施
产出指标\t数量指标\t修缮渡口\t≥12处\t11处\t60\t60\t{reason}
效益指标\t社会效益指标\t受益人口\t≥3万人\t3.2万人\t40\t40\t
总分\t\t\t\t\t100\t100\t
"""


def test_a_goal_and_its_result_side_by_side_are_two_figures() -> None:
    assert not [one for one in errors(FORM.format(reason="汛期停工一处，2025年3月复工")) if one.kind == "repeat"]


def test_a_goal_missed_without_a_reason_is_asked_about() -> None:
    table = FORM.format(reason="").replace("60\t60", "\t").replace("40\t40", "\t").replace("100\t100", "\t")
    assert any("未达标" in one.message for one in questions(table))
    told = table.replace("11处\t\t\t", "11处\t\t\t汛期停工一处，2025年3月复工")
    assert not any("未达标" in one.message for one in questions(told))


def test_the_goals_of_the_next_year_may_stand_among_the_forms_of_this_one() -> None:
    form = "项目支出绩效自评表\n（2024年度）\n"
    text = f"云岭市商务局2024年度绩效自评报告\n{form}{form}部门整体支出绩效目标申报表\n（2025年度）\n"
    assert not [one for one in (*errors(text), *questions(text)) if one.kind == "year"]
    odd = text.replace("部门整体支出绩效目标申报表", "部门整体支出绩效自评表").replace("2025", "2023")
    assert [one for one in (*errors(odd), *questions(odd)) if one.kind == "year"]
