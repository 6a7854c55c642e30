"""The form of self-evaluation in columns of blanks is read from the right end of its rows, or not at all."""

from __future__ import annotations

from hengji.documents.plain.layout_forms import layout_forms
from hengji.documents.plain.lines import split_lines
from hengji.documents.plain.text_reader import read_text


def tables_of(text: str) -> list[list[list[str]]]:
    document = read_text(text.encode(), "a.txt").document
    assert document is not None
    for table in document.tables:
        assert all(document.text[cell.start : cell.end] == cell.text for cell in table.cells)
    return [[[cell.text if cell else "" for cell in row] for row in table.grid()] for table in document.tables]


FUNDS = """                     年初预算数       全年预算数  全年执行数 分值 执行率    得分
          年度资金总额      150.00     168.00  165.20 10 98.33%  9.83
  项目资金   其中：当年财政拨款   150.00     168.00  165.20 — 98.33%   —
  （万元）
           其他资金        0.00       0.00    0.00  —   —     —
"""

INDICATORS = """     一级指标    二级指标       三级指标      年度指标值 实际完成值 分值 得分    偏差原因分析及改进措施
            数量指标     改造渡口       ≥12处   11处  30   27.5   1处汛期停工
     产出指标  质量指标    验收合格率     100%   100% 20   20
            成本指标 单处改造成本 ≤15万元 14.6万元 10     10
  绩效指标
     效益指标 社会效益指标 受益人口      ≥3万人     3.2万人  20  20
     满意度指标 服务对象满意度指标 群众满意度          ≥90%   93.1% 10  10
               总分                          100 97.33
"""


def test_funds_stand_below_their_names_without_the_label_beside_them() -> None:
    (funds,) = tables_of("项目支出绩效自评表\n\n" + FUNDS)
    assert funds[0] == ["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"]
    assert funds[1] == ["年度资金总额", "150.00", "168.00", "165.20", "10", "98.33%", "9.83"]
    assert [row[0] for row in funds[2:]] == ["其中：当年财政拨款", "其他资金"]


def test_a_rate_stands_below_its_name_where_no_dash_holds_the_place_of_the_points() -> None:
    (funds,) = tables_of(FUNDS.replace("165.20 — 98.33%   —", "165.20   98.33%"))
    assert funds[2] == ["其中：当年财政拨款", "150.00", "168.00", "165.20", "", "98.33%", ""]


def test_indicators_keep_their_names_though_blanks_are_single() -> None:
    (indicators,) = tables_of("项目支出绩效自评表\n\n" + INDICATORS)
    assert [row[0] for row in indicators] == [
        "三级指标", "改造渡口", "验收合格率", "单处改造成本", "受益人口", "群众满意度", "总分",
    ]  # fmt: skip
    assert indicators[1] == ["改造渡口", "≥12处", "11处", "30", "27.5", "1处汛期停工"]
    assert indicators[-1][3:5] == ["100", "97.33"]


def test_a_line_with_points_that_cannot_be_read_leaves_all_lines_as_they_are() -> None:
    broken = INDICATORS.replace("受益人口      ≥3万人     3.2万人  20  20", "受益人口  ≥3万人 20")
    assert not list(layout_forms(split_lines(broken)))
