"""The national form of self-evaluation: 预算执行率 stands above the outputs, and is none of them."""

from __future__ import annotations

import pytest

from checks.relations.worded import errors

FORM = """县林业局2023年度部门整体支出绩效自评表

| 指标 | 分值 | 目标值 | 完成值 | 得分 |
|---|---|---|---|---|
| 预算执行率 | 10 | 100% | 96% | 9.60 |
| 造林面积 | 30 | ≥200亩 | 210亩 | 30.00 |
| 抽检合格率 | 20 | ≥95% | 98% | 20.00 |
| 产出指标小计 | 50 |  |  | {outputs} |
| 森林覆盖率 | 30 | ≥63% | 64% | 30.00 |
| 效益指标小计 | 30 |  |  | 30.00 |
| 满意度 | 10 | ≥90% | 92% | 10.00 |
| 总分 | 100 |  |  | {total} |
"""


def test_a_true_form_has_no_error() -> None:
    assert not errors(FORM.format(outputs="50.00", total="99.60"))


@pytest.mark.parametrize(("outputs", "total"), [("48.00", "97.60"), ("50.00", "96.90")])
def test_a_subtotal_or_total_that_does_not_add_up_is_found(outputs: str, total: str) -> None:
    (found,) = errors(FORM.format(outputs=outputs, total=total))
    assert found.kind == "score_sum"
    assert found.figures[-1].text in (outputs, total)
