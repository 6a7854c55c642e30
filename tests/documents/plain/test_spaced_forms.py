"""A form with one blank between its cells is read where its rows end as they must, and left as text elsewhere."""

from hengji.documents.plain.text_reader import read_text


def tables_of(text):
    document = read_text(text.encode(), "a.txt").document
    assert document is not None
    for table in document.tables:
        assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in document.tables]


FORM = """项目支出绩效自评表
项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
年度资金总额： 90 90 81 10 90% 9
其中：本年财政拨款 90 90 81
上年结转资金
年度总体目标 预期目标 实际完成情况
完成方案编制。
绩效指标 一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析及改进措施
产出指标（50分）
数量指标 编制方案数量 ≥50个 52 10 10
质量指标 方案评审合格率 ≥95% 97% 20 20
时效指标 提交及时性 按计划完成 达成预期指标 20 18 个别方案推迟
单位负责人签字：
"""


def test_funds_and_indicators_are_two_tables():
    funds, indicators = tables_of(FORM)
    assert funds[1] == ["年度资金总额：", "90", "90", "81", "10", "90%", "9"]
    assert funds[2][:4] == ["其中：本年财政拨款", "90", "90", "81"]
    assert len(funds) == 4
    assert indicators[0][:4] == ["一级指标", "二级指标", "三级指标", "年度指标值"]
    assert indicators[1][:7] == ["产出指标（50分）", "数量指标", "编制方案数量", "≥50个", "52", "10", "10"]
    assert indicators[3][-1] == "个别方案推迟"


def test_lines_that_do_not_end_in_points_and_score_stay_lines():
    assert not tables_of("三级指标 年度指标值 实际完成值 分值 得分\n见附件 一 二 三\n另行报送 材料 齐全\n无 无 无\n")
