"""Which cells of the signed paper compute: those that one indicator alone is meant by."""

from __future__ import annotations

from hengji.reports.workbook.annex_sheet import unambiguous


def test_a_key_that_two_indicators_share_computes_for_neither():
    formulas = [("得分:甲/乙/丙", "A1"), ("得分:甲/乙/丙", "A2"), ("得分:丁", "A3"), ("得分:丁", "A3")]
    assert unambiguous(formulas) == {"得分:丁": "A3"}
